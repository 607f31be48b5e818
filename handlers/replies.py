"""Answering by Telegram's own "reply": a reply to a notice of a deal goes to the other side of that deal.

The notice's button says which deal it is, so nothing has to be remembered, and a notice can be answered for ever. It
works from any screen, and goes before the screens: whoever replies to a notice means that notice.
"""

import re
from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

from app.texts import Translator
from dialogs.typed import carried
from services.actor import Actor
from services.bundle import Services

OPENS = re.compile(r"open:deal:(\d{1,18})")


class AnswersDeal(Filter):
    """A reply to a message of the bot that has a deal's button; hands over which deal."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        notice = message.reply_to_message
        if notice is None or notice.reply_markup is None:
            return False
        for button in (button for row in notice.reply_markup.inline_keyboard for button in row):
            if found := OPENS.fullmatch(button.callback_data or ""):
                return {"deal_id": int(found[1])}
        return False


def make_replies() -> Router:
    router = Router(name="replies")
    router.message.filter(F.chat.type == ChatType.PRIVATE, ~F.text.startswith("/"))
    router.message.register(on_reply, AnswersDeal())
    return router


async def on_reply(message: Message, deal_id: int, services: Services, actor: Actor, t: Translator) -> None:
    await services.deals.write(actor, deal_id, *carried(message))
    await message.answer(t("deal-reply-carried", deal=deal_id))
