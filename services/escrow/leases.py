"""Fenced leases as database rows: one holder at a time, and a holder that slept too long finds out before it acts.

Only an expired lease can be taken, by whoever raises the fence first. Each further act of the holder goes through
`hold`, which names its own fence: after a take-over it updates no row, and the old holder stops.
"""

import os
import socket
from dataclasses import dataclass
from datetime import timedelta

from models import Lease
from services.ports import Clock

LEASE_SECONDS = 60


class LeaseLost(Exception):
    """Somebody else may be at work: stop."""


@dataclass(frozen=True, slots=True)
class HeldLease:
    name: str
    fence: int
    clock: Clock
    seconds: int = LEASE_SECONDS
    """How long a holder that says nothing keeps it: so long do others wait when its process dies."""

    async def hold(self) -> bool:
        """Still mine? Then for another while."""
        now = self.clock.utcnow()
        mine = Lease.filter(name=self.name, fence=self.fence, expires_at__gt=now)
        return bool(await mine.update(expires_at=now + timedelta(seconds=self.seconds)))

    async def keep(self) -> None:
        """`hold` after each wait for somebody else. Raises LeaseLost."""
        if not await self.hold():
            raise LeaseLost(self.name)

    async def rest(self, seconds: float) -> None:
        """Nobody, the holder neither, for so long."""
        until = self.clock.utcnow() + timedelta(seconds=seconds)
        await Lease.filter(name=self.name, fence=self.fence).update(expires_at=until)

    async def drop(self) -> None:
        await Lease.filter(name=self.name, fence=self.fence).update(expires_at=self.clock.utcnow())


async def take_lease(name: str, clock: Clock, seconds: int = LEASE_SECONDS) -> HeldLease | None:
    """The lease, or None while somebody else holds it."""
    now = clock.utcnow()
    row, _ = await Lease.get_or_create(name=name, defaults={"expires_at": now})
    taken = await Lease.filter(name=name, fence=row.fence, expires_at__lte=now).update(
        fence=row.fence + 1, expires_at=now + timedelta(seconds=seconds), holder=whoami()
    )
    return HeldLease(name, row.fence + 1, clock, seconds) if taken else None


def whoami() -> str:
    """For people who look at the row: in containers every process is number 1."""
    return f"{socket.gethostname()}:{os.getpid()}"[:64]
