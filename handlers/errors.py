"""What escapes everything else. Old buttons lead home; a defect of ours is logged whole and told plainly."""

import logging
from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent

from app.texts import Translator
from dialogs.foreground import bar_entrance
from dialogs.stale import OLD_INTENT, on_old_button
from services.errors import Refusal
from services.trace import note

log = logging.getLogger(__name__)
NO_DEFECT = (Refusal, TelegramAPIError, *OLD_INTENT)


def make_errors() -> Router:
    router = Router(name="errors")
    router.errors.register(on_background, F.update.aiogd_update)
    router.errors.register(on_old_button, ExceptionTypeFilter(*OLD_INTENT))
    router.errors.register(on_blocked, ExceptionTypeFilter(TelegramForbiddenError))
    router.errors.register(on_refusal, ExceptionTypeFilter(Refusal))
    router.errors.register(on_defect)
    return router


async def on_background(event: ErrorEvent) -> bool:
    """Work in the background found no screen to draw on, or failed there. The person did nothing and hears nothing."""
    bar_entrance(event.update)
    if isinstance(event.exception, NO_DEFECT):
        log.info("in the background: %r", event.exception)
    else:
        log.error("work in the background failed", exc_info=event.exception)
    return True


async def on_blocked(event: ErrorEvent) -> bool:
    """The person blocked the bot while it was answering: there is nobody to tell."""
    log.info("not delivered: %s", event.exception)
    return True


async def on_refusal(event: ErrorEvent, t: Translator) -> bool:
    """A refusal that no screen has told."""
    refusal = event.exception
    if isinstance(refusal, Refusal):
        note(outcome="refused", refusal=refusal.code())
        await _tell(event, t, refusal.key(), refusal.arguments)
    return True


async def on_defect(
    event: ErrorEvent, t: Translator | None = None, stores_away: tuple[type[Exception], ...] = ()
) -> bool:
    """`stores_away`: what is no defect, and comes again by itself: the update is left untaken."""
    if isinstance(event.exception, stores_away):
        raise event.exception
    note(outcome="failed")
    log.error("an update was not handled", exc_info=event.exception, extra={"update_id": event.update.update_id})
    if t is not None:  # it is not known yet if the stores failed before anybody looked at the update
        await _tell(event, t, "error-unexpected", {})
    return True


async def _tell(event: ErrorEvent, t: Translator, key: str, args: dict[str, Any]) -> None:
    query, message = event.update.callback_query, event.update.message
    try:
        if query is not None:
            await query.answer(t(key, args, plain=True)[:200], show_alert=True)
        elif message is not None and message.chat.type == ChatType.PRIVATE:
            await message.answer(t(key, args))
    except TelegramAPIError as trouble:
        log.info("nobody could be told: %s", trouble)
