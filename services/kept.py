"""A value that is costly to read: read by one reader at a time, kept for a while, and shown though it is a little old.

Guarantees: who asks waits for the very first reading, and for a later one only a moment (`GRACE_SECONDS`); nobody's
impatience stops a reading that is under way; a reading that failed fails everybody, so that nothing old passes for the
present; a reading that takes long is repeated less often, so that it never costs more than a small part of the time.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

GRACE_SECONDS = 0.5
SHARE = 20
"""A reading is not repeated before so many times its own duration have passed."""
T = TypeVar("T")


@dataclass(slots=True)
class Kept(Generic[T]):
    read: Callable[[], Awaitable[T]]
    keep_seconds: float
    _value: tuple[T] | None = None
    _until: float = 0.0
    _reading: asyncio.Task[None] | None = None

    async def get(self) -> T:
        """Raises what the reading raised."""
        if self._reading is None and (self._value is None or time.monotonic() >= self._until):
            self._reading = asyncio.create_task(self._read())
            self._reading.add_done_callback(self._done)
        if self._reading is not None and self._value is None:
            await asyncio.shield(self._reading)
        elif self._reading is not None:
            reading = self._reading
            await asyncio.wait({reading}, timeout=GRACE_SECONDS)
            if reading.done():
                reading.result()
        assert self._value is not None
        return self._value[0]

    def forget(self) -> None:
        """Whoever asks next gets a fresh one."""
        self._value = None

    async def _read(self) -> None:
        started = time.monotonic()
        try:
            self._value = (await self.read(),)
        except BaseException:
            self._value = None
            raise
        now = time.monotonic()
        self._until = now + max(self.keep_seconds, SHARE * (now - started))

    def _done(self, reading: asyncio.Task[None]) -> None:
        self._reading = None
        if not reading.cancelled():
            reading.exception()  # it is told to those who wait; where nobody does, it is no news
