"""Post again: what the owner can do inside the cure window, above all after a deletion.

What is left of the old post is deleted first, then the posting is due again and goes the way of every post. It takes a
violation of the post that stands: what was seen of an earlier one is made good. The term, which the cure window had
extended by its whole length, becomes what was agreed plus the true gaps since each violation was first seen; it is
never shorter than agreed, and never longer than with the whole window.
"""

from datetime import datetime, timedelta

from tortoise.expressions import F, Q
from tortoise.transactions import in_transaction

from models import Check, CheckResult, Deal, DealEvent, Posting, PostingState
from services.actor import Actor
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.deals.terms import Terms
from services.deals.transition import Move, advance
from services.errors import GoneAhead, RightsMissing, TryAgain
from services.ports import Clock, Refused, Telegram, Unreachable
from services.posting.retention import ensure_final


async def post_again(access: DealAccess, telegram: Telegram, clock: Clock, actor: Actor, deal_id: int) -> Deal:
    deal, party = await access.load(actor, deal_id)
    await access.check(actor, deal, party, Action.POST_AGAIN)
    now = clock.utcnow()
    posting = await Posting.get(deal_id=deal.id)
    seen_at = await violated_since(posting)
    open_window = deal.cure_ends_at is not None and now < deal.cure_ends_at
    if not open_window or seen_at is None or posting.state is not PostingState.POSTED:
        raise GoneAhead(status=deal.status.value)
    await _remove_rest(telegram, deal, posting)
    ends_at = await _term_end(deal, now - seen_at)
    move = Move(Action.POST_AGAIN, party, actor, {"retention_ends_at": ends_at}, {"ends_at": ends_at.isoformat()})
    async with in_transaction():
        await advance(deal, move, clock)
        await _queue(posting, now)
        await ensure_final(posting.id, ends_at)
    return deal


async def _remove_rest(telegram: Telegram, deal: Deal, posting: Posting) -> None:
    try:
        await telegram.delete(deal.channel.chat_id, posting.message_ids)
    except Unreachable as trouble:
        raise TryAgain() from trouble
    except Refused as no:
        raise RightsMissing(channel=deal.channel.title, rights="delete", post=True, edit=True, delete=False) from no


async def _queue(posting: Posting, now: datetime) -> None:
    fresh = {"state": PostingState.DUE, "due_at": now, "retry_at": None, "claimed_until": None}
    row = Posting.filter(Q(claimed_until=None) | Q(claimed_until__lte=now), id=posting.id, fence=posting.fence)
    if not await row.update(**fresh, attempts=0, error="", fence=F("fence") + 1):
        raise GoneAhead()


async def _term_end(deal: Deal, gap: timedelta) -> datetime:
    """The cure window had added its whole length; the gaps take its place, and are together never longer."""
    assert deal.retention_ends_at is not None
    window = timedelta(seconds=Terms.of(deal).clocks["cure_seconds"])
    again = DealEvent.filter(deal_id=deal.id, action=Action.POST_AGAIN.value)
    if not await again.exists():
        return deal.retention_ends_at - window + min(gap, window)
    agreed = await _agreed_end(deal)
    return max(agreed, min(deal.retention_ends_at + gap, agreed + window))


async def _agreed_end(deal: Deal) -> datetime:
    """The end of the term as it was told when the post first went out."""
    first = await DealEvent.filter(deal_id=deal.id, action=Action.MARK_POSTED.value).order_by("id").first()
    assert first is not None
    return datetime.fromisoformat(str(first.payload["ends_at"]))


async def violated_since(posting: Posting) -> datetime | None:
    """When the violation of the post that stands was first seen; None if its last content check was intact."""
    told = Check.filter(posting_id=posting.id, result__in=[CheckResult.INTACT, CheckResult.VIOLATED])
    since: datetime | None = None
    for check in await told.filter(done_at__gt=posting.posted_at).order_by("-done_at", "-id"):
        if check.result is CheckResult.INTACT:
            break
        since = check.done_at
    return since
