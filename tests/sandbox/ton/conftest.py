"""One emulator for the run; a fresh world for each test."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from app.sandbox.chain import Emulator
from tests.needs import need
from tests.sandbox.ton.world import World, close_world, open_world


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    need("node")
    emulator = Emulator()
    yield emulator
    emulator.close()


@pytest_asyncio.fixture
async def world(emulator: Emulator) -> AsyncIterator[World]:
    world = await open_world(emulator)
    yield world
    await close_world(world)
