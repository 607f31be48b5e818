"""Stray coins: what is left on an escrow that holds no deposit goes to its advertiser, when it is worth the gas.

A chore without hurry: it rides in the sender's messages when there is room, and an escrow is done only when the chain
shows it (nearly) empty, so that a lost message is simply ordered again an hour later.
"""

from dataclasses import dataclass
from datetime import timedelta

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models import Escrow, EscrowState
from services.escrow.chain import EscrowChain, facts_of
from services.ports import Clock, Order

WORTH_NANO = 50_000_000
"""Less than this is left alone: the way costs about a tenth of it."""
PAUSE = timedelta(hours=1)
DEPLOYED = (EscrowState.INIT, EscrowState.RELEASED, EscrowState.REFUNDED, EscrowState.SPLIT)


@dataclass(frozen=True, slots=True)
class Sweeper:
    clock: Clock
    chain: EscrowChain

    def _due(self) -> QuerySet[Escrow]:
        """Settled ones, and unpaid ones that the contract lets nobody pay any more; looked at long enough ago."""
        now = self.clock.utcnow()
        over = Q(settled_at__not_isnull=True) | Q(state=EscrowState.INIT, deadline__lt=int(now.timestamp()))
        return Escrow.filter(over, state__in=DEPLOYED, swept=False, observed_at__lt=now - PAUSE)

    async def controllers(self) -> set[str]:
        found = await self._due().distinct().values_list("controller_address", flat=True)
        return {str(address) for address in found}

    async def orders(self, controller: str, room: int) -> list[Order]:
        """Look at some of the due ones; close those that are empty and order the rest. Raises Unreachable."""
        rows = await self._due().filter(controller_address=controller).order_by("id").limit(room) if room > 0 else []
        seen = await self.chain.look({row.address: facts_of(row) for row in rows}) if rows else {}
        orders = []
        for row in rows:
            if row.address not in seen:
                continue
            balance, worth = seen[row.address].balance_nano, seen[row.address].balance_nano >= WORTH_NANO
            values = {"swept": not worth, "balance_nano": balance, "observed_at": self.clock.utcnow()}
            await Escrow.filter(id=row.id).update(**values)
            if worth:
                orders.append(Order(row.address, None, 0, row.contract_id))
        return orders
