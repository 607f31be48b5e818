"""Stories that nobody thought of: seeded turns of payers, deciders, clocks, faults and crashes, and a fair end to each.

Whatever happened, once the trouble is over: every escrow's money left it at most once and only to its parties, the
deal says what the chain says, nothing is left to send, and no coin is unaccounted for on the escrows.
"""

import contextlib
import os
import random
from dataclasses import replace

import pytest

from app.sandbox.toncenter import Fault
from app.sandbox.toncenter.faults import Kind
from models import (
    FINAL_STATUSES,
    FUNDED_STATUSES,
    UNFUNDED_STATUSES,
    Batch,
    BatchState,
    Deal,
    DealStatus,
    Escrow,
    EscrowState,
    HoldState,
    PayoutHold,
    Verdict,
)
from services.actor import Actor
from services.errors import Refusal
from services.escrow import Escrows
from services.escrow.sweeping import WORTH_NANO
from tests.sandbox.ton.world import COIN
from tests.services.money.market import ADMIN, ADVERTISER_ACTOR, Market, current

STORIES = 40 if os.environ.get("LONG") == "1" else 6
TURNS = 70
DAY = 86_400
ENDED = {
    EscrowState.RELEASED: {DealStatus.RELEASED},
    EscrowState.SPLIT: {DealStatus.RELEASED},
    EscrowState.REFUNDED: {DealStatus.REFUNDED, DealStatus.CANCELLED, DealStatus.EXPIRED},
}


ADMIN_ACTOR = Actor(ADMIN, is_admin=True)
LARGE_NANO = 5 * COIN


class Story:
    """In every other one large payouts wait for an admin, who says what comes to his mind."""

    def __init__(self, market: Market, seed: int) -> None:
        self.market = market
        self.luck = random.Random(seed)
        self.deals: list[Deal] = []
        self.large_nano = LARGE_NANO * (seed % 2)

    def worker(self) -> Escrows:
        again = self.market.later()
        return replace(again, settings=replace(again.settings, large_payout_nano=self.large_nano))

    async def play(self) -> None:
        turns = [self.open, self.pay, self.pay_oddly, self.decide, self.kill, self.another_wallet]
        turns += [self.work, self.work, self.fault, self.network, self.wait, self.admin]
        for _ in range(TURNS):
            with contextlib.suppress(Refusal):
                await self.luck.choice(turns)()

    async def open(self) -> None:
        self.deals.append(await self.market.deal())
        await self.market.escrows.open_due()

    async def some(self, statuses: frozenset[DealStatus]) -> Deal | None:
        found = [deal for deal in [await Deal.get(id=one.id) for one in self.deals] if deal.status in statuses]
        return self.luck.choice(found) if found else None

    async def some_escrow(self) -> Escrow | None:
        found = await Escrow.all().order_by("id")
        return self.luck.choice(found) if found else None

    async def pay(self) -> None:
        deal = await self.some(UNFUNDED_STATUSES)
        if deal is not None and deal.status is DealStatus.AWAITING_ESCROW_PAYMENT:
            await self.send(await current(deal), (await current(deal)).required_nano)

    async def pay_oddly(self) -> None:
        escrow = await self.some_escrow()
        if escrow is not None:
            amounts = [COIN, escrow.required_nano - 1, escrow.required_nano, escrow.required_nano + COIN]
            await self.send(escrow, self.luck.choice(amounts))

    async def send(self, escrow: Escrow, amount_nano: int) -> None:
        payers = {wallet.address.to_str(False): wallet for wallet in self.market.world.wallets}
        payer = payers[escrow.advertiser_address]
        with contextlib.suppress(Exception):  # a broken network is the payer's trouble, too
            await self.market.pay_to(escrow, amount_nano, payer)

    async def decide(self) -> None:
        deal = await self.some(FUNDED_STATUSES)
        if deal is not None and deal.verdict is None:
            await self.market.decide(deal, self.luck.choice(list(Verdict)), self.luck.randrange(10_001))

    async def kill(self) -> None:
        deal = await self.some(UNFUNDED_STATUSES)
        if deal is not None:
            await self.market.escrows.ask_before_dying(deal)
            await self.market.kill(deal)

    async def another_wallet(self) -> None:
        deal = await self.some(UNFUNDED_STATUSES)
        if deal is not None:
            wallet = self.luck.choice([one for one in self.market.world.wallets if one.name != "owner"])
            await self.market.escrows.change_payer(ADVERTISER_ACTOR, deal.id, wallet.address.to_str(False))

    async def admin(self) -> None:
        deal = await self.some(FUNDED_STATUSES)
        if deal is not None:
            desk = self.worker()
            words = [desk.approve_payout, desk.stop_payout, desk.stop_payout, desk.give_back_payout]
            await self.luck.choice(words)(ADMIN_ACTOR, deal.id)

    async def work(self) -> None:
        again = self.worker()
        await self.luck.choice([again.watch, again.settle_due])()

    async def fault(self) -> None:
        route = self.luck.choice(["v2/sendBoc", "v3/accountStates", "v3/messages", "v3/transactionsByMessage"])
        kinds: tuple[Kind, ...] = ("drop", "lost", "garbage", "stale", "status")
        self.market.world.faults.add(Fault(route, self.luck.choice(kinds), times=self.luck.randrange(1, 4)))

    async def network(self) -> None:
        chain = self.market.world.chain
        if chain.paused:
            if self.luck.random() < 0.5:
                chain.drop_mempool()
            await chain.resume()
        else:
            chain.paused = True

    async def wait(self) -> None:
        self.market.pass_(self.luck.choice([5, 40, 200, 4000, 40_000]))

    async def end_well(self) -> None:
        """The trouble is over, and workers do their work."""
        self.market.world.faults.clear()
        await self.market.world.chain.resume()
        for pause in [3700] * 8 + [3 * DAY] * (12 if self.large_nano else 0) + [3700] * 3:
            again = self.worker()
            await again.watch()
            await again.settle_due()
            self.market.pass_(pause)
        await self.worker().watch()


