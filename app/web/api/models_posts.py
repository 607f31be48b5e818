"""A deal's post: its versions, what the checks saw, the receipt at the end."""

from datetime import datetime
from typing import Any

from app.web.api.models import Answer, Coins
from app.web.api.models_campaigns import OfferTerms
from models import Cause, CheckKind, CheckResult, CreativeState, Party, Verdict


class Media(Answer):
    kind: str
    unique_id: str


class LinkButton(Answer):
    text: str
    url: str


class Creative(Answer):
    version: int
    state: CreativeState
    author: Party
    text: str
    entities: list[dict[str, Any]]
    """Telegram's MessageEntity objects; offsets count UTF-16 units."""
    media: list[Media]
    buttons: list[list[LinkButton]]
    link_preview: bool
    review_note: str
    created_at: datetime


class Creatives(Answer):
    """All versions, oldest first."""

    creatives: list[Creative]


class Check(Answer):
    kind: CheckKind
    done_at: datetime
    result: CheckResult
    cause: Cause | None
    changed: list[str]


class Statement(Answer):
    party: Party
    text: str
    at: datetime


class Dispute(Answer):
    opened_by: Party
    reason: str
    reason_key: str | None
    """Where the platform opened it."""
    cause: Cause | None
    opened_at: datetime
    statements: list[Statement]
    decided_at: datetime | None
    decision: Verdict | None


class Checks(Answer):
    """What every check saw; both sides and the administrators see the same."""

    posted_at: datetime | None
    post_url: str | None
    deleted_at: datetime | None
    checks: list[Check]
    intrusions: list[datetime]
    """Posts of others during the promised hours on top."""
    dispute: Dispute | None


class Receipt(Answer):
    url: str
    """A page that anybody who has its address can see."""
    outcome: Verdict
    terms: OfferTerms
    posted_at: datetime
    post_url: str | None
    fingerprint: str
    checks: int
    intact: int
    escrow: str
    explorer_url: str | None
    amount: Coins
    owner_got: Coins
    fee: Coins
    advertiser_got: Coins
    settled_at: datetime | None
    message_hashes: list[str]
