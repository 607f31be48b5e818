"""People. The primary key is Telegram's own user id: there is nothing to map and nothing to get wrong."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model


class User(Model):
    id = fields.BigIntField(primary_key=True, generated=False)
    username: str | None = fields.CharField(max_length=64, null=True, db_index=True)  # type: ignore[assignment]
    first_name = fields.CharField(max_length=128, default="")
    language = fields.CharField(max_length=8, default="en")
    timezone = fields.CharField(max_length=64, default="UTC")
    timezone_known = fields.BooleanField(default=False)
    is_banned = fields.BooleanField(default=False)
    blocked_bot_at: datetime | None = fields.DatetimeField(null=True)
    wallet_address: str | None = fields.CharField(max_length=80, null=True)  # type: ignore[assignment]
    """Raw form `0:hex`. Only a verified `ton_proof` writes it; nobody types an address."""
    wallet_proved_at: datetime | None = fields.DatetimeField(null=True)
    search: dict[str, object] = fields.JSONField(default=dict)
    """The person's last search filters."""
    token_version = fields.IntField(default=0)
    """How often the person signed out everywhere: the API's tokens carry the number and end with it."""
    created_at = fields.DatetimeField()

    class Meta:
        table = "users"


class WalletSession(Model):
    """TON Connect's storage, one row a key: a session outlives a restart of the process."""

    key = fields.CharField(max_length=160, primary_key=True)
    value = fields.TextField()

    class Meta:
        table = "wallet_sessions"


class ProofNonce(Model):
    """One-time `ton_proof` payloads: a row is written when one is issued and deleted when it is spent."""

    payload = fields.CharField(max_length=160, primary_key=True)
    user_id = fields.BigIntField()
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "proof_nonces"
