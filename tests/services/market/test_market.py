"""Listings and search: a price makes a listing visible, filters agree with facts, pages neither skip nor repeat."""

from typing import Any

import pytest

from models import Channel, Listing, ListingStatus, Package
from services.actor import Actor
from services.errors import BotNotAdmin, LargeInput, ListingGone, NotFound, PriceTooLow
from services.market import DESCRIPTION_LIMIT, Market
from services.search import CHANGE, SearchFilters, Sort
from tests.makers import OWNER, STRANGER, a_channel, a_user, measured
from tests.services.market.doubles import DictCache

ME, OTHER = Actor(OWNER), Actor(STRANGER)
TON = 10**9


async def a_market(count: int = 7) -> list[Listing]:
    """Channels of rising size and falling price."""
    await a_user(OWNER)
    made = []
    for number in range(count):
        channel = await a_channel(chat_id=-2000 - number)
        await Channel.filter(id=channel.id).update(title=f"Channel {number}", username=f"chan_{number}")
        listing = await Listing.get(channel_id=channel.id)
        facts = {"subscribers": 100 * number, "price_nano": (count - number) * TON, "search_text": f" channel {number}"}
        await Listing.filter(id=listing.id).update(**facts)
        made.append(listing)
    return made


async def found(market: Market, after: str | None = None, limit: int = 100, **filters: Any) -> list[int]:
    page = await market.search(SearchFilters(**filters), after, limit)
    return [row.id for row in page.rows]


async def test_a_listing_shows_up_with_its_first_price_and_leaves_with_its_last(db: None, market: Market) -> None:
    channel = await a_channel()
    await Package.all().delete()
    listing = await market.listing_for(ME, channel.id)
    await market.remove_package(ME, listing.id, "1/24")
    assert await found(market) == []
    await market.set_price(ME, listing.id, "2/48", 25 * TON)
    await market.set_price(ME, listing.id, "1/24", 10 * TON)
    assert await found(market) == [listing.id]
    assert (await Listing.get(id=listing.id)).price_nano == 10 * TON
    await market.remove_package(ME, listing.id, "1/24")
    assert (await Listing.get(id=listing.id)).price_nano == 25 * TON
    await market.remove_package(ME, listing.id, "2/48")
    assert await found(market) == []


async def test_a_new_price_replaces_the_old_one(db: None, market: Market) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    await market.set_price(ME, listing.id, "1/24", 11 * TON)
    assert [package.price_nano for package in await Package.filter(listing_id=listing.id)] == [11 * TON]


async def test_permanent_is_thirty_days_and_then_stays(db: None, market: Market) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    await market.set_price(ME, listing.id, "permanent", 90 * TON)
    package = await Package.get(is_permanent=True)
    assert (package.top_hours, package.feed_hours) == (1, 720)


@pytest.mark.parametrize("price", [0, TON - 1, 10**6 * TON + 1])
async def test_prices_have_limits(db: None, market: Market, price: int) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    with pytest.raises(PriceTooLow):
        await market.set_price(ME, listing.id, "1/24", price)


async def test_strangers_edit_nothing(db: None, market: Market) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    for attempt in (
        market.listing_for(OTHER, channel.id),
        market.set_price(OTHER, listing.id, "1/24", TON),
        market.describe(OTHER, listing.id, "mine now"),
        market.pause(OTHER, listing.id),
    ):
        with pytest.raises(NotFound):
            await attempt


async def test_a_pause_hides_and_a_resume_shows(db: None, market: Market) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    await market.pause(ME, listing.id)
    assert await found(market) == []
    assert not (await market.card(listing.id)).is_open
    await market.resume(ME, listing.id)
    assert await found(market) == [listing.id]


async def test_a_channel_without_the_bot_cannot_be_resumed(db: None, market: Market) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    await Channel.filter(id=channel.id).update(status="rights_lost")
    await Listing.filter(id=listing.id).update(status=ListingStatus.DELISTED)
    with pytest.raises(BotNotAdmin):
        await market.resume(ME, listing.id)


async def test_the_description_is_found_and_has_a_limit(db: None, market: Market) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    await market.describe(ME, listing.id, "  Всё о Кофе ")
    assert await found(market, text="кофе") == [listing.id]
    assert await found(market, text="чай") == []
    with pytest.raises(LargeInput):
        await market.describe(ME, listing.id, "x" * (DESCRIPTION_LIMIT + 1))


async def test_filters_agree_with_the_facts(db: None, market: Market) -> None:
    made = [listing.id for listing in await a_market()]
    await Listing.filter(id=made[3]).update(category="crypto", language="ru")
    assert set(await found(market, min_price_nano=3 * TON, max_price_nano=5 * TON)) == set(made[2:5])
    assert set(await found(market, min_subscribers=200, max_subscribers=400)) == set(made[2:5])
    assert await found(market, category="crypto", language="ru") == [made[3]]
    assert await found(market, text="channel 5") == [made[5]]


@pytest.mark.parametrize("sort", list(Sort))
async def test_pages_neither_skip_nor_repeat(db: None, market: Market, sort: Sort) -> None:
    made = [listing.id for listing in await a_market(7)]
    await Listing.filter(id__in=made[2:5]).update(price_nano=3 * TON, subscribers=250)
    seen: list[int] = []
    after: str | None = None
    for _ in range(4):
        page = await market.search(SearchFilters(sort=sort.value), after, 2)
        seen += [row.id for row in page.rows]
        after = page.next
    assert after is None
    assert seen == await found(market, sort=sort.value)
    assert sorted(seen) == made


async def test_a_page_is_kept_until_something_changes(db: None, market: Market, cache: DictCache) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    assert await found(market) == [listing.id]
    await Listing.filter(id=listing.id).update(price_nano=0)
    assert await found(market) == [listing.id]
    await market.set_category(ME, listing.id, "crypto")
    assert list(cache.entries) == [CHANGE]
    assert (await market.search(SearchFilters(category="crypto"))).rows[0].price_nano == 10 * TON


async def test_the_card_says_what_a_thousand_views_cost_and_where_the_figures_come_from(
    db: None, market: Market
) -> None:
    channel = await a_channel()
    listing = await market.listing_for(ME, channel.id)
    await measured(channel, 2000)
    card = await market.card(listing.id)
    assert [(offer.shape.name, offer.cpm_nano) for offer in card.offers] == [("1/24", 5 * TON)]
    assert card.snapshot is not None
    assert card.snapshot.source == "preview"
    assert (await market.search(SearchFilters())).rows[0].cpm_nano == 5 * TON


async def test_a_listing_that_is_not_there_is_gone(db: None, market: Market) -> None:
    with pytest.raises(ListingGone):
        await market.card(404)


def test_filters_of_an_older_version_are_read() -> None:
    assert SearchFilters.from_json({"text": "tea", "colour": "blue"}) == SearchFilters(text="tea")
