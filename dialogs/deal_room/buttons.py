"""Which buttons a deal card has. `services.deals.choices` says what is offered; this says where it stands.

One primary action stands alone in the first row. A screen has at most eight buttons.
"""

from datetime import datetime

from dialogs.deal_room.scope import dashed
from models import FINAL_STATUSES, DealStatus, Party
from services.deals.choices import offered, primary
from services.deals.lifecycle import Action
from services.deals.usecases import DealView

PAY = "pay"
CREATIVE = "creative"
EVIDENCE = "evidence"
MONEY_BACK = "money_back"
RECEIPT = "receipt"

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
    names = [action for action in offered(view, now) if action not in HIDDEN]
    first = MONEY_BACK if takes_back else _primary(view, names)
    others = [name for name in names if name != first] + _looks(view, names, has_creative)
    return [_button(first)] if first else [], [_button(name) for name in others[:MOST_ACTIONS]]


def _primary(view: DealView, names: list[Action]) -> str | None:
    if view.deal.status is DealStatus.AWAITING_ESCROW_PAYMENT and view.party is Party.ADVERTISER:
        return PAY
    return primary(view, names)


def _looks(view: DealView, names: list[Action], has_creative: bool) -> list[str]:
    """Screens that change nothing: the post as it is planned, and what the checks saw."""
    looks = [EVIDENCE] if _was_watched(view) else []
    if view.deal.status in FINAL_STATUSES and view.deal.retention_ends_at is not None:
        looks.insert(0, RECEIPT)
    writes = {Action.REVISE_CREATIVE, Action.APPROVE_CREATIVE, Action.SUBMIT_CREATIVE} & set(names)
    if has_creative and not writes and not looks:
        looks.append(CREATIVE)
    return looks


def _was_watched(view: DealView) -> bool:
    """There is a post to speak of; a deal that ends in a refund keeps its evidence, too."""
    return view.deal.status in WATCHED or view.deal.retention_ends_at is not None


def _button(name: str) -> Button:
    return {"id": str(name), "label_key": f"deal-do-{dashed(name)}"}
