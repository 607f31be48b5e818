"""A deal as facts for its card. Pure: rows in, named facts out; words are chosen by the texts."""

from datetime import datetime, timedelta

from dialogs.deal_room.scope import dashed, title_facts
from models import Deal, DealStatus, Party, Posting, Verdict
from services.deals.usecases import DealView
from services.formats import format_facts

BEFORE_MONEY = (DealStatus.NEGOTIATION, DealStatus.OWNER_ACCEPTED, DealStatus.AWAITING_ESCROW_PAYMENT)
BEFORE_POST_IS_OUT = (*BEFORE_MONEY, DealStatus.CREATIVE_APPROVED, DealStatus.SCHEDULED)

Facts = dict[str, object]


def card_facts(view: DealView, posting: Posting | None, now: datetime) -> Facts:
    """Everything that the card's texts may say. A fact that is None hides the line that needs it."""
    deal, terms = view.deal, view.terms
    return {
        **title_facts(deal),
        **_next_facts(view),
        **_time_facts(view, now),
        "party": view.party.value,
        "status_key": f"deal-status-{dashed(deal.status.value)}",
        "price_nano": deal.price_nano,
        "package": terms.package,
        **format_facts(terms),
        "window_end_at": terms.window_end,
        "shows_window": deal.status in BEFORE_POST_IS_OUT or deal.status not in _AFTER,
        "author": terms.creative_author.value,
        "author_me": terms.creative_author is view.party,
        "shows_wallets": deal.status in BEFORE_MONEY and deal.status is not DealStatus.NEGOTIATION,
        "payer_ready": bool(deal.payer_address),
        "payout_ready": bool(deal.payout_address),
        "top_until_at": _top_until(view, posting, now),
        "post_url": posting.url if posting and not posting.deleted_at else None,
        "post_deleted": bool(posting and posting.deleted_at),
    }


_AFTER = (
    DealStatus.POSTED,
    DealStatus.RETENTION_CHECK,
    DealStatus.DISPUTED,
    DealStatus.RELEASED,
    DealStatus.REFUNDED,
    DealStatus.CANCELLED,
    DealStatus.EXPIRED,
)


def _next_facts(view: DealView) -> Facts:
    """What happens next, by when, and to whose benefit."""
    deal = view.deal
    next_key = f"deal-next-{dashed(deal.status.value)}"
    if view.settling:
        next_key = f"deal-settling-{Verdict(str(deal.verdict)).value}"
    return {
        "next_key": next_key,
        "ends_key": f"deal-ends-{view.ends.value}" if view.ends and deal.due_at and not view.settling else None,
        "due_at": deal.due_at,
        "stage": deal.status.value,
        "offer_mine": deal.offered_by is view.party,
        "time_state": _whose(deal.proposed_by, view.party),
        "cancel_state": _whose(deal.cancel_proposed_by, view.party) if not view.settling else "none",
        "outcome": deal.outcome.value if deal.outcome else "none",
    }


def _time_facts(view: DealView, now: datetime) -> Facts:
    deal = view.deal
    cure = deal.cure_ends_at
    proposed = deal.proposed_publish_at if deal.status in _TIMED else None
    return {
        "publish_at": deal.publish_at if deal.status is DealStatus.SCHEDULED else None,
        "proposed_at": proposed if proposed != deal.publish_at or deal.status is not DealStatus.SCHEDULED else None,
        "retention_ends_at": deal.retention_ends_at,
        "cure_at": cure if cure and cure > now and deal.status is DealStatus.RETENTION_CHECK else None,
    }


_TIMED = (DealStatus.CREATIVE_APPROVED, DealStatus.SCHEDULED)


def _top_until(view: DealView, posting: Posting | None, now: datetime) -> datetime | None:
    """While the hours on top are ahead or running."""
    if view.deal.status not in (DealStatus.SCHEDULED, DealStatus.RETENTION_CHECK) or view.settling:
        return None
    planned = view.deal.publish_at + timedelta(seconds=view.terms.top_seconds) if view.deal.publish_at else None
    until = posting.top_ends_at if posting and posting.top_ends_at else planned
    return until if until and until > now else None


def _whose(party: Party | None, viewer: Party) -> str:
    """none, mine or theirs: who made the standing proposal."""
    if party is None:
        return "none"
    return "mine" if party is viewer else "theirs"


def seen_facts(deal: Deal) -> dict[str, str | None]:
    """What the screen showed, as plain JSON: a later yes means this and nothing newer."""
    return {
        "terms_hash": deal.terms_hash,
        "proposed_at": deal.proposed_publish_at.isoformat() if deal.proposed_publish_at else None,
        "status": deal.status.value,
    }
