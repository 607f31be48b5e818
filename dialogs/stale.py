"""Refusals and old buttons, met once for all screens.

A Telegram button stays clickable for ever; the deal behind it does not. A refusal becomes an alert (or a message, after
an input), and the screen is drawn again with what is true now. Nothing typed is lost: dialog data stays.
"""

import logging
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, ErrorEvent, Message, TelegramObject
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.api.exceptions import (
    DialogStackOverflow,
    NoContextError,
    OutdatedIntent,
    UnknownIntent,
    UnknownState,
)

from dialogs.states import Menu
from services.errors import NotFound, Refusal
from services.trace import note

log = logging.getLogger(__name__)
ALERT_LIMIT = 200
"""answerCallbackQuery takes at most 200 characters."""
OLD_INTENT = (UnknownIntent, OutdatedIntent, UnknownState, NoContextError, DialogStackOverflow)


class RefusalMiddleware(BaseMiddleware):
    """Inner middleware of messages and callback queries, added after `setup_dialogs`."""

    async def __call__(self, handler: Any, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except Refusal as refusal:
            note(outcome="refused", refusal=refusal.code())
            await say(refusal, event, data)
            return None


async def say(refusal: Refusal, event: TelegramObject, data: dict[str, Any]) -> None:
    """Tell the person why not, then draw the truth."""
    words: str = data["t"](refusal.key(), refusal.arguments, plain=True)
    manager: DialogManager | None = data.get("dialog_manager")
    if isinstance(event, CallbackQuery):
        await event.answer(words[:ALERT_LIMIT], show_alert=True)
    elif isinstance(event, Message):
        await event.answer(data["t"](refusal.key(), refusal.arguments))
    if manager is not None:
        await redraw(manager, gone=isinstance(refusal, NotFound))


async def redraw(manager: DialogManager, gone: bool) -> None:
    """Show the present screen again; if what it showed does not exist (for this person), go home."""
    if gone or not manager.has_context():
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)
        return
    try:
        await manager.show(ShowMode.AUTO)
    except Refusal:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)


async def on_old_button(event: ErrorEvent, dialog_manager: DialogManager, t: Any) -> bool:
    """A button of a screen that the bot no longer remembers: say so and start from home."""
    query = event.update.callback_query
    if query is not None:
        await query.answer(t("error-old-button", plain=True), show_alert=True)
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    return True
