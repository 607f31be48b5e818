"""A world for each story."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stores import Stores
from tests.world import World


@pytest.fixture
async def world(stores: Stores, tmp_path: Path, free_port: int) -> AsyncIterator[World]:
    async with World(stores, tmp_path, free_port) as world:
        yield world
