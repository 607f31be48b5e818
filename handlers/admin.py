"""`/admin`, for those whom the settings name. To everybody else it is a word like any other."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager

from dialogs.opening import open_over_home
from dialogs.states import Admin
from services.actor import Actor


def make_admin_commands() -> Router:
    router = Router(name="admin")
    router.message.register(on_admin, F.chat.type == ChatType.PRIVATE, Command("admin"), is_admin)
    return router


async def is_admin(_: Message, actor: Actor) -> bool:
    return actor.is_admin


async def on_admin(_: Message, dialog_manager: DialogManager) -> None:
    await open_over_home(dialog_manager, Admin.home, {})
