"""One acting process among many: whoever holds a fenced lease row acts, the others stand by and take over.

* The row is in the database, not in Redis: a flushed or restarted Redis makes no second leader.
* The holder judges by its own monotonic clock, counted from *before* it asked: it stops acting at the latest when the
  row runs out, also when the database cannot be asked or the process stood still.
* Real time, whatever clock the marketplace has: a lease belongs to processes, not to deals.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from services.escrow.leases import HeldLease, take_lease

log = logging.getLogger(__name__)
RENEWALS = 4
"""So many times within a lease: one lost answer costs nobody his place."""


class WallClock:
    def utcnow(self) -> datetime:
        return datetime.now(UTC)


class Leader:
    def __init__(self, name: str, seconds: int) -> None:
        self.name = name
        self._seconds = seconds
        self._lease: HeldLease | None = None
        self._until = 0.0

    @property
    def acting(self) -> bool:
        return time.monotonic() < self._until

    async def run(self) -> None:
        """Until cancelled; then the place is given up at once."""
        try:
            while True:
                await self._try()
                await asyncio.sleep(self._seconds / RENEWALS)
        finally:
            await self._step_down()

    async def _try(self) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                await self._renew()
        except Exception as trouble:  # the database is away: the lease runs out, and with it our turn
            log.warning("the lease %s could not be renewed: %s", self.name, type(trouble).__name__)

    async def _renew(self) -> None:
        asked = time.monotonic()
        if self._lease is None or not await self._lease.hold():
            self._until = 0.0
            self._lease = await take_lease(self.name, WallClock(), self._seconds)
            if self._lease is None:
                return
            log.info("acting as the %s (fence %s)", self.name, self._lease.fence)
        self._until = asked + self._seconds

    async def _step_down(self) -> None:
        self._until = 0.0
        if self._lease is None:
            return
        try:
            async with asyncio.timeout(self._seconds):
                await self._lease.drop()
        except Exception as trouble:  # it runs out by itself
            log.info("the lease %s was not given up: %s", self.name, type(trouble).__name__)


async def once_among_many(name: str, seconds: int, work: Callable[[], Awaitable[None]]) -> bool:
    """Do `work` unless somebody else is at it; False: somebody is."""
    lease = await take_lease(name, WallClock(), seconds)
    if lease is None:
        return False
    try:
        await work()
    finally:
        await lease.drop()
    return True
