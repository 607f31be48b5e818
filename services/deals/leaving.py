"""Leaving a deal: before anything was paid, or with the money back to the advertiser."""

from dataclasses import dataclass

from models import Deal, DealStatus
from services.actor import Actor
from services.deals.lifecycle import Action
from services.deals.part import DealPart


@dataclass(frozen=True, slots=True)
class Leaving(DealPart):
    async def cancel(self, actor: Actor, deal_id: int) -> Deal:
        """Leave before anything was paid. A deal that awaits payment asks the chain first."""
        deal, party = await self.access.load(actor, deal_id)
        await self.access.check(actor, deal, party, Action.CANCEL)
        if deal.status is DealStatus.AWAITING_ESCROW_PAYMENT:
            await self.ask_chain(deal)
        return await self.access.take(actor, deal_id, Action.CANCEL)

    async def withdraw(self, actor: Actor, deal_id: int) -> Deal:
        """Leave a funded deal before the post: the advertiser gets everything back."""
        return await self.access.take(actor, deal_id, Action.WITHDRAW)

    async def propose_cancel(self, actor: Actor, deal_id: int) -> Deal:
        """Ask the other side to cancel. The proposal lapses with the next step; made twice, it is one proposal."""
        deal, party = await self.access.load(actor, deal_id)
        if deal.cancel_proposed_by is party:
            await self.access.check(actor, deal, party, Action.PROPOSE_CANCEL)
            return deal
        return await self.access.take(actor, deal_id, Action.PROPOSE_CANCEL, changes={"cancel_proposed_by": party})

    async def agree_cancel(self, actor: Actor, deal_id: int) -> Deal:
        return await self.access.take(actor, deal_id, Action.AGREE_CANCEL)
