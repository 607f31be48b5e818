"""The watcher: what the chain says of every escrow that may still hold or get money.

Two sources that need each other: the opcode cursor says *where to look at once* and which deposits bounced (its cost
does not grow with the number of deals); the states of all unsettled escrows, in batches, say *what is true*, also when
a deposit came as a plain transfer. Nobody's word that he paid is ever believed.

The states are read every half minute (`REREAD`), at once for what is new and for what is being settled; the cursor at
every pass. So a deposit by our button is noticed within a tick, a plain transfer within half a minute, and ten
thousand open escrows cost a provider some three hundred calls a minute.

An escrow that was never funded is watched until its deadline (and a little longer): after that the contract refuses
deposits by itself. One that was funded is watched until its deal has followed its end, however long that takes.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tortoise.expressions import Q

from models import Cursor, Deal, Escrow, EscrowState, PaymentNote
from services.escrow.chain import EscrowChain, facts_of
from services.escrow.reconciling import Reconciler
from services.notices import tell
from services.ports import Clock, IncomingMessage, Seen, Unreachable

log = logging.getLogger(__name__)

CURSOR = "deposits"
AFTER_DEADLINE_SECONDS = 3600
REREAD = timedelta(seconds=30)
BATCH = 240
"""Three of the provider's calls."""
PER_PASS = 2400
PAID = (EscrowState.FUNDED, EscrowState.RELEASED, EscrowState.REFUNDED, EscrowState.SPLIT)


@dataclass(frozen=True, slots=True)
class Watcher:
    clock: Clock
    chain: EscrowChain
    reconciler: Reconciler

    async def watch(self) -> int:
        """One pass; returns how many escrows or deals changed. Neither source waits for the other to be reachable."""
        changed = 0
        for source in (self._follow_cursor, self._follow_states):
            try:
                changed += await source()
            except Unreachable as trouble:
                log.warning("the chain could not be asked: %s", trouble)
        return changed

    async def _follow_states(self) -> int:
        return sum([await self._look_patiently(batch) for batch in await self._batches()])

    async def look_at(self, escrows: Sequence[Escrow]) -> int:
        """Read and reconcile these escrows now. Raises Unreachable."""
        seen = await self._look(escrows)
        return sum([await self.reconciler.reconcile(row, seen[row.address]) for row in escrows if row.address in seen])

    async def _look_patiently(self, escrows: Sequence[Escrow]) -> int:
        """`look_at` in which one broken row keeps nobody else from his money."""
        return await self.reconciler.reconcile_many(escrows, await self._look(escrows))

    async def _look(self, escrows: Sequence[Escrow]) -> dict[str, Seen]:
        return await self.chain.look({row.address: facts_of(row) for row in escrows}) if escrows else {}

    async def _batches(self) -> list[list[Escrow]]:
        """The escrows to look at: the never seen ones first, then those that were not looked at for longest."""
        now = self.clock.utcnow()
        horizon = int(now.timestamp()) - AFTER_DEADLINE_SECONDS
        open_ones = Escrow.filter(Q(state__in=PAID) | Q(deadline__gt=horizon), settled_at=None)
        rows = await open_ones.filter(observed_at=None).order_by("id").limit(PER_PASS)
        again = open_ones.filter(Q(observed_at__lte=now - REREAD) | Q(verdict__not_isnull=True, observed_at__lte=now))
        rows += await again.order_by("observed_at", "id").limit(PER_PASS - len(rows))
        return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]

    async def _follow_cursor(self) -> int:
        """Look where deposits were sent, tell payers of those that came back; move on only behind what is known."""
        row, _ = await Cursor.get_or_create(name=CURSOR, defaults={"value": ""})
        messages = await self.chain.deposits_since(row.value)
        if not messages:
            return 0
        escrows = await Escrow.filter(address__in=sorted({item.destination for item in messages}))
        changed = await self._look_patiently([item for item in escrows if item.settled_at is None])
        known = await self._note_returned(messages, {item.address: item for item in escrows})
        if known:
            await Cursor.filter(name=CURSOR, value=row.value).update(value=known[-1].cursor)
        return changed

    async def _note_returned(
        self, messages: Sequence[IncomingMessage], escrows: dict[str, Escrow]
    ) -> list[IncomingMessage]:
        """Tell of bounced deposits; returns the messages up to the first one whose fate is not known yet."""
        ours = [item for item in messages if item.destination in escrows]
        outcomes = await self.chain.outcomes([item.message_hash for item in ours]) if ours else {}
        known: list[IncomingMessage] = []
        for item in messages:
            if item.destination in escrows:
                if item.message_hash not in outcomes:
                    break
                if not outcomes[item.message_hash]:
                    await self._tell_returned(escrows[item.destination], item)
            known.append(item)
        return known

    async def _tell_returned(self, escrow: Escrow, message: IncomingMessage) -> None:
        values = {"escrow_id": escrow.id, "sender": message.source, "value_nano": message.value_nano}
        values["created_at"] = self.clock.utcnow()
        _, fresh = await PaymentNote.get_or_create(message_hash=message.message_hash, defaults=values)
        if not fresh:
            return
        deal = await Deal.get(id=escrow.deal_id)
        args: dict[str, object] = {
            "deal": deal.id,
            "reason": why_returned(escrow, message, int(self.clock.utcnow().timestamp())),
            "value_nano": message.value_nano,
            "required_nano": escrow.required_nano,
            "sender": self.chain.friendly_wallet(message.source),
        }
        await tell(deal.advertiser_id, "notice-deposit-returned", args, deal.id, self.clock)


def why_returned(escrow: Escrow, message: IncomingMessage, now: int) -> str:
    """The contract's reason, as far as the facts outside of it tell: `wallet`, `little`, `late` or `twice`."""
    if message.source != escrow.advertiser_address:
        return "wallet"
    if message.value_nano < escrow.required_nano:
        return "little"
    return "late" if escrow.state < EscrowState.FUNDED and now >= escrow.deadline else "twice"
