"""Which of the steps that somebody may take are worth a button now, and which one moves the deal on.

The lifecycle says what may be done; this says what a person is offered, in the chat as in the Mini App. A step that
another one already contains (a proposal to cancel, where one may simply withdraw) is left out.
"""

from datetime import datetime

from models import DealStatus, Party
from services.deals.lifecycle import Action
from services.deals.usecases import DealView

PRIMARY = (
    Action.ACCEPT,
    Action.AGREE_TIME,
    Action.SUBMIT_CREATIVE,
    Action.APPROVE_CREATIVE,
    Action.POST_AGAIN,
    Action.AGREE_CANCEL,
    Action.PROPOSE_TIME,
    Action.STATE_CASE,
)
"""What moves the deal on, the most urgent first."""


def offered(view: DealView, now: datetime) -> list[Action]:
    """In the order of the table."""
    return [action for action in view.actions if worth_offering(view, action, now)]


def primary(view: DealView, among: list[Action]) -> Action | None:
    """The one step to take now, if there is one and it is this side's to take."""
    deal = view.deal
    if deal.status is DealStatus.OWNER_ACCEPTED:
        mine = Action.SET_PAYER_WALLET if view.party is Party.ADVERTISER else Action.SET_PAYOUT_WALLET
        missing = deal.payer_address if view.party is Party.ADVERTISER else deal.payout_address
        return mine if not missing and mine in among else None
    first = next((action for action in PRIMARY if action in among), None)
    settled_time = deal.status is DealStatus.SCHEDULED or deal.proposed_by is view.party
    return None if first is Action.PROPOSE_TIME and settled_time else first


def worth_offering(view: DealView, action: Action, now: datetime) -> bool:
    deal = view.deal
    match action:
        case Action.SEND:
            return False  # a request is sent by its own screen
        case Action.CANCEL:
            return Action.ACCEPT not in view.actions  # whose answer is awaited declines
        case Action.DECLINE:
            return Action.ACCEPT in view.actions
        case Action.PROPOSE_CANCEL:
            can_leave = Action.WITHDRAW in view.actions or Action.AGREE_CANCEL in view.actions
            return not can_leave and deal.cancel_proposed_by is not view.party
        case Action.WITHDRAW:
            return Action.AGREE_CANCEL not in view.actions
        case Action.SET_PAYER_WALLET:
            return deal.status is not DealStatus.NEGOTIATION or not deal.payer_address
        case Action.POST_AGAIN:
            return deal.cure_ends_at is not None and deal.cure_ends_at > now
        case _:
            return True
