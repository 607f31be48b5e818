"""The jobs, as data. Each may run at any time and on any worker: claims and compare-and-set keep them apart.

A job returns how much it did. Zero from all of them means that nothing is due: the house is quiet.
"""

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import chain, repeat

from app import metrics
from services.bundle import Services
from services.errors import Refusal
from services.ports import Unreachable
from services.trace import tracing

log = logging.getLogger(__name__)
SLOW_SECONDS = 5.0
"""A run that did nothing is a line only if it took so long."""
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
    Job("market-compare", lambda s: s.fair_prices.compare_due()),
    Job("placement-post", lambda s: s.placement.post_due()),
    Job("verification-check", lambda s: s.verification.check_due()),
    Job("dispute-cap", lambda s: s.disputes.cap_due()),
    Job("escrow-settle", lambda s: s.escrows.settle_due()),
    Job("placement-clean", lambda s: s.placement.clean_up_due()),
    Job("relay", lambda s: s.notices.relay()),
    Job("stats", lambda s: s.stats.take_due()),
    Job("broadcasts", lambda s: s.broadcasts.spread_due()),
    Job("notices", lambda s: s.delivery.send_due()),
    Job("audit", lambda s: s.audit.note_due()),
)


async def run_job(job: Job, services: Services) -> int:
    """Run one job. Trouble outside is logged; the rows stay due, and the next tick tries again."""
    started = time.perf_counter()
    with tracing(job=job.name), metrics.measured(metrics.JOBS, job.name) as said:
        try:
            done = await job.run(services)
        except (Unreachable, Refusal) as trouble:
            said["outcome"] = "later"
            log.warning("%s: %s %s", job.name, type(trouble).__name__, trouble)
            return 0
        except Exception:
            log.exception("%s failed", job.name)
            raise
        metrics.JOB_ROWS.labels(job.name).inc(done)
        metrics.JOB_LAST.labels(job.name).set_to_current_time()
        spent = time.perf_counter() - started
        level = logging.INFO if done or spent > SLOW_SECONDS else logging.DEBUG
        log.log(level, "job", extra={"done": done, "duration_ms": round(spent * 1000, 1), "outcome": "ok"})
        return done


async def run_until_quiet(services: Services) -> int:
    """All jobs in turn, again and again, until none of them finds anything to do."""
    done = idle = 0
    for job in chain.from_iterable(repeat(JOBS, ROUNDS)):
        progress = await run_job(job, services)
        done += progress
        idle = 0 if progress else idle + 1
        if idle == len(JOBS):
            return done
    log.error("the jobs do not come to rest")
    return done
