"""Opening a screen from outside of the chat's flow: a deep link, a notice's button, something that Telegram told us.

The screen is put on top of the menu, so that Back always leads somewhere. One living message per conversation: the one
that was on show before is taken away, the notice that was tapped stays.
"""

import logging
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import BaseDialogManager, DialogManager, ShowMode, StartMode

from dialogs.beneath import close_help, screen_of
from dialogs.foreground import NotEntered, foreground
from dialogs.states import Admin, ChannelWizard, Menu

log = logging.getLogger(__name__)
Data = dict[str, Any]


async def open_over_home(manager: DialogManager, state: State, data: Data) -> None:
    """Reset the conversation to `state`, with the menu beneath it."""
    mode = _fresh(manager)
    if isinstance(manager.event, CallbackQuery):
        await _take_away_living(manager, manager.event)
    await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
    await manager.start(state, data=data, show_mode=mode)


async def show_channel(bg: BaseDialogManager, data: Data) -> None:
    """Show what came of making the bot an administrator: the channel that was added, or what is missing.

    `data` has `channel_id`, or `why` and `ref`. A wizard that is open moves on; anything else stays beneath.
    """
    state = ChannelWizard.added if "channel_id" in data else ChannelWizard.missing
    try:
        async with foreground(bg) as manager:
            await put_channel(manager, state, data)
    except (TelegramAPIError, NotEntered) as trouble:
        log.info("nobody could be told about a channel: %s", trouble)


async def is_at_desk(bg: BaseDialogManager) -> bool:
    """Does the person look at the administrators' screens now, or at help about them?"""
    try:
        async with foreground(bg) as manager:
            return manager.has_context() and (await screen_of(manager)).state.group is Admin
    except NotEntered:
        return False


async def put_channel(manager: DialogManager, state: State, data: Data) -> None:
    if not manager.has_context():
        await open_over_home(manager, state, data)
        return
    if (await screen_of(manager)).state.group is ChannelWizard:
        await close_help(manager)
    context = manager.current_context()
    if context.state.group is not ChannelWizard:
        await manager.start(state, data=data, show_mode=_fresh(manager))
        return
    shown = {**(context.start_data if isinstance(context.start_data, dict) else {}), **context.dialog_data}
    if context.state == state and all(shown.get(name) == value for name, value in data.items()):
        return  # told already: the picker and the new administrator arrive as two updates
    context.dialog_data.update(data)
    await manager.switch_to(state)
    await manager.show(_fresh(manager))


def _fresh(manager: DialogManager) -> ShowMode:
    """A new message, unless the living one itself was tapped. A reply keyboard leaves together with its message."""
    stack = manager.current_stack()
    event = manager.event
    if isinstance(event, CallbackQuery) and event.message and event.message.message_id == stack.last_message_id:
        return ShowMode.EDIT
    return ShowMode.DELETE_AND_SEND if stack.last_reply_keyboard else ShowMode.SEND


async def _take_away_living(manager: DialogManager, query: CallbackQuery) -> None:
    living = manager.current_stack().last_message_id
    if query.message is None or living is None or living == query.message.message_id:
        return
    bot: Bot = manager.middleware_data["bot"]
    try:
        await bot.delete_message(query.message.chat.id, living)
    except TelegramAPIError as trouble:
        log.debug("an old screen stays: %s", trouble)
