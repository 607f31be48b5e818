"""Proof of reserves: what the contracts hold beside what the deals need, contract by contract, for anybody to check.

Guarantees:
* Every contract that holds a deposit is listed, and every deal that believes in one, with or without it: nothing can be
  hidden by leaving it out of both sums.
* Balances are what the chain showed the watcher last; `observed_at` is the oldest of these moments. Each row names the
  contract's address, so that anybody can read the balance from the chain himself and add up.
* Deals are numbers here; no person, channel or wallet is told.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models import FUNDED_STATUSES, Escrow, EscrowState

SETTLED = (EscrowState.RELEASED, EscrowState.REFUNDED, EscrowState.SPLIT)
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Reserve:
    """One contract."""

    deal_id: int
    status: str
    state: str
    amount_nano: int
    """What the deal needs to be there."""
    balance_nano: int
    """What is there: the amount, and the reserve for storage."""
    address: str
    explorer_url: str | None
    observed_at: datetime | None
    settling: bool
    """It is decided, and on its way out."""


@dataclass(frozen=True, slots=True)
class ReservesProof:
    rows: list[Reserve]
    observed_at: datetime | None

    @property
    def held_nano(self) -> int:
        return sum(row.balance_nano for row in self.rows)

    @property
    def owed_nano(self) -> int:
        return sum(row.amount_nano for row in self.rows)

    @property
    def covered(self) -> bool:
        """Each contract for itself: what one has too much helps no other."""
        return all(row.balance_nano >= row.amount_nano for row in self.rows)

    @property
    def short_nano(self) -> int:
        return sum(max(row.amount_nano - row.balance_nano, 0) for row in self.rows)


def held_escrows() -> QuerySet[Escrow]:
    """Every contract that holds a deposit, and every one that a funded deal believes in."""
    believed = Q(is_current=True, deal__status__in=list(FUNDED_STATUSES)) & ~Q(state__in=list(SETTLED))
    return Escrow.filter(believed | Q(state=EscrowState.FUNDED))


async def prove_reserves(friendly: Say, explorer_url: Callable[[str], str | None]) -> ReservesProof:
    held = held_escrows().order_by("deal_id", "id").select_related("deal")
    rows = [_row(item, friendly, explorer_url) for item in await held]
    moments = [row.observed_at for row in rows if row.observed_at is not None]
    return ReservesProof(rows, min(moments, default=None))


def _row(escrow: Escrow, friendly: Say, explorer_url: Callable[[str], str | None]) -> Reserve:
    return Reserve(
        deal_id=escrow.deal_id,
        status=escrow.deal.status.value,
        state=escrow.state.name.lower(),
        amount_nano=escrow.amount_nano,
        balance_nano=escrow.balance_nano,
        address=friendly(escrow.address),
        explorer_url=explorer_url(escrow.address),
        observed_at=escrow.observed_at,
        settling=escrow.verdict is not None,
    )
