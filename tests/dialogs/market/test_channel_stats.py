"""Statistics in the chat: owner and advertiser see the same figures and charts, and know where they are from."""

from datetime import timedelta

import pytest

from models import Channel, StatsSnapshot
from services.actor import Actor
from services.stats_figures import Measured
from services.stats_writing import record
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import OWNER, START

RICH = {"average_views": 3100, "median_views": 2900, "views_source": "preview", "posts_per_month": 36}
AUDIENCE = {"languages": {"ru": 8200, "en": 900, "tt": 100, "de": 50}, "premium_bps": 1150}


@pytest.fixture
async def channel(stage: Stage, owner: Phone, advertiser: Phone) -> Channel:
    """Listed, with figures of a month."""
    await owner.say("/start")
    await advertiser.say("/start")
    channel = await stage.services.channels.add(Actor(OWNER), "@coffee")
    listing = await stage.services.market.listing_for(Actor(OWNER), channel.id)
    await stage.services.market.set_price(Actor(OWNER), listing.id, "1/24", 10**10)
    await StatsSnapshot.all().delete()
    for days, subscribers in ((31, 12_000), (8, 12_500), (1, 12_350), (0, 12_400)):
        await record(channel.id, Measured(subscribers, **RICH), START - timedelta(days=days))  # type: ignore[arg-type]  # one row of figures
    return channel


async def test_an_advertiser_sees_figures_and_both_charts_from_a_listing(advertiser: Phone, channel: Channel) -> None:
    await advertiser.tap("Find channels")
    await advertiser.tap("Coffee daily")
    await advertiser.tap("Statistics")
    assert advertiser.message.photo
    for words in ("<b>12,400</b> subscribers", "−100 in 7 days", "+400 in 30 days", "<b>3,100</b> views", "ER 25 %"):
        assert words in advertiser.text
    assert "1.2 posts a day" in advertiser.text
    assert "Views: the channel's public page" in advertiser.text
    assert "Subscribers, last 30 days" in advertiser.text
    await advertiser.tap("Views")
    assert "Average views of a post, last 30 days" in advertiser.text
    assert not any("New figures" in label for label in advertiser.labels)
    await advertiser.tap("Back")
    assert not advertiser.message.photo
    assert "Choose a package" in advertiser.text


async def test_the_owner_takes_new_figures_but_not_twice_in_a_row(stage: Stage, owner: Phone, channel: Channel) -> None:
    await owner.tap("My channels")
    await owner.tap("Coffee daily")
    await owner.tap("Statistics")
    await owner.tap("New figures")
    assert "<b>1,200</b> subscribers" in owner.text
    await owner.tap("New figures")
    assert "fresh" in stage.bot.alerts[-1]


async def test_a_channel_of_today_says_what_is_not_known_yet(stage: Stage, owner: Phone) -> None:
    await owner.say("/start")
    await stage.services.channels.add(Actor(OWNER), "@coffee")
    await owner.tap("My channels")
    await owner.tap("Coffee daily")
    await owner.tap("Statistics")
    assert "Views are not known yet" in owner.text
    assert "appears when there are figures of two days" in owner.text
    assert not owner.message.photo


async def test_what_a_plugin_knows_of_the_audience_is_shown(stage: Stage, owner: Phone, channel: Channel) -> None:
    await record(channel.id, Measured(12_400, "mtproto", **AUDIENCE), START)  # type: ignore[arg-type]  # one row of figures
    await owner.tap("My channels")
    await owner.tap("Coffee daily")
    await owner.tap("Statistics")
    assert "Counted by mtproto" in owner.text
    assert "11.5 % with Telegram Premium" in owner.text
    assert "82 %" in owner.text
    assert "Russian" in owner.text
