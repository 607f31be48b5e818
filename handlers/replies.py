"""Answering by Telegram's own "reply": a reply to a notice of a deal, or of an offer for a brief, goes to its other
side.

The notice's button says what it is about, so nothing has to be remembered, and a notice can be answered for ever. It
works from any screen, and goes before the screens: whoever replies to a notice means that notice.
"""

import re
from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

from app.texts import Translator
from dialogs.typed import carried, typed
from services.actor import Actor
from services.bundle import Services

OPENS = re.compile(r"open:(deal|application):(\d{1,18})")


class Answers(Filter):
    """A reply to a message of the bot that has a button of that thing; hands over which one."""

    def __init__(self, thing: str) -> None:
        self.thing = thing

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        notice = message.reply_to_message
        if notice is None or notice.reply_markup is None:
            return False
        for button in (button for row in notice.reply_markup.inline_keyboard for button in row):
            if (found := OPENS.fullmatch(button.callback_data or "")) and found[1] == self.thing:
                return {f"{self.thing}_id": int(found[2])}
        return False


def make_replies() -> Router:
    router = Router(name="replies")
    router.message.filter(F.chat.type == ChatType.PRIVATE, ~F.text.startswith("/"))
    router.message.register(on_reply, Answers("deal"))
    router.message.register(on_reply_to_offer, Answers("application"))
    return router


async def on_reply(message: Message, deal_id: int, services: Services, actor: Actor, t: Translator) -> None:
    await services.deals.write(actor, deal_id, *carried(message))
    await message.answer(t("deal-reply-carried", deal=deal_id))


async def on_reply_to_offer(
    message: Message, application_id: int, services: Services, actor: Actor, t: Translator
) -> None:
    """Words alone: there is no deal yet that anything else could be kept with."""
    await services.applications.write(actor, application_id, typed(message))
    await message.answer(t("campaigns-reply-carried"))
