"""Telegram's limits, kept on our side: counted in seconds that pass only when somebody waits for them."""

import asyncio

import pytest

from services.pace import Pace
from tests.services.people.post import Seconds


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def pace(seconds: Seconds) -> Pace:
    return Pace(10, now=seconds.now, sleep=seconds.sleep)


async def test_turns_come_evenly_and_use_the_rate(pace: Pace, seconds: Seconds) -> None:
    moments = []
    for chat in range(50):
        await pace.turn(chat)
        moments.append(seconds.at)
    assert max(sum(start <= at < start + 1 for at in moments) for start in moments) <= 11
    assert 4.8 < moments[-1] - moments[0] < 5


async def test_lost_time_is_made_good_by_a_little_and_never_in_a_burst(pace: Pace, seconds: Seconds) -> None:
    await pace.turn(1)
    seconds.at += 60
    moments = []
    for chat in range(2, 30):
        await pace.turn(chat)
        moments.append(seconds.at)
    assert max(sum(start <= at < start + 1 for at in moments) for start in moments) <= 11


async def test_a_chat_is_free_a_second_after_it_answered(pace: Pace, seconds: Seconds) -> None:
    await pace.turn(1)
    assert pace.busy() == {1}
    seconds.at += 5  # Telegram takes its time
    pace.done(1)
    assert pace.soonest() == 1
    asked = seconds.at
    await pace.turn(1)
    assert seconds.at >= asked + 1


async def test_turns_that_are_asked_for_at_once_are_taken_one_after_the_other(pace: Pace, seconds: Seconds) -> None:
    begun = seconds.at
    await asyncio.gather(*(pace.turn(chat) for chat in range(20)))
    assert seconds.at - begun >= 1.8


def test_flood_control_of_one_chat_is_its_own_and_of_two_everybodys(pace: Pace, seconds: Seconds) -> None:
    assert not pace.refused(1, 5)
    assert not pace.refused(1, 5), "still the same chat"
    assert pace.refused(2, 5)
    seconds.at += 6
    assert not pace.refused(3, 5), "long ago"


async def test_without_a_rate_nobody_waits(seconds: Seconds) -> None:
    pace = Pace(0, now=seconds.now, sleep=seconds.sleep)
    for _ in range(100):
        await pace.turn(1)
        pace.done(1)
    assert seconds.at == 1000
    assert pace.busy() == set()
