"""Who is calling: Telegram's initData becomes a short-lived token of ours, and the token becomes an Actor.

* initData is believed when its HMAC fits our bot token (https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app)
  and `auth_date` is at most an hour old and not from the future: aiogram's helper checks the first, we check the second.
* The token is a JWT (HS256 and nothing else) that lives 15 minutes.
"""  # noqa: E501  a link is not wrapped

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
from aiogram.utils.web_app import WebAppUser, safe_parse_webapp_init_data

from services.actor import Actor
from services.errors import Refusal
from services.ports import Clock
from services.trace import note

MAX_AGE_SECONDS = 3600
FUTURE_SECONDS = 60
TOKEN_SECONDS = 15 * 60
ALGORITHM = "HS256"


class NotSignedIn(Refusal):
    """No token, an expired one, or one that we did not issue."""

    status = 401


class BadInitData(Refusal):
    """Forged, stale, or another bot's."""

    status = 401


@dataclass(frozen=True, slots=True)
class Gate:
    bot_token: str
    secret: str
    clock: Clock
    admin_ids: frozenset[int]

    def person(self, init_data: str) -> WebAppUser:
        """The user that Telegram vouches for. Raises BadInitData."""
        try:
            data = safe_parse_webapp_init_data(self.bot_token, init_data)
        except ValueError:
            raise BadInitData() from None
        age = (self.clock.utcnow() - data.auth_date).total_seconds()
        if data.user is None or not -FUTURE_SECONDS <= age <= MAX_AGE_SECONDS:
            raise BadInitData()
        return data.user

    def issue(self, user_id: int) -> str:
        now = self.clock.utcnow()
        claims = {"sub": str(user_id), "iat": now, "exp": now + timedelta(seconds=TOKEN_SECONDS)}
        return jwt.encode(claims, self.secret, algorithm=ALGORITHM)

    def actor(self, authorization: str | None, ip_address: str | None) -> Actor:
        """The actor of `Authorization: Bearer ...`. Raises NotSignedIn."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer":
            raise NotSignedIn()
        try:
            options: Any = {"require": ["sub", "exp"], "verify_exp": False, "verify_iat": False}
            claims = jwt.decode(token, self.secret, algorithms=[ALGORITHM], options=options)
            user_id, expires = int(claims["sub"]), datetime.fromtimestamp(claims["exp"], UTC)
        except (jwt.InvalidTokenError, ValueError, TypeError, OverflowError, OSError):
            raise NotSignedIn() from None
        if expires <= self.clock.utcnow():  # by our clock, which the sandbox may move
            raise NotSignedIn()
        note(actor_id=user_id)
        return Actor(user_id, user_id in self.admin_ids, ip_address)
