"""What the API remembers of requests, so that one that comes twice acts once."""

from tortoise import fields
from tortoise.models import Model


class RequestKey(Model):
    """A request that named itself (`Idempotency-Key`): claimed before it acts, with the answer that it got."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField()
    key = fields.CharField(max_length=128)
    request_hash = fields.CharField(max_length=64)
    """SHA-256 of method, path and body: the same key with another request is refused."""
    status: int | None = fields.IntField(null=True)
    """Of the answer; null while it is under way, and for ever if the process died on the way."""
    answer = fields.TextField(default="")
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "request_keys"
        unique_together = (("user_id", "key"),)
