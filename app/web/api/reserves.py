"""Proof of reserves, for everybody: what the contracts hold beside what the deals need."""

from datetime import datetime

from app.web.api.calls import Call
from app.web.api.models import Answer, Coins
from app.web.api.routes import Routes
from services.reserves import Reserve

routes = Routes("Proof of reserves")


class ReserveRow(Answer):
    """One contract."""

    deal: int
    status: str
    state: str
    settling: bool
    """It is decided, and on its way out."""
    amount_nano: int
    """What the deal needs to be there."""
    balance_nano: int
    """What is there: the amount, and the reserve for storage."""
    address: str
    explorer_url: str | None
    observed_at: datetime | None


class Reserves(Answer):
    observed_at: datetime | None
    held: Coins
    held_nano: int
    owed: Coins
    owed_nano: int
    covered: bool
    """Each contract for itself: what one has too much helps no other."""
    escrows: list[ReserveRow]


@routes.get("/reserves", is_open=True)
async def show_reserves(call: Call) -> Reserves:
    """Every contract that holds a deposit, and every deal that believes in one."""
    proof = await call.services.escrows.reserves()
    return Reserves(
        observed_at=proof.observed_at,
        held=proof.held_nano,
        held_nano=proof.held_nano,
        owed=proof.owed_nano,
        owed_nano=proof.owed_nano,
        covered=proof.covered,
        escrows=[_row(row) for row in proof.rows],
    )


def _row(row: Reserve) -> ReserveRow:
    return ReserveRow(
        deal=row.deal_id,
        status=row.status,
        state=row.state,
        settling=row.settling,
        amount_nano=row.amount_nano,
        balance_nano=row.balance_nano,
        address=row.address,
        explorer_url=row.explorer_url,
        observed_at=row.observed_at,
    )
