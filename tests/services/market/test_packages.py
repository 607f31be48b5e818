"""Packages: any hours within the limits, a pin, an extra; and a buyer gets what he has seen or is told."""

import pytest

from models import Deal, Listing, Package
from services.actor import Actor
from services.deals.access import DealAccess
from services.deals.terms import Terms
from services.deals.usecases import Deals
from services.errors import (
    BadHours,
    BadTime,
    LargeInput,
    ListingGone,
    NotFound,
    PackageTaken,
    PriceChanged,
    TooManyPackages,
)
from services.formats import hours, shape_named
from services.market import EXTRA_LIMIT, MOST_PACKAGES, Market
from services.settings import MarketSettings
from tests.makers import ADVERTISER, OWNER, STRANGER, Everybody, StillClock, a_channel, a_user, some_terms

ME, BUYER, OTHER = Actor(OWNER), Actor(ADVERTISER), Actor(STRANGER)
TON = 10**9
AGREED_BEFORE = "33af0b5e9bcd9604b13643d93df519ac14eb35582de4b504255882abd3ca9be3"
"""The hash of these terms before there were extras."""


@pytest.fixture
async def listing(db: None) -> Listing:
    """On sale: 1/24 for 10 TON."""
    await a_user(ADVERTISER)
    channel = await a_channel()
    return await Listing.get(channel_id=channel.id)


@pytest.fixture
def deals(clock: StillClock) -> Deals:
    async def nothing(_: Deal) -> None:
        return None

    return Deals(clock, MarketSettings(), DealAccess(clock, Everybody()), nothing)


async def sold(listing: Listing) -> Package:
    return await Package.get(listing_id=listing.id, is_active=True)


@pytest.mark.parametrize(
    "words", ["3/48", " 3 / 48 ", "3 48", "3h/48h", "3/2d", "3 ч / 2 дня", "3 на 48", "03/048", "3:48"]
)
def test_hours_are_read_in_many_notations(words: str) -> None:
    assert hours(words).name == "3/48"


@pytest.mark.parametrize(
    "words", ["", "3", "48/3", "0/24", "1/721", "49/100", "1/31d", "a/b", "1/24/3", "😀", "1/" + "9" * 50]
)
def test_what_names_no_format_is_told_with_the_limits(words: str) -> None:
    with pytest.raises(BadHours) as refusal:
        hours(words)
    assert {"written", "most_top_hours", "most_feed_hours"} <= refusal.value.arguments.keys()


@pytest.mark.parametrize("name", ["1/24", "permanent", "permanent+pin", "3/48+pin"])
def test_a_name_means_one_format(name: str) -> None:
    assert shape_named(name).name == name


async def test_own_hours_are_sold_beside_the_usual_formats(market: Market, listing: Listing) -> None:
    await market.set_price(ME, listing.id, "3/48", 12 * TON)
    assert [offer.shape.name for offer in (await market.card(listing.id)).offers] == ["1/24", "3/48"]


async def test_a_channel_sells_a_handful_of_formats(market: Market, listing: Listing) -> None:
    for number in range(MOST_PACKAGES - 1):
        await market.set_price(ME, listing.id, f"2/{30 + number}", TON)
    with pytest.raises(TooManyPackages):
        await market.set_price(ME, listing.id, "5/100", TON)
    await market.set_price(ME, listing.id, "2/30", 2 * TON)


async def test_an_extra_is_in_the_terms_and_their_hash(market: Market, deals: Deals, listing: Listing) -> None:
    await market.set_extra(ME, listing.id, "1/24", "  plus a\nstory ")
    package = await sold(listing)
    assert package.extra == "plus a story"
    deal = await deals.request(BUYER, package.id, "", package.price_nano)
    terms = Terms.of(deal)
    assert terms.extra == "plus a story"
    assert terms.hash == deal.terms_hash != Terms.from_json({**deal.terms, "extra": ""}).hash
    with pytest.raises(LargeInput):
        await market.set_extra(ME, listing.id, "1/24", "x" * (EXTRA_LIMIT + 1))


