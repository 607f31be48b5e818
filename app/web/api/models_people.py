"""Signing in, the person, his wallet."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.web.api.models import Answer, Ask, Line, Text
from services.notice_kinds import Kind

SIGNED = Field(max_length=16_384)


class SignIn(Ask):
    initData: Text = SIGNED
    """`Telegram.WebApp.initData`, as it is."""


class Refresh(Ask):
    refresh_token: Text = Field(max_length=4096)


class Tokens(Answer):
    access_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int
    """Seconds that the access token lives."""
    refresh_token: str
    """For `POST /api/auth/refresh` alone, until `refresh_until`; then Telegram has to be asked again."""
    refresh_until: datetime


class QuietHours(BaseModel):
    """Hours of the person's own clock; between them only what cannot wait is sent."""

    model_config = ConfigDict(extra="forbid")

    start: int = Field(ge=0, le=23)
    end: int = Field(ge=0, le=23)


class Me(Answer):
    id: int
    first_name: str
    username: str | None
    language: str
    timezone: str
    timezone_known: bool
    muted: list[Kind]
    """News that is switched off."""
    quiet_hours: QuietHours | None
    is_admin: bool
    wallet_address: str | None
    """Of the proved wallet, in the form that people read."""
    coin: str
    """The coin's symbol."""
    network: Literal["mainnet", "testnet"]


class MeChanges(Ask):
    """What is left out stays."""

    language: Literal["en", "ru"] | None = None
    timezone: Text | None = Field(default=None, max_length=64)
    """An IANA name, a city or an offset: `Europe/Berlin`, `Berlin`, `+3`."""
    muted: list[Kind] | None = Field(default=None, max_length=len(Kind))
    """All kinds of news that are to be off; what concerns deals is always sent."""
    quiet_hours: QuietHours | None = None
    """`null`: none. Raises bad-night where the night has no length."""


class Wallet(Answer):
    address: str
    """In the form that people read."""
    raw_address: str
    proved_at: datetime
    is_connected: bool
    """Whether its session with the bot is alive, so that the chat can ask it to send."""


class WalletState(Answer):
    wallet: Wallet | None
    available: bool
    """Whether a wallet can be connected here."""
    reason_key: str | None
    """Why not, as a text key."""


class ProofPayload(Answer):
    payload: str
    """For `tonProof` of the connect request; good once, for a quarter of an hour."""


class ProofDomain(Ask):
    lengthBytes: int = Field(ge=0, le=2**32 - 1)
    value: Line


class Proof(Ask):
    timestamp: int = Field(ge=0, le=2**53)
    domain: ProofDomain
    signature: Text = Field(max_length=256)
    payload: Text = Field(max_length=512)


class Account(Ask):
    """As `@tonconnect/ui` gives it; whatever else a wallet says of its account is not needed here."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True, validate_by_name=True, validate_by_alias=True)

    address: Text = Field(max_length=80)
    """Raw: `0:hex`."""
    network: Text = Field(default="", max_length=16, alias="chain")
    publicKey: Text = Field(max_length=80)
    walletStateInit: Text = Field(max_length=16_384)


class WalletProof(Ask):
    """`wallet.account` and `wallet.connectItems.tonProof.proof` of `@tonconnect/ui`."""

    account: Account
    proof: Proof
