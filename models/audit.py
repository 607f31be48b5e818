"""The audit log: significant acts, written from events, never in the way of a request."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class AuditLog(Model):
    id = fields.BigIntField(primary_key=True)
    user_id: int | None = fields.BigIntField(null=True, db_index=True)
    action = fields.CharField(max_length=64, db_index=True)
    entity_type = fields.CharField(max_length=32)
    entity_id = fields.CharField(max_length=64)
    details: dict[str, object] = fields.JSONField(default=dict)
    event_id: int | None = fields.BigIntField(null=True, unique=True)
    """The step of a deal that this entry was made of: it is made once."""
    ip_address: str | None = fields.CharField(max_length=64, null=True)  # type: ignore[assignment]
    created_at = fields.DatetimeField()

    class Meta:
        table = "audit_logs"
        indexes = [Index(fields=("entity_type", "entity_id"), name="ix_audit_entity")]


class Vault(Model):
    """A private chat into which posts are forwarded for comparison (20 messages a minute each)."""

    id = fields.BigIntField(primary_key=True)
    chat_id = fields.BigIntField(unique=True)
    is_active = fields.BooleanField(default=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "vaults"
