"""The clocks of a deal, as data: how long a status may stay silent, when the warning comes, what happens then.

Silence never locks funds. The durations are frozen in the terms; the row says which one it is and what it leads to.
No clock of a funded status rings after the end of the publication window (plus grace, term and caps): the contract's
deadline is computed from the same figures, so disputing and waiting for `auto_refund` never wins.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, auto

from models import Deal, DealStatus
from models import DealStatus as S
from services.deals.terms import Terms


class Ends(StrEnum):
    """What happens when a clock rings."""

    EXPIRE = auto()
    """Nothing was paid: the deal closes."""
    REFUND = auto()
    """The advertiser gets everything back."""
    DECIDE = auto()
    """The retention term is over: the checks decide."""
    CAP = auto()
    """The dispute's cap: the last content check decides."""


@dataclass(frozen=True, slots=True)
class ClockRow:
    status: DealStatus
    setting: str
    """Name of the duration in `Terms.clocks`, in seconds."""
    warn_before_seconds: int
    ends: Ends
    anchor: str = "entered_at"
    """The deal's field that the duration counts from."""
    inside_window: bool = False
    """Rings no later than the end of the publication window."""


HOUR = 3600

CLOCKS: tuple[ClockRow, ...] = (
    ClockRow(S.DRAFT, "draft_seconds", 0, Ends.EXPIRE),
    ClockRow(S.NEGOTIATION, "negotiation_seconds", 12 * HOUR, Ends.EXPIRE),
    ClockRow(S.OWNER_ACCEPTED, "wallets_seconds", 12 * HOUR, Ends.EXPIRE),
    ClockRow(S.AWAITING_ESCROW_PAYMENT, "payment_seconds", 6 * HOUR, Ends.EXPIRE),
    ClockRow(S.ESCROW_FUNDED, "creative_seconds", 12 * HOUR, Ends.REFUND, inside_window=True),
    ClockRow(S.CREATIVE_PENDING_OWNER, "creative_seconds", 12 * HOUR, Ends.REFUND, inside_window=True),
    ClockRow(S.CREATIVE_SUBMITTED, "creative_seconds", 12 * HOUR, Ends.REFUND, inside_window=True),
    ClockRow(S.CREATIVE_CHANGES_REQUESTED, "creative_seconds", 12 * HOUR, Ends.REFUND, inside_window=True),
    ClockRow(S.CREATIVE_APPROVED, "schedule_seconds", 12 * HOUR, Ends.REFUND, inside_window=True),
    ClockRow(S.SCHEDULED, "grace_seconds", HOUR, Ends.REFUND, anchor="publish_at"),
    ClockRow(S.RETENTION_CHECK, "none_seconds", HOUR, Ends.DECIDE, anchor="retention_ends_at"),
    ClockRow(S.DISPUTED, "dispute_seconds", 24 * HOUR, Ends.CAP),
)
CLOCK_OF = {row.status: row for row in CLOCKS}


def clock_for(deal: Deal, terms: Terms) -> tuple[datetime | None, datetime | None]:
    """When the clock of the deal's status rings and when it warns; (None, None) where no clock runs. UTC."""
    row = CLOCK_OF.get(deal.status)
    start: datetime | None = getattr(deal, row.anchor) if row else None
    if row is None or start is None:
        return None, None
    due = start + timedelta(seconds=terms.clocks.get(row.setting, 0))
    if row.inside_window:
        due = min(due, terms.window_end)
    warn = due - timedelta(seconds=row.warn_before_seconds) if row.warn_before_seconds else None
    if warn is not None and warn <= deal.entered_at:
        warn = deal.entered_at + (due - deal.entered_at) / 2
    return due, warn


def deadline_of(terms: Terms) -> int:
    """The contract's deadline, unix seconds: no funded path of the deal can last longer. Frozen at `open_escrow`.

    It counts from the end of the publication window, the latest moment that a schedule takes, so no agreed time ever
    needs `extend_deadline`. A later time would need other terms (a longer window), which both sides must agree on.
    """
    clocks = terms.clocks
    life = clocks["grace_seconds"] + terms.retention_seconds + clocks["cure_seconds"] + clocks["dispute_seconds"]
    veto = clocks.get("veto_seconds", 0)  # deals from before there was one have no veto either
    return int(terms.window_end.timestamp()) + life + veto + clocks["margin_seconds"]
