"""The API in figures: requests per second of a market search and of a deal's page, beside a bare aiohttp JSON handler.

All in one process with its clients, so that the ratios say something and the absolute figures little. The search is
asked with its cache (as people ask it) and without; the market has 2000 listings.
"""

import asyncio
import statistics
import time
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from models import Channel, DealStatus, Listing, Package
from tests.makers import ADVERTISER, OWNER, START, a_deal, an_escrow
from tests.stores import Stores
from tests.stores.schema import migrate_now
from tests.web.stage import Api, an_api

LISTINGS = 2000
REQUESTS = 300
CLIENTS = 10
ROUNDS = 5
UNLIMITED = "100000000/minute"
SEARCH = "/api/market/listings?min_subscribers=1000&max_price=15&sort=price&limit=20"


async def a_market() -> int:
    """Two thousand channels, each with a package; and a deal."""
    deal = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT)
    await an_escrow(deal)
    numbers = range(2, LISTINGS + 1)
    facts: dict[str, Any] = {"owner_id": OWNER, "created_at": START}
    channels = [Channel(id=n, chat_id=-(10**6) - n, title=f"Channel {n}", subscribers=n * 7, **facts) for n in numbers]
    await Channel.bulk_create(channels)
    dates: dict[str, Any] = {"created_at": START, "updated_at": START}
    listings = [
        Listing(id=n, channel_id=n, price_nano=n * 10**7, subscribers=n * 7, search_text=f"channel {n}", **dates)
        for n in numbers
    ]
    await Listing.bulk_create(listings)
    packages = [Package(listing_id=n, top_hours=1, feed_hours=24, price_nano=n * 10**7) for n in numbers]
    await Package.bulk_create(packages)
    return int(deal.id)


async def seconds(client: TestClient[Any, Any], path: str, headers: dict[str, str]) -> float:
    """How long some clients at once take for all their requests."""

    async def some() -> None:
        for _ in range(REQUESTS // CLIENTS):
            async with client.get(path, headers=headers) as answer:
                assert answer.status == 200
                await answer.read()

    began = time.perf_counter()
    await asyncio.gather(*(some() for _ in range(CLIENTS)))
    return time.perf_counter() - began


async def compare(bare: TestClient[Any, Any], api: Api, title: str, path: str) -> None:
    """Bare and ours in turns, so that whatever else the machine does meets both; the median of the ratios."""
    mine = {"Authorization": f"Bearer {api.token(ADVERTISER)}"}
    rounds = [(await seconds(bare, "/", {}), await seconds(api.client, path, mine)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / plain for plain, ours in rounds)
    plain, ours = (REQUESTS / statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{title}: {ours:.0f}/s beside {plain:.0f}/s of the bare handler, 1 : {ratio:.1f}")
    assert ratio > 0


async def hello(_: web.Request) -> web.Response:
    return web.json_response({"id": 1, "title": "Coffee daily", "price": "10"})


@pytest.mark.timeout(900)
async def test_requests_per_second(tmp_path: Path) -> None:
    path = tmp_path / "market.sqlite3"
    await asyncio.to_thread(migrate_now, f"sqlite://{path}?journal_mode=DELETE")
    stores = Stores("memory", f"sqlite://{path}?synchronous=OFF", "memory://")
    plain = web.Application()
    plain.router.add_get("/", hello)
    print()
    async with TestClient(TestServer(plain)) as bare:
        async with an_api(stores, app_rate_limit_default=UNLIMITED) as api:
            deal_id = await a_market()
            await compare(bare, api, "who am I", "/api/me")
            await compare(bare, api, "a deal's page", f"/api/deals/{deal_id}")
            await compare(bare, api, "search of 20, from the cache", SEARCH)
        async with an_api(stores, app_rate_limit_default=UNLIMITED, app_cache_listing_ttl=0) as api:
            await compare(bare, api, "search of 20, from the database", SEARCH)
