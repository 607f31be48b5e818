"""What people may know of deals: one deal as its viewer sees it, its history, and the list of one's own."""

from dataclasses import dataclass
from datetime import datetime

from models import FINAL_STATUSES, ChannelManager, Creative, Deal, DealEvent, Party
from services.actor import Actor
from services.deals.clocks import CLOCK_OF, Ends
from services.deals.lifecycle import Action
from services.deals.part import DealPart
from services.deals.roles import actions_for
from services.deals.terms import Terms


@dataclass(frozen=True, slots=True)
class DealView:
    """A deal as one person may see it."""

    deal: Deal
    party: Party
    terms: Terms
    actions: list[Action]
    ends: Ends | None
    """What happens when the clock rings; None where no clock runs."""
    settling: bool
    has_creative: bool = False
    """A first version of the post was sent."""


@dataclass(frozen=True, slots=True)
class OfferMade:
    """One offer of the negotiation; `spoken` are its terms as `Terms.spoken` says them."""

    at: datetime
    party: Party
    spoken: dict[str, object]
    is_standing: bool


@dataclass(frozen=True, slots=True)
class Knowing(DealPart):
    async def view(self, actor: Actor, deal_id: int) -> DealView:
        deal, party = await self.access.load(actor, deal_id)
        has_creative = await Creative.filter(deal_id=deal.id).exists()
        row = CLOCK_OF.get(deal.status) if deal.due_at else None
        actions = actions_for(deal, party, has_creative)
        settling = deal.verdict is not None and deal.status not in FINAL_STATUSES
        return DealView(deal, party, Terms.of(deal), actions, row.ends if row else None, settling, has_creative)

    async def timeline(self, actor: Actor, deal_id: int) -> list[DealEvent]:
        await self.access.load(actor, deal_id)
        return await DealEvent.filter(deal_id=deal_id).order_by("id")

    async def offers(self, actor: Actor, deal_id: int) -> list[OfferMade]:
        """Every offer that was on the table, oldest first; the last one is the deal's terms."""
        deal, _ = await self.access.load(actor, deal_id)
        made = DealEvent.filter(deal_id=deal_id, action__in=[Action.SEND.value, Action.COUNTER.value])
        spoken = [event for event in await made.order_by("id") if "terms_hash" in event.payload]
        return [
            OfferMade(
                at=event.created_at,
                party=Party(str(event.payload.get("by", event.party.value))),
                spoken=event.payload,
                is_standing=event is spoken[-1] and event.payload["terms_hash"] == deal.terms_hash,
            )
            for event in spoken
        ]

    async def mine(self, actor: Actor, limit: int = 8, before_id: int | None = None) -> list[tuple[Deal, Party]]:
        """The person's deals on either side, newest first, in keyset pages."""
        channels = await ChannelManager.filter(user_id=actor.user_id).values_list("channel_id", flat=True)
        older: dict[str, int] = {} if before_id is None else {"id__lt": before_id}
        sides: list[Deal] = []
        for side in ({"advertiser_id": actor.user_id}, {"channel_id__in": list(channels)}):
            if side.get("channel_id__in") != []:
                page = Deal.filter(**older).filter(**side).select_related("channel")
                sides += await page.order_by("-id").limit(limit)
        newest = sorted({deal.id: deal for deal in sides}.values(), key=lambda deal: -deal.id)[:limit]
        return [(deal, self._side(actor, deal)) for deal in newest]

    def _side(self, actor: Actor, deal: Deal) -> Party:
        return Party.ADVERTISER if deal.advertiser_id == actor.user_id else Party.OWNER
