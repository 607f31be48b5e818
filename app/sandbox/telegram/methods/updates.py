"""How a bot hears of things: getUpdates and webhooks, never both at once."""

from __future__ import annotations

import re
import time

from app.sandbox.telegram.errors import bad_request, conflict
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.records import Json

LONGEST_POLL_SECONDS = 50
SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    """Long polling: answers at once when something waits, else at the first update or when the time is over.

    The waiting is real time, whatever the world's clock says: it belongs to the connection, not to the world.
    """
    queue, world = call.world.updates, call.world
    if queue.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    _choose_kinds(call)
    queue.confirm_before(call.params.integer("offset"))
    queue.poll += 1
    turn = queue.poll
    world.changes.record("poll")  # wakes the older request, which then finds that its turn is over
    limit = min(max(call.params.integer("limit", 100), 1), 100)
    deadline = time.monotonic() + min(max(call.params.integer("timeout"), 0), LONGEST_POLL_SECONDS)
    while not queue.waiting and (left := deadline - time.monotonic()) > 0:
        try:
            await world.changes.wait_for(lambda: queue.waiting or queue.poll != turn or queue.webhook, left)
        except TimeoutError:
            break
        if queue.poll != turn or queue.webhook:
            raise conflict(OTHER_POLL if queue.poll != turn else WEBHOOK_ACTIVE)
    return queue.waiting[:limit]


def _choose_kinds(call: Call) -> None:
    """The list is kept until another is given; an empty list means the default."""
    kinds = call.params.json("allowed_updates", "allowed updates")
    if isinstance(kinds, list):
        call.world.updates.allowed = [str(kind) for kind in kinds]


@method("setWebhook")
async def set_webhook(call: Call) -> bool:
    url, secret = call.params.text("url").strip(), call.params.text("secret_token")
    if secret and not SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
    if url and not re.match(r"https?://[^/\s]+", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    connections = call.params.integer("max_connections", 40)
    if not 1 <= connections <= 100:
        connections = 40
    _choose_kinds(call)
    if call.params.flag("drop_pending_updates"):
        call.world.updates.clear()
    webhook: Json = {"url": url, "secret": secret, "max_connections": connections, "last_error": None}
    call.world.updates.webhook = webhook if url else {}
    call.world.changes.record("webhook", url=url)
    return True


@method("deleteWebhook")
async def delete_webhook(call: Call) -> bool:
    call.world.updates.webhook = {}
    if call.params.flag("drop_pending_updates"):
        call.world.updates.clear()
    call.world.changes.record("webhook", url="")
    return True


@method("getWebhookInfo")
async def get_webhook_info(call: Call) -> Json:
    queue = call.world.updates
    info: Json = {"url": queue.webhook.get("url", ""), "has_custom_certificate": False}
    info["pending_update_count"] = len(queue.waiting)
    if queue.webhook:
        info |= {"max_connections": queue.webhook["max_connections"], "ip_address": "127.0.0.1"}
        if failure := queue.webhook.get("last_error"):
            info |= {"last_error_date": failure["date"], "last_error_message": failure["text"]}
    if queue.allowed:
        info["allowed_updates"] = queue.allowed
    return info
