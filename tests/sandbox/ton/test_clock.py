"""One clock, read by other processes from its file, and moved through whatever is due."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adapters.clock import FileClock, SystemClock, clock_from_url
from app.sandbox.clock import SandboxClock

START = 1_790_000_000.0


def test_a_frozen_clock_stands_still_and_moves_when_told() -> None:
    clock = SandboxClock()
    clock.freeze(START)
    clock.advance(90)
    clock.move_to(START + 100)
    clock.move_to(START + 50)
    assert clock.now() == START + 100
    assert clock.utcnow() == datetime.fromtimestamp(START + 100, UTC)


def test_time_does_not_go_back() -> None:
    with pytest.raises(ValueError):
        SandboxClock().advance(-1)


def test_a_reader_of_the_file_sees_every_move(tmp_path: Path) -> None:
    clock = SandboxClock(tmp_path / "clock")
    reader = clock_from_url((tmp_path / "clock").as_uri())
    assert isinstance(reader, FileClock)
    clock.freeze(START)
    assert reader.now() == START
    clock.advance(3600)
    assert reader.now() == clock.now() == START + 3600
    assert reader.utcnow() == clock.utcnow()
    reader.close()
    clock.close()


def test_a_running_clock_keeps_its_lead_over_real_time(tmp_path: Path) -> None:
    clock, real = SandboxClock(tmp_path / "clock"), SystemClock()
    clock.advance(1_000_000)
    reader = FileClock(tmp_path / "clock")
    before = real.now()
    seen = reader.now()
    assert before + 1_000_000 <= seen <= real.now() + 1_000_000
    clock.freeze()
    clock.resume()
    assert not clock.frozen
    assert clock.now() - real.now() == pytest.approx(1_000_000, abs=60)
    clock.close()


def test_a_clock_continues_after_a_restart(tmp_path: Path) -> None:
    first = SandboxClock(tmp_path / "clock")
    first.freeze(START)
    first.advance(5)
    first.close()
    second = SandboxClock(tmp_path / "clock")
    assert second.frozen
    assert second.now() == START + 5
    second.close()


def test_a_file_without_a_valid_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "clock").write_bytes(b"not a clock here")
    reader = FileClock(tmp_path / "clock")
    with pytest.raises(ValueError):
        reader.now()
    reader.close()


def test_without_an_address_the_clock_is_real() -> None:
    assert isinstance(clock_from_url(""), SystemClock)
    with pytest.raises(ValueError):
        clock_from_url("http://example.org/")


async def test_travel_stops_at_everything_that_is_due_on_the_way() -> None:
    clock = SandboxClock()
    clock.freeze(START)
    due, done = [START + 600, START + 60, START + 60, START + 9000], []

    async def settle() -> float | None:
        for moment in sorted(due):
            if moment <= clock.now():
                due.remove(moment)
                done.append((moment, clock.now()))
        return min(due, default=None)

    told: list[tuple[float, float]] = []
    await clock.travel(3600, settle, lambda now, target: told.append((now, target)))
    assert done == [(START + 60, START + 60), (START + 60, START + 60), (START + 600, START + 600)]
    assert told == [(START + moment, START + 3600) for moment in (60, 600, 3600)]
    assert clock.now() == START + 3600


async def test_something_that_stays_due_does_not_hold_time_up() -> None:
    clock = SandboxClock()
    clock.freeze(START)
    calls = 0

    async def stuck() -> float | None:
        nonlocal calls
        calls += 1
        return START

    await clock.travel(5, stuck)
    assert clock.now() == START + 5
    assert calls == 6
