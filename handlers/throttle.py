"""Somebody who taps or types faster than a person: he waits, politely, and nothing of what he wrote is lost.

* A burst is free. Beyond it, messages and commands wait for their turn and are then handled as usual.
* A tap beyond it does nothing but say so: what it would have done is one tap away still, and triple taps are harmless.
* So many wait at most; of what comes on top of that the person is told once that it was not read.

Each process counts for itself, by real time. Channel posts and what Telegram tells of chats are nobody's tapping.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

BURST = 20
PER_SECOND = 4.0
WAITING = 30
REMEMBERED = 10_000
"""So many people are remembered; then those who have been quiet are forgotten."""


@dataclass(slots=True)
class Bucket:
    at: float
    tokens: float
    waiting: int = 0
    was_told: bool = False


@dataclass
class Throttle(BaseMiddleware):
    """Outer middleware of updates, after the identity."""

    burst: int = BURST
    per_second: float = PER_SECOND
    most_waiting: int = WAITING
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    people: dict[int, Bucket] = field(default_factory=dict)

    async def __call__(self, handler: Any, event: TelegramObject, data: dict[str, Any]) -> Any:
        actor = data.get("actor")
        if actor is None or not isinstance(event, Update) or not (event.message or event.callback_query):
            return await handler(event, data)
        bucket = self._bucket(actor.user_id)
        if not bucket.waiting and self._take(bucket):
            return await handler(event, data)
        if event.callback_query is not None:
            await event.callback_query.answer(data["t"]("error-too-fast-tap", plain=True))
            return None
        return await self._later(bucket, handler, event, data)

    async def _later(self, bucket: Bucket, handler: Any, event: Update, data: dict[str, Any]) -> Any:
        if bucket.waiting >= self.most_waiting:
            if not bucket.was_told and event.message is not None:
                bucket.was_told = True
                await event.message.answer(data["t"]("error-too-fast-lost"))
            return None
        bucket.waiting += 1
        try:
            await self.sleep(bucket.waiting / self.per_second)
            while not self._take(bucket):
                await self.sleep(1 / self.per_second)
        finally:
            bucket.waiting -= 1
        return await handler(event, data)

    def _bucket(self, user_id: int) -> Bucket:
        if len(self.people) >= REMEMBERED:
            self.people = {who: one for who, one in self.people.items() if one.waiting or not self._is_full(one)}
        return self.people.setdefault(user_id, Bucket(self.now(), self.burst))

    def _is_full(self, bucket: Bucket) -> bool:
        return bucket.tokens + (self.now() - bucket.at) * self.per_second >= self.burst

    def _take(self, bucket: Bucket) -> bool:
        now = self.now()
        bucket.tokens = min(self.burst, bucket.tokens + (now - bucket.at) * self.per_second)
        bucket.at = now
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        bucket.was_told = bucket.was_told and bucket.tokens < self.burst / 2
        return True
