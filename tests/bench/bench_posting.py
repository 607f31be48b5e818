"""Posts and verdicts in figures: what crashes do to posts, what tampering and noise do to verdicts, what a term costs.

* posts doubled or lost over deaths of the worker at every fourth await (the long test run tries every one);
* wrong verdicts over 2 x 260 terms with tampering, noise and trouble in them;
* calls to Telegram for one post with a term of 24 h, by method, from the first look at the slot to the clean-up.
"""

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from tortoise import Tortoise

from models import Verdict
from services.ports import Content
from tests.makers import StillClock
from tests.services.posting.crashes import TROUBLES, crash_everywhere
from tests.services.posting.stage import AD, Stage, the_stage
from tests.services.posting.verdicts import judge_many

EVERY = 4
TERMS = 260


class Calls(BaseRequestMiddleware):
    def __init__(self) -> None:
        self.made: Counter[str] = Counter()

    async def __call__(self, make_request: NextRequestMiddlewareType[Any], bot: Any, method: Any) -> Any:
        self.made[type(method).__name__] += 1
        return await make_request(bot, method)


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    return f"sqlite://{tmp_path / 'bench.sqlite3'}"


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    await Tortoise.init(db_url=database_url, modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        async with the_stage(StillClock()) as ready:
            yield ready
    finally:
        await Tortoise.close_connections()


@pytest.mark.timeout(900)
async def test_posts_over_crashes(stage: Stage, database_url: str) -> None:
    album = Content(text="Two", media=await stage.pictures("photo", "photo"))
    tally = await crash_everywhere(stage, database_url, album, TROUBLES, lambda at: at % EVERY == 0)
    print(f"\nposts over injected crashes: {tally}")
    assert tally.deaths >= 200
    assert (tally.doubled, tally.lost) == ([], [])


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [4, 5])
async def test_verdicts_over_tampering_and_noise(stage: Stage, seed: int) -> None:
    marks = await judge_many(stage, TERMS, seed)
    print(f"\nverdicts: {marks}")
    assert marks.wrong == []


@pytest.mark.parametrize("size", [1, 3])
async def test_calls_to_telegram_for_a_term_of_24_hours(stage: Stage, size: int) -> None:
    content = AD if size == 1 else Content(text="Three", media=await stage.pictures(*["photo"] * size))
    deal = await stage.scheduled(content)
    calls = Calls()
    stage.adapter.bot.session.middleware(calls)
    await stage.let_pass(hours=26)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE
    print(f"\ncalls for {size} message(s) and 24 h: {calls.made.total()} {dict(calls.made)}")
