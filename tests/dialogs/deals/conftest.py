"""A fresh database, a clock that stands still, and the stage with both sides' phones."""

from collections.abc import AsyncIterator

import pytest
from tortoise import Tortoise

from tests.dialogs.deals.stage import ADVERTISER, OWNER, Phone, Stage, the_stage
from tests.makers import StillClock


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def stage(clock: StillClock) -> AsyncIterator[Stage]:
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        async with the_stage(clock) as ready:
            yield ready
    finally:
        await Tortoise.close_connections()


@pytest.fixture
def advertiser(stage: Stage) -> Phone:
    return stage.phone(ADVERTISER)


@pytest.fixture
def owner(stage: Stage) -> Phone:
    return stage.phone(OWNER)
