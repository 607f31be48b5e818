"""The demonstration market: believable, always the same, real in the sandbox, and added once."""

from collections import Counter
from statistics import median
from typing import Any

import pytest

from app import demo
from app.config import SANDBOX_TOKEN
from app.sandbox.house import CAST, House
from models import Channel, Listing, Package, StatsSnapshot, User
from services.formats import shape_of
from services.market import CATEGORIES, DESCRIPTION_LIMIT, EXTRA_LIMIT, MOST_PACKAGES
from services.search_rows import refresh_listing
from tests.makers import START, StillClock
from tests.world import shared_emulator

READ_BY_SEARCH = ("price_nano", "subscribers", "average_views", "cpm_nano", "size_band", "search_text", "fair_stale")


@pytest.fixture
def house() -> House:
    house = House("http://127.0.0.1:1", SANDBOX_TOKEN, emulator=shared_emulator())
    house._people_it()
    return house


async def test_it_fills_the_market_and_the_sandbox_once(db: None, house: House, clock: StillClock) -> None:
    world = house.telegram.world
    before = {id: (user.first_name, user.started) for id, user in world.users.items()}
    heard = world.updates.next_id
    assert await demo.seed(house, START) == demo.COUNT
    assert await demo.seed(house, START) == 0
    assert await Listing.all().count() == await Channel.all().count() == demo.COUNT
    assert await StatsSnapshot.all().count() == demo.COUNT * (demo.DAYS + 1)
    assert len([chat for chat in world.chats.values() if chat.is_channel]) == demo.COUNT + 2
    assert {id: (world.users[id].first_name, world.users[id].started) for id in before} == before
    assert world.updates.next_id == heard, "it has been there all the time: the bot hears nothing"


async def test_every_channel_has_a_living_owner_and_lets_the_bot_post(db: None, house: House) -> None:
    await demo.seed(house, START)
    world = house.telegram.world
    for listing in await Listing.all().select_related("channel__owner"):
        channel = listing.channel
        chat = world.channel(channel.chat_id)
        assert (chat.title, chat.username, chat.creator_id) == (channel.title, channel.username, channel.owner_id)
        assert chat.member(world.bot.id).can("can_post_messages")
        assert world.users[channel.owner_id].started
        assert channel.owner.first_name in listing.description, "it says who answers"
    assert not await User.filter(id__in=[person.user_id for person in CAST]).exists()


async def test_what_search_reads_is_what_it_would_be_made_anew(db: None, house: House) -> None:
    await demo.seed(house, START)
    before = await columns()
    for channel_id in await Channel.all().limit(30).values_list("id", flat=True):
        await refresh_listing(int(str(channel_id)))
    assert await columns() == before


async def columns() -> list[Any]:
    return [tuple(row) for row in await Listing.all().order_by("id").values_list(*READ_BY_SEARCH)]


async def test_some_prices_are_compared_and_some_are_alone(db: None, house: House) -> None:
    await demo.seed(house, START)
    compared = await Listing.exclude(fair_percentile=None).count()
    assert await Listing.filter(fair_stale=True).count() == 0
    assert compared < demo.COUNT


async def test_packages_keep_the_markets_rules(db: None, house: House) -> None:
    await demo.seed(house, START)
    sold = Counter((package.listing_id, shape_of(package).name) for package in await Package.all())
    assert max(sold.values()) == 1
    assert max(Counter(listing for listing, _ in sold).values()) <= MOST_PACKAGES
    assert not await Package.filter(price_nano__lt=10**9).exists()


def test_the_plan_is_believable() -> None:
    plan = demo.the_plan()
    assert len({one.title for one in plan}) == len({one.username for one in plan}) == demo.COUNT
    assert {one.category for one in plan} == set(CATEGORIES)
    assert min(Counter(one.language for one in plan).values()) > 70
    assert all(len(one.description) <= DESCRIPTION_LIMIT and len(one.username) <= 32 for one in plan)
    assert all(len(sold.extra) <= EXTRA_LIMIT for one in plan for sold in one.packages)
    sizes = [one.subscribers[-1] for one in plan]
    assert 4_000 < median(sizes) < 20_000
    assert max(sizes) > 100_000
    assert all(0.02 < one.views[-1] / one.subscribers[-1] <= 0.7 for one in plan)
    assert all(len(one.subscribers) == len(one.views) == demo.DAYS + 1 for one in plan)


def test_the_plan_is_the_same_every_time() -> None:
    first = demo.the_plan()
    demo.the_plan.cache_clear()
    assert demo.the_plan() == first
