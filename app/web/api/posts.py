"""A deal's post: its versions, a look at it in the chat, and what every check saw."""

from datetime import datetime
from typing import Any

from app.web.api.calls import Call
from app.web.api.campaigns import terms_of
from app.web.api.models import Done, PathId
from app.web.api.models_posts import (
    Check,
    Checks,
    Creative,
    Creatives,
    Dispute,
    LinkButton,
    Media,
    Receipt,
    Statement,
)
from app.web.api.routes import Routes
from models import Check as CheckRow
from models import CheckResult, Party, Verdict
from models import Creative as CreativeRow
from models import Dispute as DisputeRow

routes = Routes("Posts and checks")


@routes.get("/deals/{deal_id}/creatives")
async def show_creatives(call: Call, deal_id: PathId) -> Creatives:
    rows = await call.services.creatives.history(call.actor, deal_id)
    return Creatives(creatives=[_creative(row) for row in rows])


@routes.post("/deals/{deal_id}/creatives/preview")
async def preview_in_chat(call: Call, deal_id: PathId) -> Done:
    """The bot shows the current version in my chat, exactly as the channel will."""
    await call.services.creatives.preview(call.actor, deal_id, call.actor.user_id)
    return Done()


@routes.get("/deals/{deal_id}/checks")
async def show_checks(call: Call, deal_id: PathId) -> Checks:
    found = await call.services.disputes.evidence(call.actor, deal_id)
    posting = found.posting
    return Checks(
        posted_at=posting.posted_at if posting else None,
        post_url=posting.url if posting else None,
        deleted_at=posting.deleted_at if posting else None,
        checks=[_check(row) for row in found.checks],
        intrusions=[datetime.fromisoformat(str(one["at"])) for one in posting.intrusions] if posting else [],
        dispute=_dispute(found.dispute) if found.dispute else None,
    )


@routes.get("/deals/{deal_id}/receipt")
async def show_receipt(call: Call, deal_id: PathId) -> Receipt:
    """Once the post went out and the money is settled."""
    found = await call.services.receipts.of(call.actor, deal_id)
    money, posting = found.money, found.posting
    return Receipt(
        url=found.url,
        outcome=found.deal.outcome or Verdict.REFUND,
        terms=terms_of(found.terms),
        posted_at=posting.posted_at or found.deal.created_at,
        post_url=posting.url,
        fingerprint=posting.fingerprint,
        checks=len(found.checks),
        intact=found.intact,
        escrow=money.address,
        explorer_url=money.explorer_url,
        amount=money.amount_nano,
        owner_got=money.owner_nano,
        fee=money.fee_nano,
        advertiser_got=money.advertiser_nano,
        settled_at=money.settled_at,
        message_hashes=list(money.message_hashes),
    )


def _creative(row: CreativeRow) -> Creative:
    return Creative(
        version=row.version,
        state=row.state,
        author=row.author,
        text=row.text,
        entities=row.entities,
        media=[Media(kind=str(one["kind"]), unique_id=str(one["unique_id"])) for one in row.media],
        buttons=[[LinkButton(text=one["text"], url=one["url"]) for one in line] for line in row.buttons],
        link_preview=row.link_preview,
        review_note=row.review_note,
        created_at=row.created_at,
    )


def _check(row: CheckRow) -> Check:
    changed: Any = row.details.get("changed")
    return Check(
        kind=row.kind,
        done_at=row.done_at or row.due_at,
        result=row.result or CheckResult.UNKNOWN,
        cause=row.cause,
        changed=[str(one) for one in changed] if isinstance(changed, list) else [],
    )


def _dispute(row: DisputeRow) -> Dispute:
    by_platform = row.opened_by is Party.PLATFORM
    return Dispute(
        opened_by=row.opened_by,
        reason="" if by_platform else row.reason,
        reason_key=f"deal-reason-{row.reason}" if by_platform else None,
        cause=row.cause,
        opened_at=row.opened_at,
        statements=[_statement(one) for one in row.statements],
        decided_at=row.decided_at,
        decision=row.decision,
    )


def _statement(one: dict[str, object]) -> Statement:
    at = datetime.fromisoformat(str(one["at"]))
    return Statement(party=Party(str(one["party"])), text=str(one["text"]), at=at)
