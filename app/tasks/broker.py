"""Taskiq: in this process without Redis, over a Redis stream with it.

Guarantees: a lost, late or doubled task does no harm, because a task carries only a job's name. The stream is cut
to a few thousand entries: what a dead worker held is found again by the next tick, not by redelivery.
"""

import asyncio
from datetime import timedelta
from typing import Any

from redis.asyncio import Redis
from taskiq import AsyncBroker, InMemoryBroker, TaskiqScheduler
from taskiq.schedule_sources import LabelScheduleSource
from taskiq.serializers import JSONSerializer
from taskiq_redis import RedisStreamBroker

from app.tasks.jobs import JOBS, Job, run_job
from services.bundle import Services

QUEUE = "market"
STREAM_LENGTH = 5000
BLOCK_MILLISECONDS = 1000
"""Below redis-py's socket timeout, or an idle stream looks like a dead server."""
IDLE_MILLISECONDS = 60_000


def make_broker(redis_url: str, services: Services | None, tick_seconds: int) -> AsyncBroker:
    """A broker that knows every job. `services` is None in a process that only schedules."""
    broker = _empty_broker(redis_url)
    for job in JOBS:
        _register(broker, job, services, tick_seconds)
    return broker


def make_scheduler(broker: AsyncBroker) -> TaskiqScheduler:
    return TaskiqScheduler(broker, [LabelScheduleSource(broker)])


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
    broker = RedisStreamBroker(
        redis_url,
        queue_name=QUEUE,
        consumer_group_name=QUEUE,
        xread_block=BLOCK_MILLISECONDS,
        maxlen=STREAM_LENGTH,
        idle_timeout=IDLE_MILLISECONDS,
        unacknowledged_lock_timeout=IDLE_MILLISECONDS / 1000,
    )
    return broker.with_serializer(JSONSerializer())


def _register(broker: AsyncBroker, job: Job, services: Services | None, tick_seconds: int) -> None:
    running = asyncio.Lock()

    async def task() -> int:
        if services is None or running.locked():  # the last tick's run is still at it: it will see what is due
            return 0
        async with running:
            try:
                return await run_job(job, services)
            except Exception:  # it is in the log, with its job; the rows stay due
                return 0

    schedule = [{"interval": timedelta(seconds=tick_seconds), "schedule_id": job.name}]
    broker.register_task(task, task_name=job.name, schedule=schedule)
