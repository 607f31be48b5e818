"""A price of views is compared with similar channels, by a job, and only where enough are similar."""

from typing import Any

import pytest

from models import Channel, Listing
from services.actor import Actor
from services.fair_prices import BANDS, EVERY_SECONDS, FEWEST, FairPrices, band_of
from services.market import Market
from services.search import CHANGE, SearchFilters
from tests.makers import OWNER, StillClock, measured
from tests.services.market.doubles import DictCache
from tests.services.market.test_search import a_listing

ME = Actor(OWNER)


@pytest.fixture
def fair(db: None, clock: StillClock, cache: DictCache) -> FairPrices:
    return FairPrices(clock, cache)


async def neighbours(count: int, **over: Any) -> list[int]:
    """Channels alike but for their views: the first is the dearest, the last the cheapest."""
    made = []
    for number in range(count):
        made.append(await a_listing(f"Channel {number}", **over))
        await measured(await Channel.get(listing__id=made[-1]), 100 * (number + 1))
    return made


async def test_the_place_among_similar_channels_is_written_on_each(fair: FairPrices, market: Market) -> None:
    made = await neighbours(FEWEST + 1)
    await neighbours(3, category="crypto")
    assert await fair.compare_due() == 1
    rows = {row.id: row for row in (await market.search(SearchFilters(), limit=100)).rows}
    assert [rows[id].fair_percentile for id in (made[-1], made[FEWEST // 2], made[0])] == [0, 50, 100]
    assert {rows[id].fair_count for id in made} == {FEWEST}
    assert {row.fair_percentile for id, row in rows.items() if id not in made} == {None}


async def test_other_sizes_languages_and_topics_are_not_similar(fair: FairPrices) -> None:
    for over in ({"subscribers": 10**6}, {"language": "ru"}, {"category": "news"}, {}):
        await neighbours(FEWEST // 2, **over)
    await fair.compare_due()
    assert not await Listing.exclude(fair_percentile=None).exists()


async def test_it_is_compared_again_when_something_changed_but_not_all_the_time(
    fair: FairPrices, market: Market, clock: StillClock
) -> None:
    made = await neighbours(FEWEST + 1)
    assert await fair.compare_due() == 1
    clock.pass_(seconds=EVERY_SECONDS)
    assert await fair.compare_due() == 0, "nothing has changed"
    await market.pause(ME, made[0])
    assert await fair.compare_due() == 1
    assert (await Listing.get(id=made[-1])).fair_percentile is None, "too few are left"
    assert (await Listing.get(id=made[0])).fair_count == 0
    await market.resume(ME, made[0])
    assert await fair.compare_due() == 0, "not so soon again"
    clock.pass_(seconds=EVERY_SECONDS)
    assert await fair.compare_due() == 1
    assert (await Listing.get(id=made[0])).fair_percentile == 100


async def test_a_changed_price_moves_the_place_and_pages_that_show_the_old_one_are_forgotten(
    fair: FairPrices, market: Market, cache: DictCache
) -> None:
    made = await neighbours(FEWEST + 1)
    await market.set_price(ME, made[-1], "1/24", 10**6 * 10**9)
    await market.search(SearchFilters())
    await fair.compare_due()
    assert list(cache.entries) == [CHANGE]
    assert (await Listing.get(id=made[-1])).fair_percentile == 100


def test_sizes_are_compared_in_bands() -> None:
    assert [band_of(size) for size in (0, BANDS[0] - 1, BANDS[0], 10**9)] == [0, 0, 1, len(BANDS)]
