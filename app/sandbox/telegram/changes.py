"""What has changed: a numbered feed for live pages, and a way to wait for a fact without polling.

Every change of the world passes through `record`. `wait_for` looks at its predicate at once and again after every
change, so a waiter never sleeps past the moment and never wakes for nothing but changes.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from app.sandbox.telegram.records import Clock, Json

T = TypeVar("T")
REMEMBERED = 5000


class Changes:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._feed: deque[Json] = deque(maxlen=REMEMBERED)
        self._waiters: set[asyncio.Future[None]] = set()
        self.seq = 0

    def record(self, kind: str, **facts: object) -> int:
        self.seq += 1
        self._feed.append({"seq": self.seq, "kind": kind, **facts, "at": self._clock.now()})
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        return self.seq

    def since(self, seq: int) -> list[Json]:
        return [change for change in self._feed if change["seq"] > seq]

    def forgets(self, seq: int) -> bool:
        """True when changes after `seq` are no longer remembered (or belong to an earlier life of the process)."""
        oldest = self._feed[0]["seq"] if self._feed else self.seq + 1
        return seq > self.seq or seq + 1 < oldest

    async def wait_for(self, predicate: Callable[[], T], timeout_seconds: float = 5.0, what: str = "") -> T:
        """The first truthy answer of the predicate; TimeoutError names what was awaited."""
        try:
            async with asyncio.timeout(timeout_seconds):
                while not (found := predicate()):
                    await self._next_change()
        except TimeoutError:
            raise TimeoutError(f"waited {timeout_seconds} s for {what or predicate}") from None
        return found

    async def _next_change(self) -> None:
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await waiter
        finally:
            self._waiters.discard(waiter)
