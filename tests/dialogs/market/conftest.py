"""A fresh database, a clock that stands still, and the stage with both sides' phones."""

from collections.abc import AsyncIterator

import pytest
from tortoise import Tortoise

from tests.dialogs.market.stage import Phone, Stage, the_stage
from tests.makers import ADVERTISER, OWNER, StillClock


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        yield the_stage(StillClock())
    finally:
        await Tortoise.close_connections()


@pytest.fixture
def advertiser(stage: Stage) -> Phone:
    return stage.phone(ADVERTISER)


@pytest.fixture
def owner(stage: Stage) -> Phone:
    return stage.phone(OWNER)