@pytest.mark.parametrize("seed", range(STORIES))
async def test_whatever_happens_the_money_ends_where_it_belongs(
    market: Market, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.adapters.toncenter_http.FIRST_PAUSE_SECONDS", 0.001)
    await market.world.wallet("second")
    await market.world.chain.faucet(market.payer.address, 1000 * COIN)
    story = Story(market, seed)
    await story.play()
    await story.end_well()
    assert story.deals
    owed = 0
    for escrow in await Escrow.all():
        owed += await settled_fairly(market, escrow)
    assert market.received(market.payout.address) == owed
    assert not await Batch.filter(state__in=[BatchState.PREPARED, BatchState.SENT]).exists()


async def settled_fairly(market: Market, escrow: Escrow) -> int:
    """Checks one escrow; returns what its owner must have got."""
    deal = await Deal.get(id=escrow.deal_id)
    if escrow.state is EscrowState.FUNDED:
        assert escrow.is_current
        assert deal.status in FUNDED_STATUSES
        assert escrow.verdict is None, "a verdict is carried out as soon as it can be"
        return 0
    assert market.balance(escrow.address) < WORTH_NANO
    if escrow.state in ENDED and escrow.is_current:
        assert deal.status in ENDED[escrow.state]
    if deal.status in FUNDED_STATUSES and escrow.is_current:
        raise AssertionError("the deal believes in money that is not there")
    if escrow.state not in (EscrowState.RELEASED, EscrowState.SPLIT):
        return 0
    assert deal.status in FINAL_STATUSES
    assert not await PayoutHold.filter(escrow_id=escrow.id, state=HoldState.GIVEN_BACK).exists()
    bps = 10_000 if escrow.state is EscrowState.RELEASED else escrow.split_bps or 0
    part = escrow.amount_nano * bps // 10_000
    return int(part - part * escrow.fee_bps // 10_000)
