"""Escrows, the one door to the money of deals: open, pay, watch, settle. `Escrow.verdict` is what we decided,
`Escrow.state` what the chain says; everything here may run at any time, any number of times, from any worker.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import Deal, DealStatus, Escrow, EscrowState
from services.actor import Actor
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from services.errors import GoneAhead, TryAgain
from services.escrow.alerts import Alerts
from services.escrow.chain import EscrowChain
from services.escrow.holding import HeldPayout, Holds
from services.escrow.opening import Opener
from services.escrow.payments import Payment, Payments
from services.escrow.reconciling import Reconciler
from services.escrow.sending import Sender
from services.escrow.sweeping import Sweeper
from services.escrow.watching import Watcher
from services.ports import Clock, Seen, Unreachable, Wallets
from services.reserves import ReservesProof, prove_reserves
from services.settings import MarketSettings
from services.switches import refuse_while_paused


@dataclass(frozen=True, slots=True)
class Escrows:
    clock: Clock
    chain: EscrowChain
    wallets: Wallets
    access: DealAccess
    settings: MarketSettings

    # ---- opening

    async def open_due(self) -> int:
        return await self._opener.open_due()

    async def open(self, deal: Deal) -> bool:
        """Open this deal's escrow at once if both wallets are in; upkeep's `open_due` would do it a little later."""
        return await self._opener.open(deal)

    async def change_payer(self, actor: Actor, deal_id: int, address: str) -> Deal:
        """Freeze the advertiser's proved wallet into the deal; while it awaits payment this opens another escrow.

        The chain is asked first: money that is there already is confirmed, and the wallet stays as it was (GoneAhead).
        """
        deal, party = await self.access.load(actor, deal_id)
        await self.access.check(actor, deal, party, Action.SET_PAYER_WALLET)
        if deal.payer_address == address:
            await self.open(deal)
            return deal
        if deal.status is DealStatus.AWAITING_ESCROW_PAYMENT:
            await refuse_while_paused()
        await self.ask_before_dying(deal)
        move = Move(Action.SET_PAYER_WALLET, party, actor, {"payer_address": address})
        async with in_transaction():
            await advance(deal, move, self.clock)
            if deal.status is DealStatus.AWAITING_ESCROW_PAYMENT:
                await self._opener.create(deal, deal.fee_bps if deal.fee_bps is not None else self.settings.fee_bps)
        await self.open(deal)
        return deal

    # ---- the advertiser's side

    async def payment(self, actor: Actor, deal_id: int) -> Payment:
        return await self._payments.payment(actor, deal_id)

    async def request_payment(self, actor: Actor, deal_id: int) -> None:
        await self._payments.request_payment(actor, deal_id)

    async def auto_refund_request(self, actor: Actor, deal_id: int) -> None:
        await self._payments.auto_refund_request(actor, deal_id)

    # ---- the chain

    async def watch(self) -> int:
        return await self._watcher.watch()

    async def look_at(self, escrows: Sequence[Escrow]) -> int:
        """Read these from the chain now, whatever was known, and follow it; how many changed. Raises Unreachable."""
        return await self._watcher.look_at(escrows)

    async def settle_due(self) -> int:
        return await self._sender.settle_due()

    async def reconcile(self, escrow: Escrow, seen: Seen) -> bool:
        return await self._reconciler.reconcile(escrow, seen)

    async def after_deposit(self, deal: Deal) -> None:
        await self._reconciler.after_deposit(deal)

    async def look_now(self, deal_id: int) -> int:
        """Ask the chain about the deal's escrows now and reconcile; how many changed. Raises TryAgain."""
        try:
            return await self._watcher.look_at(await Escrow.filter(deal_id=deal_id, settled_at=None))
        except Unreachable as trouble:
            raise TryAgain() from trouble

    async def is_funded(self, deal: Deal) -> bool:
        """Whether the deal's money is on the chain at this moment. Raises TryAgain when it cannot be asked."""
        await self.look_now(deal.id)
        return await Escrow.filter(deal_id=deal.id, is_current=True, state=EscrowState.FUNDED, settled_at=None).exists()

    async def is_overdue(self, deal: Deal) -> bool:
        """Whether money is still held past the contract's deadline, as far as we know: anybody may return it then."""
        held = {"state": EscrowState.FUNDED, "deadline__lte": int(self.clock.utcnow().timestamp())}
        return await Escrow.filter(deal_id=deal.id, is_current=True, **held).exists()

    async def ask_before_dying(self, deal: Deal) -> None:
        """Before a deal that awaits payment is cancelled or expires: has the money come?

        Raises GoneAhead after confirming a deposit that nobody had seen yet, TryAgain when the chain is silent. Another
        reconciler may have written that the money is there and not yet have moved the deal: ours then writes nothing,
        and looks again instead of taking that for "no money".
        """
        if deal.status is not DealStatus.AWAITING_ESCROW_PAYMENT:
            return
        for _ in range(2):
            await self.look_now(deal.id)
            fresh = await Deal.get(id=deal.id)
            if fresh.status is not deal.status:
                raise GoneAhead(status=fresh.status.value)
            if not await Escrow.filter(deal_id=deal.id, is_current=True, state=EscrowState.FUNDED).exists():
                return
        raise TryAgain()

    async def reserves(self) -> ReservesProof:
        """What the contracts hold beside what the deals need; for everybody."""
        return await prove_reserves(self.chain.friendly, self.chain.explorer_url)

    # ---- large payouts, for admins

    async def payouts_waiting(self, actor: Actor) -> list[HeldPayout]:
        return await self._holds.waiting(actor)

    async def payout_waiting(self, actor: Actor, deal_id: int) -> HeldPayout:
        return await self._holds.one(actor, deal_id)

    async def approve_payout(self, actor: Actor, deal_id: int) -> None:
        await self._holds.approve(actor, deal_id)

    async def stop_payout(self, actor: Actor, deal_id: int) -> None:
        await self._holds.stop(actor, deal_id)

    async def give_back_payout(self, actor: Actor, deal_id: int) -> None:
        await self._holds.give_back(actor, deal_id)

    # ---- parts

    @property
    def _holds(self) -> Holds:
        return Holds(self.clock, self.settings, self._alerts)

    @property
    def _alerts(self) -> Alerts:
        return Alerts(self.clock, self.settings)

    @property
    def _opener(self) -> Opener:
        return Opener(self.clock, self.chain, self.settings)

    @property
    def _payments(self) -> Payments:
        return Payments(self.clock, self.chain, self.wallets, self.access)

    @property
    def _reconciler(self) -> Reconciler:
        return Reconciler(self.clock, self._alerts)

    @property
    def _watcher(self) -> Watcher:
        return Watcher(self.clock, self.chain, self._reconciler)

    @property
    def _sender(self) -> Sender:
        sweeper = Sweeper(self.clock, self.chain, self.settings)
        return Sender(self.clock, self.chain, self._watcher, sweeper, self._alerts, self._holds)
