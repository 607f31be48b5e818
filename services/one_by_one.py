"""Work through rows so that one that cannot be worked on keeps nobody else waiting."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from tortoise.models import Model

from services.trace import tracing

log = logging.getLogger(__name__)
Row = TypeVar("Row", bound=Model)


async def one_by_one(rows: Iterable[Row], work: Callable[[Row], Awaitable[bool]]) -> int:
    """How many were done. What fails is logged with its row and stays for the next pass."""
    return sum([await _patiently(row, work) for row in rows])


async def _patiently(row: Row, work: Callable[[Row], Awaitable[bool]]) -> bool:
    name = type(row).__name__.lower()
    with tracing(**{f"{name}_id": row.pk, "deal_id": getattr(row, "deal_id", row.pk if name == "deal" else None)}):
        try:
            return await work(row)
        except Exception:
            log.exception("%s %s could not be worked on", name, row.pk)
            return False
