"""What the money side asks of its provider, and how long people wait: figures from the local chain's own counters.

* provider calls per minute with 10, 1,000 and 10,000 open escrows, beside one call per escrow and half minute;
* settlements per message to the network;
* seconds of the chain's time from a deposit to its notice, by our button and by a plain transfer.
"""

import time
from collections.abc import AsyncIterator, Iterator

import pytest
from pytoniq_core.boc.address import Address
from tortoise import Tortoise

from app.sandbox.chain import Emulator
from models import Deal, DealStatus, Escrow, EscrowState, Verdict
from services.deals.terms import Terms
from services.escrow.watching import REREAD
from tests.makers import ADDRESSES, START, a_deal
from tests.needs import need
from tests.sandbox.ton.world import COIN, close_world, open_world
from tests.services.money.market import Market, close_market, open_market, status_of

TICK_SECONDS = 2
MINUTE = 60
FIELDS = {"payer": "advertiser_address", "payout": "owner_address", "controller": "controller_address"}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    need("node")
    emulator = Emulator()
    yield emulator
    emulator.close()


@pytest.fixture
async def market(emulator: Emulator) -> AsyncIterator[Market]:
    world = await open_world(emulator)
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    market = await open_market(world)
    yield market
    await close_market(market)
    await close_world(world)
    await Tortoise.close_connections()


async def open_many(count: int) -> None:
    """Escrows that wait for their deposit, of one deal: the watcher asks for each of them."""
    deal = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT)
    common = {field: ADDRESSES[name] for name, field in FIELDS.items()}
    deadline = Terms.of(deal).window_end_unix
    rows = [
        Escrow(
            deal_id=deal.id,
            address=f"0:{number:064x}",
            contract_id=number,
            is_current=number == 1,
            fee_recipient=ADDRESSES["fee"],
            fee_bps=500,
            amount_nano=10 * COIN,
            required_nano=11 * COIN,
            deadline=deadline,
            state=EscrowState.NONE,
            opened_at=START,
            **common,
        )
        for number in range(1, count + 1)
    ]
    await Escrow.bulk_create(rows, batch_size=500)


@pytest.mark.parametrize("count", [10, 1_000, 10_000])
async def test_provider_calls_per_minute_stay_far_below_one_for_each_escrow(market: Market, count: int) -> None:
    await open_many(count)
    while await Escrow.filter(observed_at=None).exists():  # the first pass over all of them is no usual minute
        await market.escrows.watch()
        market.pass_(TICK_SECONDS)
    calls = market.world.faults.calls
    calls.clear()
    started = time.perf_counter()
    for _ in range(MINUTE // TICK_SECONDS):
        await market.escrows.watch()
        market.pass_(TICK_SECONDS)
    spent, total = time.perf_counter() - started, sum(calls.values())
    naive = count * MINUTE / REREAD.total_seconds()
    parts = ", ".join(f"{route} {number}" for route, number in sorted(calls.items()))
    print(f"\n{count:>6} open escrows: {total} provider calls a minute ({parts}); one call per escrow: {naive:.0f},")
    print(f"        that is {total / naive:.1%}; {spent:.1f} s of work a minute")
    assert total <= MINUTE // TICK_SECONDS + naive / 80 + 30


async def test_a_hundred_settlements_leave_in_one_message(market: Market) -> None:
    count = 100
    await market.world.chain.faucet(market.payer.address, 20 * count * COIN)
    deals = [await market.deal() for _ in range(count)]
    await market.escrows.open_due()
    for deal in deals:
        await market.pay(deal)
    await market.escrows.watch()
    for deal in deals:
        await market.decide(deal, Verdict.RELEASE)
    calls = market.world.faults.calls
    calls.clear()
    started = time.perf_counter()
    settled = await market.escrows.settle_due()
    await market.escrows.watch()
    spent = time.perf_counter() - started
    assert await Deal.filter(status=DealStatus.RELEASED).count() == settled == count
    print(
        f"\n{settled} settlements in {calls['v2/sendBoc']} message, {sum(calls.values())} provider calls, {spent:.1f} s"
    )


@pytest.mark.parametrize("way", ["button", "plain transfer"])
async def test_a_deposit_is_noticed_within_half_a_minute(market: Market, way: str) -> None:
    waits: list[float] = []
    await market.world.chain.faucet(market.payer.address, 1000 * COIN)
    for offset in range(5):
        deal, escrow = await market.opened()
        await market.escrows.watch()
        if way != "button":
            await market.pay(deal, COIN)  # deploys the contract, and comes back
            await market.escrows.watch()
        market.pass_(offset)
        paid_at = market.world.clock.now()
        if way == "button":
            await market.pay(deal)
        else:
            await market.payer.send(Address(escrow.address), escrow.required_nano)
        market.pass_(TICK_SECONDS)
        while await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT:
            await market.escrows.watch()
            market.pass_(TICK_SECONDS)
        waits.append(market.world.clock.now() - paid_at - TICK_SECONDS)
    print(f"\nfrom a deposit ({way}) to its notice: {min(waits):.0f} to {max(waits):.0f} s of the chain's time")
    assert max(waits) <= REREAD.total_seconds() + TICK_SECONDS
