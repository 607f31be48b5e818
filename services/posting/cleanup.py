"""Posts whose time is over: a refunded one at once, a paid one after its term, a permanent one never.

Nothing is deleted before there is a verdict. A post that Telegram will not let us delete is left alone after a few
tries, and its owner is asked to do it.
"""

from datetime import UTC, datetime, timedelta

from tortoise.expressions import Q

from models import FINAL_STATUSES, Deal, DealStatus, Party, Posting, PostingState, Verdict
from services.deals.terms import Terms
from services.notices import tell_party
from services.one_by_one import one_by_one
from services.ports import Clock, Refused, Telegram, Unreachable
from services.posting import claims

RETRY = timedelta(minutes=2)
MAX_TRIES = 5
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""`Posting.delete_at` of what stays up: it leaves the queue."""


async def clean_up(telegram: Telegram, clock: Clock, limit: int) -> int:
    now = clock.utcnow()
    decided = Q(deal__verdict__not_isnull=True) | Q(deal__status__in=list(FINAL_STATUSES))
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    ready = Q(delete_at=None) | Q(delete_at__lte=now)
    rows = Posting.filter(decided, free, ready, state=PostingState.POSTED, deleted_at=None)
    return await one_by_one(
        await rows.order_by("id").limit(limit), lambda posting: _clean_one(telegram, clock, posting)
    )


async def _clean_one(telegram: Telegram, clock: Clock, posting: Posting) -> bool:
    now = clock.utcnow()
    deal = await Deal.get(id=posting.deal_id).select_related("channel")
    due = when_to_delete(deal, now)
    if due > now:
        await Posting.filter(id=posting.id).update(delete_at=due)
        return False
    if not await claims.claim(posting, now):
        return False
    try:
        await telegram.delete(deal.channel.chat_id, posting.message_ids)
    except (Refused, Unreachable) as trouble:
        await _later(deal, posting, clock, trouble)
        return False
    return await claims.write(posting, state=PostingState.DELETED, deleted_at=now, claimed_until=None)


def when_to_delete(deal: Deal, now: datetime) -> datetime:
    if Verdict.REFUND in (deal.verdict, deal.outcome) or deal.status is DealStatus.REFUNDED:
        return now
    if Terms.of(deal).is_permanent:
        return NEVER
    return deal.retention_ends_at or now


async def _later(deal: Deal, posting: Posting, clock: Clock, trouble: Refused | Unreachable) -> None:
    tries = posting.attempts + 1
    error = str(trouble)[:200]
    if isinstance(trouble, Unreachable) or tries < MAX_TRIES:
        pause = RETRY * min(tries, MAX_TRIES)
        await claims.write(posting, attempts=tries, claimed_until=None, delete_at=clock.utcnow() + pause, error=error)
        return
    if await claims.write(posting, attempts=tries, claimed_until=None, delete_at=NEVER, error=error):
        args: dict[str, object] = {"deal": deal.id, "channel": deal.channel.title, "url": posting.url or ""}
        await tell_party(deal, Party.OWNER, "notice-delete-post-owner", args, clock)
