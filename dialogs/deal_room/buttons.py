"""Which buttons a deal card has. The lifecycle says what may be done; this says what is worth a button, and where.

One primary action stands alone in the first row. A screen has at most eight buttons, so that a step which another one
already contains (a proposal to cancel, where one may simply withdraw) is left out.
"""

from datetime import datetime

from dialogs.deal_room.scope import dashed
from models import FINAL_STATUSES, DealStatus, Party
from services.deals.lifecycle import Action
from services.deals.usecases import DealView

PAY = "pay"
CREATIVE = "creative"
EVIDENCE = "evidence"
MONEY_BACK = "money_back"
RECEIPT = "receipt"

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

HIDDEN = frozenset(
    {
        Action.SEND,  # a request is sent by its own screen
        Action.REQUEST_CHANGES,  # on the screen where the post is checked
        Action.DECIDE_RELEASE,  # the administrators' desk
        Action.DECIDE_REFUND,
        Action.DECIDE_SPLIT,
    }
)
WATCHED = (DealStatus.POSTED, DealStatus.RETENTION_CHECK, DealStatus.DISPUTED, DealStatus.RELEASED)
MOST_ACTIONS = 5
"""Beside them stand Conversation and History, and Back and Home, which share the eighth place."""

Button = dict[str, str]


def card_buttons(
    view: DealView, now: datetime, has_creative: bool, takes_back: bool = False
) -> tuple[list[Button], list[Button]]:
    """The primary button (at most one) and the others, in the order of the table.

    `takes_back`: the contract's deadline has passed over the advertiser's money, and he needs nobody to have it back.
    """
    if view.party not in (Party.ADVERTISER, Party.OWNER):
        return [], [_button(name) for name in _looks(view, [], False)]
    names = [action.value for action in view.actions if _worth_showing(view, action, now)]
    primary = MONEY_BACK if takes_back else _primary(view, names)
    others = [name for name in names if name != primary] + _looks(view, names, has_creative)
    return [_button(primary)] if primary else [], [_button(name) for name in others[:MOST_ACTIONS]]


def _primary(view: DealView, names: list[str]) -> str | None:
    deal = view.deal
    if deal.status is DealStatus.AWAITING_ESCROW_PAYMENT and view.party is Party.ADVERTISER:
        return PAY
    if deal.status is DealStatus.OWNER_ACCEPTED:
        mine = Action.SET_PAYER_WALLET if view.party is Party.ADVERTISER else Action.SET_PAYOUT_WALLET
        missing = deal.payer_address if view.party is Party.ADVERTISER else deal.payout_address
        return mine.value if not missing and mine.value in names else None
    waiting = (name.value for name in PRIMARY if name.value in names)
    first = next(waiting, None)
    settled_time = deal.status is DealStatus.SCHEDULED or deal.proposed_by is view.party
    return None if first == Action.PROPOSE_TIME and settled_time else first


def _looks(view: DealView, names: list[str], has_creative: bool) -> list[str]:
    """Screens that change nothing: the post as it is planned, and what the checks saw."""
    looks = [EVIDENCE] if _was_watched(view) else []
    if view.deal.status in FINAL_STATUSES and view.deal.retention_ends_at is not None:
        looks.insert(0, RECEIPT)
    writes = {Action.REVISE_CREATIVE.value, Action.APPROVE_CREATIVE.value, Action.SUBMIT_CREATIVE.value} & set(names)
    if has_creative and not writes and not looks:
        looks.append(CREATIVE)
    return looks


def _was_watched(view: DealView) -> bool:
    """There is a post to speak of; a deal that ends in a refund keeps its evidence, too."""
    return view.deal.status in WATCHED or view.deal.retention_ends_at is not None


def _worth_showing(view: DealView, action: Action, now: datetime) -> bool:
    deal = view.deal
    match action:
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
            return action not in HIDDEN


def _button(name: str) -> Button:
    return {"id": name, "label_key": f"deal-do-{dashed(name)}"}
