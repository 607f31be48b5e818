"""The sender: carries verdicts to the chain. One at a time per controller wallet, up to 100 settlements per message.

Guarantees:
* A row exists before its bytes leave the process: after a crash at any point the identical message is sent again, and
  the wallet's seqno lets only one of them act.
* A new message is built only when the old one cannot act any more (its seqno is spent, or it expired); what was spent
  is judged by the escrows' own state, asked from the chain before anything is ordered again. The contract refuses a
  second settlement besides.
* The lease is renewed behind each answer of the chain: a slow provider delays settlements and stops none.
* Too little balance is noticed before sending, because the wallet would spend its seqno and send nothing.
* A large payout is ordered only when its wait is over (`holding`).
* An escrow whose order does not work out is tried again ever more slowly, and an admin is told.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tortoise.transactions import in_transaction

from models import Batch, BatchState, Escrow, EscrowState, Settlement, Verdict
from services.escrow.alerts import Alerts
from services.escrow.chain import EscrowChain
from services.escrow.holding import Holds
from services.escrow.leases import HeldLease, LeaseLost, take_lease
from services.escrow.sweeping import Sweeper
from services.escrow.watching import Watcher
from services.ports import Clock, Order, Refused, SignedBatch, Unreachable, WalletFacts

log = logging.getLogger(__name__)

ORDERS_PER_BATCH = 100
EXPIRY_MARGIN_SECONDS = 30
"""The chain's time may lag behind ours by so much."""
FIRST_RETRY_SECONDS, LAST_RETRY_SECONDS = 30, 3600
TRIES_BEFORE_ALERT = 5
OPEN = (BatchState.PREPARED, BatchState.SENT)


