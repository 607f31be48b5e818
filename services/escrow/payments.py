"""The payment screen's facts, and the two requests that a wallet may get from us: pay, and take the money back.

Nothing here changes the deal: that a wallet says it sent is no proof, the watcher sees the deposit on the chain.
"""

from dataclasses import dataclass
from datetime import timedelta

from models import ChannelStatus, Deal, DealStatus, Escrow, EscrowState, Party
from services.actor import Actor
from services.deals.access import DealAccess
from services.errors import BadTime, ChannelUnready, Forbidden, GoneAhead, TryAgain, WalletNeeded
from services.escrow.chain import EscrowChain, facts_of
from services.ports import Clock, Seen, Unreachable, Wallets
from services.switches import refuse_while_paused

REQUEST_LIFE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Payment:
    address: str
    """User-friendly."""
    required_nano: int
    """What to send; the storage reserve and unspent gas come back at the end."""
    amount_nano: int
    deadline: int
    """Unix seconds: from then on anyone may send the money back to the payer."""
    payer: str
    """The only wallet from which the contract takes it, user-friendly."""
    transfer_link: str
    """Opens any wallet with the transfer filled in, StateInit included."""
    auto_refund_link: str
    """The same for the way back after the deadline, which needs nobody of us."""
    explorer_url: str | None
    is_paid: bool
    """The network says so already, or shows what is not ours: nobody is asked to send anything more."""
    raw_address: str
    raw_payer: str
    state: EscrowState
    """What the chain said last."""
    fee_bps: int
    state_init_boc: str
    """Base64, as are the bodies; with the deposit's it makes the payment, for a wallet that builds it by itself."""
    deposit_body_boc: str
    refund_body_boc: str
    """Of the `auto_refund`, which needs no StateInit."""
    refund_value_nano: int
    """What to attach to it; the unspent part comes back."""


@dataclass(frozen=True, slots=True)
class Payments:
    clock: Clock
    chain: EscrowChain
    wallets: Wallets
    access: DealAccess

    async def payment(self, actor: Actor, deal_id: int) -> Payment:
        """What the payment screen shows; for any party of the deal, also after it was paid.

        Raises MarketPaused and ChannelUnready before that: nobody is asked to pay while the marketplace is paused, or
        while the bot could not publish in the channel.
        """
        deal, _ = await self.access.load(actor, deal_id)
        escrow = await current_escrow(deal)
        if deal.status is DealStatus.AWAITING_ESCROW_PAYMENT:
            await refuse_while_paused()
            if deal.channel.status is not ChannelStatus.ACTIVE:
                raise ChannelUnready(channel=deal.channel.title)
        plan = self.chain.plan(facts_of(escrow))
        address = self.chain.friendly(escrow.address)
        back = self.chain.auto_refund_body(escrow.contract_id)
        link = self.wallets.transfer_link
        return Payment(
            address=address,
            required_nano=escrow.required_nano,
            amount_nano=escrow.amount_nano,
            deadline=escrow.deadline,
            payer=self.chain.friendly_wallet(escrow.advertiser_address),
            transfer_link=link(address, escrow.required_nano, plan.deposit_body_boc, plan.state_init_boc),
            auto_refund_link=link(address, self.chain.action_value_nano, back, None),
            explorer_url=self.chain.explorer_url(escrow.address),
            is_paid=_is_paid(escrow),
            raw_address=escrow.address,
            raw_payer=escrow.advertiser_address,
            state=escrow.state,
            fee_bps=escrow.fee_bps,
            state_init_boc=plan.state_init_boc,
            deposit_body_boc=plan.deposit_body_boc,
            refund_body_boc=back,
            refund_value_nano=self.chain.action_value_nano,
        )

    async def request_payment(self, actor: Actor, deal_id: int) -> None:
        """Ask the advertiser's wallet to pay. Raises WalletNeeded when another wallet (or none) is connected."""
        deal = await self._of_advertiser(actor, deal_id)
        if deal.status is not DealStatus.AWAITING_ESCROW_PAYMENT:
            raise GoneAhead(status=deal.status.value)
        await refuse_while_paused()
        await self.access.authorizer.check_bot(deal.channel_id)
        escrow = await current_escrow(deal)
        if _is_paid(escrow):
            raise GoneAhead(status=deal.status.value)
        await self._need_wallet(actor, escrow)
        plan = self.chain.plan(facts_of(escrow))
        await self._request(actor, escrow, escrow.required_nano, plan.deposit_body_boc, plan.state_init_boc)

    async def auto_refund_request(self, actor: Actor, deal_id: int) -> None:
        """After the contract's deadline: ask the advertiser's wallet to send the money back to himself."""
        deal = await self._of_advertiser(actor, deal_id)
        escrow, seen = await self._held(deal)
        if self.clock.utcnow().timestamp() < seen.deadline:
            raise BadTime(deadline=seen.deadline)
        if await self.wallets.connected(actor.user_id) is None:
            raise WalletNeeded(address=self.chain.friendly_wallet(escrow.advertiser_address))
        body = self.chain.auto_refund_body(escrow.contract_id)
        await self._request(actor, escrow, self.chain.action_value_nano, body, None)

    async def _held(self, deal: Deal) -> tuple[Escrow, Seen]:
        """The deal's escrow that holds money, asked from the chain now."""
        escrows = {row.address: row for row in await Escrow.filter(deal_id=deal.id).order_by("-is_current", "-id")}
        try:
            seen = await self.chain.look({address: facts_of(row) for address, row in escrows.items()})
        except Unreachable as trouble:
            raise TryAgain() from trouble
        for address, row in escrows.items():
            if address in seen and seen[address].state is EscrowState.FUNDED:
                return row, seen[address]
        raise GoneAhead(status=deal.status.value)

    async def _of_advertiser(self, actor: Actor, deal_id: int) -> Deal:
        deal, party = await self.access.load(actor, deal_id)
        if party is not Party.ADVERTISER:
            raise Forbidden()
        return deal

    async def _need_wallet(self, actor: Actor, escrow: Escrow) -> None:
        if await self.wallets.connected(actor.user_id) != escrow.advertiser_address:
            raise WalletNeeded(address=self.chain.friendly_wallet(escrow.advertiser_address))

    async def _request(self, actor: Actor, escrow: Escrow, amount_nano: int, body: str, init: str | None) -> None:
        valid_until = int((self.clock.utcnow() + REQUEST_LIFE).timestamp())
        address = self.chain.friendly(escrow.address)
        await self.wallets.request_transfer(actor.user_id, address, amount_nano, body, init, valid_until)


def _is_paid(escrow: Escrow) -> bool:
    return escrow.state >= EscrowState.FUNDED


async def current_escrow(deal: Deal) -> Escrow:
    escrow = await Escrow.get_or_none(deal_id=deal.id, is_current=True)
    if escrow is None:
        raise GoneAhead(status=deal.status.value)
    return escrow
