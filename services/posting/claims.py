"""Who works on a posting: one worker at a time, told by a fence.

A claim raises the fence; every later write names it. A worker that wakes up after its claim ran out finds another
number and writes nothing. A row that is found SENDING with its claim run out is the memory of a crash.
"""

from datetime import datetime, timedelta

from tortoise.expressions import Q

from models import Posting, PostingState

CLAIM = timedelta(minutes=5)
"""Longer than any call to Telegram may take."""
WORKED_ON = (PostingState.DUE, PostingState.SENDING, PostingState.AMBIGUOUS)


def _free(now: datetime) -> Q:
    return Q(claimed_until=None) | Q(claimed_until__lte=now)


async def due(now: datetime, limit: int) -> list[Posting]:
    """What is to be sent or cleared up now, oldest first."""
    ready = Q(retry_at=None) | Q(retry_at__lte=now)
    rows = Posting.filter(_free(now), ready, state__in=WORKED_ON, due_at__lte=now)
    return await rows.order_by("due_at", "id").limit(limit)


async def claim(posting: Posting, now: datetime) -> bool:
    """Take the posting as it was read; the object then carries the new fence."""
    mine = {"fence": posting.fence + 1, "claimed_until": now + CLAIM}
    found = Posting.filter(_free(now), id=posting.id, state=posting.state, fence=posting.fence)
    if not await found.update(**mine):
        return False
    posting.update_from_dict(mine)
    return True


async def write(posting: Posting, **changes: object) -> bool:
    """Write if the claim is still ours."""
    if not await Posting.filter(id=posting.id, fence=posting.fence).update(**changes):
        return False
    posting.update_from_dict(dict(changes))
    return True


async def start_sending(posting: Posting, anchor_message_id: int, now: datetime) -> bool:
    """The row before the act: from here on a crash is remembered."""
    mine = Posting.filter(id=posting.id, fence=posting.fence, state=PostingState.DUE, claimed_until__gt=now)
    changes = {"state": PostingState.SENDING, "anchor_message_id": anchor_message_id, "attempts": posting.attempts + 1}
    if not await mine.update(**changes):
        return False
    posting.update_from_dict(changes)
    return True


async def put_back(posting: Posting, state: PostingState, retry_at: datetime, error: str) -> bool:
    """Leave it for later. What goes from SENDING back to DUE was surely not sent: it counts as no attempt."""
    unsent = posting.state is PostingState.SENDING and state is PostingState.DUE
    attempts = posting.attempts - 1 if unsent else posting.attempts
    return await write(
        posting, state=state, retry_at=retry_at, claimed_until=None, attempts=attempts, error=error[:200]
    )
