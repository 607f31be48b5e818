"""initData as Telegram signs it: https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app"""

import hashlib
import hmac
import json
from urllib.parse import urlencode

BOT_TOKEN = "7000000001:AAtesttesttesttesttesttesttesttest"


def signed(user_id: int | None, at: float, token: str = BOT_TOKEN, first_name: str = "Anna", **more: str) -> str:
    """The query string that the Mini App gets, signed with the bot's token."""
    fields = {"query_id": "AAH", "auth_date": str(int(at)), **more}
    if user_id is not None and "user" not in more:
        user = {"id": user_id, "first_name": first_name, "username": first_name.lower(), "language_code": "en"}
        fields["user"] = json.dumps(user, separators=(",", ":"))
    text = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    secret = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    fields["hash"] = hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
    return urlencode(fields)
