"""The queue's promises on a real Redis: what was begun is finished, and a Redis that forgot is joined again."""

import asyncio

from redis.asyncio import Redis

from app.tasks.broker import QUEUE, Stream, make_broker, tick, work


class Jobs:
    def __init__(self, redis_url: str) -> None:
        self.broker = Stream(redis_url, queue_name=QUEUE, consumer_group_name=QUEUE, xread_block=200)
        self.begun, self.may_end = asyncio.Event(), asyncio.Event()
        self.ended = 0

        async def run() -> None:
            self.begun.set()
            await self.may_end.wait()
            self.ended += 1

        self.broker.register_task(run, task_name="job")

    async def ask(self) -> None:
        task = self.broker.find_task("job")
        assert task is not None
        await task.kiq()


async def test_a_worker_that_stops_finishes_what_it_has_begun_and_takes_nothing_more(redis_url: str) -> None:
    jobs, stop = Jobs(redis_url), asyncio.Event()
    await jobs.broker.startup()
    working = asyncio.create_task(work(jobs.broker, stop, concurrency=1, patience_seconds=20))
    await jobs.ask()
    await asyncio.wait_for(jobs.begun.wait(), 20)
    stop.set()
    await asyncio.sleep(0.3)
    assert not working.done()
    jobs.may_end.set()
    await asyncio.wait_for(working, 20)
    assert jobs.ended == 1
    async with Redis.from_url(redis_url) as redis:
        assert (await redis.xinfo_groups(QUEUE))[0]["pending"] == 0
    await jobs.broker.shutdown()


async def test_a_redis_that_was_emptied_is_joined_again(redis_url: str) -> None:
    jobs, stop = Jobs(redis_url), asyncio.Event()
    jobs.may_end.set()
    await jobs.broker.startup()
    working = asyncio.create_task(work(jobs.broker, stop, concurrency=1, patience_seconds=20))
    async with Redis.from_url(redis_url) as redis, asyncio.timeout(30):
        for life in (1, 2):
            while jobs.ended < life:
                await jobs.ask()  # what was asked while nobody had joined is lost: the next tick asks again
                await asyncio.sleep(0.1)
            await redis.flushall()
    stop.set()
    await asyncio.wait_for(working, 20)
    await jobs.broker.shutdown()


async def test_only_who_may_act_says_that_it_is_time(redis_url: str) -> None:
    acting: list[str] = []
    broker = make_broker(redis_url, None, tick_seconds=1)
    await broker.startup()
    ticking = asyncio.create_task(tick(broker, 1, lambda: bool(acting)))
    async with Redis.from_url(redis_url) as redis:
        await asyncio.sleep(2.2)
        assert await redis.xlen(QUEUE) == 0
        acting.append("me")
        async with asyncio.timeout(20):
            while not await redis.xlen(QUEUE):  # noqa: ASYNC110  # another loop writes: only Redis can be asked
                await asyncio.sleep(0.1)
    ticking.cancel()
    await asyncio.gather(ticking, return_exceptions=True)
    await broker.shutdown()
