"""When the next thing is due: the sandbox passes through a day by it, without missing an hour.

A row that somebody has claimed or put off is due when that ends. What is due already and waits for the chain or for
people (a retention term whose last check is being repeated, say) is not counted by its old moment: time would stand
still. Figures of channels are looked at once a day: a passage through a month need not stop for each channel.
"""

from datetime import datetime, timedelta
from typing import Any

from models import (
    FINAL_STATUSES,
    Campaign,
    CampaignStatus,
    Channel,
    ChannelStatus,
    Check,
    Deal,
    DealStatus,
    HoldState,
    Notice,
    PayoutHold,
    Posting,
    PostingState,
)
from services.stats_writing import day_of

BY_OTHERS = (DealStatus.RETENTION_CHECK, DealStatus.SCHEDULED)
"""Statuses whose end is decided by checks and by the posting, which have moments of their own."""
WORKED_ON = (PostingState.DUE, PostingState.SENDING, PostingState.AMBIGUOUS)


async def next_due() -> datetime | None:
    """The earliest moment (UTC) at which a worker will have something to do; None when nothing is waiting."""
    live = Deal.exclude(status__in=[*FINAL_STATUSES]).filter(verdict=None)
    postings = Posting.filter(state__in=list(WORKED_ON))
    checks = Check.filter(done_at=None)
    notices = Notice.filter(sent_at=None, failed=None)
    campaigns = Campaign.filter(status__in=[CampaignStatus.OPEN, CampaignStatus.PAUSED])
    candidates = [
        await _earliest(live.exclude(status__in=list(BY_OTHERS)), "due_at"),
        await _earliest(live, "warn_at"),
        await _earliest(campaigns, "expires_at"),
        await _earliest(campaigns, "warn_at"),
        await _earliest(postings.filter(claimed_until=None, retry_at=None), "due_at"),
        await _earliest(postings.filter(claimed_until=None), "retry_at"),
        await _earliest(postings, "claimed_until"),
        await _earliest(checks.filter(claimed_until=None), "due_at"),
        await _earliest(checks, "claimed_until"),
        await _earliest(notices.filter(claimed_until=None), "due_at"),
        await _earliest(notices, "claimed_until"),
        await _next_figures(),
        await _earliest(PayoutHold.filter(state__in=[HoldState.WAITING, HoldState.STOPPED]), "until"),
        await _earliest(Posting.filter(deleted_at=None, state=PostingState.POSTED), "delete_at"),
    ]
    return min((at for at in candidates if at is not None), default=None)


async def _earliest(rows: Any, field: str) -> datetime | None:
    found: list[datetime] = await rows.exclude(**{field: None}).order_by(field).limit(1).values_list(field, flat=True)
    return found[0] if found else None


async def _next_figures() -> datetime | None:
    """The end of the day in which some channel's figures are due first."""
    first = await _earliest(Channel.exclude(status=ChannelStatus.REMOVED), "stats_due_at")
    return first and day_of(first) + timedelta(days=1)
