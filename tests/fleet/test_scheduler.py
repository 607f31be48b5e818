"""Two schedulers: one acts, the other stands by; when the first is killed the second takes over."""

from redis.asyncio import Redis

from app.tasks.broker import QUEUE
from models import Lease
from tests.fleet.fleet import Fleet
from tests.stores import AppProcess

ACTING = "acting as the scheduler"


def acting(fleet: Fleet) -> list[AppProcess]:
    alive = [process for process in fleet.all["scheduler"] if process.running]
    return [process for process in alive if any(ACTING in line for line in process.lines)]


async def queue_length(fleet: Fleet) -> int:
    async with Redis.from_url(fleet.settings.redis_url) as redis:
        return int((await redis.xinfo_stream(QUEUE))["length"])


async def test_one_acts_and_when_it_is_killed_the_other_takes_over(fleet: Fleet) -> None:
    async def somebody_acts() -> bool:
        return bool(acting(fleet))

    await fleet.until(somebody_acts, "a scheduler that acts")
    first, *others = acting(fleet)
    assert not others
    fence = (await Lease.get(name="scheduler")).fence

    async def ticked() -> bool:
        return await queue_length(fleet) > 0

    await fleet.until(ticked, "the first tick")
    await first.kill()

    await fleet.until(somebody_acts, "the other one to take over")
    assert (await Lease.get(name="scheduler")).fence == fence + 1

    length = await queue_length(fleet)

    async def ticks_again() -> bool:
        return await queue_length(fleet) > length

    await fleet.until(ticks_again, "ticks of the new one")
    await first.start()
    (second,) = acting(fleet)
    assert second is not first
    assert await second.stop() == 0  # who is told to go gives the place up at once

    await fleet.until(somebody_acts, "the first one, in its second life")
    assert acting(fleet) == [first]
