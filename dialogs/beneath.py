"""The screen that a person is at while he reads help.

Help lies on top of the screen that it explains, and hides it from what comes from outside: a wallet's answer, a channel
that was added, a vault. All of these are meant for the screen beneath.
"""

from typing import cast

from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import Context
from aiogram_dialog.api.exceptions import UnknownIntent
from aiogram_dialog.api.internal import STORAGE_KEY
from aiogram_dialog.context.storage import StorageProxy

from dialogs.states import Help


async def screen_of(manager: DialogManager) -> Context:
    """The top screen, or the one that the help on top of it is about."""
    context = manager.current_context()
    for intent_id in reversed(manager.current_stack().intents[:-1]):
        if context.state.group is not Help:
            break
        try:
            context = await _storage(manager).load_context(intent_id)
        except UnknownIntent:
            break
    return context


async def keep(manager: DialogManager, context: Context) -> bool:
    """Save a screen that was changed. True if it is on top, where aiogram-dialog saves it and it may be drawn."""
    if context.id == manager.current_context().id:
        return True
    await _storage(manager).save_context(context)
    return False


async def close_help(manager: DialogManager) -> None:
    """Up to the screen that it is about, which is not drawn yet."""
    while len(manager.current_stack().intents) > 1 and manager.current_context().state.group is Help:
        await manager.mark_closed()


def _storage(manager: DialogManager) -> StorageProxy:
    return cast(StorageProxy, manager.middleware_data[STORAGE_KEY])
