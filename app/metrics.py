"""What this process measures of itself, for Prometheus: durations by kind, whose counts tell how often and how well.

Every histogram has an `outcome` (or a status), so that errors are a part of the same figure. Labels come from closed
sets only: methods of a protocol, templates of routes, names of jobs; never an id, an address or a text of somebody's.
Figures of the database are no metrics of a process: `app.web.metrics` reads those when it is asked.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from prometheus_client import Counter, Gauge, Histogram

QUICK: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

HTTP = Histogram(
    "market_http_request_seconds", "Requests by route and status", ["method", "route", "status"], buckets=QUICK
)
UPDATES = Histogram(
    "market_update_seconds", "Updates of the bot by kind and outcome", ["kind", "outcome"], buckets=QUICK
)
JOBS = Histogram("market_job_seconds", "Runs of a job by outcome", ["job", "outcome"], buckets=QUICK)
JOB_ROWS = Counter("market_job_rows", "Rows that a job has worked off", ["job"])
JOB_LAST = Gauge("market_job_last_success_timestamp_seconds", "When this process last ran the job to its end", ["job"])
TELEGRAM = Histogram(
    "market_telegram_call_seconds", "Calls to the Bot API by method and outcome", ["method", "outcome"], buckets=QUICK
)
CHAIN = Histogram(
    "market_chain_call_seconds",
    "Calls to the chain's provider by method and outcome",
    ["method", "outcome"],
    buckets=QUICK,
)


@contextmanager
def measured(histogram: Histogram, *labels: str) -> Iterator[dict[str, str]]:
    """Measures a block; `outcome` is `ok` or `failed`, unless the block says otherwise."""
    said = {"outcome": "ok"}
    started = time.perf_counter()
    try:
        yield said
    except BaseException:
        if said["outcome"] == "ok":
            said["outcome"] = "failed"
        raise
    finally:
        histogram.labels(*labels, said["outcome"]).observe(time.perf_counter() - started)
