"""What the person can do with a deal now, as the page shows it. The lifecycle says what may be done; this says how.

A *question* is a dialog with a yes of its own, a *form* asks for words, the rest are links. One step is primary: it
moves the deal on. What another step contains already is left out, as in the chat.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.web.miniapp.visit import Visit
from models import Creative, DealStatus, Party
from services.deals.lifecycle import Action
from services.deals.usecases import DealView
from services.formats import format_facts
from services.parsing_time import timezone_name

QUESTIONS = (
    Action.ACCEPT,
    Action.AGREE_TIME,
    Action.POST_AGAIN,
    Action.DECLINE,
    Action.CANCEL,
    Action.AGREE_CANCEL,
    Action.WITHDRAW,
    Action.PROPOSE_CANCEL,
    Action.CONCEDE,
)
"""Steps that ask once, in the order in which they are shown."""
DANGEROUS = frozenset({Action.DECLINE, Action.CANCEL, Action.WITHDRAW, Action.PROPOSE_CANCEL, Action.CONCEDE})
LEAD = (Action.ACCEPT, Action.AGREE_TIME, Action.POST_AGAIN, Action.AGREE_CANCEL)


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    facts: dict[str, Any]
    body: dict[str, Any]
    is_dangerous: bool
    is_primary: bool


@dataclass(frozen=True, slots=True)
class Steps:
    actions: list[str]
    questions: list[Question] = field(default_factory=list)
    pays: bool = False
    takes_back: bool = False
    wallet: str = ""
    """The step that sets my wallet, if it is to be set now."""
    known_wallet: str = ""
    """My proved wallet, as people read it."""
    writes: bool = False
    revises: bool = False
    version: int = 0
    """Of the creative that may be reviewed now; 0: there is none."""
    zone: str = "UTC"
    zone_name: str = "UTC"
    earliest: str = ""
    latest: str = ""
    """For the field of a time, on the person's own clock."""

    def may(self, name: str) -> bool:
        return name in self.actions


async def steps_of(visit: Visit, view: DealView, creative: Creative | None, now: datetime) -> Steps:
    if view.party not in (Party.ADVERTISER, Party.OWNER):
        return Steps([])
    actions = [action for action in view.actions if _worth_showing(view, action, now)]
    wallet = _wallet_step(view, actions)
    current = await visit.services.wallets.current(visit.actor) if wallet else None
    is_advertiser = view.party is Party.ADVERTISER
    zone = visit.user.timezone
    return Steps(
        actions=[action.value for action in actions],
        questions=[_question(view, action) for action in QUESTIONS if action in actions],
        pays=is_advertiser and view.deal.status is DealStatus.AWAITING_ESCROW_PAYMENT,
        takes_back=is_advertiser and await visit.services.escrows.is_overdue(view.deal),
        wallet=wallet,
        known_wallet=current.friendly if current else "",
        writes=Action.SUBMIT_CREATIVE in actions,
        revises=Action.REVISE_CREATIVE in actions,
        version=creative.version if creative and Action.APPROVE_CREATIVE in actions else 0,
        zone=zone,
        zone_name=timezone_name(zone, visit.t.language),
        earliest=_on_the_clock(now, zone),
        latest=_on_the_clock(view.terms.window_end, zone),
    )


def _wallet_step(view: DealView, actions: list[Action]) -> str:
    """While both wallets are being collected; later the payer's can be changed from the payment page."""
    if view.deal.status is not DealStatus.OWNER_ACCEPTED:
        return ""
    mine = Action.SET_PAYER_WALLET if view.party is Party.ADVERTISER else Action.SET_PAYOUT_WALLET
    return mine.value if mine in actions else ""


def _question(view: DealView, action: Action) -> Question:
    deal = view.deal
    body: dict[str, Any] = {}
    if action is Action.ACCEPT:
        body = {"terms_hash": deal.terms_hash}
    if action is Action.AGREE_TIME and deal.proposed_publish_at is not None:
        body = {"publish_at": deal.proposed_publish_at.isoformat()}
    facts = {
        **format_facts(view.terms),
        "party": view.party.value,
        "price_nano": deal.price_nano,
        "package": view.terms.package,
        "at": deal.proposed_publish_at or deal.entered_at,
    }
    return Question(action.value, facts, body, action in DANGEROUS, action in LEAD)


def _worth_showing(view: DealView, action: Action, now: datetime) -> bool:
    deal, others = view.deal, view.actions
    match action:
        case Action.CANCEL:
            return Action.ACCEPT not in others  # whose answer is awaited declines
        case Action.DECLINE:
            return Action.ACCEPT in others
        case Action.PROPOSE_CANCEL:
            can_leave = Action.WITHDRAW in others or Action.AGREE_CANCEL in others
            return not can_leave and deal.cancel_proposed_by is not view.party
        case Action.WITHDRAW:
            return Action.AGREE_CANCEL not in others
        case Action.POST_AGAIN:
            return deal.cure_ends_at is not None and deal.cure_ends_at > now
    return True


def _on_the_clock(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}"
