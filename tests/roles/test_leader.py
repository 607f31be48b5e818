"""The lease of the acting process: one holder, who stops by his own clock when the row cannot be renewed."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from app import database
from app.leader import Leader, WallClock, once_among_many
from models import Lease
from services.escrow.leases import take_lease
from tests.stores import Stores


@pytest.fixture(autouse=True)
async def db(stores: Stores) -> AsyncIterator[None]:
    await database.connect(stores.database_url)
    try:
        yield
    finally:
        await database.disconnect()


def is_acting(one: Leader) -> bool:
    return one.acting


async def acts(one: Leader) -> None:
    async with asyncio.timeout(20):
        while not one.acting:  # noqa: ASYNC110  # nothing but the clock tells it
            await asyncio.sleep(0.01)


async def test_only_one_acts_and_who_steps_down_is_followed_at_once() -> None:
    first, second = Leader("job", 2), Leader("job", 2)
    running = asyncio.create_task(first.run())
    await acts(first)
    waiting = asyncio.create_task(second.run())
    await asyncio.sleep(0.1)
    assert is_acting(first)
    assert not is_acting(second)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert not is_acting(first)
    await acts(second)
    assert (await Lease.get(name="job")).fence == 2
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


async def test_a_holder_whose_database_is_away_stops_acting_before_its_row_runs_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = Leader("job", 10)
    await one._try()
    assert is_acting(one)
    await database.disconnect()
    await one._try()
    assert is_acting(one)  # the row is still its own
    moment = time.monotonic()
    monkeypatch.setattr("app.leader.time.monotonic", lambda: moment + 10.1)
    assert not is_acting(one)


async def test_a_holder_that_slept_finds_another_in_its_place_and_stands_by() -> None:
    slept = Leader("job", 10)
    await slept._try()
    await Lease.filter(name="job").update(expires_at=WallClock().utcnow())
    assert await take_lease("job", WallClock(), 10) is not None
    await slept._try()
    assert not is_acting(slept)


async def test_work_for_one_among_many_is_done_by_one() -> None:
    done: list[str] = []

    async def work() -> None:
        done.append("first")
        assert not await once_among_many("job", 10, work)

    assert await once_among_many("job", 10, work)
    assert done == ["first"]
    assert await once_among_many("job", 10, lambda: asyncio.sleep(0))
