"""A fresh database and a clock that stands still until it is moved."""

from collections.abc import AsyncIterator

import pytest
from tortoise import Tortoise

from tests.makers import StillClock


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def db() -> AsyncIterator[None]:
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        yield
    finally:
        await Tortoise.close_connections()
