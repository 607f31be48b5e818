"""Opening escrows: as soon as both proved wallets are in the deal, its terms of payment are computed and frozen.

Guarantees:
* The row, the fee and the step are one transaction: a deal that awaits payment always has exactly one current escrow.
* Every escrow has its own contract id, so that "pay from another wallet" has another address; the older row stays and
  is watched.
* Nothing is opened for a deal whose publication window is over: its clock lets it expire unpaid. Nor while the bot
  lacks its rights in the channel: nobody is asked to pay for a post that could not go out.
"""

import logging
from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import Channel, ChannelStatus, Deal, DealStatus, Escrow, Party
from services.actor import PLATFORM
from services.deals.clocks import deadline_of
from services.deals.lifecycle import Action
from services.deals.terms import Terms
from services.deals.transition import Move, advance
from services.errors import GoneAhead
from services.escrow.chain import EscrowChain
from services.ports import Clock, EscrowTermsFacts
from services.settings import MarketSettings

log = logging.getLogger(__name__)

ESCROWS_PER_DEAL = 1000
"""Contract ids are `deal_id * 1000 + n`."""
BATCH = 200


@dataclass(frozen=True, slots=True)
class Opener:
    clock: Clock
    chain: EscrowChain
    settings: MarketSettings

    async def open_due(self) -> int:
        """Open what can be opened; returns how many."""
        ready = Deal.filter(status=DealStatus.OWNER_ACCEPTED, verdict=None)
        deals = await ready.exclude(payer_address=None).exclude(payout_address=None).order_by("id").limit(BATCH)
        return sum([await self._open_patiently(deal) for deal in deals])

    async def _open_patiently(self, deal: Deal) -> bool:
        """`open`, in which one broken row keeps no other deal waiting."""
        try:
            return await self.open(deal)
        except Exception:
            log.exception("the escrow of deal %s could not be opened", deal.id)
            return False

    async def open(self, deal: Deal) -> bool:
        """Open the deal's escrow if it is ready for it; False when it is not, or somebody was faster."""
        terms = Terms.of(deal)
        if deal.status is not DealStatus.OWNER_ACCEPTED or terms.window_end <= self.clock.utcnow():
            return False
        if not await Channel.filter(id=deal.channel_id, status=ChannelStatus.ACTIVE).exists():
            return False
        if not deal.payer_address or not deal.payout_address or deal.payer_address == self.chain.controller:
            return False
        try:
            async with in_transaction():
                escrow = await self.create(deal, self.settings.fee_bps)
                payload: dict[str, object] = {"required_nano": escrow.required_nano, "deadline": escrow.deadline}
                changes: dict[str, object] = {"fee_bps": escrow.fee_bps}
                await advance(deal, Move(Action.OPEN_ESCROW, Party.PLATFORM, PLATFORM, changes, payload), self.clock)
        except GoneAhead:
            return False
        return True

    async def create(self, deal: Deal, fee_bps: int) -> Escrow:
        """The row of a new current escrow; the older ones of the deal stop being current. Call in a transaction."""
        terms = await self._facts(deal, fee_bps)
        plan = self.chain.plan(terms)
        await Escrow.filter(deal_id=deal.id, is_current=True).update(is_current=False)
        return await Escrow.create(
            deal_id=deal.id,
            address=plan.address,
            contract_id=terms.contract_id,
            advertiser_address=terms.advertiser,
            owner_address=terms.owner,
            controller_address=terms.controller,
            fee_recipient=terms.fee_recipient,
            fee_bps=terms.fee_bps,
            amount_nano=terms.amount_nano,
            required_nano=plan.required_nano,
            deadline=terms.deadline,
            opened_at=self.clock.utcnow(),
        )

    async def _facts(self, deal: Deal, fee_bps: int) -> EscrowTermsFacts:
        earlier = await Escrow.filter(deal_id=deal.id).count()
        controller = self.chain.controller
        return EscrowTermsFacts(
            contract_id=deal.id * ESCROWS_PER_DEAL + earlier + 1,
            advertiser=str(deal.payer_address),
            owner=str(deal.payout_address),
            amount_nano=deal.price_nano,
            deadline=deadline_of(Terms.of(deal)),
            controller=controller,
            fee_recipient=self.settings.fee_recipient or controller,
            fee_bps=fee_bps,
        )
