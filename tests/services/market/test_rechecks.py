"""Telegram is asked at the moment at which somebody does something for a channel, whatever was true before."""

from collections.abc import Awaitable, Callable

import pytest

from models import Channel, ChannelManager, ChannelStatus, Listing, ManagerRight, Notice, Package
from services.actor import Actor
from services.channels import Channels
from services.errors import ChannelUnready, NotFound, RightsMissing, TryAgain, YouAreNotAdmin
from services.market import Market
from services.settings import MarketSettings
from tests.makers import OWNER, STRANGER, StillClock, a_user
from tests.services.market.doubles import BOT, DictCache, KnownTelegram

ME, EDITOR = Actor(OWNER), Actor(STRANGER)
ACCEPT, CREATIVE, PAYOUT = ManagerRight


@pytest.fixture
async def channel(channels: Channels, telegram: KnownTelegram) -> Channel:
    """The owner's; an editor is its administrator, too."""
    for user_id in (OWNER, STRANGER):
        await a_user(user_id)
    telegram.makes_admin(-1001, STRANGER)
    return await channels.add(ME, "@coffee")


async def keys() -> list[tuple[int, str]]:
    return [(notice.user_id, notice.key) for notice in await Notice.all().order_by("id")]


# ---- the bot


async def test_nothing_new_is_promised_while_the_rights_are_away_and_the_moment_counts(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    """Nobody told us that they went, and nobody tells us that they are back: it is asked."""
    telegram.makes_admin(-1001, BOT, is_bot=True, can_edit=False)
    with pytest.raises(RightsMissing):
        await channels.authorize(ME, channel.id, ACCEPT)
    assert (await Channel.get(id=channel.id)).status is ChannelStatus.RIGHTS_LOST
    assert await keys() == [(OWNER, "notice-channel-rights-lost")]
    await channels.speaks(ME, channel.id, ACCEPT)  # every way out of a deal stays open
    await channels.authorize(ME, channel.id, CREATIVE)
    telegram.makes_admin(-1001, BOT, is_bot=True)
    await channels.authorize(ME, channel.id, ACCEPT)
    assert (await Channel.get(id=channel.id)).status is ChannelStatus.ACTIVE


async def test_whoever_is_about_to_pay_is_told_that_the_post_could_not_go_out(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    await channels.check_bot(channel.id)
    telegram.makes_admin(-1001, BOT, is_bot=True, can_delete=False)
    with pytest.raises(ChannelUnready):
        await channels.check_bot(channel.id)
    assert (await Channel.get(id=channel.id)).status is ChannelStatus.RIGHTS_LOST
    telegram.silent = True
    with pytest.raises(TryAgain):
        await channels.check_bot(channel.id)


# ---- the listing


EDITS: dict[str, Callable[[Market, int], Awaitable[object]]] = {
    "price": lambda market, listing: market.set_price(EDITOR, listing, "1/24", 5 * 10**9),
    "extra": lambda market, listing: market.set_extra(EDITOR, listing, "2/48", "a story"),
    "pin": lambda market, listing: market.set_pinned(EDITOR, listing, "2/48", True),
    "package": lambda market, listing: market.remove_package(EDITOR, listing, "2/48"),
    "description": lambda market, listing: market.describe(EDITOR, listing, "New words"),
    "category": lambda market, listing: market.set_category(EDITOR, listing, "crypto"),
    "language": lambda market, listing: market.set_language(EDITOR, listing, "ru"),
    "pause": lambda market, listing: market.pause(EDITOR, listing),
    "resume": lambda market, listing: market.resume(EDITOR, listing),
}


@pytest.fixture
async def listing(seller: Market, channels: Channels, channel: Channel) -> Listing:
    """With a price, and with an administrator of the channel who manages it."""
    await channels.people.take_all_in(ME, channel.id)
    row = await seller.listing_for(ME, channel.id)
    await seller.set_price(ME, row.id, "2/48", 9 * 10**9)
    return row


@pytest.fixture
def seller(db: None, clock: StillClock, cache: DictCache, channels: Channels) -> Market:
    return Market(clock, MarketSettings(), cache, channels)


async def offered(listing: Listing) -> list[object]:
    packages = await Package.filter(is_active=True).order_by("id").values("top_hours", "price_nano", "extra", "pinned")
    return [*await Listing.filter(id=listing.id).values("status", "description", "category", "language"), *packages]


@pytest.mark.parametrize("edit", EDITS)
async def test_a_former_manager_changes_nothing_of_the_listing_and_silence_changes_nothing_either(
    seller: Market, listing: Listing, telegram: KnownTelegram, edit: str
) -> None:
    before = await offered(listing)
    telegram.silent = True
    with pytest.raises(TryAgain):
        await EDITS[edit](seller, listing.id)
    telegram.silent = False
    telegram.removes(-1001, STRANGER)
    with pytest.raises(YouAreNotAdmin):
        await EDITS[edit](seller, listing.id)
    assert await offered(listing) == before
    assert not await ChannelManager.filter(user_id=STRANGER).exists()
    with pytest.raises(NotFound):
        await EDITS[edit](seller, listing.id)


async def test_a_former_payee_takes_no_channel_out(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    await channels.people.set_right(ME, channel.id, STRANGER, PAYOUT, given=True)
    telegram.removes(-1001, STRANGER)
    with pytest.raises(YouAreNotAdmin):
        await channels.remove(EDITOR, channel.id)
    assert (await Channel.get(id=channel.id)).status is ChannelStatus.ACTIVE


async def test_a_channel_that_is_gone_from_telegram_can_be_taken_out(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    del telegram.chats[-1001]
    await channels.remove(ME, channel.id)
    assert await channels.mine(ME) == []
