"""A letter to the support: any words; a picture is taken with its caption."""

from aiogram.types import Message
from aiogram_dialog import DialogManager

from dialogs.scope import actor_of, services_of
from dialogs.states import Help
from dialogs.typed import typed


async def on_letter(message: Message, __: object, manager: DialogManager) -> None:
    await services_of(manager).support.write(actor_of(manager), typed(message))
    await manager.switch_to(Help.sent)
