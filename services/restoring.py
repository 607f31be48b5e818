"""After a backup was put back: what happened since it was made is asked from those who know, before anybody acts.

* Money: every unsettled escrow is looked up on the chain, and deals follow it. What was paid out is never paid again,
  because the chain is the judge; what the chain cannot be asked about stops the whole step.
* Posts: one that was due may be up. It counts as sent without an answer, so that the channel is searched before
  anything is sent; a match is adopted, and in doubt people decide.
* Time: deals whose people have lost steps get time to take them again; the contract's deadline leaves room for it.
* People: both sides of every live deal are told once since when steps are lost. What was waiting to be said is old.
* Numbers: ids go on above everything that may have been given out since, so that no old button opens another deal.
"""

import logging
from dataclasses import dataclass
from datetime import timedelta

from tortoise import Tortoise

from models import (
    FINAL_STATUSES,
    UNFUNDED_STATUSES,
    Channel,
    Deal,
    DealStatus,
    Escrow,
    Lease,
    Notice,
    Party,
    Posting,
    PostingState,
)
from services.deals.clocks import CLOCK_OF
from services.deals.terms import Terms
from services.escrow import Escrows
from services.notices import tell_party
from services.one_by_one import one_by_one
from services.ports import Clock

log = logging.getLogger(__name__)
BATCH = 200
TIME_TO_REPEAT = timedelta(hours=12)
FIRST_GAP = 1000
"""So many ids are left out, of every kind."""
BY_PEOPLE = (
    DealStatus.ESCROW_FUNDED,
    DealStatus.CREATIVE_PENDING_OWNER,
    DealStatus.CREATIVE_SUBMITTED,
    DealStatus.CREATIVE_CHANGES_REQUESTED,
    DealStatus.CREATIVE_APPROVED,
)
SENT_OVER = "restored from a backup"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was found, for whoever restores."""

    escrows: int
    deals_moved: int
    posts_in_doubt: int
    deals_live: int
    to_look_at: list[int]
    """Deals that wait for a post whose time may have been agreed since the backup: look at their channels."""


@dataclass(frozen=True, slots=True)
class Restoring:
    clock: Clock
    escrows: Escrows

    async def run(self) -> Restored:
        """Nobody else may be at work. May be run again. Raises Unreachable when the chain cannot be asked."""
        await Lease.all().update(expires_at=self.clock.utcnow())
        looked, moved = await self._follow_chain()
        doubtful = await self._doubt_posts()
        await self._silence_old_notices()
        live = await Deal.exclude(status__in=list(FINAL_STATUSES)).filter(verdict=None).order_by("id")
        await one_by_one(live, self._give_time)
        await one_by_one(live, self._tell)
        await _leave_a_gap()
        waiting = [deal.id for deal in live if deal.status in BY_PEOPLE]
        return Restored(looked, moved, doubtful, len(live), waiting)

    async def _follow_chain(self) -> tuple[int, int]:
        ids = await Escrow.filter(settled_at=None).order_by("id").values_list("id", flat=True)
        before = {deal.id: deal.status for deal in await Deal.all().only("id", "status")}
        for start in range(0, len(ids), BATCH):
            chosen = await Escrow.filter(id__in=ids[start : start + BATCH])
            await self.escrows.look_at(chosen)
        after = await Deal.all().only("id", "status")
        return len(ids), sum(before.get(deal.id) != deal.status for deal in after)

    async def _doubt_posts(self) -> int:
        """As after a crash while sending: the search begins behind the newest message that the backup knows of."""
        count = 0
        due = Posting.filter(state=PostingState.DUE, due_at__lte=self.clock.utcnow())
        for posting in await due.order_by("id"):
            channel = await Channel.get(id=posting.channel_id)
            anchor = max(posting.anchor_message_id, channel.highest_message_id)
            doubt = {"state": PostingState.AMBIGUOUS, "anchor_message_id": anchor, "attempts": posting.attempts + 1}
            mine = Posting.filter(id=posting.id, fence=posting.fence, state=PostingState.DUE)
            fresh = {"fence": posting.fence + 1, "claimed_until": None, "retry_at": None, "error": SENT_OVER}
            count += await mine.update(**doubt, **fresh)
        sending = Posting.filter(state=PostingState.SENDING)
        return count + await sending.update(state=PostingState.AMBIGUOUS, claimed_until=None, retry_at=None)

    async def _silence_old_notices(self) -> None:
        waiting = Notice.filter(sent_at=None, failed=None, due_at__lte=self.clock.utcnow())
        await waiting.update(failed=SENT_OVER)

    async def _give_time(self, deal: Deal) -> bool:
        """No clock rings before people could say again what was lost; never beyond the window of the terms."""
        if deal.status not in (*UNFUNDED_STATUSES, *BY_PEOPLE) or deal.due_at is None:
            return False
        later = self.clock.utcnow() + TIME_TO_REPEAT
        row = CLOCK_OF.get(deal.status)
        if row is not None and row.inside_window:
            later = min(later, Terms.of(deal).window_end)
        if deal.due_at >= later:
            return False
        return bool(await Deal.filter(id=deal.id, version=deal.version).update(due_at=later, warn_at=None))

    async def _tell(self, deal: Deal) -> bool:
        channel = await Channel.get(id=deal.channel_id)
        args: dict[str, object] = {"deal": deal.id, "channel": channel.title}
        for party in (Party.ADVERTISER, Party.OWNER):
            await tell_party(deal, party, "notice-restored", args, self.clock)
        return True


async def _leave_a_gap() -> None:
    """PostgreSQL counts in sequences; SQLite has one writer and is not restored while others remember its ids."""
    connection = Tortoise.get_connection("default")
    if connection.capabilities.dialect != "postgres":
        return
    sequences = "SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences WHERE schemaname = 'public'"
    for row in await connection.execute_query_dict(sequences):
        if "aerich" not in row["name"]:
            step = f"SELECT setval('{row['name']}', (SELECT last_value FROM {row['name']}) + {FIRST_GAP})"
            await connection.execute_query(step)
