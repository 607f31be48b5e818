"""Where a deal stands on its way, and whose turn it is. Pure: rows in, small facts out."""

from models import FINAL_STATUSES, Deal, DealStatus, Party
from services.deals.lifecycle import Action
from services.deals.terms import Terms

STAGES = ("agree", "pay", "write", "time", "watch", "done")
"""The six steps of the way that a page draws."""
STAGE_OF = {
    DealStatus.DRAFT: 0,
    DealStatus.NEGOTIATION: 0,
    DealStatus.OWNER_ACCEPTED: 1,
    DealStatus.AWAITING_ESCROW_PAYMENT: 1,
    DealStatus.ESCROW_FUNDED: 2,
    DealStatus.CREATIVE_PENDING_OWNER: 2,
    DealStatus.CREATIVE_SUBMITTED: 2,
    DealStatus.CREATIVE_CHANGES_REQUESTED: 2,
    DealStatus.CREATIVE_APPROVED: 3,
    DealStatus.SCHEDULED: 3,
    DealStatus.POSTED: 4,
    DealStatus.RETENTION_CHECK: 4,
    DealStatus.DISPUTED: 4,
    DealStatus.RELEASED: 6,
}
MOVES_ON = frozenset(
    {
        Action.ACCEPT,
        Action.AGREE_TIME,
        Action.SUBMIT_CREATIVE,
        Action.APPROVE_CREATIVE,
        Action.POST_AGAIN,
        Action.AGREE_CANCEL,
    }
)
"""Steps that the other side waits for."""


def stage_of(deal: Deal) -> int:
    """How many steps are behind; a deal that ended early stays where its money turned back."""
    if deal.status in STAGE_OF:
        return STAGE_OF[deal.status]
    if deal.retention_ends_at is not None:
        return 4
    return 2 if deal.status is DealStatus.REFUNDED else 0


def is_mine_to_act(deal: Deal, party: Party, actions: list[Action]) -> bool:
    """Whether the deal waits for this side."""
    if deal.status in FINAL_STATUSES or deal.verdict is not None:
        return False
    match deal.status:
        case DealStatus.OWNER_ACCEPTED:
            return not (deal.payer_address if party is Party.ADVERTISER else deal.payout_address)
        case DealStatus.AWAITING_ESCROW_PAYMENT:
            return party is Party.ADVERTISER
        case DealStatus.CREATIVE_APPROVED:
            return deal.proposed_by is not party
        case DealStatus.RETENTION_CHECK | DealStatus.SCHEDULED:
            return bool({Action.AGREE_CANCEL, Action.AGREE_TIME} & set(actions))
    return bool(MOVES_ON & set(actions))


def author_is(deal: Deal, party: Party) -> bool:
    return Terms.of(deal).creative_author is party
