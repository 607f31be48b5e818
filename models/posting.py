"""A posting (one per deal) and the checks that watch it."""

from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.channel import Channel
from models.creative import Creative
from models.deal import Deal
from models.enums import Cause, CheckKind, CheckResult, PostingState


class Posting(Model):
    id = fields.BigIntField(primary_key=True)
    deal: fields.OneToOneRelation[Deal] = fields.OneToOneField(
        "models.Deal", related_name="posting", on_delete=fields.RESTRICT
    )
    deal_id: int
    channel: fields.ForeignKeyRelation[Channel] = fields.ForeignKeyField(
        "models.Channel", related_name="postings", on_delete=fields.RESTRICT, db_index=True
    )
    channel_id: int
    creative: fields.ForeignKeyRelation[Creative] = fields.ForeignKeyField(
        "models.Creative", related_name="postings", on_delete=fields.RESTRICT, db_index=True
    )
    creative_id: int
    state = fields.CharEnumField(PostingState, default=PostingState.DUE, max_length=16)
    due_at = fields.DatetimeField()
    retry_at: datetime | None = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    fence = fields.IntField(default=0)
    """Raised by each claim: a slow worker that wakes up late finds its number outdated and writes nothing."""
    claimed_until: datetime | None = fields.DatetimeField(null=True)
    anchor_message_id = fields.BigIntField(default=0)
    """The channel's highest known message id just before SENDING; what we sent has a higher one."""
    message_ids: list[int] = fields.JSONField(default=list)
    fingerprint = fields.CharField(max_length=64, default="")
    snapshot: list[dict[str, object]] = fields.JSONField(default=list)
    """What Telegram returned for each message, reduced to what the fingerprint covers; shown as evidence."""
    url: str | None = fields.CharField(max_length=255, null=True)  # type: ignore[assignment]
    posted_at: datetime | None = fields.DatetimeField(null=True)
    top_ends_at: datetime | None = fields.DatetimeField(null=True)
    deleted_at: datetime | None = fields.DatetimeField(null=True)
    delete_at: datetime | None = fields.DatetimeField(null=True)
    healed = fields.BooleanField(default=False)
    intrusions: list[dict[str, object]] = fields.JSONField(default=list)
    """Posts of others during the promised hours on top, as `{message_id, at, album}`: evidence, shown to both."""
    error = fields.CharField(max_length=200, default="")

    class Meta:
        table = "postings"
        indexes = [Index(fields=("state", "due_at"), name="ix_posting_state_due")]


class Check(Model):
    id = fields.BigIntField(primary_key=True)
    posting: fields.ForeignKeyRelation[Posting] = fields.ForeignKeyField(
        "models.Posting", related_name="checks", on_delete=fields.RESTRICT, db_index=True
    )
    posting_id: int
    kind = fields.CharEnumField(CheckKind, max_length=8)
    band = fields.IntField(default=0)
    due_at = fields.DatetimeField()
    claimed_until: datetime | None = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    done_at: datetime | None = fields.DatetimeField(null=True)
    result: CheckResult | None = fields.CharEnumField(CheckResult, null=True, max_length=10)  # type: ignore[assignment]
    cause: Cause | None = fields.CharEnumField(Cause, null=True, max_length=8)  # type: ignore[assignment]
    details: dict[str, object] = fields.JSONField(default=dict)

    class Meta:
        table = "checks"
        indexes = [Index(fields=("done_at", "due_at"), name="ix_check_queue")]