@dataclass(frozen=True, slots=True)
class Sender:
    clock: Clock
    chain: EscrowChain
    watcher: Watcher
    sweeper: Sweeper
    alerts: Alerts
    holds: Holds

    async def settle_due(self) -> int:
        """Send what is decided and not yet on the chain; returns how many orders left in new messages."""
        await self.holds.remind()
        return sum([await self._settle_of(controller) for controller in await self._controllers()])

    async def _controllers(self) -> list[str]:
        """The wallets that have something to do: old keys settle old escrows."""
        due = await Escrow.filter(state=EscrowState.FUNDED, settled_at=None).exclude(verdict=None).distinct()
        found = {row.controller_address for row in due}
        found |= {row.controller_address for row in await Batch.filter(state__in=OPEN)}
        found |= await self.sweeper.controllers()
        return sorted(found)

    async def _settle_of(self, controller: str) -> int:
        lease = await take_lease(f"sender:{controller}"[:64], self.clock)
        if lease is None:
            return 0
        try:
            return await self._send_as(lease, controller)
        except Unreachable as trouble:
            log.warning("settlements of %s wait: %s", controller, trouble)
            return 0
        except LeaseLost:
            log.warning("settlements of %s wait: the lease was lost on the way, the provider is slow", controller)
            return 0
        except Refused as no:
            await self.alerts.of(f"key:{controller}", "notice-controller-key-admin", words=no.words)
            return 0
        finally:
            await lease.drop()

    async def _send_as(self, lease: HeldLease, controller: str) -> int:
        facts = await self.chain.wallet(controller)
        await lease.keep()
        if await self._still_open(lease, controller, facts.seqno):
            return 0
        due = await self._due(controller)
        await lease.keep()
        orders = [_order(row) for row in due]
        orders += await self._chores(lease, controller, ORDERS_PER_BATCH - len(orders))
        orders = orders[: await self._affordable(facts, len(orders))]
        if not orders:
            return 0
        batch = await self._prepare(lease, facts, orders, due)
        await self._send(batch)
        return len(orders)

    async def _chores(self, lease: HeldLease, controller: str, room: int) -> list[Order]:
        """Nobody's verdict waits for a chore that cannot be asked about."""
        try:
            return await self.sweeper.orders(controller, room, lease.keep)
        except Unreachable as trouble:
            log.warning("stray coins of %s wait: %s", controller, trouble)
            await lease.keep()
            return []

    async def _still_open(self, lease: HeldLease, controller: str, seqno: int) -> bool:
        """Judge the message that is under way; True while it may still act (it was sent again then)."""
        now = self.clock.utcnow().timestamp()
        waiting = False
        for batch in await Batch.filter(controller_address=controller, state__in=OPEN).order_by("id"):
            if seqno > batch.seqno:
                await Batch.filter(id=batch.id).update(state=BatchState.SPENT)
            elif now > batch.valid_until + EXPIRY_MARGIN_SECONDS:
                await Batch.filter(id=batch.id).update(state=BatchState.EXPIRED)
            else:
                waiting = True
                await lease.keep()
                await self._send(batch)
        return waiting

    async def _due(self, controller: str) -> list[Escrow]:
        """Verdicts over money that is still there: the chain is asked for each before it is ordered.

        The rows' verdicts are, in memory alone, what is to be ordered: a held payout may have been given back.
        """
        decided = Escrow.filter(controller_address=controller, state=EscrowState.FUNDED, settled_at=None)
        decided = decided.exclude(verdict=None).exclude(id__in=[0, *await self.holds.held_ids()])
        rows = await decided.order_by("decided_at", "id").limit(5 * ORDERS_PER_BATCH)
        ready = (await self._rested(rows))[:ORDERS_PER_BATCH]
        await self.watcher.look_at(ready)
        ready = [row for row in ready if row.state is EscrowState.FUNDED]
        for row in ready:
            row.verdict = await self.holds.may_go(row)
        return [row for row in ready if row.verdict is not None]

    async def _rested(self, rows: Sequence[Escrow]) -> list[Escrow]:
        """Without those that were ordered a short while ago and did not work out."""
        tries: dict[int, list[Batch]] = {}
        for item in await Settlement.filter(escrow_id__in=[row.id for row in rows]).select_related("batch"):
            if item.batch.state is BatchState.SPENT:
                tries.setdefault(item.escrow_id, []).append(item.batch)
        ready = []
        for row in rows:
            earlier = tries.get(row.id, [])
            if len(earlier) >= TRIES_BEFORE_ALERT:
                await self.alerts.of_escrow(row, "notice-settlement-stuck-admin", tries=len(earlier))
            pause = min(FIRST_RETRY_SECONDS * 2 ** min(len(earlier), 20), LAST_RETRY_SECONDS)
            last = max((batch.created_at for batch in earlier), default=None)
            if last is None or self.clock.utcnow() >= last + timedelta(seconds=pause):
                ready.append(row)
        return ready

    async def _affordable(self, facts: WalletFacts, wanted: int) -> int:
        """How many orders the wallet can pay for; tells the admins when not all."""
        count = wanted
        while count and self.chain.cost_nano(count) > facts.balance_nano:
            count -= 1
        if count < wanted:
            needed = self.chain.cost_nano(wanted)
            args = {"address": self.chain.friendly(facts.address), "orders": wanted}
            balances = {"balance_nano": facts.balance_nano, "needed_nano": needed}
            await self.alerts.of(f"low:{facts.address}", "notice-controller-low-admin", **args, **balances)
        return count

    async def _prepare(self, lease: HeldLease, facts: WalletFacts, orders: list[Order], due: list[Escrow]) -> Batch:
        """Sign and write down. Raises LeaseLost, and Refused when there is no key to sign."""
        signed = await self.chain.sign(facts.address, facts.seqno, orders, self.clock.utcnow())
        chosen = {order.address for order in orders}
        async with in_transaction():
            await lease.keep()
            batch = await self._write(signed)
            for row in due:
                if row.address in chosen and row.verdict is not None:
                    await Settlement.create(batch_id=batch.id, escrow_id=row.id, verdict=row.verdict)
        return batch

    async def _write(self, signed: SignedBatch) -> Batch:
        return await Batch.create(
            controller_address=signed.controller,
            seqno=signed.seqno,
            boc=signed.boc,
            message_hash=signed.message_hash,
            valid_until=signed.valid_until,
            created_at=self.clock.utcnow(),
        )

    async def _send(self, batch: Batch) -> None:
        """Broadcast; whatever the answer is, only the chain tells what became of it."""
        try:
            await self.chain.send(batch.boc)
        except (Unreachable, Refused) as trouble:
            log.info("batch %s: %s", batch.id, trouble)
        await Batch.filter(id=batch.id, state=BatchState.PREPARED).update(state=BatchState.SENT)


def _order(row: Escrow) -> Order:
    bps = (row.split_bps or 0) if row.verdict is Verdict.SPLIT else 0
    return Order(row.address, row.verdict, bps, row.contract_id)
