"""What it costs to be seen: an update with logs and metrics beside one without; and the monitor's door over a million
deals.
"""

import asyncio
import io
import logging
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from tortoise import Tortoise

from app.config import SANDBOX_TOKEN, Settings
from app.log import JsonLines
from app.redaction import SECRETS, secrets_of
from handlers.observing import observe
from services.metrics import Metrics
from tests.dialogs.market.stage import the_stage
from tests.makers import ADVERTISER, StillClock
from tests.services.metrics.test_figures import fill_with_finished_deals

UPDATES = 1000
SCREENS = 60
ROUNDS = 7
MILLION = 1_000_000
THREE_CHECKS_EACH = """
SET session_replication_role = replica;
INSERT INTO checks (posting_id, kind, band, due_at, done_at, result, attempts, details)
SELECT id, (ARRAY['band', 'band', 'final'])[n], n, due_at, due_at, 'intact', 1, '{}'
FROM postings, generate_series(1, 3) AS n;
ANALYZE checks;
"""


def a_message(number: int) -> Update:
    person = {"id": 1001, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    chat = {"id": 1001, "type": "private", "first_name": "Anna"}
    return Update.model_validate(
        {"update_id": number, "message": {"message_id": number, "date": 1, "chat": chat, "from": person, "text": "Tea"}}
    )


async def seconds_of(dp: Dispatcher, bot: Bot) -> float:
    started = time.process_time()
    for number in range(1, UPDATES + 1):
        await dp.feed_update(bot, a_message(number))
    return time.process_time() - started


def a_dispatcher(work: Callable[[], Awaitable[None]]) -> Dispatcher:
    dp = Dispatcher()

    @dp.message()
    async def handle(_: Any) -> None:
        await work()

    return dp


@pytest.fixture
def written() -> Any:
    """The production handler, writing into memory."""
    SECRETS.learn(secrets_of(Settings(jwt_secret="j" * 40, ton_api_key="0a" * 32, controller_seed="5a" * 32)))
    logger = logging.getLogger("handlers")
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    yield handler
    logger.removeHandler(handler)
    logger.propagate = True


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    bot = Bot(SANDBOX_TOKEN)
    yield bot
    await bot.session.close()


async def test_an_update_that_is_seen_beside_one_that_is_not(written: Any, bot: Bot) -> None:
    async def nothing() -> None:
        await asyncio.sleep(0)

    bare, seen = a_dispatcher(nothing), a_dispatcher(nothing)
    observe(seen)
    ratios, costs = [], []
    for _ in range(ROUNDS):
        without, with_it = await seconds_of(bare, bot), await seconds_of(seen, bot)
        ratios.append(with_it / without)
        costs.append((with_it - without) / UPDATES * 1e6)
    print(f"\nempty update, seen / not seen: {statistics.median(ratios):.2f}; {statistics.median(costs):.0f} us more")


async def test_a_screen_that_is_seen_beside_one_that_is_not(written: Any) -> None:
    """The whole chat: identity, services over SQLite in memory, the first screen with its texts."""
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        bare, seen = the_stage(StillClock()), the_stage(StillClock())
        observe(seen.dispatcher)
        ratios = []
        for _ in range(ROUNDS):
            spent = []
            for stage in (bare, seen):
                phone = stage.phone(ADVERTISER)
                started = time.process_time()
                for _ in range(SCREENS):
                    await phone.say("/start")
                spent.append(time.process_time() - started)
            ratios.append(spent[1] / spent[0])
        print(f"\na screen, seen / not seen: {statistics.median(ratios):.3f}")
    finally:
        await Tortoise.close_connections()


async def test_the_monitors_door_over_a_million_deals(migrated_url: str) -> None:
    await Tortoise.init(db_url=migrated_url, modules={"models": ["models"]}, _enable_global_fallback=True)
    try:
        await fill_with_finished_deals(MILLION)
        await Tortoise.get_connection("default").execute_script(THREE_CHECKS_EACH)
        metrics = Metrics(StillClock())
        for name in ("with the counts of checks", "without"):
            metrics._figures.forget()
            started = time.perf_counter()
            await metrics.read()
            print(f"\nfigures of {MILLION} deals, {name}: {(time.perf_counter() - started) * 1000:.0f} ms")
        started = time.perf_counter()
        for _ in range(1000):
            await metrics.read()
        print(f"kept: {(time.perf_counter() - started) * 1000:.1f} us")
    finally:
        await Tortoise.close_connections()
