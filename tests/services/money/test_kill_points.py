"""The worker dies at every await between the decision and its confirmation; the next one ends it with one payout each.

A release, a refund and a split go the whole way together: decided, sent in one message, confirmed. The process is
killed at its n-th suspension, once with what it waits for still under way and once with the answer already there.
"""

import os

import aiohttp
import pytest
from pytoniq_core.boc.address import Address

from contracts.escrow import OP_REFUND, OP_RELEASE, OP_SPLIT
from models import Batch, BatchState, Deal, DealStatus, Escrow, Verdict
from services.escrow import Escrows
from tests.sandbox.ton.world import COIN
from tests.services.money.market import Market, current, make_chain, make_escrows
from tests.services.money.mortal import Moment, Mortal, after_the_death_of
from tests.stores import Stores

ENDS = {
    Verdict.RELEASE: (DealStatus.RELEASED, 2),
    Verdict.REFUND: (DealStatus.REFUNDED, 3),
    Verdict.SPLIT: (DealStatus.RELEASED, 4),
}
HALF = 5000
PARTS = 4
EVERY = 1 if os.environ.get("LONG") == "1" else 12
"""The short run tries every twelfth await, another one in each half; the long run tries all."""
ORDERS = {OP_RELEASE, OP_REFUND, OP_SPLIT}


class Worker:
    """From the decision on, as often as it is started."""

    def __init__(self, market: Market, deals: dict[Verdict, Deal]) -> None:
        self.market = market
        self.deals = deals

    async def whole_way(self, escrows: Escrows) -> None:
        for verdict, deal in self.deals.items():
            if (await Deal.get(id=deal.id)).verdict is None:
                await self.market.decide(deal, verdict, HALF if verdict is Verdict.SPLIT else None)
        await escrows.settle_due()
        await escrows.watch()

    async def dies(self, at: int, answered: bool, database_url: str) -> Mortal:
        """One process up to its death (or end); the next one has connections of its own."""
        async with aiohttp.ClientSession() as http:
            escrows = make_escrows(self.market.world, make_chain(self.market.world, http), self.market.wallets)
            process = Mortal(self.whole_way(escrows), at, answered)
            if not await process.live():
                await after_the_death_of(process, database_url)
        return process

    async def end_well(self) -> None:
        for _ in range(8):
            await self.whole_way(self.market.later())
            self.market.pass_(61)
            if not await Escrow.filter(settled_at=None).exists():
                break
        await self.whole_way(self.market.later())

    async def check(self) -> int:
        """Raises unless everybody was paid once; returns how many orders the contracts had to refuse."""
        refused = 0
        for verdict, deal in self.deals.items():
            status, state = ENDS[verdict]
            escrow, fresh = await current(deal), await Deal.get(id=deal.id)
            assert (fresh.status, fresh.outcome) == (status, verdict)
            assert int(escrow.state) == await self.market.world.state_of(Address(escrow.address)) == state
            assert escrow.settled_at is not None
            taken = self.market.world.chain.ledger.of_account(Address(escrow.address))
            refused += sum(1 for item in taken if item.in_message and item.in_message.opcode in ORDERS) - 1
        assert self.market.payouts_to(self.market.payout.address) == 2, "the release's and the split's"
        assert self.market.received(self.market.payout.address) == (10 + 5) * COIN * 95 // 100
        assert not await Batch.filter(state__in=[BatchState.PREPARED, BatchState.SENT]).exists()
        return refused


@pytest.mark.parametrize("part", range(PARTS))
async def test_a_worker_killed_at_any_await_leaves_exactly_one_payout_behind(
    market: Market, stores: Stores, part: int
) -> None:
    await market.world.chain.faucet(market.payer.address, 100 * COIN)
    deals = {verdict: (await market.funded())[0] for verdict in ENDS}
    worker, start = Worker(market, deals), await Moment.of(market)
    whole = await worker.dies(0, False, stores.database_url)
    await worker.end_well()
    await worker.check()
    deaths = [(at, answered) for answered in (False, True) for at in range(1, whole.suspensions + 1)]
    tried = refused = 0
    for at, answered in deaths[part * EVERY :: PARTS * EVERY] if EVERY > 1 else deaths[part::PARTS]:
        await start.restore(market)
        await worker.dies(at, answered, stores.database_url)
        await worker.end_well()
        refused += await worker.check()
        tried += 1
    assert tried > 0
    print(f"\nkill points: {len(deaths)} in all, {tried} tried here; doubled 0, lost 0, refused by contracts {refused}")
