"""Somebody cannot be written to any more while a deal waits for him: the other side is told, once for each such step.

Only where it matters. A deal that needs nothing of him goes on without a word; so does one whose side has somebody else
who can be reached. Nobody is told that he was "blocked": the bot knows only that its messages do not arrive.
"""

from tortoise.expressions import Q

from models import FINAL_STATUSES, ChannelManager, Deal, DealStatus, Notice, Party, User
from services.deals.lifecycle import Action
from services.deals.roles import SIDES, actions_for
from services.notices import people_of, tell
from services.ports import Clock

KEY = "notice-side-unreachable"
MOVES_ON = frozenset(
    {Action.ACCEPT, Action.SUBMIT_CREATIVE, Action.APPROVE_CREATIVE, Action.AGREE_TIME, Action.POST_AGAIN}
)
"""What a deal waits for when a side may do it; wallets and payments are asked of the row."""


async def tell_of_unreachable(user_id: int, clock: Clock) -> None:
    """Call when the person was found, or said, to be out of reach."""
    manages = await ChannelManager.filter(user_id=user_id).values_list("channel_id", flat=True)
    his = Q(advertiser_id=user_id) | Q(owner_id=user_id) | Q(channel_id__in=list(manages))
    running = Deal.filter(his, verdict=None).exclude(status__in=list(FINAL_STATUSES)).select_related("channel")
    for deal in await running:
        for side in SIDES:
            if user_id in await people_of(deal, side):
                await _tell_other(deal, side, clock)


def awaits(deal: Deal, side: Party) -> bool:
    """Does the deal stand still until this side does something?"""
    match deal.status:
        case DealStatus.OWNER_ACCEPTED:
            return not (deal.payer_address if side is Party.ADVERTISER else deal.payout_address)
        case DealStatus.AWAITING_ESCROW_PAYMENT:
            return side is Party.ADVERTISER
        case DealStatus.SCHEDULED:
            return False
        case DealStatus.CREATIVE_APPROVED if deal.proposed_by is None:
            return True
        case DealStatus.RETENTION_CHECK if deal.cure_ends_at is None:
            return False
    return bool(MOVES_ON & set(actions_for(deal, side, has_creative=True)))


async def _tell_other(deal: Deal, side: Party, clock: Clock) -> None:
    if not awaits(deal, side) or deal.due_at is None or await _is_within_reach(deal, side):
        return
    args: dict[str, object] = {"deal": deal.id, "channel": deal.channel.title, "due_at": deal.due_at.isoformat()}
    for user_id in await people_of(deal, side.other):
        told = Notice.filter(key=KEY, deal_id=deal.id, user_id=user_id, due_at__gte=deal.entered_at)
        if not await told.exists():
            await tell(user_id, KEY, args, deal.id, clock)


async def _is_within_reach(deal: Deal, side: Party) -> bool:
    return await User.filter(id__in=await people_of(deal, side), blocked_bot_at=None).exists()
