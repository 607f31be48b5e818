"""One clock for the bot, the chain, the wallets and the page; whoever holds it can freeze and move it.

* Running: real time plus an offset. Frozen: one instant until somebody moves it. Time never goes back.
* With a path the state is kept in a 16-byte file (layout: `app/adapters/clock.py`, which reads it), so that other
  processes see the same time and a restart continues where it stopped.
* `travel` passes through the hours instead of jumping over them: everything due on the way happens at its own minute.
"""

import os
import struct
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

RECORD = struct.Struct("<qq")
RUNNING = 0x52554E4E494E47
FROZEN = 0x46524F5A454E
MICROSECONDS = 1_000_000
LEAST_STEP_SECONDS = 1.0

Settle = Callable[[], Awaitable[float | None]]
Listener = Callable[[float, float], None]


class SandboxClock:
    """The write side; exactly one process owns it."""

    def __init__(self, path: Path | None = None) -> None:
        self._value, self._mode = 0, RUNNING
        self._descriptor: int | None = None
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            self._load()

    @property
    def frozen(self) -> bool:
        return self._mode == FROZEN

    def now(self) -> float:
        moment = self._value / MICROSECONDS
        return moment if self.frozen else time.time() + moment

    def utcnow(self) -> datetime:
        return datetime.fromtimestamp(self.now(), UTC)

    def advance(self, seconds: float) -> None:
        """Jump forward at once; nothing is driven on the way (see `travel`)."""
        if seconds < 0:
            raise ValueError("time does not go back")
        self._set(self._value + round(seconds * MICROSECONDS), self._mode)

    def move_to(self, timestamp: float) -> None:
        """Jump forward to an instant; one that has passed already changes nothing."""
        self.advance(max(0.0, timestamp - self.now()))

    def freeze(self, at: float | None = None) -> None:
        """Stand still, at this instant or at the one given. Freezing at a past instant is for the start of a test."""
        self._set(round((self.now() if at is None else at) * MICROSECONDS), FROZEN)

    def resume(self) -> None:
        """Run on from the present instant."""
        self._set(round((self.now() - time.time()) * MICROSECONDS), RUNNING)

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    async def travel(self, seconds: float, settle: Settle, listener: Listener | None = None) -> None:
        """Move forward by `seconds`, stopping wherever something is due.

        `settle` finishes everything that is due now and returns when the next thing is (unix time), or None. It is
        called before the first step and after each one; the last call is at the target. `listener` is told
        (now, target) after each step.
        """
        if seconds < 0:
            raise ValueError("time does not go back")
        target = self.now() + seconds
        due = await settle()
        while (now := self.now()) < target:
            self.move_to(_next_stop(now, due, target))
            if listener is not None:
                listener(self.now(), target)
            due = await settle()

    def _set(self, value: int, mode: int) -> None:
        self._value, self._mode = value, mode
        if self._descriptor is not None:
            os.pwrite(self._descriptor, RECORD.pack(value, value ^ mode), 0)

    def _load(self) -> None:
        assert self._descriptor is not None
        record = os.pread(self._descriptor, RECORD.size, 0)
        value, check = RECORD.unpack(record) if len(record) == RECORD.size else (0, RUNNING)
        known = value ^ check in (RUNNING, FROZEN)
        self._set(value if known else 0, value ^ check if known else RUNNING)


def _next_stop(now: float, due: float | None, target: float) -> float:
    """The next instant to stop at. What stays due must not hold time up for ever: at least a second passes."""
    if due is None:
        return target
    return min(max(due, now + LEAST_STEP_SECONDS), target)
