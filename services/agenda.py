"""When the next thing is due: the sandbox passes through a day by it, without missing an hour."""

from datetime import datetime
from typing import Any

from models import FINAL_STATUSES, Check, Deal, Notice, Posting, PostingState


async def next_due() -> datetime | None:
    """The earliest moment (UTC) at which a worker will have something to do; None when nothing is waiting."""
    live = Deal.exclude(status__in=list(FINAL_STATUSES)).filter(verdict=None)
    candidates = [
        await _earliest(live, "due_at"),
        await _earliest(live, "warn_at"),
        await _earliest(live, "cure_ends_at"),
        await _earliest(Posting.filter(state=PostingState.DUE), "due_at"),
        await _earliest(Posting.filter(state=PostingState.DUE), "retry_at"),
        await _earliest(Posting.filter(deleted_at=None), "delete_at"),
        await _earliest(Check.filter(done_at=None), "due_at"),
        await _earliest(Notice.filter(sent_at=None, failed=None), "due_at"),
    ]
    return min((at for at in candidates if at is not None), default=None)


async def _earliest(rows: Any, field: str) -> datetime | None:
    query = rows.exclude(**{field: None}).order_by(field)
    found: list[datetime] = await query.limit(1).values_list(field, flat=True)
    return found[0] if found else None
