"""The TON Connect HTTP bridge: a mailbox between apps and wallets that can read neither.

* `POST /bridge/message?client_id&to&ttl` leaves an encrypted message for `to`.
* `GET /bridge/events?client_id=a,b[&last_event_id]` is a stream (SSE) of what was left for those clients: first what
  is kept and newer than `last_event_id`, then everything as it comes. Any number of streams may listen to a client.
* A message is kept until its time to live is over, delivered or not. Event ids grow over restarts, too: they are taken
  from real time, whatever the sandbox's clock says.
* `GET /wallets.json` is the list of wallets an app can offer: the sandbox's own one, on this bridge.
"""

import asyncio
import json
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from aiohttp import web

MAX_TTL_SECONDS = 300
MAX_KEPT = 100
HEARTBEAT_SECONDS = 15.0
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
}
APP_NAME = "sandboxwallet"
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'%3E"
    "%3Crect width='64' height='64' rx='14' fill='%230098ea'/%3E"
    "%3Cpath d='M16 20h32L32 48z' fill='none' stroke='white' stroke-width='5' stroke-linejoin='round'/%3E%3C/svg%3E"
)


class Clock(Protocol):
    def now(self) -> float: ...


@dataclass(frozen=True)
class Event:
    id: int
    data: str
    expires_at: float


@dataclass
class Mailbox:
    kept: deque[Event] = field(default_factory=lambda: deque(maxlen=MAX_KEPT))
    listeners: "set[asyncio.Queue[Event | None]]" = field(default_factory=set)


class Bridge:
    def __init__(self, clock: Clock, heartbeat_seconds: float = HEARTBEAT_SECONDS) -> None:
        self.heartbeat_seconds = heartbeat_seconds
        self._clock = clock
        self._mailboxes: dict[str, Mailbox] = {}
        self._last_id = 0

    def publish(self, sender: str, to: str, message: str, ttl_seconds: int) -> Event:
        now = self._clock.now()
        self._last_id = max(self._last_id + 1, time.time_ns() // 1_000_000)
        event = Event(self._last_id, json.dumps({"from": sender, "message": message}), now + ttl_seconds)
        mailbox = self._mailbox(to)
        mailbox.kept.append(event)
        for queue in mailbox.listeners:
            queue.put_nowait(event)
        return event

    def listen(self, clients: Iterable[str], after_id: int = 0) -> "asyncio.Queue[Event | None]":
        """A queue of these clients' events, with what is kept already in it; None ends it. `leave` it in the end."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        mailboxes = [self._mailbox(client) for client in clients]
        now = self._clock.now()
        kept = (event for mailbox in mailboxes for event in mailbox.kept)
        for event in sorted(kept, key=lambda item: item.id):
            if event.id > after_id and event.expires_at > now:
                queue.put_nowait(event)
        for mailbox in mailboxes:
            mailbox.listeners.add(queue)
        return queue

    def close(self) -> None:
        """End all streams, so that a server can stop without waiting for them."""
        for mailbox in self._mailboxes.values():
            for queue in mailbox.listeners:
                queue.put_nowait(None)

    def leave(self, queue: "asyncio.Queue[Event | None]") -> None:
        for mailbox in self._mailboxes.values():
            mailbox.listeners.discard(queue)

    def listeners(self, client: str) -> int:
        """How many streams listen to this client at present."""
        return len(self._mailbox(client).listeners)

    def _mailbox(self, client: str) -> Mailbox:
        return self._mailboxes.setdefault(client, Mailbox())


def add_bridge_routes(app: web.Application, bridge: Bridge, wallet_page: str = "/sandbox/wallet") -> None:
    """`wallet_page` is the path to which an app sends its user for the sandbox's wallet (its universal link)."""

    async def events(request: web.Request) -> web.StreamResponse:
        clients = [client for client in request.query.get("client_id", "").split(",") if client]
        if not clients:
            return _refuse('param "client_id" not present')
        last = request.query.get("last_event_id") or request.headers.get("Last-Event-ID") or "0"
        if not last.isdigit():
            return _refuse("Last-Event-ID should be int")
        return await _stream(request, bridge, clients, int(last))

    async def message(request: web.Request) -> web.StreamResponse:
        query = request.query
        for name in ("client_id", "to", "ttl"):
            if not query.get(name):
                return _refuse(f'param "{name}" not present')
        if not query["ttl"].isdigit() or int(query["ttl"]) > MAX_TTL_SECONDS:
            return _refuse('param "ttl" too high')
        bridge.publish(query["client_id"], query["to"], await request.text(), int(query["ttl"]))
        return web.json_response({"message": "OK", "statusCode": 200}, headers=HEADERS)

    async def wallets(request: web.Request) -> web.StreamResponse:
        return web.json_response(wallet_list(str(request.url.origin()), wallet_page), headers=HEADERS)

    async def preflight(request: web.Request) -> web.StreamResponse:
        return web.Response(status=204, headers=HEADERS)

    async def stop(_: web.Application) -> None:
        bridge.close()

    app.on_shutdown.append(stop)
    app.router.add_get("/bridge/events", events)
    app.router.add_post("/bridge/message", message)
    app.router.add_get("/wallets.json", wallets)
    app.router.add_route("OPTIONS", "/bridge/{path}", preflight)


def wallet_list(base_url: str, wallet_page: str = "/sandbox/wallet") -> list[dict[str, Any]]:
    """The list in the form of the public registry of TON Connect wallets."""
    return [
        {
            "app_name": APP_NAME,
            "name": "Sandbox wallet",
            "image": _ICON,
            "about_url": base_url,
            "universal_url": base_url + wallet_page,
            "bridge": [{"type": "sse", "url": base_url + "/bridge"}, {"type": "js", "key": APP_NAME}],
            "platforms": ["ios", "android", "macos", "windows", "linux", "chrome", "firefox", "safari"],
            "features": ["SendTransaction", {"name": "SendTransaction", "maxMessages": 255}],
        }
    ]


async def _stream(request: web.Request, bridge: Bridge, clients: list[str], last_id: int) -> web.StreamResponse:
    as_message = request.query.get("heartbeat") == "message"
    heartbeat = b"event: message\r\ndata: heartbeat\r\n\r\n" if as_message else b"event: heartbeat\r\n\r\n"
    response = web.StreamResponse(
        headers={**HEADERS, "Content-Type": "text/event-stream", "Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    )
    queue = bridge.listen(clients, last_id)
    try:
        await response.prepare(request)
        await response.write(heartbeat)
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), bridge.heartbeat_seconds)
            except TimeoutError:
                await response.write(heartbeat)
                continue
            if event is None:
                return response
            await response.write(f"event: message\r\nid: {event.id}\r\ndata: {event.data}\r\n\r\n".encode())
    except ConnectionError:
        return response  # the listener went away
    finally:
        bridge.leave(queue)


def _refuse(message: str) -> web.Response:
    return web.json_response({"message": message, "statusCode": 400}, status=400, headers=HEADERS)
