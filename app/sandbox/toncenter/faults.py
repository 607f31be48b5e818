"""Trouble on request: what the real network and its gateways do to their clients once in a while.

A fault names a route (`v2/sendBoc`, `v3/*`, `*`) and a kind, and strikes `times` calls (None: until cleared):

* `drop`: the connection ends without an answer, and nothing was done.
* `lost`: everything was done (a message was broadcast, too), then the connection ends without an answer.
* `delay`: the answer comes `delay_seconds` later.
* `status`: the given HTTP status with Toncenter's error body; nothing was done. 429 says "Ratelimit exceed".
* `stale`: reads answer as of an earlier block (`at_block`, else the first call's), like a replica that lags behind.
* `garbage`: 200 with something that is not JSON.
"""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Literal

Kind = Literal["drop", "lost", "delay", "status", "stale", "garbage"]
KINDS: tuple[Kind, ...] = ("drop", "lost", "delay", "status", "stale", "garbage")


@dataclass
class Fault:
    route: str
    kind: Kind
    times: int | None = 1
    status: int = 500
    delay_seconds: float = 0.0
    at_block: int | None = None
    """For `stale`: the block to answer from."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"not a kind of fault: {self.kind}")


@dataclass
class Faults:
    """The faults in force, how often each route was called, and the optional rate limit (calls per second)."""

    calls: Counter[str] = field(default_factory=Counter)
    rate_without_key: float | None = None
    rate_with_key: float = 10.0
    monotonic: Callable[[], float] = time.monotonic
    _faults: list[Fault] = field(default_factory=list)
    _windows: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        self._faults.clear()

    @property
    def active(self) -> list[Fault]:
        return list(self._faults)

    def meet(self, route: str) -> Fault | None:
        """The fault that strikes this call, if any; it is used up by it."""
        for fault in self._faults:
            if not fnmatch(route, fault.route):
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
            return fault
        return None

    def over_limit(self, key: str | None) -> bool:
        """Whether this call is one too many in the running second."""
        if self.rate_without_key is None:
            return False
        limit = self.rate_with_key if key else self.rate_without_key
        second = int(self.monotonic())
        start, count = self._windows.get(key or "", (second, 0))
        count = count + 1 if start == second else 1
        self._windows[key or ""] = (second, count)
        return count > limit
