"""Disputes and the statements of the parties."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.deal import Deal
from models.enums import Cause, Party, Verdict


class Dispute(Model):
    id = fields.BigIntField(primary_key=True)
    deal: fields.OneToOneRelation[Deal] = fields.OneToOneField(
        "models.Deal", related_name="dispute", on_delete=fields.RESTRICT
    )
    deal_id: int
    opened_by = fields.CharEnumField(Party, max_length=16)
    reason = fields.TextField(default="")
    cause: Cause | None = fields.CharEnumField(Cause, null=True, max_length=8)  # type: ignore[assignment]
    statements: list[dict[str, object]] = fields.JSONField(default=list)
    opened_at = fields.DatetimeField()
    decided_at: datetime | None = fields.DatetimeField(null=True)
    decided_by: int | None = fields.BigIntField(null=True)
    decision: Verdict | None = fields.CharEnumField(Verdict, null=True, max_length=8)  # type: ignore[assignment]

    class Meta:
        table = "disputes"
