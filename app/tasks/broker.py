"""Taskiq: in this process without Redis, over a Redis stream with it.

Guarantees: a lost, late or doubled task does no harm, because a task carries only a job's name. The stream is cut
to a few thousand entries: what a dead worker held is found again by the next tick, not by redelivery. A Redis that was
emptied, restarted or away is joined again by itself. A worker that stops finishes the jobs that it has begun.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from redis.asyncio import Redis
from redis.exceptions import RedisError
from taskiq import AckableMessage, AsyncBroker, InMemoryBroker, ScheduledTask, TaskiqScheduler
from taskiq.cli.scheduler.run import SchedulerLoop
from taskiq.exceptions import ScheduledTaskCancelledError
from taskiq.receiver import Receiver
from taskiq.schedule_sources import LabelScheduleSource
from taskiq.serializers import JSONSerializer
from taskiq_redis import RedisStreamBroker

from app.tasks.jobs import JOBS, Job, run_job
from services.bundle import Services

log = logging.getLogger(__name__)
QUEUE = "market"
STREAM_LENGTH = 5000
BLOCK_MILLISECONDS = 1000
"""Below redis-py's socket timeout, or an idle stream looks like a dead server."""
IDLE_MILLISECONDS = 60_000
POOL_SIZE = 20
PAUSE_SECONDS = 0.5
SEND_SECONDS = 10.0
"""A tick that Redis does not take in this time is given up: the next one comes."""
May = Callable[[], Awaitable[bool]]
"""Whether this process may work at this moment."""


async def always() -> bool:
    return True


def make_broker(redis_url: str, services: Services | None, tick_seconds: int, may: May = always) -> AsyncBroker:
    """A broker that knows every job. `services` is None in a process that only schedules."""
    broker = _empty_broker(redis_url)
    for job in JOBS:
        _register(broker, job, services, tick_seconds, may)
    return broker


class Turn(LabelScheduleSource):
    """The schedule of whoever may act now; others let the moment pass."""

    def __init__(self, broker: AsyncBroker, acting: Callable[[], bool]) -> None:
        super().__init__(broker)
        self._acting = acting

    def pre_send(self, task: ScheduledTask) -> None:
        if not self._acting():
            raise ScheduledTaskCancelledError


async def tick(broker: AsyncBroker, tick_seconds: int, acting: Callable[[], bool] = lambda: True) -> None:
    """Say when the jobs are to run, until cancelled."""
    source = Turn(broker, acting)
    await source.startup()
    await SchedulerLoop(TaskiqScheduler(broker, [source])).run(
        update_interval=timedelta(seconds=tick_seconds), loop_interval=timedelta(seconds=1), send_timeout=SEND_SECONDS
    )


async def work(broker: AsyncBroker, stop: asyncio.Event, concurrency: int, patience_seconds: float) -> None:
    """Run what the queue says until `stop`; then finish what was begun, in `patience_seconds` at most."""
    broker.is_worker_process = True
    with ThreadPoolExecutor() as threads:
        while not stop.is_set():
            receiver = Receiver(
                broker,
                threads,
                run_startup=False,
                max_async_tasks=concurrency,
                wait_tasks_timeout=patience_seconds,
            )
            try:
                await receiver.listen(stop)
            except Exception:  # the queue's end of it: the jobs themselves raise nothing here
                log.warning("the queue was lost", exc_info=True)
                await asyncio.sleep(PAUSE_SECONDS)


class Stream(RedisStreamBroker):
    """A stream that survives what happens to Redis: the group is founded anew where it is gone."""

    async def listen(self) -> AsyncGenerator[AckableMessage, None]:
        while True:
            try:
                async for message in super().listen():
                    yield message
            except RedisError as trouble:
                log.warning("the queue does not answer: %s", trouble)
                await asyncio.sleep(PAUSE_SECONDS)
                await self._join_again()

    async def _join_again(self) -> None:
        try:
            await self._declare_consumer_group()
        except RedisError:
            pass  # still away: the next reading says so


async def stream_figures(redis: Redis) -> dict[str, int]:
    """How many entries the stream holds, how many no worker has seen, and how many a worker has and did not finish."""
    if not await redis.exists(QUEUE):
        return {"length": 0, "lag": 0, "pending": 0}
    groups: list[dict[str, Any]] = await redis.xinfo_groups(QUEUE)
    group = next((one for one in groups if one["name"] in (QUEUE, QUEUE.encode())), {})
    pending, lag = int(group.get("pending", 0)), int(group.get("lag") or 0)
    return {"length": int(await redis.xlen(QUEUE)), "lag": lag, "pending": pending}


def _empty_broker(redis_url: str) -> AsyncBroker:
    if redis_url.startswith("memory:"):
        return InMemoryBroker()
    broker = Stream(
        redis_url,
        queue_name=QUEUE,
        max_connection_pool_size=POOL_SIZE,
        timeout=PAUSE_SECONDS * 20,
        consumer_group_name=QUEUE,
        xread_block=BLOCK_MILLISECONDS,
        maxlen=STREAM_LENGTH,
        idle_timeout=IDLE_MILLISECONDS,
        unacknowledged_lock_timeout=IDLE_MILLISECONDS / 1000,
    )
    return broker.with_serializer(JSONSerializer())


def _register(broker: AsyncBroker, job: Job, services: Services | None, tick_seconds: int, may: May) -> None:
    running = asyncio.Lock()

    async def task() -> int:
        if services is None or running.locked():  # the last tick's run is still at it: it will see what is due
            return 0
        async with running:
            try:
                return await run_job(job, services) if await may() else 0
            except Exception:  # it is in the log, with its job; the rows stay due
                return 0

    schedule = [{"interval": timedelta(seconds=tick_seconds), "schedule_id": job.name}]
    broker.register_task(task, task_name=job.name, schedule=schedule)
