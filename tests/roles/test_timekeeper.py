"""A machine whose clock is wrong does nothing: money's clocks are never rung early, and no worker takes over from one
that is still at work."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from app import database
from app.serving import health_of, timekeeper_of
from app.tasks import broker as queue
from app.tasks.jobs import Job
from app.timekeeper import ASK_SECONDS, STILL_SECONDS, TOLERATED_SECONDS, Timekeeper
from services.posting.claims import CLAIM


class Machine:
    """One machine's two clocks beside the database's; only the wall's can be set."""

    def __init__(self) -> None:
        self.lived, self.set_forward, self.is_asked = 0.0, 0.0, 0
        self.database_answers = True
        self.keeper = Timekeeper(self.told, self.wall, lambda: self.lived)

    def wall(self) -> float:
        return 1_800_000_000 + self.lived + self.set_forward

    async def told(self) -> float | None:
        self.is_asked += 1
        if not self.database_answers:
            raise ConnectionError
        return 1_800_000_000 + self.lived

    async def works(self, after: float = 0.0) -> bool:
        self.lived += after
        return await self.keeper.is_right()


async def test_a_right_clock_works_and_the_database_is_asked_now_and_then() -> None:
    machine = Machine()
    for _ in range(60):
        assert await machine.works(after=2)
    assert machine.is_asked == pytest.approx(120 / ASK_SECONDS, abs=1)


@pytest.mark.parametrize("wrong", [TOLERATED_SECONDS + 1, -TOLERATED_SECONDS - 1, 360.0, -86_400.0])
async def test_a_clock_unlike_the_databases_does_nothing_until_it_is_right_again(wrong: float) -> None:
    machine = Machine()
    machine.set_forward = wrong
    machine.keeper = Timekeeper(machine.told, machine.wall, lambda: machine.lived)  # wrong since it started
    assert not await machine.works()
    assert not await machine.works(after=3600)
    machine.set_forward = 0.0
    assert await machine.works(after=ASK_SECONDS + STILL_SECONDS) or wrong < 0
    assert await machine.works(after=STILL_SECONDS)


async def test_a_little_difference_is_nothing() -> None:
    machine = Machine()
    machine.set_forward = TOLERATED_SECONDS - 1
    assert await machine.works()
    machine.set_forward = -TOLERATED_SECONDS + 1
    assert await machine.works(after=ASK_SECONDS)


async def test_after_a_leap_everybody_who_holds_something_can_finish_it() -> None:
    """The database may stand on the same machine and leap with it: the monotonic clock tells."""
    machine = Machine()
    assert await machine.works()
    machine.database_answers = False
    machine.set_forward = CLAIM.total_seconds() + 1
    assert not await machine.works(after=2)
    assert not await machine.works(after=STILL_SECONDS - 1)
    assert await machine.works(after=1)


async def test_a_clock_that_is_set_back_holds_nobody_up() -> None:
    machine = Machine()
    assert await machine.works()
    machine.database_answers = False
    machine.set_forward = -3600
    assert await machine.works(after=2)


async def test_a_database_that_does_not_answer_changes_no_opinion() -> None:
    machine = Machine()
    machine.database_answers = False
    assert await machine.works()
    machine.database_answers = True
    machine.set_forward = -300
    assert not await machine.works(after=ASK_SECONDS)
    machine.database_answers = False
    assert not await machine.works(after=ASK_SECONDS)


async def test_no_job_runs_while_the_process_may_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    ran, may = [], asyncio.Event()

    async def run(_: object) -> int:
        ran.append(1)
        return 1

    async def allowed() -> bool:
        return may.is_set()

    monkeypatch.setattr(queue, "JOBS", (Job("one", run),))
    broker = queue.make_broker("memory://", object(), 1, allowed)  # type: ignore[arg-type]  # the job asks nothing of it
    task = broker.find_task("one")
    assert task is not None
    for _ in range(2):
        await (await task.kiq()).wait_result(timeout=10)
        may.set()
    assert ran == [1]


@pytest.mark.parametrize(
    ("redis", "clock_url", "keeps"),
    [(object(), "system://", True), (None, "system://", False), (object(), "file:///clock", False)],
)
def test_whoever_shares_rows_with_others_by_real_time_is_watched(redis: object, clock_url: str, keeps: bool) -> None:
    parts: Any = SimpleNamespace(redis=redis, settings=SimpleNamespace(clock_url=clock_url))
    assert (timekeeper_of(parts) is not None) is keeps
    checks = health_of(SimpleNamespace(redis=None), timekeeper_of(parts)).checks  # type: ignore[arg-type]  # a part of it
    assert ("clock" in checks) is keeps


async def test_postgres_tells_the_time_and_sqlite_has_none(migrated_url: str) -> None:
    await database.connect(migrated_url)
    try:
        assert await Timekeeper(database.told_time).is_right()
    finally:
        await database.disconnect()
    await database.connect("sqlite://:memory:")
    try:
        assert await database.told_time() is None
    finally:
        await database.disconnect()
