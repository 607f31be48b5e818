"""Trouble on demand: what a bot must survive, armed by method and chat for a number of requests.

`drop` closes the connection before anything happens, `lost` after the method has been executed; `delay` answers
later; `flood`, `server` and `error` refuse without executing.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import Any

from app.sandbox.telegram.changes import Changes
from app.sandbox.telegram.errors import ApiError, ConnectionDropped, too_many_requests
from app.sandbox.telegram.records import Json

KINDS = ("drop", "lost", "delay", "flood", "server", "error")
SERVER_ERRORS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


@dataclass
class Fault:
    id: int
    kind: str
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    seconds: float = 1.0
    retry_after: int = 3
    code: int = 502
    description: str | None = None

    def meets(self, method: str, chat_id: int | None) -> bool:
        same_method = self.method is None or self.method.lower() == method.lower()
        return same_method and (self.chat_id is None or self.chat_id == chat_id)


class Faults:
    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._ids = itertools.count(1)
        self._armed: list[Fault] = []

    def add(self, kind: str, **settings: Any) -> Fault:
        if kind not in KINDS:
            raise ValueError(f"a fault's kind is one of {', '.join(KINDS)}")
        fault = Fault(next(self._ids), kind, **settings)
        self._armed.append(fault)
        self._changes.record("fault", fault=fault.kind, armed=True)
        return fault

    def remove(self, fault_id: int) -> bool:
        before = len(self._armed)
        self._armed = [fault for fault in self._armed if fault.id != fault_id]
        return len(self._armed) < before

    def clear(self) -> None:
        self._armed.clear()

    def listing(self) -> list[Json]:
        return [asdict(fault) for fault in self._armed]

    def _take(self, method: str, chat_id: int | None) -> Fault | None:
        fault = next((fault for fault in self._armed if fault.meets(method, chat_id)), None)
        if fault:
            fault.times -= 1
            if fault.times <= 0:
                self._armed.remove(fault)
            self._changes.record("fault", fault=fault.kind, method=method, chat_id=chat_id)
        return fault

    async def around(self, method: str, chat_id: int | None, execute: Callable[[], Awaitable[Any]]) -> Any:
        """Executes the method the way the armed fault wants it, if there is one."""
        fault = self._take(method, chat_id)
        if fault is None:
            return await execute()
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
            return await execute()
        if fault.kind == "lost":
            await execute()
        if fault.kind in ("lost", "drop"):
            raise ConnectionDropped
        raise _refusal(fault)


def _refusal(fault: Fault) -> ApiError:
    if fault.kind == "flood":
        return too_many_requests(fault.retry_after)
    words = SERVER_ERRORS.get(fault.code, f"Error {fault.code}")
    return ApiError(fault.code, fault.description or words)