def test_terms_without_an_extra_have_the_hash_that_they_always_had() -> None:
    assert "extra" not in some_terms().to_json()
    assert some_terms().hash == AGREED_BEFORE
    assert some_terms(extra="plus a story").hash != some_terms().hash


async def test_another_promise_is_another_package_so_the_old_screen_buys_nothing(
    market: Market, deals: Deals, listing: Listing
) -> None:
    seen = await sold(listing)
    await market.set_extra(ME, listing.id, "1/24", "plus a story")
    with pytest.raises(ListingGone):
        await deals.request(BUYER, seen.id, "", seen.price_nano)
    seen = await sold(listing)
    assert await market.set_pinned(ME, listing.id, "1/24", True) == "1/24+pin"
    with pytest.raises(ListingGone):
        await deals.request(BUYER, seen.id, "", seen.price_nano)
    pinned = await sold(listing)
    assert (pinned.pinned, pinned.extra, pinned.price_nano) == (True, "plus a story", seen.price_nano)


async def test_the_same_promise_once_more_changes_nothing(market: Market, listing: Listing) -> None:
    before = await sold(listing)
    await market.set_extra(ME, listing.id, "1/24", "")
    await market.set_pinned(ME, listing.id, "1/24", False)
    assert (await sold(listing)).id == before.id


async def test_a_changed_price_is_told_with_the_old_one(market: Market, deals: Deals, listing: Listing) -> None:
    seen = await sold(listing)
    await market.set_price(ME, listing.id, "1/24", 15 * TON)
    with pytest.raises(PriceChanged) as refusal:
        await deals.request(BUYER, seen.id, "", seen.price_nano)
    assert refusal.value.arguments == {"old_nano": 10 * TON, "price_nano": 15 * TON}
    assert (await deals.request(BUYER, seen.id, "", 15 * TON)).price_nano == 15 * TON


async def test_a_pin_that_is_sold_already_is_not_sold_twice(market: Market, listing: Listing) -> None:
    await market.set_price(ME, listing.id, "1/24+pin", 12 * TON)
    with pytest.raises(PackageTaken):
        await market.set_pinned(ME, listing.id, "1/24", True)
    assert await Package.filter(listing_id=listing.id, is_active=True).count() == 2


async def test_open_deals_are_counted_and_keep_their_terms(market: Market, deals: Deals, listing: Listing) -> None:
    package = await sold(listing)
    deal = await deals.request(BUYER, package.id, "", package.price_nano)
    assert await market.open_deals(listing.id) == 1
    await market.set_price(ME, listing.id, "1/24", 99 * TON)
    await market.remove_package(ME, listing.id, "1/24")
    await deal.refresh_from_db()
    assert (deal.price_nano, Terms.of(deal).package) == (10 * TON, "1/24")
    await deals.cancel(BUYER, deal.id)
    assert await market.open_deals(listing.id) == 0


async def test_strangers_promise_nothing(market: Market, listing: Listing) -> None:
    for attempt in (
        market.set_extra(OTHER, listing.id, "1/24", "mine"),
        market.set_pinned(OTHER, listing.id, "1/24", True),
        market.remove_package(OTHER, listing.id, "1/24"),
        market.resume(OTHER, listing.id),
        market.set_category(OTHER, listing.id, "news"),
        market.set_language(OTHER, listing.id, "ru"),
    ):
        with pytest.raises(NotFound):
            await attempt
    assert (await sold(listing)).extra == ""


async def test_nobody_binds_money_for_years_by_a_window_that_no_screen_offers(
    market: Market, deals: Deals, listing: Listing
) -> None:
    package = await sold(listing)
    deal = await deals.request(BUYER, package.id, "", package.price_nano)
    for days in (0, -3, 61, 10**9):
        with pytest.raises(BadTime):
            await deals.counter(ME, deal.id, window_days=days)
    assert (await deals.counter(ME, deal.id, window_days=60)).offered_by == "owner"
