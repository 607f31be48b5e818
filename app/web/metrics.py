"""Monitoring's doors: `/api/metrics` (the business, as JSON) and `/metrics` (everything, as Prometheus text).

Both are open to whoever reaches them: nginx is to keep `/metrics` from the public (docs/observability.md). Each process
shows what it measured itself; the figures of the database are the same from all of them, so dashboards take their
maximum. A source that does not answer leaves its figures out and says so (`market_source_up`); the rest is there.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field

from aiohttp import web
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from tortoise.exceptions import BaseORMException

from app.web.health import Health, add_health
from app.web.request_log import request_log
from services.errors import TryAgain
from services.metrics import Figures, Metrics
from services.ports import Chain, Refused, Unreachable
from services.search import Tally

log = logging.getLogger(__name__)
BALANCE_SECONDS = 60.0
"""A balance is asked from the chain no more often."""
PATIENCE_SECONDS = 3.0
"""For one source; a scraper waits ten for all of them."""
TEXT = "text/plain; version=0.0.4; charset=utf-8"
Queue = Callable[[], Awaitable[dict[str, int]]]


@dataclass(slots=True)
class Monitor:
    """What a process can show beside its own measurements; None where it has no such thing."""

    metrics: Metrics | None = None
    chain: Chain | None = None
    queue: Queue | None = None
    """The stream between the scheduler and the workers: `length` and `pending`."""
    searches: Tally | None = None
    """How the cache of searches did in this process."""
    balances: dict[str, int] = field(default_factory=dict)
    balances_until: float = 0.0

    async def families(self) -> list[Metric]:
        up = GaugeMetricFamily("market_source_up", "Whether a source of figures answered", labels=["source"])
        found: list[Metric] = [up]
        if self.searches is not None:
            found.append(asked(self.searches))
        for name, read in (("database", self._figures), ("chain", self._balances), ("queue", self._queue)):
            shown = await _patiently(read)
            if shown != []:
                up.add_metric([name], 0 if shown is None else 1)
            found += shown or []
        return found

    async def _figures(self) -> list[Metric]:
        return families_of(await self.metrics.read()) if self.metrics is not None else []

    async def _balances(self) -> list[Metric]:
        if self.chain is None or self.metrics is None:
            return []
        if time.monotonic() >= self.balances_until:
            self.balances, self.balances_until = {}, time.monotonic() + BALANCE_SECONDS  # also if nobody answers
            wallets = {self.chain.controller, *(await self.metrics.read()).controllers}
            self.balances = {one: (await self.chain.wallet(one)).balance_nano for one in sorted(wallets)}
        if not self.balances:
            raise Unreachable("nobody answered a moment ago")
        named = {self.chain.friendly(one): balance for one, balance in self.balances.items()}
        return [gauge("market_controller_balance_nano", "What is left for gas", "address", named)]

    async def _queue(self) -> list[Metric]:
        if self.queue is None:
            return []
        return [gauge("market_stream_entries", "The workers' stream in Redis", "kind", await self.queue())]


async def _patiently(read: Callable[[], Awaitable[list[Metric]]]) -> list[Metric] | None:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await read()
    except (Unreachable, Refused, BaseORMException, OSError, TimeoutError) as trouble:
        log.warning("a source of figures does not answer: %s %s", type(trouble).__name__, trouble)
        return None


def families_of(figures: Figures) -> list[Metric]:
    return [
        gauge("market_deals", "Deals by status", "status", figures.deals_by_status),
        gauge("market_escrows", "Escrows by what the chain says", "state", figures.escrows_by_state),
        gauge("market_postings", "Postings: see services.metrics", "kind", figures.postings),
        gauge("market_waiting_rows", "Rows whose moment has come", "queue", figures.waiting),
        gauge("market_overdue_seconds", "Since when the oldest row of a job is due", "job", figures.overdue_seconds),
        one("market_watcher_lag_seconds", "Age of the oldest look at an open escrow", figures.overdue_seconds[WATCH]),
        one("market_deposit_cursor_age_seconds", "Since the deposit cursor moved", figures.cursor_seconds),
        one("market_batches_open", "Settlement messages under way", figures.batches_open),
        one("market_escrows_in_alarm", "Escrows that contradict what we know", figures.escrows_in_alarm),
        one("market_reserves_held_nano", "What the contracts hold", figures.held_nano),
        one("market_reserves_owed_nano", "What the deals need", figures.owed_nano),
        one("market_reserves_short_nano", "What is missing, contract by contract", figures.short_nano),
    ]


def asked(searches: Tally) -> Metric:
    family = CounterMetricFamily("market_searches", "Pages of search results asked for", labels=["cache"])
    family.add_metric(["hit"], searches.hits)
    family.add_metric(["miss"], searches.misses)
    return family


WATCH = "escrow-watch"


def gauge(name: str, words: str, label: str, values: dict[str, int] | dict[str, float]) -> Metric:
    family = GaugeMetricFamily(name, words, labels=[label])
    for key, value in values.items():
        family.add_metric([key], value)
    return family


def one(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(name, words, value=value)


@dataclass(frozen=True, eq=False)
class Ready(Collector):
    """Families that were read already."""

    found: list[Metric]

    def collect(self) -> Iterable[Metric]:
        return iter(self.found)


# ------------------------------------------------------------------------------------------------- doors

MONITOR: web.AppKey[Monitor] = web.AppKey("monitor", Monitor)


def add_metrics(app: web.Application, monitor: Monitor) -> None:
    app[MONITOR] = monitor
    app.add_routes([web.get("/metrics", prometheus), web.get("/api/metrics", business)])


def make_metrics_app(monitor: Monitor, health: Health) -> web.Application:
    """For a process that serves nobody else."""
    app = web.Application(middlewares=[request_log])
    app[MONITOR] = monitor
    app.add_routes([web.get("/metrics", prometheus)])
    add_health(app, health)
    return app


async def prometheus(request: web.Request) -> web.Response:
    registry = CollectorRegistry()
    registry.register(Ready(await request.app[MONITOR].families()))
    text = generate_latest(REGISTRY) + generate_latest(registry)
    return web.Response(body=text, headers={"Content-Type": TEXT, "Cache-Control": "no-store"})


async def business(request: web.Request) -> web.Response:
    """Three groups of counts, as agreed with those who watch the business. Raises TryAgain without a database."""
    metrics = request.app[MONITOR].metrics
    assert metrics is not None
    try:
        figures = await metrics.read()
    except (BaseORMException, OSError) as trouble:
        raise TryAgain() from trouble
    return web.json_response(
        {
            "deals_by_status": figures.deals_by_status,
            "escrows_by_state": figures.escrows_by_state,
            "postings": figures.postings,
        }
    )


def sample_names(families: Iterable[Metric]) -> Iterator[str]:
    """The names by which a query may ask for these families."""
    for family in families:
        ends = {"histogram": ("_bucket", "_sum", "_count"), "counter": ("_total",)}.get(family.type, ("",))
        yield from (family.name + end for end in ends)
