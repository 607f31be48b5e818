"""The stage of the market's tests: an advertiser and an owner with a channel, both with phones."""

from collections.abc import AsyncIterator

import pytest
from tortoise import Tortoise

from models import Channel
from tests.dialogs.market.stage import Phone, Stage, the_stage
from tests.makers import ADVERTISER, OWNER, StillClock, a_channel, a_user


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        await a_user(ADVERTISER, first_name="Ann")
        channel = await a_channel()
        await Channel.filter(id=channel.id).update(subscribers=1200)
        yield the_stage(StillClock())
    finally:
        await Tortoise.close_connections()


@pytest.fixture
def advertiser(stage: Stage) -> Phone:
    return stage.phone(ADVERTISER)


@pytest.fixture
def owner(stage: Stage) -> Phone:
    return stage.phone(OWNER)
