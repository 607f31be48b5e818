"""On PostgreSQL, searches have connections of their own: they make nobody wait, change nothing and keep their plans."""

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import pytest
from tortoise import Tortoise
from tortoise.exceptions import BaseORMException
from tortoise.transactions import in_transaction

from models import Listing
from services.market import Market
from services.search import SearchFilters
from tests.services.market.test_search import a_listing, found

pytestmark = pytest.mark.servers_only


def client() -> Any:
    return Tortoise.get_connection("default")


async def test_searches_go_on_while_every_other_connection_is_busy(db: None, market: Market) -> None:
    mine = await a_listing("Channel")
    async with AsyncExitStack() as busy:
        for _ in range(client().pool_maxsize):
            await busy.enter_async_context(in_transaction())
        everything = await asyncio.create_task(in_another_task(market))
    assert everything == [mine]


async def in_another_task(market: Market) -> list[int]:
    return [row.id for row in (await asyncio.wait_for(market.search(SearchFilters()), 30)).rows]


async def test_a_transaction_finds_what_it_wrote_itself(db: None, market: Market) -> None:
    mine = await a_listing("Channel")
    async with in_transaction():
        await Listing.filter(id=mine).update(price_nano=0)
        assert await found(market) == []


async def test_they_change_nothing_and_plan_once(db: None) -> None:
    with pytest.raises(BaseORMException, match="read-only"):
        await client().for_searches.execute_query("UPDATE listings SET price_nano = 0")
    assert (await client().for_searches.execute_query_dict("SHOW plan_cache_mode"))[0] == {
        "plan_cache_mode": "force_generic_plan"
    }


async def test_a_connection_goes_back_without_a_word_to_the_server_but_never_inside_a_transaction(db: None) -> None:
    async with client().acquire_connection() as connection:
        assert connection.get_reset_query() == ""
        await connection.execute("BEGIN")
    async with client().acquire_connection() as connection:
        assert not connection.is_in_transaction()


async def test_they_are_found_open_and_left_closed(db: None, market: Market) -> None:
    await found(market)
    assert client().for_searches._pool is not None
    await client().close()
    assert client().for_searches._pool is None
