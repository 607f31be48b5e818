"""A fresh database of the run's kind, and a clock that stands still until it is moved."""

from collections.abc import AsyncIterator

import pytest

from app import database
from tests.makers import StillClock
from tests.stores import Stores


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def db(stores: Stores) -> AsyncIterator[None]:
    """What the real migrations make: a rule that the database keeps is kept in the tests too."""
    await database.connect(stores.database_url)
    try:
        yield
    finally:
        await database.disconnect()
