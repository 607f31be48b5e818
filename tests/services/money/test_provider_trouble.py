"""The provider is down, slow, stale or talks nonsense for an hour: nothing is lost, doubled or believed too early."""

import asyncio
import os

import aiohttp
import pytest

from app.sandbox.toncenter import Fault
from app.sandbox.toncenter.faults import Kind
from models import Batch, BatchState, Deal, DealStatus, Escrow, Settlement, Verdict
from services.escrow import Escrows
from tests.sandbox.ton.world import COIN
from tests.services.money.market import Market, make_escrows, status_of

HOUR, TICK = 3600, 120
MANY = 300 if os.environ.get("LONG") == "1" else 10
TROUBLE: dict[str, tuple[Kind, int]] = {
    "down": ("drop", 0),
    "slow": ("delay", 0),
    "stale": ("stale", 0),
    "limited": ("status", 429),
    "broken": ("status", 500),
    "garbage": ("garbage", 0),
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real seconds are not what is tested."""
    monkeypatch.setattr("app.adapters.toncenter_http.FIRST_PAUSE_SECONDS", 0.001)
    monkeypatch.setattr("app.adapters.toncenter_http.PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr("app.adapters.toncenter_http.TIMEOUT", aiohttp.ClientTimeout(total=0.05))


async def tick(escrows: Escrows) -> None:
    await escrows.watch()
    await escrows.settle_due()


async def until_quiet(market: Market) -> None:
    for _ in range(6):
        await tick(market.later())
        market.pass_(61)


@pytest.mark.parametrize("trouble", TROUBLE)
async def test_an_hour_of_trouble_delays_a_deposit_and_a_payout_and_does_nothing_else(
    market: Market, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await market.world.chain.faucet(market.payer.address, 100 * COIN)
    decided, _ = await market.funded()
    paid, _ = await market.opened()
    await market.decide(decided, Verdict.RELEASE)
    kind, status = TROUBLE[trouble]
    market.world.faults.add(Fault("v*", kind, None, status, delay_seconds=0.2, at_block=market.world.chain.head))
    with pytest.MonkeyPatch.context() as patch:  # the payer's own wallet has another provider
        patch.setattr(market.world.faults, "meet", lambda route: None)
        await market.pay(paid)
    for _ in range(HOUR // TICK):
        await tick(market.later())
        market.pass_(TICK)
        assert await status_of(paid) is DealStatus.AWAITING_ESCROW_PAYMENT
        assert await status_of(decided) is DealStatus.DISPUTED
    market.world.faults.clear()
    monkeypatch.undo()
    await until_quiet(market)
    assert await status_of(paid) is DealStatus.CREATIVE_PENDING_OWNER
    assert await status_of(decided) is DealStatus.RELEASED
    assert market.payouts_to(market.payout.address) == 1
    assert market.balance(market.payout.address) == 10 * COIN * 95 // 100


async def many_decided(market: Market, count: int) -> list[Deal]:
    """Deals that were all paid, and are all decided in the same moment."""
    await market.world.chain.faucet(market.payer.address, 20 * count * COIN)
    await market.world.chain.faucet(market.controller_address, count * COIN // 10)
    deals = [await market.deal() for _ in range(count)]
    while await market.escrows.open_due():
        continue
    for deal in deals:
        await market.pay(deal)
    await market.escrows.watch()
    for deal in deals:
        await market.decide(deal, Verdict.RELEASE)
    return deals


async def paid_each_once(market: Market, count: int) -> None:
    assert await Deal.filter(status=DealStatus.RELEASED).count() == count
    assert await Escrow.filter(settled_at=None).count() == 0
    assert market.payouts_to(market.payout.address) == count
    assert market.received(market.payout.address) == count * 10 * COIN * 95 // 100
    assert not await Batch.filter(state__in=[BatchState.PREPARED, BatchState.SENT]).exists()


async def test_many_settlements_due_in_the_same_moment_go_out_a_hundred_a_message(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    await many_decided(market, MANY)
    for _ in range((MANY + 99) // 100 + 1):
        await tick(market.escrows)
    await until_quiet(market)
    await paid_each_once(market, MANY)
    assert await Batch.all().count() == (MANY + 99) // 100


async def test_two_workers_on_the_same_rows_pay_each_once(market: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the servers' run their statements meet on PostgreSQL, over several connections."""
    monkeypatch.undo()
    count = 10
    await many_decided(market, count)

    async def worker() -> None:
        async with aiohttp.ClientSession() as http:
            escrows = make_escrows(market.world, market.chain_over(http), market.wallets)
            for _ in range(4):
                await asyncio.gather(escrows.watch(), escrows.settle_due())

    await asyncio.gather(worker(), worker())
    await until_quiet(market)
    await paid_each_once(market, count)
    assert await Settlement.all().count() == count, "nothing was ordered twice"
