"""Creatives: versioned snapshots of what is to be posted. A version is never changed; the next one replaces it."""

from tortoise import fields
from tortoise.models import Model

from models.deal import Deal
from models.enums import CreativeState, Party


class Creative(Model):
    id = fields.BigIntField(primary_key=True)
    deal: fields.ForeignKeyRelation[Deal] = fields.ForeignKeyField(
        "models.Deal", related_name="creatives", on_delete=fields.RESTRICT, db_index=True
    )
    deal_id: int
    version = fields.IntField()
    state = fields.CharEnumField(CreativeState, default=CreativeState.SUBMITTED, max_length=20)
    author = fields.CharEnumField(Party, max_length=16)
    user_id = fields.BigIntField()
    text = fields.TextField(default="")
    entities: list[dict[str, object]] = fields.JSONField(default=list)
    """Bot API MessageEntity objects; offsets in UTF-16 units."""
    media: list[dict[str, object]] = fields.JSONField(default=list)
    """`{kind, file_id, unique_id}`; more than one is an album."""
    buttons: list[list[dict[str, str]]] = fields.JSONField(default=list)
    """Rows of `{text, url}`."""
    link_preview: bool = fields.BooleanField(default=True)  # type: ignore[assignment]
    review_note = fields.TextField(default="")
    created_at = fields.DatetimeField()

    class Meta:
        table = "creatives"
        unique_together = (("deal_id", "version"),)
