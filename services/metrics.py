"""What the marketplace is doing, in figures, for monitoring: counts, queues, and how late anything is.

Guarantees:
* Each figure is one grouped query, mostly over an index; what is read is kept for some seconds, however often anybody
  asks (`services.kept`).
* A figure tells no person, channel or wallet (but the platform's own).
* Ages count by the marketplace's clock; zero means that nothing waits.

What the five figures of postings mean: `total` of all that were ever to go out, `posted` went up, `verified` were seen
intact by a content check at least once, `retained` were intact at the end of their term, and `failed` never went up or
were found violated twice and not mended.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from tortoise import Tortoise
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models import (
    FINAL_STATUSES,
    Batch,
    BatchState,
    Broadcast,
    BroadcastState,
    Campaign,
    CampaignStatus,
    Channel,
    ChannelStatus,
    Check,
    Cursor,
    Deal,
    DealEvent,
    DealStatus,
    Escrow,
    EscrowState,
    HoldState,
    Listing,
    Notice,
    Posting,
    PostingState,
)
from services.deals.clocks import CLOCK_OF, Ends
from services.kept import Kept
from services.ports import Clock
from services.reserves import held_escrows

KEEP_SECONDS = 5.0
KEEP_CHECKS_SECONDS = 60.0
"""The evidence is the largest table, and its count the least urgent."""

DEALS = "SELECT status AS name, COUNT(*) AS count FROM deals GROUP BY status"
ESCROWS = "SELECT state AS name, COUNT(*) AS count FROM escrows GROUP BY state"
POSTINGS = "SELECT state AS name, COUNT(*) AS count FROM postings GROUP BY state"
CHECKS = """
SELECT SUM(intact) AS verified, SUM(kept) AS retained, SUM(CASE WHEN kept = 0 THEN broken END) AS broken
FROM (
    SELECT MAX(CASE WHEN result = 'intact' THEN 1 ELSE 0 END) AS intact,
           MAX(CASE WHEN result = 'intact' AND kind = 'final' THEN 1 ELSE 0 END) AS kept,
           MAX(CASE WHEN result = 'violated' AND kind = 'confirm' THEN 1 ELSE 0 END) AS broken
    FROM checks WHERE result IN ('intact', 'violated') GROUP BY posting_id
) AS seen_postings
"""
UP = (PostingState.POSTED, PostingState.DELETED)
WORKED_ON = (PostingState.DUE, PostingState.SENDING, PostingState.AMBIGUOUS)
OPEN_BATCHES = (BatchState.PREPARED, BatchState.SENT)
UNSETTLED = (EscrowState.NONE, EscrowState.INIT, EscrowState.FUNDED)

Rows: TypeAlias = QuerySet[Any]
Due: TypeAlias = Callable[[datetime], tuple[Rows, str]]


def _silent(ends: tuple[Ends, ...]) -> Rows:
    statuses = [row.status for row in CLOCK_OF.values() if row.ends in ends]
    return Deal.filter(status__in=statuses, verdict=None)


def _postings(now: datetime) -> Rows:
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return Posting.filter(free, Q(retry_at=None) | Q(retry_at__lte=now), state__in=list(WORKED_ON))


DUE: dict[str, Due] = {
    "escrow-watch": lambda now: (_watched(now), "observed_at"),
    "escrow-open": lambda now: (
        Deal.filter(status=DealStatus.OWNER_ACCEPTED).exclude(payer_address=None).exclude(payout_address=None),
        "entered_at",
    ),
    "clocks-ring": lambda now: (_silent((Ends.EXPIRE, Ends.REFUND)), "due_at"),
    "clocks-warn": lambda now: (Deal.filter(verdict=None), "warn_at"),
    "campaigns-ring": lambda now: (
        Campaign.filter(status__in=[CampaignStatus.OPEN, CampaignStatus.PAUSED]),
        "expires_at",
    ),
    "market-compare": lambda now: (Listing.filter(fair_stale=True), "updated_at"),
    "placement-post": lambda now: (_postings(now), "due_at"),
    "verification-check": lambda now: (Check.filter(done_at=None), "due_at"),
    "dispute-cap": lambda now: (_silent((Ends.CAP,)), "due_at"),
    "escrow-settle": lambda now: (
        _decided(),
        "decided_at",
    ),
    "placement-clean": lambda now: (
        Posting.filter(state=PostingState.POSTED, deleted_at=None, deal__status__in=list(FINAL_STATUSES)),
        "delete_at",
    ),
    "relay": lambda now: (DealEvent.filter(relayed_at=None), "created_at"),
    "stats": lambda now: (Channel.exclude(status=ChannelStatus.REMOVED), "stats_due_at"),
    "broadcasts": lambda now: (Broadcast.filter(state=BroadcastState.RUNNING), "created_at"),
    "notices": lambda now: (Notice.filter(sent_at=None, failed=None), "due_at"),
    "audit": lambda now: (DealEvent.filter(audited_at=None), "created_at"),
}
"""What each job works on, and since when it waits: the oldest row whose moment has come."""


def _watched(now: datetime) -> Rows:
    return Escrow.filter(state__in=UNSETTLED, settled_at=None, deadline__gt=int(now.timestamp()))


def _decided() -> Rows:
    """Verdicts on their way to the chain; a large payout that an admin may still stop is not late."""
    goes = Q(hold__state=None) | Q(hold__state__not_in=[HoldState.WAITING, HoldState.STOPPED])
    return Escrow.filter(goes, state=EscrowState.FUNDED, settled_at=None, verdict__not_isnull=True)


@dataclass(frozen=True, slots=True)
class Figures:
    deals_by_status: dict[str, int]
    escrows_by_state: dict[str, int]
    postings: dict[str, int]
    waiting: dict[str, int]
    """How many rows wait, by queue; those whose time has come."""
    overdue_seconds: dict[str, float]
    """How long the oldest row of each job has been due."""
    cursor_seconds: float
    """Since the deposit cursor moved, as far as this process has seen."""
    batches_open: int
    escrows_in_alarm: int
    """What the chain shows of them contradicts what we know, and a person was told within the last day."""
    held_nano: int
    owed_nano: int
    short_nano: int
    """What is missing, contract by contract."""
    controllers: list[str]
    """Wallets that have something to settle."""


class Metrics:
    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._figures = Kept(self._read, KEEP_SECONDS)
        self._checks = Kept(_checked, KEEP_CHECKS_SECONDS)
        self._cursor: tuple[str, datetime] | None = None

    async def read(self) -> Figures:
        """Raises what the database raises."""
        return await self._figures.get()

    def forget(self) -> None:
        """Whoever asks next gets fresh figures."""
        self._figures.forget()
        self._checks.forget()

    async def _read(self) -> Figures:
        now = self.clock.utcnow()
        held, owed, short = await _reserves()
        return Figures(
            deals_by_status={status.value: 0 for status in DealStatus} | await _counts(DEALS),
            escrows_by_state=await _escrows(),
            postings=await self._postings(),
            waiting=await _waiting(now),
            overdue_seconds={job: await _overdue(due, now) for job, due in DUE.items()},
            cursor_seconds=await self._cursor_age(now),
            batches_open=await Batch.filter(state__in=OPEN_BATCHES).count(),
            escrows_in_alarm=await Escrow.filter(alerted_at__gt=now - timedelta(days=1)).count(),
            held_nano=held,
            owed_nano=owed,
            short_nano=short,
            controllers=await _controllers(),
        )

    async def _postings(self) -> dict[str, int]:
        by_state, checked = await _counts(POSTINGS), await self._checks.get()
        return {
            "total": sum(by_state.values()),
            "posted": sum(by_state.get(state.value, 0) for state in UP),
            "verified": checked["verified"],
            "retained": checked["retained"],
            "failed": by_state.get(PostingState.MISSED.value, 0) + checked["broken"],
        }

    async def _cursor_age(self, now: datetime) -> float:
        row = await Cursor.get_or_none(name="deposits")
        value = row.value if row else ""
        if self._cursor is None or self._cursor[0] != value:
            self._cursor = (value, now)
        return (now - self._cursor[1]).total_seconds()


async def _checked() -> dict[str, int]:
    (row,) = await Tortoise.get_connection("default").execute_query_dict(CHECKS)
    return {name: int(value or 0) for name, value in row.items()}


async def _counts(query: str) -> dict[str, int]:
    rows = await Tortoise.get_connection("default").execute_query_dict(query)
    return {str(row["name"]): int(row["count"]) for row in rows}


async def _escrows() -> dict[str, int]:
    found = await _counts(ESCROWS)
    return {state.name.lower(): found.get(str(state.value), 0) for state in EscrowState}


async def _waiting(now: datetime) -> dict[str, int]:
    queues: dict[str, Rows] = {
        "notices": Notice.filter(sent_at=None, failed=None, due_at__lte=now),
        "events": DealEvent.filter(relayed_at=None),
        "checks": Check.filter(done_at=None, due_at__lte=now),
        "postings": _postings(now).filter(due_at__lte=now),
        "settlements": _decided(),
    }
    return {name: await rows.count() for name, rows in queues.items()}


async def _overdue(due: Due, now: datetime) -> float:
    rows, moment = due(now)
    first = rows.filter(**{f"{moment}__lte": now}).order_by(moment).limit(1)
    found: list[Any] = list(await first.values_list(moment, flat=True))
    return (now - found[0]).total_seconds() if found else 0.0


async def _reserves() -> tuple[int, int, int]:
    """Held, owed, and what is missing; what one contract has too much helps no other."""
    pairs: list[Any] = list(await held_escrows().values_list("balance_nano", "amount_nano"))
    missing = sum(max(amount - balance, 0) for balance, amount in pairs)
    return sum(balance for balance, _ in pairs), sum(amount for _, amount in pairs), missing


async def _controllers() -> list[str]:
    rows = Escrow.filter(state=EscrowState.FUNDED, settled_at=None).distinct()
    return sorted(str(one) for one in await rows.values_list("controller_address", flat=True))
