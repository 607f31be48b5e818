"""Stray coins: what lies on an escrow without being its deposit goes to its advertiser, when it is worth the gas.

* On an escrow that was not paid: a transfer without our message and StateInit (typed into a wallet by hand) stays on
  the address as mere balance. The contract is deployed over it, then swept; the deal goes on waiting for its deposit.
* On a settled escrow: looked at now and then until it is shown (nearly) empty.

A chore without hurry: it rides in the sender's messages when there is room, and the chain is asked before each order,
so that a lost message is simply ordered again later.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from tortoise.queryset import QuerySet

from models import Deal, DealStatus, Escrow, EscrowState
from services.escrow.chain import DeployOrder, EscrowChain, facts_of
from services.escrow.pauses import passed
from services.notices import tell
from services.ports import Clock, Order
from services.settings import MarketSettings

WORTH_NANO = 50_000_000
"""Less than this is left alone: the way costs about a tenth of it."""
PAUSE = timedelta(hours=1)
RETRY = timedelta(minutes=2)
TELL_AGAIN = timedelta(days=1)
UNPAID = (EscrowState.NONE, EscrowState.INIT)
SETTLED = (EscrowState.RELEASED, EscrowState.REFUNDED, EscrowState.SPLIT)


@dataclass(frozen=True, slots=True)
class Sweeper:
    clock: Clock
    chain: EscrowChain
    settings: MarketSettings

    async def controllers(self) -> set[str]:
        """The wallets that have such a chore."""
        found: set[str] = set()
        for rows in (self._stray(), self._settled(), self._to_deploy()):
            found |= {str(one) for one in await rows.distinct().values_list("controller_address", flat=True)}
        return found

    async def orders(self, controller: str, room: int, looked: Callable[[], Awaitable[None]]) -> list[Order]:
        """What the controller should send for them; `looked` is called behind each question. Raises Unreachable."""
        orders: list[Order] = []
        for rows in (self._to_deploy(), self._stray(), self._settled()):
            if len(orders) < room:
                due = await rows.filter(controller_address=controller).order_by("id").limit(room - len(orders))
                orders += await self._orders_for(due)
                await looked()
        return list({order.address: order for order in orders}.values())

    def _stray(self) -> QuerySet[Escrow]:
        return Escrow.filter(state__in=UNPAID, balance_nano__gte=WORTH_NANO, settled_at=None)

    def _settled(self) -> QuerySet[Escrow]:
        long_ago = self.clock.utcnow() - PAUSE
        return Escrow.filter(state__in=SETTLED, settled_at__not_isnull=True, swept=False, observed_at__lt=long_ago)

    def _to_deploy(self) -> QuerySet[Escrow]:
        """With `predeploy` the platform deploys the contract before the deposit."""
        rows = Escrow.filter(state=EscrowState.NONE, is_current=True, settled_at=None)
        rows = rows.filter(deal__status=DealStatus.AWAITING_ESCROW_PAYMENT)
        return rows if self.settings.predeploy else rows.filter(id=0)

    async def _orders_for(self, rows: list[Escrow]) -> list[Order]:
        seen = await self.chain.look({row.address: facts_of(row) for row in rows}) if rows else {}
        orders = []
        for row in rows:
            if row.address in seen and seen[row.address].state is row.state:
                order = await self._order(row, seen[row.address].balance_nano)
                orders += [order] if order else []
        return orders

    async def _order(self, row: Escrow, balance_nano: int) -> Order | None:
        worth = balance_nano >= WORTH_NANO
        values = {"balance_nano": balance_nano, "observed_at": self.clock.utcnow()}
        if row.state in SETTLED:
            await Escrow.filter(id=row.id).update(**values, swept=not worth)
        elif worth:
            await self._tell(row, balance_nano)
        wanted = worth or row.state is EscrowState.NONE
        if not wanted or not await passed(f"sweep:{row.id}:{row.state.value}", RETRY, self.clock):
            return None
        if row.state is EscrowState.NONE:
            return DeployOrder(row.address, None, 0, row.contract_id, facts_of(row))
        return Order(row.address, None, 0, row.contract_id)

    async def _tell(self, row: Escrow, balance_nano: int) -> None:
        if await passed(f"told-stray:{row.id}", TELL_AGAIN, self.clock):
            deal = await Deal.get(id=row.deal_id)
            args: dict[str, object] = {"deal": deal.id, "amount_nano": balance_nano}
            await tell(deal.advertiser_id, "notice-stray-coins-returned", args, deal.id, self.clock)
