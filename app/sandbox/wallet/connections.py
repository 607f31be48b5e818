"""A wallet's connections with apps: made, refused, ended, and kept in a file so that they outlive a restart."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp

from app.sandbox.wallet import rpc
from app.sandbox.wallet.requests import WalletError
from app.sandbox.wallet.session import Handler, Session


class Connections:
    """`http` gives the client to talk through; `handler` gets what the apps ask for."""

    def __init__(
        self,
        bridge_url: str,
        seed: bytes,
        http: Callable[[], aiohttp.ClientSession],
        handler: Handler,
        file: Path | None = None,
    ) -> None:
        self._bridge_url = bridge_url
        self._seed = seed
        self._http = http
        self._handler = handler
        self._file = file
        self._sessions: dict[str, Session] = {}
        self._last_event_id = 0

    @property
    def apps(self) -> list[str]:
        return [session.app_name for session in self._sessions.values()]

    async def start(self) -> None:
        """Listen again to the apps that the file knows."""
        if self._file is None or not self._file.exists():
            return
        for kept in json.loads(self._file.read_text(encoding="utf-8")):
            session = self.new(kept["app_id"], kept["app_name"], kept["domain"])
            session.last_event_id = kept["last_event_id"]
            self._sessions[session.app_id] = session
            await session.listen(self._http(), self._take)

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
        await session.listen(self._http(), self._take)
        self._save()
        await self._tell(session, "connect", {"items": items, "device": rpc.DEVICE})

    async def refuse(self, session: Session, error: WalletError) -> None:
        await self._tell(session, "connect_error", {"code": error.code, "message": error.message})

    async def forget(self, session: Session) -> None:
        """Drop a connection; called from within its own stream, which therefore ends by itself."""
        self._sessions.pop(session.app_id, None)
        session.ended = True
        self._save()

    async def disconnect_all(self) -> None:
        sessions, self._sessions = list(self._sessions.values()), {}
        self._save()
        for session in sessions:
            await self._tell(session, "disconnect", {})
            await session.stop()

    async def _take(self, session: Session, message: dict[str, Any]) -> None:
        self._save()
        await self._handler(session, message)

    async def _tell(self, session: Session, event: str, payload: dict[str, Any]) -> None:
        """Events are numbered upwards, over restarts, too."""
        self._last_event_id = max(self._last_event_id + 1, time.time_ns() // 1_000_000)
        await session.send(self._http(), {"event": event, "id": self._last_event_id, "payload": payload})

    def _save(self) -> None:
        if self._file is None:
            return
        kept = [
            {
                "app_id": session.app_id,
                "app_name": session.app_name,
                "domain": session.domain,
                "last_event_id": session.last_event_id,
            }
            for session in self._sessions.values()
        ]
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(kept), encoding="utf-8")
