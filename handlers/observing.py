"""Every update is one line in the log and one measurement: what it was, who sent it, how long it took, how it ended.

It stands in front of all other middlewares, so that what is said while an error is handled belongs to the update as
well. How it ended is noted by whoever knows: `refused`, `failed`; an update that nobody took is `unhandled`.
"""

import logging
import time
from typing import Any

from aiogram import BaseMiddleware, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import TelegramObject, Update
from aiogram.types.update import UpdateTypeLookupError

from app.metrics import UPDATES
from services.trace import tracing

log = logging.getLogger(__name__)
REDRAW = "redraw"


class Observed(BaseMiddleware):
    async def __call__(self, handler: Any, event: TelegramObject, data: dict[str, Any]) -> Any:
        kind, started = kind_of(event), time.perf_counter()
        with tracing(update_id=getattr(event, "update_id", 0)) as scope:
            try:
                answer = await handler(event, data)
                if answer is UNHANDLED:
                    scope.setdefault("outcome", "unhandled")
                return answer
            except BaseException:
                scope["outcome"] = "failed"
                raise
            finally:
                _tell(kind, time.perf_counter() - started, str(scope.setdefault("outcome", "ok")))


def _tell(kind: str, seconds: float, outcome: str) -> None:
    UPDATES.labels(kind, outcome).observe(seconds)
    level = logging.DEBUG if kind == REDRAW else logging.INFO
    log.log(level, "update", extra={"kind": kind, "duration_ms": round(seconds * 1000, 1)})


def kind_of(event: TelegramObject) -> str:
    """Telegram's name for it; `redraw` for what no person sent."""
    if getattr(event, "aiogd_update", None) is not None:
        return REDRAW
    try:
        return event.event_type if isinstance(event, Update) else "other"
    except UpdateTypeLookupError:
        return "other"


def observe(dp: Dispatcher) -> None:
    """Put it in front of what is there already."""
    others = list(dp.update.outer_middleware)
    for one in others:
        dp.update.outer_middleware.unregister(one)
    dp.update.outer_middleware(Observed())
    for one in others:
        dp.update.outer_middleware(one)
