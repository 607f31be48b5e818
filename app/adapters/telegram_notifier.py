"""Notices into private chats (`services.ports.Notifier`): HTML text and one button that opens the deal.

A notice waits as JSON, so moments wait as ISO text under names that end with `_at`. Here they become datetimes again,
on the wall clock of the person who reads them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from app.adapters.telegram_calls import asking
from models import User

Render: TypeAlias = Callable[[str, str, dict[str, object]], str]
"""(language, key, args) -> text with HTML marks. Datetimes among the args show the person's wall clock."""


@dataclass(frozen=True, slots=True)
class TelegramNotifier:
    bot: Bot
    render: Render
    button_key: str = "btn-open-deal"
    default_language: str = "en"

    async def notify(self, user_id: int, key: str, args: dict[str, object], deal_id: int | None) -> int:
        user = await User.get_or_none(id=user_id)
        language, zone = (user.language, user.timezone) if user else (self.default_language, "UTC")
        text = self.render(language, key, {name: on_wall(name, value, zone) for name, value in args.items()})
        with asking():
            message = await self.bot.send_message(
                user_id,
                text,
                parse_mode=ParseMode.HTML,
                reply_markup=self._buttons(language, args, deal_id),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        return message.message_id

    async def copy(
        self, user_id: int, from_chat_id: int, message_id: int, deal_id: int | None = None, opens: str = ""
    ) -> int:
        """The button makes the copy answerable: a reply to it goes to that deal's other side, say."""
        user = await User.get_or_none(id=user_id)
        args: dict[str, object] = {"opens": opens} if opens else {}
        markup = self._buttons(user.language if user else self.default_language, args, deal_id)
        with asking():
            copied = await self.bot.copy_message(user_id, from_chat_id, message_id, reply_markup=markup)
        return copied.message_id

    def _buttons(self, language: str, args: dict[str, object], deal_id: int | None) -> InlineKeyboardMarkup | None:
        rows: list[list[InlineKeyboardButton]] = []
        if "receipt_url" in args:
            label = self.render(language, "btn-receipt-page", {})
            rows.append([InlineKeyboardButton(text=label, url=str(args["receipt_url"]))])
        if deal_id is not None:
            label = self.render(language, self.button_key, {"deal": deal_id})
            rows.append([InlineKeyboardButton(text=label, callback_data=f"open:deal:{deal_id}")])
        if "opens" in args:
            thing = str(args["opens"])
            label = self.render(language, f"btn-open-{thing.partition(':')[0]}", {})
            rows.append([InlineKeyboardButton(text=label, callback_data=f"open:{thing}")])
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def on_wall(name: str, value: object, zone: str) -> object:
    """The moment that the ISO text names, as the person's clock shows it; anything else stays as it is."""
    if not name.endswith("_at") or not isinstance(value, str):
        return value
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=UTC)
    except (ValueError, ZoneInfoNotFoundError):
        return value
