"""What administrators and people tell each other: switches, broadcasts, reports, letters to the support."""

from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.enums import BroadcastState, ReportState


class Switch(Model):
    """Something that an administrator turned on or off for the whole marketplace."""

    name = fields.CharField(max_length=32, primary_key=True)
    is_on: bool = fields.BooleanField(default=False)  # type: ignore[assignment]
    reason = fields.CharField(max_length=200, default="")
    said_by: int | None = fields.BigIntField(null=True)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "switches"


class Broadcast(Model):
    """One message of an administrator to many people. The copies are notices; this row remembers how far they got."""

    id = fields.BigIntField(primary_key=True)
    admin_id = fields.BigIntField()
    source_message_id = fields.BigIntField()
    """The message in the administrator's chat, which is copied."""
    audience = fields.CharField(max_length=16)
    """`all`, `owners` or `advertisers`."""
    language = fields.CharField(max_length=8, default="")
    """Empty: every language."""
    state = fields.CharEnumField(BroadcastState, default=BroadcastState.RUNNING, max_length=10)
    total = fields.IntField(default=0)
    """How many people the audience had when it began."""
    last_user_id = fields.BigIntField(default=0)
    """The audience is walked by ascending id: up to here everybody has a notice."""
    created_at = fields.DatetimeField()
    ended_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "broadcasts"


class Report(Model):
    """Somebody thinks that a listing or a person breaks the rules."""

    id = fields.BigIntField(primary_key=True)
    reporter_id = fields.BigIntField(db_index=True)
    entity_type = fields.CharField(max_length=16)
    """`listing` or `user`."""
    entity_id = fields.BigIntField()
    reason = fields.CharField(max_length=16)
    words = fields.TextField(default="")
    state = fields.CharEnumField(ReportState, default=ReportState.OPEN, max_length=10)
    decided_by: int | None = fields.BigIntField(null=True)
    decided_at: datetime | None = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "reports"
        indexes = [
            Index(fields=("state", "id"), name="ix_report_state"),
            Index(fields=("entity_type", "entity_id"), name="ix_report_entity"),
        ]


class SupportLine(Model):
    """One line between a person and the support."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField(db_index=True)
    """The person who asked, also in an answer."""
    admin_id: int | None = fields.BigIntField(null=True)
    """Who answered; null for the person's own words."""
    text = fields.TextField(default="")
    created_at = fields.DatetimeField()

    class Meta:
        table = "support_lines"
