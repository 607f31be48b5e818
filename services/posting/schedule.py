"""When a post goes out: proposed by one side, agreed by the other, checked both times.

A time lies in the future and inside the window of the terms, and its hours on top overlap no other deal's in that
channel. A channel shows one pinned post: where both are sold as pinned the whole terms do not overlap. Nothing is
scheduled where it could not be verified: without a vault, or in a channel that forbids forwarding.
"""

from datetime import datetime, timedelta

from tortoise.expressions import F, Q

from models import Channel, Creative, CreativeState, Deal, DealStatus, Posting, PostingState
from services.deals.terms import Terms
from services.errors import BadTime, ChannelProtected, GoneAhead, SlotTaken, TimeOutsideWindow, TryAgain
from services.ports import Refused, Telegram, Unreachable

BOOKED = (DealStatus.SCHEDULED, DealStatus.POSTED, DealStatus.RETENTION_CHECK, DealStatus.DISPUTED)


async def check_time(deal: Deal, publish_at: datetime, now: datetime) -> None:
    """Raise the refusal that keeps this deal from this time. Reads the database alone."""
    if publish_at.tzinfo is None or publish_at <= now:
        raise BadTime(now=now.isoformat())
    terms = Terms.of(deal)
    if publish_at > terms.window_end:
        raise TimeOutsideWindow(window_end=terms.window_end.isoformat())
    others = Deal.filter(channel_id=deal.channel_id, status__in=BOOKED, verdict=None, publish_at__not_isnull=True)
    for other in await others.exclude(id=deal.id):
        pinned = terms.pinned and Terms.of(other).pinned
        ends = publish_at + (_pinned_for(terms) if pinned else timedelta(seconds=terms.top_seconds))
        taken_until = _pin_ends(other) if pinned else await _top_ends(other)
        assert other.publish_at is not None
        if other.publish_at < ends and publish_at < taken_until:
            raise SlotTaken(taken_until=taken_until.isoformat())


def _pinned_for(terms: Terms) -> timedelta:
    """The term, and what a cure window may add to it."""
    return timedelta(seconds=terms.retention_seconds + terms.clocks["cure_seconds"])


def _pin_ends(deal: Deal) -> datetime:
    terms = Terms.of(deal)
    if deal.retention_ends_at is not None:  # which a cure window, once it was opened, has moved already
        cure = 0 if deal.cure_ends_at is not None else terms.clocks["cure_seconds"]
        return deal.retention_ends_at + timedelta(seconds=cure)
    assert deal.publish_at is not None
    return deal.publish_at + _pinned_for(terms)


async def _top_ends(deal: Deal) -> datetime:
    posting = await Posting.get_or_none(deal_id=deal.id)
    if posting is not None and posting.top_ends_at is not None:
        return posting.top_ends_at
    assert deal.publish_at is not None
    return deal.publish_at + timedelta(seconds=Terms.of(deal).top_seconds)


async def check_verifiable(telegram: Telegram, channel: Channel) -> None:
    """Raises ChannelProtected, or TryAgain when Telegram cannot be asked."""
    try:
        facts = await telegram.chat(channel.chat_id)
    except (Unreachable, Refused) as trouble:
        raise TryAgain() from trouble
    if facts.is_protected:
        raise ChannelProtected()


async def queue_in_line(channel_id: int) -> None:
    """Inside a transaction: two agreements in one channel happen one after the other.

    The row is written without a change, which every database takes for a claim on it until the commit.
    """
    await Channel.filter(id=channel_id).update(top_until=F("top_until"))


async def put_in_queue(deal: Deal, publish_at: datetime) -> None:
    """The posting of the approved creative at that time; a posting that is being sent stays, and the answer is no."""
    creative = await Creative.filter(deal_id=deal.id, state=CreativeState.APPROVED).order_by("-version").first()
    if creative is None:
        raise GoneAhead(status=deal.status.value)
    fresh = {"creative_id": creative.id, "state": PostingState.DUE, "due_at": publish_at, "retry_at": None}
    fresh |= {"attempts": 0, "claimed_until": None, "error": ""}
    if await Posting.filter(deal_id=deal.id).exists():
        waiting = Q(state__in=[PostingState.DUE, PostingState.MISSED])
        if not await Posting.filter(waiting, deal_id=deal.id).update(**fresh, fence=F("fence") + 1):
            raise GoneAhead(status=deal.status.value)
        return
    await Posting.create(deal_id=deal.id, channel_id=deal.channel_id, **fresh)
