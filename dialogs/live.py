"""Screens that follow the truth: when something happens to a deal, the card that the other side has open is redrawn.

A redraw never steals the screen: we look at what is on top of that person's stack, and touch it only if it is a screen
of this very deal (or, for a wallet that has just answered, a wallet screen). Help stays where it is, and what lies
beneath it is changed, so that Back leads to the truth. A notice is sent anyway, by others.
"""

import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.state import State
from aiogram_dialog import BaseDialogManager, DialogManager, ShowMode
from aiogram_dialog.api.entities import Context
from aiogram_dialog.api.protocols import BgManagerFactory

from dialogs.beneath import keep, screen_of
from dialogs.foreground import NotEntered, foreground
from dialogs.states import CreativeReview, DealRoom, Wallet
from services.errors import Refusal

Prepare = Callable[[DialogManager, Context], Awaitable[None]]
log = logging.getLogger(__name__)
ROOMS = (DealRoom, CreativeReview, Wallet)
NOT_WHILE_TYPING = (DealRoom.case, CreativeReview.write, CreativeReview.buttons, CreativeReview.changes)
"""Their facts hardly change, and the message being edited under somebody's thumb helps nobody."""


async def redraw_deal(bg_factory: BgManagerFactory, bot: Bot, user_id: int, deal_id: int) -> bool:
    """Draw the person's screen again if it shows this deal; True if it was."""
    return await redraw(bg_factory.bg(bot=bot, user_id=user_id, chat_id=user_id), deal_id=deal_id)


async def redraw(
    bg: BaseDialogManager, *, deal_id: int | None, group: type | None = None, prepare: Prepare | None = None
) -> bool:
    """As `redraw_deal`, for a manager at hand. `group` narrows it to one dialog; `prepare` may change it first."""
    try:
        async with foreground(bg) as manager:
            if not manager.has_context():
                return False
            context = await screen_of(manager)
            return _shows(context, deal_id, group) and await _draw(manager, context, prepare)
    except NotEntered:
        log.warning("the screen of deal %s could not be looked at", deal_id)
        return False


async def _draw(manager: DialogManager, context: Context, prepare: Prepare | None) -> bool:
    """Errors end here: what escapes would be taken for an error of the person's own doing."""
    try:
        if prepare is not None:
            await prepare(manager, context)
        is_on_top = await keep(manager, context)
        if is_on_top:
            await manager.show(ShowMode.EDIT)
    except (TelegramAPIError, Refusal) as trouble:
        log.info("a screen was not redrawn: %s", trouble)
        return False
    return is_on_top


def _shows(context: Context, deal_id: int | None, group: type | None) -> bool:
    state: State = context.state
    start = context.start_data
    shown = start.get("deal_id") if isinstance(start, dict) else None
    here = state.group is group if group is not None else state.group in ROOMS
    return here and shown == deal_id and state not in NOT_WHILE_TYPING
