"""A person's own screen, entered from outside of his taps.

aiogram-dialog's `fg` hands out the manager of the top screen while the person's lock is held. Three things would leave
that lock held for ever, and the person without an answer to any tap: work that is cancelled between entering and
leaving, a waiter that has given up when the screen is entered at last, and an entrance that no handler ever reaches
(the intent is gone, a middleware failed). Guarantee: whatever happens to the work, the screen is let go.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiogram.types import Update
from aiogram_dialog import BaseDialogManager, DialogManager
from aiogram_dialog.api.entities.update_event import DialogFgEvent

OPENING_SECONDS = 10
_HOLDERS: set[asyncio.Task[None]] = set()
"""Held here, or they would be collected half-way."""


class NotEntered(Exception):
    """The person's screen could not be entered; nobody touched it."""


def bar_entrance(update: Update) -> None:
    """An update of the background has failed: whoever waits to enter by it need not wait any longer."""
    event = getattr(update, "aiogd_update", None)
    if isinstance(event, DialogFgEvent) and not event.entered.done():
        event.entered.set_exception(NotEntered())


@asynccontextmanager
async def foreground(bg: BaseDialogManager) -> AsyncIterator[DialogManager]:
    """The manager of the person's top screen; what was done with it is saved at the end.

    An exception of the work is the handler's too, so that nothing of it is saved; work that is cancelled is saved as
    far as it came. Raises NotEntered when the screen cannot be entered.
    """
    loop = asyncio.get_running_loop()
    entered: asyncio.Future[DialogManager] = loop.create_future()
    left: asyncio.Future[None] = loop.create_future()
    holder = asyncio.create_task(_hold(bg, entered, left))
    _HOLDERS.add(holder)
    holder.add_done_callback(_ended)
    manager = await _entrance(holder, entered, left)
    try:
        yield manager
    except Exception as trouble:
        left.set_exception(trouble)
        raise
    finally:
        if not left.done():
            left.set_result(None)
        await asyncio.wait({holder})
    holder.result()


def _ended(holder: "asyncio.Task[None]") -> None:
    """Its trouble is the work's own, or was told to whoever waits."""
    _HOLDERS.discard(holder)
    if not holder.cancelled():
        holder.exception()


async def _hold(bg: BaseDialogManager, entered: "asyncio.Future[DialogManager]", left: "asyncio.Future[None]") -> None:
    """Stays inside until the work has left; never cancelled while it is there."""
    async with bg.fg() as manager:
        if not entered.done():
            entered.set_result(manager)
        await left


async def _entrance(
    holder: "asyncio.Task[None]", entered: "asyncio.Future[DialogManager]", left: "asyncio.Future[None]"
) -> DialogManager:
    either: set[asyncio.Future[Any]] = {holder, entered}
    try:
        await asyncio.wait(either, timeout=OPENING_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:
        left.set_result(None)
        raise
    if entered.done():
        return entered.result()
    entered.cancel()
    holder.cancel()
    raise NotEntered
