"""Somebody who is too fast is slowed down politely; what he wrote is read all the same."""

import asyncio

import pytest
from aiogram import Dispatcher

from handlers import attach
from handlers.throttle import Throttle
from models import User
from tests.dialogs.market.stage import Stage
from tests.makers import ADVERTISER, OWNER
from tests.services.people.post import Seconds


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def throttle(seconds: Seconds) -> Throttle:
    """A burst of five, then one a second, and three may wait."""
    return Throttle(5, 1.0, 3, now=seconds.now, sleep=seconds.sleep)


@pytest.fixture
def stage(stage: Stage, throttle: Throttle) -> Stage:
    stage.dispatcher.update.outer_middleware(throttle)
    return stage


async def test_a_tap_too_many_does_nothing_and_says_why(stage: Stage, seconds: Seconds) -> None:
    phone = stage.phone(ADVERTISER)
    await phone.say("/start")
    shown = phone.message
    for _ in range(4):
        await phone.tap("Help", shown)
    before = phone.message
    await phone.tap("Settings", shown)
    assert phone.message is before
    assert "very quick" in stage.bot.alerts[-1]
    seconds.at += 10
    await phone.tap("Home")
    assert "Ads in Telegram" in phone.text


async def test_words_wait_for_their_turn_and_are_all_read(stage: Stage, seconds: Seconds) -> None:
    phone = stage.phone(ADVERTISER)
    begun = seconds.at
    for _ in range(8):
        await phone.say("/start")
    assert len([one for one in stage.screens.sent_messages if one.text]) == 8
    assert seconds.at - begun >= 3


async def test_what_is_far_too_much_is_said_to_be_lost_once(stage: Stage, seconds: Seconds, throttle: Throttle) -> None:
    phone, clock_moves = stage.phone(ADVERTISER), asyncio.Event()

    async def sleep(for_seconds: float) -> None:
        await clock_moves.wait()
        await seconds.sleep(for_seconds)

    throttle.sleep = sleep
    waiting = [asyncio.create_task(phone.say(f"word {number}")) for number in range(20)]
    for _, answered in zip(range(12), asyncio.as_completed(waiting), strict=False):
        await answered
    clock_moves.set()
    await asyncio.gather(*waiting)
    assert len([words for words in stage.bot.said if "more than I can read" in words]) == 1


async def test_others_do_not_wait_for_him(stage: Stage, seconds: Seconds) -> None:
    busy, other = stage.phone(ADVERTISER), stage.phone(OWNER)
    for _ in range(5):
        await busy.say("/start")
    begun = seconds.at
    await other.say("/start")
    assert "Ads in Telegram" in other.text
    assert seconds.at == begun


async def test_the_door_is_built_with_it(stage: Stage) -> None:
    dispatcher, throttle = Dispatcher(), Throttle()
    attach(dispatcher, stage.services, stage.texts, throttle)
    assert throttle in list(dispatcher.update.outer_middleware)
    assert await User.all().count() == 0
