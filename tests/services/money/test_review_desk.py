"""The administrators' desk shows the totals of the public proof."""

from typing import Any

from models import DealStatus, EscrowState
from services.actor import Actor
from services.desk import Desk
from tests.makers import StillClock, a_deal, an_escrow

COIN = 10**9


async def test_what_one_contract_has_too_much_does_not_cover_another(db: None, clock: StillClock) -> None:
    telegram: Any = None
    await an_escrow(await a_deal(DealStatus.SCHEDULED), balance_nano=50 * COIN)
    await an_escrow(await a_deal(DealStatus.SCHEDULED), EscrowState.INIT, balance_nano=0)
    found = await Desk(clock, telegram).reserves(Actor(99, is_admin=True))
    assert (found.contracts, found.held_nano, found.owed_nano) == (2, 50 * COIN, 20 * COIN)
    assert not found.covered
    assert found.short_nano == 10 * COIN
