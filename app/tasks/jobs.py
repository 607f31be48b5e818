"""The jobs, as data. Each may run at any time and on any worker: claims and compare-and-set keep them apart.

A job returns how much it did. Zero from all of them means that nothing is due: the house is quiet.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from services.bundle import Services
from services.errors import Refusal
from services.ports import Unreachable

log = logging.getLogger(__name__)
ROUNDS = 200
"""A settled house is reached long before; more means that two jobs undo each other."""


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    run: Callable[[Services], Awaitable[int]]


JOBS: tuple[Job, ...] = (
    Job("escrow-watch", lambda s: s.escrows.watch()),
    Job("escrow-open", lambda s: s.escrows.open_due()),
    Job("clocks-ring", lambda s: s.deals.ring_due()),
    Job("clocks-warn", lambda s: s.deals.warn_due()),
    Job("campaigns-ring", lambda s: s.campaigns.ring_due()),
    Job("placement-post", lambda s: s.placement.post_due()),
    Job("verification-check", lambda s: s.verification.check_due()),
    Job("dispute-cap", lambda s: s.disputes.cap_due()),
    Job("escrow-settle", lambda s: s.escrows.settle_due()),
    Job("placement-clean", lambda s: s.placement.clean_up_due()),
    Job("relay", lambda s: s.notices.relay()),
    Job("notices", lambda s: s.notices.send_due()),
    Job("stats", lambda s: s.stats.take_due()),
)


async def run_job(job: Job, services: Services) -> int:
    """Run one job. Trouble outside is logged; the rows stay due, and the next tick tries again."""
    try:
        return await job.run(services)
    except (Unreachable, Refusal) as trouble:
        log.warning("%s: %s %s", job.name, type(trouble).__name__, trouble)
        return 0


async def run_until_quiet(services: Services) -> int:
    """All jobs, again and again, until none of them finds anything to do."""
    done = 0
    for _ in range(ROUNDS):
        progress = sum([await run_job(job, services) for job in JOBS])
        if not progress:
            return done
        done += progress
    log.error("the jobs do not come to rest")
    return done
