"""The deal's page: where it stands, what happens next and by when, what I can do, the post, the talk, the history."""

from datetime import datetime, timedelta
from typing import Any

from app.texts import coins
from app.web.miniapp.creative import content_facts
from app.web.miniapp.stages import STAGES, author_is, is_mine_to_act, stage_of
from app.web.miniapp.steps import steps_of
from app.web.miniapp.visit import View, Visit
from models import (
    FINAL_STATUSES,
    Creative,
    CreativeState,
    DealEvent,
    DealStatus,
    Dispute,
    Party,
    Posting,
)
from services.deals.usecases import DealView
from services.formats import format_facts
from services.posting.looks import looks_at
from services.receipts import has_receipt

LINES_SHOWN = 30
EVENTS_SHOWN = 5
TIMED = (DealStatus.CREATIVE_APPROVED, DealStatus.SCHEDULED)
BEFORE_MONEY = (DealStatus.OWNER_ACCEPTED, DealStatus.AWAITING_ESCROW_PAYMENT)
URGENT = timedelta(hours=12)
Facts = dict[str, Any]


async def deal(visit: Visit) -> View:
    view = await visit.services.deals.view(visit.actor, visit.number())
    row, now = view.deal, visit.services.clock.utcnow()
    posting = await Posting.get_or_none(deal_id=row.id)
    creative = await visit.services.creatives.current(row.id)
    events = await visit.services.deals.timeline(visit.actor, row.id)
    lines = await visit.services.deals.conversation(visit.actor, row.id, LINES_SHOWN)
    steps = await steps_of(visit, view, creative, now)
    receipt = visit.services.receipts.url(row.id) if has_receipt(row, posting) else ""
    return View(
        "deal.html",
        {
            **_card(view, posting, now),
            "view": view,
            "deal": row,
            "format": format_facts(view.terms),
            "terms": view.terms,
            "stages": STAGES,
            "stage": stage_of(row),
            "is_lost": row.status in FINAL_STATUSES and row.status is not DealStatus.RELEASED,
            "is_over": row.status in FINAL_STATUSES,
            "my_turn": is_mine_to_act(row, view.party, view.actions),
            "steps": steps,
            "creative": _creative(creative, view),
            "lines": [(line, line.party is view.party) for line in lines],
            "talks": view.party in (Party.ADVERTISER, Party.OWNER),
            "events": [_event(event, view.party) for event in events[-EVENTS_SHOWN:]][::-1],
            "more_events": len(events) > EVENTS_SHOWN,
            "watched": posting is not None and posting.posted_at is not None,
            "receipt": receipt,
            "chat": await visit.chat_link(f"deal-{row.id}"),
            "counter_price": coins(row.price_nano),
        },
    )


def _card(view: DealView, posting: Posting | None, now: datetime) -> Facts:
    """What the texts of the deal's card may say; they are the chat's own."""
    row = view.deal
    cure = row.cure_ends_at
    until = _top_until(view, posting, now)
    facts: Facts = {
        "party": view.party.value,
        "status_key": f"deal-status-{_dashed(row.status.value)}",
        "next_key": _next_key(view),
        "next_facts": _next_facts(view),
        "ends_key": f"deal-ends-{view.ends.value}" if view.ends and row.due_at and not view.settling else "",
        "is_urgent": row.due_at is not None and row.due_at - now < URGENT,
        "cancel_state": _whose(row.cancel_proposed_by, view.party) if not view.settling else "none",
        "cure_at": cure if cure and cure > now and row.status is DealStatus.RETENTION_CHECK else None,
        "publish_at": row.publish_at if row.status is DealStatus.SCHEDULED else None,
        "proposed_at": row.proposed_publish_at if row.status in TIMED and not view.settling else None,
        "time_state": _whose(row.proposed_by, view.party),
        "top_until_at": until,
        "post_url": posting.url if posting and posting.url else "",
        "post_deleted": bool(posting and posting.deleted_at),
        "shows_wallets": row.status in BEFORE_MONEY,
    }
    return facts


def _next_key(view: DealView) -> str:
    if view.settling and view.deal.verdict is not None:
        return f"deal-settling-{view.deal.verdict.value}"
    return f"deal-next-{_dashed(view.deal.status.value)}"


def _next_facts(view: DealView) -> Facts:
    row = view.deal
    return {
        "party": view.party.value,
        "stage": row.status.value,
        "due_at": row.due_at,
        "offer_mine": row.offered_by is view.party,
        "payer_ready": bool(row.payer_address),
        "payout_ready": bool(row.payout_address),
        "author_me": author_is(row, view.party),
        "time_state": _whose(row.proposed_by, view.party),
        "retention_ends_at": row.retention_ends_at,
        "outcome": row.outcome.value if row.outcome else "none",
    }


def _top_until(view: DealView, posting: Posting | None, now: datetime) -> datetime | None:
    """While the hours on top are ahead or running."""
    row = view.deal
    if row.status not in (DealStatus.SCHEDULED, DealStatus.RETENTION_CHECK) or view.settling:
        return None
    planned = row.publish_at + timedelta(seconds=view.terms.top_seconds) if row.publish_at else None
    until = posting.top_ends_at if posting and posting.top_ends_at else planned
    return until if until and until > now else None


def _whose(party: Party | None, viewer: Party) -> str:
    if party is None:
        return "none"
    return "mine" if party is viewer else "theirs"


def _creative(creative: Creative | None, view: DealView) -> Facts | None:
    """The newest version, as the channel will show it."""
    if creative is None:
        return None
    return {
        **content_facts(creative),
        "version": creative.version,
        "state": creative.state.value,
        "author": creative.author.value,
        "at": creative.created_at,
        "note": creative.review_note if creative.state is CreativeState.CHANGES_REQUESTED else "",
        "channel": view.deal.channel.title,
    }


def _event(event: DealEvent, viewer: Party) -> Facts:
    return {
        "key": f"deal-did-{_dashed(event.action)}",
        "at": event.created_at,
        "who": "me" if event.party is viewer else event.party.value,
    }


def _dashed(name: str) -> str:
    return name.replace("_", "-")


async def history(visit: Visit) -> View:
    view = await visit.services.deals.view(visit.actor, visit.number())
    events = await visit.services.deals.timeline(visit.actor, view.deal.id)
    versions = await visit.services.creatives.history(visit.actor, view.deal.id)
    return View(
        "deal_history.html",
        {
            "deal": view.deal,
            "events": [_event(event, view.party) for event in reversed(events)],
            "versions": [_creative(version, view) for version in reversed(versions)],
        },
    )


async def checks(visit: Visit) -> View:
    """What every check saw, and the words of a dispute: both sides see the same."""
    evidence = await visit.services.disputes.evidence(visit.actor, visit.number())
    posting = evidence.posting
    return View(
        "deal_checks.html",
        {
            "deal": evidence.deal,
            "posting": posting,
            "looks": looks_at(evidence.checks, posting),
            "dispute": _dispute(evidence.dispute) if evidence.dispute else None,
        },
    )


PLATFORM_REASONS = ("post-unclear", "post-unverifiable")


def _dispute(dispute: Dispute) -> Facts:
    by_platform = dispute.opened_by is Party.PLATFORM
    known = dispute.reason if dispute.reason in PLATFORM_REASONS else "other"
    statements = [
        {"who": one["party"], "at": datetime.fromisoformat(str(one["at"])), "text": str(one["text"])}
        for one in dispute.statements
    ]
    return {
        "opened_by": dispute.opened_by.value,
        "reason": dispute.reason,
        "reason_key": f"deal-reason-{known}" if by_platform else "",
        "statements": statements,
    }
