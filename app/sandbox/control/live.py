"""The state, the clock, the feed of changes, files: what a page needs to stay true."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from app.sandbox.control.bundle import Sandbox
from app.sandbox.control.replies import Body, ControlError, query_number
from app.sandbox.control.shown import state
from app.sandbox.telegram.pictures import mime_type

LONGEST_WAIT_SECONDS = 60.0
HEARTBEAT_SECONDS = 15.0
WALLET_LOOK_SECONDS = 0.5
Json = dict[str, Any]


class LiveRoutes:
    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.world = sandbox.telegram.world

    def routes(self) -> list[tuple[str, str, Any]]:
        return [
            ("GET", "/state", self.state),
            ("GET", "/idle", self.idle),
            ("GET", "/time", self.time),
            ("POST", "/time/advance", self.advance),
            ("POST", "/demo-market", self.demo_market),
            ("GET", "/events", self.events),
            ("GET", "/files/{file_unique_id}", self.file),
        ]

    async def state(self, _: web.Request) -> web.StreamResponse:
        return web.json_response(state(self.sandbox))

    async def idle(self, request: web.Request) -> web.StreamResponse:
        timeout = min(query_number(request, "timeout", 10), LONGEST_WAIT_SECONDS)
        try:
            await self.sandbox.telegram.wait_idle(timeout, query_number(request, "quiet", 0.2))
            idle = True
        except TimeoutError:
            idle = False
        return web.json_response({"idle": idle, "pending": self.world.pending(), "seq": self.world.changes.seq})

    # time

    def _time(self) -> web.Response:
        now = self.world.clock.now()
        return web.json_response({"now": now, "iso": datetime.fromtimestamp(now, UTC).isoformat()})

    async def time(self, _: web.Request) -> web.StreamResponse:
        return self._time()

    async def advance(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        if self.sandbox.travel is None:
            raise ControlError("unavailable", "this sandbox cannot move its clock")
        seconds = self._seconds(body)
        if seconds < 0:
            raise ControlError("bad_request", "time goes forward only")
        await self.sandbox.travel(seconds)
        self.world.changes.record("time", now=self.world.clock.now())
        return self._time()

    def _seconds(self, body: Body) -> float:
        until = body.values.get("until")
        if until is None:
            body.required("seconds")
            return body.number("seconds")
        if isinstance(until, str):
            try:
                moment = datetime.fromisoformat(until)
            except ValueError:
                raise ControlError("bad_request", "until is a Unix time or an ISO time") from None
            until = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        if not isinstance(until, (int, float)):
            raise ControlError("bad_request", "until is a Unix time or an ISO time")
        return float(until) - self.world.clock.now()

    async def demo_market(self, _: web.Request) -> web.StreamResponse:
        """Made twice it is one market: what is there stays."""
        added = await self.sandbox.fill() if self.sandbox.fill else None
        if added is None:
            raise ControlError("unavailable", "this sandbox has no demonstration market")
        return web.json_response({"added": added})

    # changes

    async def events(self, request: web.Request) -> web.StreamResponse:
        if "text/event-stream" in request.headers.get("Accept", ""):
            return await self._stream(request)
        since = int(query_number(request, "since", self.world.changes.seq))
        timeout = min(query_number(request, "timeout", 25), LONGEST_WAIT_SECONDS)
        await self._wait_beyond(since, timeout)
        return web.json_response(self._changes(since))

    def _changes(self, since: int) -> Json:
        changes = self.world.changes
        return {"seq": changes.seq, "changes": changes.since(since), "reset": changes.forgets(since)}

    async def _wait_beyond(self, since: int, timeout: float) -> bool:
        changes = self.world.changes
        try:
            await changes.wait_for(lambda: changes.seq != since or self.sandbox.closing, timeout)
            return True
        except TimeoutError:
            return False

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events; a browser that comes back says what it has seen last."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        last = request.headers.get("Last-Event-ID", "")
        since = int(last) if last.isdigit() else int(query_number(request, "since", self.world.changes.seq))
        try:
            while not self.sandbox.closing:
                changed = await self._wait_beyond(since, HEARTBEAT_SECONDS)
                await response.write(self._chunk(since) if changed else b": still here\n\n")
                since = self.world.changes.seq
        except ConnectionResetError:
            pass  # the page was closed
        return response

    def _chunk(self, since: int) -> bytes:
        if self.world.changes.forgets(since):
            return _event(self.world.changes.seq, "reset", {})
        return b"".join(_event(change["seq"], "change", change) for change in self.world.changes.since(since))

    async def file(self, request: web.Request) -> web.StreamResponse:
        stored = self.world.files.by_unique_id.get(request.match_info["file_unique_id"])
        if stored is None:
            raise ControlError("not_found", "no such file")
        return web.Response(
            body=stored.content,
            content_type=mime_type(stored.content, "document"),
            headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "max-age=86400"},
        )


def _event(seq: int, name: str, body: Json) -> bytes:
    return f"id: {seq}\nevent: {name}\ndata: {json.dumps(body)}\n\n".encode()


async def watch_wallets(sandbox: Sandbox) -> None:
    """Requests reach a wallet over its own bridge; looking at its screen is how the feed comes to know."""
    seen: dict[int, list[int]] = {}
    while True:
        for user_id, wallet in list(sandbox.wallets.items()):
            shown = [request.id for request in wallet.pending]
            if shown != seen.get(user_id, []):
                seen[user_id] = shown
                sandbox.telegram.world.changes.record("wallet", user_id=user_id)
        await asyncio.sleep(WALLET_LOOK_SECONDS)
