"""Who is calling: Telegram's initData becomes tokens of ours, and a token becomes an Actor.

* initData is believed when its HMAC fits our bot token
  (https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app), or, where it carries no `hash`,
  when Telegram's own Ed25519 signature fits our bot's id
  (https://core.telegram.org/bots/webapps#validating-data-for-third-party-use); and when `auth_date` is at most an hour
  old and not from the future.
* The same initData may come again within that hour: Telegram gives a reloaded page nothing newer. It buys nothing but
  tokens of the person whom Telegram named, and those end with a ban or with `POST /api/auth/logout`.
* Tokens are JWTs (HS256 and nothing else). An access token lives 15 minutes; a refresh token buys fresh ones until
  24 hours after signing in, and is good for nothing else. Both carry the number of the person's sign-outs.
"""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

import jwt
from aiogram.utils.web_app import WebAppInitData, WebAppUser, parse_webapp_init_data, safe_parse_webapp_init_data
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from services.actor import Actor
from services.errors import Refusal
from services.ports import Clock

MAX_AGE_SECONDS = 3600
FUTURE_SECONDS = 60
ACCESS_SECONDS = 15 * 60
SESSION = timedelta(hours=24)
"""From signing in to the moment at which Telegram has to be asked again."""
ALGORITHM = "HS256"
ACCESS, REFRESH = "access", "refresh"
PRODUCTION_KEY = bytes.fromhex("e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d")
TEST_KEY = bytes.fromhex("40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec")
"""Telegram's published keys, of its production and of its test environment."""


def telegram_key(name: str) -> bytes:
    """`production`, `test`, or a key of somebody's own in hex: the sandbox's, or a test's."""
    return {"production": PRODUCTION_KEY, "test": TEST_KEY}.get(name) or bytes.fromhex(name)


class NotSignedIn(Refusal):
    """No token, an expired or revoked one, or one that we did not issue."""

    status = 401


class BadInitData(Refusal):
    """Forged, stale, or another bot's."""

    status = 401


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a token of ours says."""

    user_id: int
    version: int
    """The person's sign-outs when it was issued; another number now makes it void."""
    since: datetime
    """When the person signed in."""


@dataclass(frozen=True, slots=True)
class Gate:
    bot_token: str
    secret: str
    clock: Clock
    admin_ids: frozenset[int]
    telegram_key: bytes = PRODUCTION_KEY

    # ---- Telegram's word

    def person(self, init_data: str) -> WebAppUser:
        """The user that Telegram vouches for. Raises BadInitData."""
        try:
            data = self._vouched(init_data)
        except (ValueError, OverflowError):
            raise BadInitData() from None
        age = (self.clock.utcnow() - data.auth_date).total_seconds()
        if data.user is None or not -FUTURE_SECONDS <= age <= MAX_AGE_SECONDS:
            raise BadInitData()
        return data.user

    def _vouched(self, init_data: str) -> WebAppInitData:
        pairs = parse_qsl(init_data, keep_blank_values=True, strict_parsing=True)
        fields = dict(pairs)
        if len(fields) != len(pairs):
            raise ValueError("a field comes twice")
        if "hash" in fields:
            return safe_parse_webapp_init_data(self.bot_token, init_data)
        self._check_signature(fields)
        return parse_webapp_init_data(f"{init_data}&hash=-")  # the library's shape has one

    def _check_signature(self, fields: dict[str, str]) -> None:
        """Raises ValueError when Telegram did not sign these fields for our bot."""
        signature = fields.get("signature", "")
        lines = (f"{name}={value}" for name, value in sorted(fields.items()) if name != "signature")
        text = "\n".join([f"{self.bot_token.split(':')[0]}:WebAppData", *lines])
        try:
            raw = base64.b64decode(signature + "=" * (-len(signature) % 4), altchars=b"-_", validate=True)
            Ed25519PublicKey.from_public_bytes(self.telegram_key).verify(raw, text.encode())
        except (binascii.Error, InvalidSignature, ValueError) as trouble:
            raise ValueError("the signature does not fit") from trouble

    # ---- our tokens

    def tokens(self, user_id: int, version: int, since: datetime | None = None) -> dict[str, Any]:
        """A pair for somebody who signed in now, or at `since`."""
        now = self.clock.utcnow().replace(microsecond=0)
        until = (since or now) + SESSION
        ends = min(now + timedelta(seconds=ACCESS_SECONDS), until)
        return {
            "access_token": self._signed(ACCESS, user_id, version, since or now, ends),
            "expires_in": int((ends - now).total_seconds()),
            "refresh_token": self._signed(REFRESH, user_id, version, since or now, until),
            "refresh_until": until,
        }

    def bearer(self, authorization: str | None) -> Ticket:
        """What `Authorization: Bearer ...` says. Raises NotSignedIn."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer":
            raise NotSignedIn()
        return self.ticket(token, ACCESS)

    def ticket(self, token: str, use: str) -> Ticket:
        """Raises NotSignedIn for whatever is no token of ours, for this use, at this moment."""
        try:
            options: Any = {"require": ["sub", "exp"], "verify_exp": False, "verify_iat": False}
            claims = jwt.decode(token, self.secret, algorithms=[ALGORITHM], options=options)
            ends = datetime.fromtimestamp(claims["exp"], UTC)
            found = Ticket(int(claims["sub"]), int(claims["ver"]), datetime.fromtimestamp(claims["since"], UTC))
            if claims["use"] != use or ends <= self.clock.utcnow():  # by our clock, which the sandbox may move
                raise NotSignedIn()
        except (jwt.InvalidTokenError, ValueError, TypeError, KeyError, OverflowError, OSError):
            raise NotSignedIn() from None
        return found

    def actor(self, user_id: int, ip_address: str | None) -> Actor:
        return Actor(user_id, user_id in self.admin_ids, ip_address)

    def _signed(self, use: str, user_id: int, version: int, since: datetime, ends: datetime) -> str:
        seconds = {"iat": self.clock.utcnow(), "exp": ends, "since": since}
        claims: dict[str, Any] = {name: int(at.timestamp()) for name, at in seconds.items()}
        return jwt.encode({**claims, "sub": str(user_id), "ver": version, "use": use}, self.secret, algorithm=ALGORITHM)
