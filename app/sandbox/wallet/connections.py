"""A wallet's connections with apps: made, refused, ended, and carried over a restart."""

import time
from collections.abc import Callable
from typing import Any

import aiohttp

from app.sandbox.wallet import rpc
from app.sandbox.wallet.requests import WalletError
from app.sandbox.wallet.session import Handler, Session


class Connections:
    """`http` gives the client to talk through; `handler` gets what the apps ask for."""

    def __init__(
        self, bridge_url: str, seed: bytes, http: Callable[[], aiohttp.ClientSession], handler: Handler
    ) -> None:
        self._bridge_url = bridge_url
        self._seed = seed
        self._http = http
        self._handler = handler
        self._sessions: dict[str, Session] = {}
        self._last_event_id = 0

    @property
    def apps(self) -> list[str]:
        return [session.app_name for session in self._sessions.values()]

    def snapshot(self) -> dict[str, Any]:
        """All that `resume` needs (JSON); the keys follow from the seed."""
        sessions = [
            {
                "app_id": session.app_id,
                "app_name": session.app_name,
                "domain": session.domain,
                "last_event_id": session.last_event_id,
            }
            for session in self._sessions.values()
        ]
        return {"sessions": sessions}

    async def resume(self, snapshot: dict[str, Any]) -> None:
        """Listen again to the apps that a snapshot knows; what they sent meanwhile comes now."""
        for kept in snapshot["sessions"]:
            session = self.new(kept["app_id"], kept["app_name"], kept["domain"])
            session.last_event_id = kept["last_event_id"]
            self._sessions[session.app_id] = session
            await session.listen(self._http(), self._handler)

    async def stop(self) -> None:
        for session in self._sessions.values():
            await session.stop()

    def new(self, app_id: str, app_name: str, domain: str) -> Session:
        """A session that is not connected yet."""
        return Session(self._bridge_url, self._seed, app_id, app_name, domain)

    async def accept(self, session: Session, items: list[dict[str, Any]]) -> None:
        """Listen first, then tell the app: its first request may come at once."""
        previous = self._sessions.pop(session.app_id, None)
        if previous is not None:
            await previous.stop()
        self._sessions[session.app_id] = session
        await session.listen(self._http(), self._handler)
        await self._tell(session, "connect", {"items": items, "device": rpc.DEVICE})

    async def refuse(self, session: Session, error: WalletError) -> None:
        await self._tell(session, "connect_error", {"code": error.code, "message": error.message})

    def forget(self, session: Session) -> None:
        """Drop a connection; called from within its own stream, which therefore ends by itself."""
        self._sessions.pop(session.app_id, None)
        session.ended = True

    async def disconnect_all(self) -> None:
        sessions, self._sessions = list(self._sessions.values()), {}
        for session in sessions:
            await self._tell(session, "disconnect", {})
            await session.stop()

    async def _tell(self, session: Session, event: str, payload: dict[str, Any]) -> None:
        """Events are numbered upwards, over restarts, too."""
        self._last_event_id = max(self._last_event_id + 1, time.time_ns() // 1_000_000)
        await session.send(self._http(), {"event": event, "id": self._last_event_id, "payload": payload})
