"""A process whose clock is wrong does nothing that hangs on time.

Money's clocks, the moments of posts and every claim on a row are told by the machine's clock, and several machines work
on the same rows. So a process works only while its clock

* agrees with the database's, which is the same for everybody, within TOLERATED_SECONDS;
* has not leapt forward: what another worker holds at that moment only seems to have run out. After a leap the process
  stands still for as long as a claim can live, by the monotonic clock, which does not leap.

A database that does not answer changes no opinion: nothing can be done without it anyway.
"""

import logging
import time
from collections.abc import Awaitable, Callable

from services.posting.claims import CLAIM

log = logging.getLogger(__name__)
TOLERATED_SECONDS = 30.0
ASK_SECONDS = 15.0
"""How often the database is asked."""
STILL_SECONDS = CLAIM.total_seconds()
"""The longest claim of all."""
Told = Callable[[], Awaitable[float | None]]
"""The database's Unix time; None where it has no clock of its own."""


class Timekeeper:
    def __init__(
        self,
        told: Told,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._told, self._wall, self._monotonic = told, wall, monotonic
        self._offset = wall() - monotonic()
        self._still_until = float("-inf")
        self._ask_at = float("-inf")
        self._agrees = True

    async def is_right(self) -> bool:
        """Whether this process may work now."""
        self._watch_for_a_leap()
        if self._monotonic() >= self._ask_at:
            self._ask_at = self._monotonic() + ASK_SECONDS
            await self._compare()
        return self._agrees and self._monotonic() >= self._still_until

    def _watch_for_a_leap(self) -> None:
        offset = self._wall() - self._monotonic()
        leap, self._offset = offset - self._offset, offset
        if leap > TOLERATED_SECONDS:
            log.error("the clock leapt %.0f s forward: nothing is done for %.0f s", leap, STILL_SECONDS)
            self._still_until = self._monotonic() + STILL_SECONDS

    async def _compare(self) -> None:
        before = self._wall()
        try:
            told = await self._told()
        except Exception as trouble:  # whatever its client raises: it does not answer
            log.info("the database's time is not known: %s", type(trouble).__name__)
            return
        if told is None:
            return
        ahead = before - told if before > told else min(0.0, self._wall() - told)
        agrees = abs(ahead) <= TOLERATED_SECONDS
        if agrees is not self._agrees:
            log.log(logging.INFO if agrees else logging.ERROR, "the clock is %.0f s ahead of the database's", ahead)
        self._agrees = agrees
