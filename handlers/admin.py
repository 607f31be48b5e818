"""`/admin`, and answers to letters, for those whom the settings name. To everybody else they are words like any other.

A letter to the support comes to administrators as a notice: whoever replies to that message answers the person. The
person's reply to an answer goes the same way back.
"""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager

from app.texts import Translator
from dialogs.opening import open_over_home
from dialogs.states import Admin
from dialogs.typed import typed
from services.actor import Actor
from services.bundle import Services

IN_PRIVATE = F.chat.type == ChatType.PRIVATE


def make_admin_commands() -> Router:
    router = Router(name="admin")
    router.message.register(on_admin, IN_PRIVATE, Command("admin"), is_admin)
    router.message.register(on_answer, IN_PRIVATE, F.reply_to_message, is_letter)
    router.message.register(on_more, IN_PRIVATE, F.reply_to_message, is_answer)
    return router


async def is_admin(_: Message, actor: Actor) -> bool:
    return actor.is_admin


async def on_admin(_: Message, dialog_manager: DialogManager) -> None:
    await open_over_home(dialog_manager, Admin.home, {})


async def is_letter(message: Message, actor: Actor, services: Services) -> bool | dict[str, int]:
    replied = message.reply_to_message
    user_id = await services.support.asked_by(actor, replied.message_id) if replied else None
    return {"letter_of": user_id} if user_id is not None else False


async def is_answer(message: Message, actor: Actor, services: Services) -> bool:
    replied = message.reply_to_message
    return replied is not None and await services.support.is_answer(actor, replied.message_id)


async def on_answer(message: Message, services: Services, actor: Actor, t: Translator, letter_of: int) -> None:
    await services.support.answer(actor, letter_of, typed(message))
    await message.reply(t("help-support-answered"))


async def on_more(message: Message, services: Services, actor: Actor, t: Translator) -> None:
    await services.support.write(actor, typed(message))
    await message.reply(t("help-support-sent"))
