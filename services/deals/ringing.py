"""The clocks' hand: silence is warned about, then ends as the table of clocks says."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import Deal, DealStatus, Notice, Party, Posting, PostingState
from services.actor import PLATFORM
from services.deals.clocks import CLOCK_OF, Ends
from services.deals.lifecycle import Action
from services.deals.part import DealPart
from services.deals.transition import Move, advance
from services.errors import GoneAhead, TryAgain
from services.notices import people_of
from services.one_by_one import one_by_one

UNPAID = DealStatus.AWAITING_ESCROW_PAYMENT
MAX_SILENCES = 3


@dataclass(frozen=True, slots=True)
class Ringing(DealPart):
    async def ring_due(self, limit: int = 100) -> int:
        """Close or refund what stayed silent too long. DECIDE and CAP clocks belong to verification and disputes.

        Unpaid deals come last and ask the chain: a provider that is away holds up no other clock.
        """
        silent = {row.status for row in CLOCK_OF.values() if row.ends in (Ends.EXPIRE, Ends.REFUND)}
        over = Deal.filter(verdict=None, due_at__lte=self.clock.utcnow()).order_by("due_at").limit(limit)
        rung = await one_by_one(await over.filter(status__in=list(silent - {UNPAID})), self._ring)
        return rung + await one_by_one(await over.filter(status=UNPAID), self._ring_unpaid())

    def _ring_unpaid(self) -> Callable[[Deal], Awaitable[bool]]:
        """`_ring` for one pass: a provider that was silent a few times in a row is not asked about all others too."""
        silences = 0

        async def ring(deal: Deal) -> bool:
            nonlocal silences
            if silences >= MAX_SILENCES:
                return False
            try:
                await self.ask_chain(deal)
            except (GoneAhead, TryAgain) as answer:
                silences = silences + 1 if isinstance(answer, TryAgain) else 0
                return False
            silences = 0
            return await self._ring(deal)

        return ring

    async def _ring(self, deal: Deal) -> bool:
        if deal.status is DealStatus.SCHEDULED and await _is_being_posted(deal):
            return False  # placement decides: it knows whether the post may be up already
        ends = CLOCK_OF[deal.status].ends
        action = Action.EXPIRE if ends is Ends.EXPIRE else Action.TIME_OUT
        try:
            await advance(deal, Move(action, Party.PLATFORM, PLATFORM, payload={"was": deal.status.value}), self.clock)
        except GoneAhead:  # somebody was faster
            return False
        return True

    async def warn_due(self, limit: int = 100) -> int:
        """Remind both sides of what happens soon if nobody acts; once for each clock."""
        now = self.clock.utcnow()
        due = await Deal.filter(warn_at__lte=now, verdict=None).select_related("channel").limit(limit)
        return await one_by_one(due, self._warn)

    async def _warn(self, deal: Deal) -> bool:
        left = int((deal.due_at - self.clock.utcnow()).total_seconds()) if deal.due_at else 0
        people = [(side, user) for side in (Party.ADVERTISER, Party.OWNER) for user in await people_of(deal, side)]
        async with in_transaction():
            if not await Deal.filter(id=deal.id, version=deal.version, warn_at=deal.warn_at).update(warn_at=None):
                return False
            args = {"deal": deal.id, "channel": deal.channel.title, "left_seconds": left}
            for _, user_id in people:
                key = f"notice-warning-{CLOCK_OF[deal.status].ends.value}"
                await Notice.create(user_id=user_id, key=key, args=args, deal_id=deal.id, due_at=self.clock.utcnow())
        return True


async def _is_being_posted(deal: Deal) -> bool:
    working = (PostingState.DUE, PostingState.SENDING, PostingState.AMBIGUOUS, PostingState.POSTED)
    return await Posting.filter(deal_id=deal.id, state__in=list(working)).exists()
