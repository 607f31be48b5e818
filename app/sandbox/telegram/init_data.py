"""initData as Telegram signs it for a Mini App that somebody opens.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

from __future__ import annotations

import hashlib
import hmac
import json
from urllib.parse import urlencode

from app.sandbox.telegram.records import User
from app.sandbox.telegram.world import World

VERSION = "8.0"


def init_data(world: World, user: User, start_param: str = "") -> str:
    """The query string that the app gets, signed with the bot's token at this moment."""
    shown = {"id": user.id, "first_name": user.first_name, "last_name": user.last_name or "", "username": user.username}
    person = {**shown, "language_code": user.language_code, "allows_write_to_pm": True}
    fields = {
        "query_id": f"AAH{user.id:x}",
        "user": json.dumps({name: value for name, value in person.items() if value is not None}, separators=(",", ":")),
        "auth_date": str(world.now()),
        **({"start_param": start_param} if start_param else {}),
    }
    text = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    secret = hmac.new(b"WebAppData", world.settings.token.encode(), hashlib.sha256).digest()
    return urlencode({**fields, "hash": hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()})
