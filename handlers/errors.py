"""What escapes everything else. Old buttons lead home; a defect of ours is logged whole and told plainly."""

import logging
from typing import Any

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent

from app.texts import Translator
from dialogs.stale import OLD_INTENT, on_old_button
from services.errors import Refusal

log = logging.getLogger(__name__)


def make_errors() -> Router:
    router = Router(name="errors")
    router.errors.register(on_old_button, ExceptionTypeFilter(*OLD_INTENT))
    router.errors.register(on_blocked, ExceptionTypeFilter(TelegramForbiddenError))
    router.errors.register(on_refusal, ExceptionTypeFilter(Refusal))
    router.errors.register(on_defect)
    return router


async def on_blocked(event: ErrorEvent) -> bool:
    """The person blocked the bot while it was answering: there is nobody to tell."""
    log.info("not delivered: %s", event.exception)
    return True


async def on_refusal(event: ErrorEvent, t: Translator) -> bool:
    """A refusal outside of a tap or a message, such as a redraw of a deal that is not this person's any more."""
    refusal = event.exception
    if isinstance(refusal, Refusal):
        log.info("refused in the background: %s %s", refusal.code(), refusal.arguments)
        await _tell(event, t, refusal.key(), refusal.arguments)
    return True


async def on_defect(
    event: ErrorEvent, t: Translator | None = None, stores_away: tuple[type[Exception], ...] = ()
) -> bool:
    """`stores_away`: what is no defect, and comes again by itself: the update is left untaken."""
    if isinstance(event.exception, stores_away):
        raise event.exception
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
