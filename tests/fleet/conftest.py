"""A fleet for a test, on real stores alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fleet.fleet import Fleet
from tests.stores import Stores, Zygote


@pytest.fixture
def server_stores(zygote: Zygote, migrated_url: str, redis_url: str) -> Stores:
    return Stores("servers", migrated_url, redis_url, zygote)


@pytest.fixture
async def fleet(server_stores: Stores, tmp_path: Path) -> AsyncIterator[Fleet]:
    async with Fleet(server_stores, tmp_path) as fleet:
        yield fleet
