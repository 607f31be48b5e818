"""One emulator for the run; a fresh chain, database and market for each test."""

from collections.abc import AsyncIterator, Iterator

import pytest

from app.sandbox.chain import Emulator
from tests.needs import need
from tests.sandbox.ton.world import World, close_world, open_world
from tests.services.money.market import Market, close_market, open_market


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    need("node")
    emulator = Emulator()
    yield emulator
    emulator.close()


@pytest.fixture
async def world(emulator: Emulator) -> AsyncIterator[World]:
    world = await open_world(emulator)
    yield world
    await close_world(world)


@pytest.fixture
async def market(db: None, world: World) -> AsyncIterator[Market]:
    market = await open_market(world)
    yield market
    await close_market(market)
