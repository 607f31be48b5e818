"""The plan of checks for one post: a random moment in each equal band of the term, and one at its end.

Nobody can foresee the moments, so the post has to stand as agreed all the time. The final check comes when the term is
over: only a content check then releases the money.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from models import Check, CheckKind, Deal, DealStatus, Posting

BANDS = 4
CONFIRM_AFTER = timedelta(minutes=10)
"""Telegram's "not found" may be stale once: a violation is believed when it is seen again this much later."""


@dataclass(frozen=True, slots=True)
class PlannedCheck:
    kind: CheckKind
    band: int
    due_at: datetime


def plan_checks(start: datetime, end: datetime, rng: random.Random) -> list[PlannedCheck]:
    width = (end - start) / BANDS
    bands = [PlannedCheck(CheckKind.BAND, band, start + width * band + width * rng.random()) for band in range(BANDS)]
    return [*bands, PlannedCheck(CheckKind.FINAL, BANDS, end)]


async def write_checks(posting_id: int, planned: list[PlannedCheck]) -> None:
    for one in planned:
        await Check.create(posting_id=posting_id, kind=one.kind, band=one.band, due_at=one.due_at)


async def ensure_final(posting_id: int, end: datetime) -> None:
    """The term has moved: so does its final check, or a new one if the old is done."""
    moved = await Check.filter(posting_id=posting_id, kind=CheckKind.FINAL, done_at=None).update(due_at=end)
    if not moved:
        await Check.create(posting_id=posting_id, kind=CheckKind.FINAL, band=BANDS, due_at=end)


async def ensure_watched(now: datetime) -> None:
    """A net under the workers: a term that is over, undecided and without an open check gets another final one."""
    over = Deal.filter(status=DealStatus.RETENTION_CHECK, verdict=None, due_at__lte=now)
    deals = list(await over.values_list("id", flat=True))
    for posting in await Posting.filter(deal_id__in=deals):
        if not await Check.filter(posting_id=posting.id, done_at=None).exists():
            await ensure_final(posting.id, now)


async def ensure_confirm(posting_id: int, due_at: datetime) -> None:
    """One confirming look is pending, no sooner than `due_at`."""
    pending = Check.filter(posting_id=posting_id, kind=CheckKind.CONFIRM, done_at=None)
    if not await pending.exists():
        await Check.create(posting_id=posting_id, kind=CheckKind.CONFIRM, band=BANDS, due_at=due_at)
