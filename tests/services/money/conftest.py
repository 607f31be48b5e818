"""One emulator for the run; a fresh chain, database and market for each test."""

from collections.abc import AsyncIterator, Iterator

import pytest
from tortoise import Tortoise

from app.sandbox.chain import Emulator
from tests.needs import need
from tests.sandbox.ton.world import World, close_world, open_world
from tests.services.money.market import Market, close_market, open_market
from tests.stores import Stores


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
async def db(stores: Stores) -> AsyncIterator[None]:
    """The stores of the run: what is written at once by two workers must hold on PostgreSQL as on SQLite."""
    await Tortoise.init(db_url=stores.database_url, modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        yield
    finally:
        await Tortoise.close_connections()


@pytest.fixture
async def market(db: None, world: World) -> AsyncIterator[Market]:
    market = await open_market(world)
    yield market
    await close_market(market)
