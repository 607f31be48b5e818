"""Channels: verified by Telegram's own word, given to whom they belong, hidden the moment the rights are gone."""

import pytest

from models import (
    Channel,
    ChannelManager,
    ChannelStatus,
    Listing,
    ListingStatus,
    ManagerRight,
    Notice,
    StatsSnapshot,
    User,
)
from services.actor import Actor
from services.channels import Channels
from services.errors import (
    BotNotAdmin,
    ChannelNotFound,
    ChannelProtected,
    ChannelTaken,
    Forbidden,
    NotAChannel,
    NotFound,
    RightsMissing,
    TryAgain,
    YouAreNotAdmin,
)
from services.market import Market
from services.ports import ChatFacts, MemberRights
from tests.makers import OWNER, STRANGER, a_user
from tests.services.market.doubles import BOT, KnownTelegram

ME, OTHER = Actor(OWNER), Actor(STRANGER)
TOLD = {"channel": "Coffee daily", "opens": "channel:1", "deals": 0}


@pytest.fixture(autouse=True)
async def people(db: None) -> None:
    await a_user(OWNER)
    await a_user(STRANGER)


async def test_the_creator_adds_his_channel_by_name_and_gets_first_figures(channels: Channels) -> None:
    channel = await channels.add(ME, "@coffee")
    card = await channels.card(ME, channel.id)
    assert (channel.title, channel.username, channel.subscribers) == ("Coffee daily", "coffee", 1200)
    assert card.snapshot is not None
    assert (card.snapshot.source, card.snapshot.subscribers) == ("bot_api", 1200)
    assert [user.id for user in card.payees] == [OWNER]


async def test_making_the_bot_an_administrator_is_enough(channels: Channels) -> None:
    channel = await channels.on_bot_added(ME, -1001)
    assert [mine.id for mine in await channels.mine(ME)] == [channel.id]


async def test_adding_twice_changes_nothing_but_the_figures(channels: Channels, telegram: KnownTelegram) -> None:
    first = await channels.add(ME, "@coffee")
    telegram.counts[-1001] = 1300
    second = await channels.add(ME, -1001)
    assert (first.id, second.subscribers) == (second.id, 1300)
    assert (await Channel.all().count(), await ChannelManager.all().count()) == (1, 1)
    assert await StatsSnapshot.all().count() == 2


async def test_a_bot_that_is_no_administrator_is_named(channels: Channels, telegram: KnownTelegram) -> None:
    telegram.removes(-1001, BOT)
    with pytest.raises(BotNotAdmin):
        await channels.add(ME, "@coffee")


async def test_the_missing_rights_are_named(channels: Channels, telegram: KnownTelegram) -> None:
    telegram.makes_admin(-1001, BOT, can_edit=False, can_delete=False)
    with pytest.raises(RightsMissing) as refusal:
        await channels.add(ME, "@coffee")
    assert refusal.value.arguments["rights"] == "edit,delete"
    assert (refusal.value.arguments["post"], refusal.value.arguments["edit"]) == (True, False)


async def test_a_stranger_cannot_list_a_channel(channels: Channels) -> None:
    with pytest.raises(YouAreNotAdmin):
        await channels.add(OTHER, "@coffee")


async def test_an_administrator_who_may_not_post_cannot_list_either(
    channels: Channels, telegram: KnownTelegram
) -> None:
    telegram.makes_admin(-1001, STRANGER, can_post=False)
    with pytest.raises(YouAreNotAdmin):
        await channels.add(OTHER, "@coffee")


async def test_names_that_lead_nowhere_or_to_no_channel(channels: Channels, telegram: KnownTelegram) -> None:
    telegram.chats[-5] = ChatFacts(-5, "Friends", "friends", is_channel=False)
    with pytest.raises(ChannelNotFound):
        await channels.add(ME, "@nobody")
    with pytest.raises(BotNotAdmin):
        await channels.add(ME, -1009999999)
    with pytest.raises(NotAChannel):
        await channels.add(ME, "@friends")


async def test_a_channel_that_forbids_forwarding_is_refused_at_once(
    channels: Channels, telegram: KnownTelegram
) -> None:
    telegram.chats[-1001] = ChatFacts(-1001, "Coffee daily", "coffee", is_channel=True, is_protected=True)
    with pytest.raises(ChannelProtected):
        await channels.add(ME, "@coffee")


async def test_silence_of_telegram_is_never_a_yes(channels: Channels, telegram: KnownTelegram) -> None:
    channel = await channels.add(ME, "@coffee")
    telegram.silent = True
    with pytest.raises(TryAgain):
        await channels.add(ME, "@coffee")
    with pytest.raises(TryAgain):
        await channels.authorize(ME, channel.id, ManagerRight.ACCEPT)


async def test_an_administrator_lists_and_the_creator_gets_the_payout_right(
    channels: Channels, telegram: KnownTelegram
) -> None:
    telegram.makes_creator(-1001, 77)
    telegram.makes_admin(-1001, OWNER)
    channel = await channels.add(ME, "@coffee")
    lister = await ChannelManager.get(channel_id=channel.id, user_id=OWNER)
    creator = await ChannelManager.get(channel_id=channel.id, user_id=77).select_related("user")
    assert (lister.can_accept, lister.can_creative, lister.can_payout) == (True, True, False)
    assert creator.can_payout
    assert creator.user.language == ""
    with pytest.raises(Forbidden):
        await channels.authorize(ME, channel.id, ManagerRight.PAYOUT)
    await channels.authorize(Actor(77), channel.id, ManagerRight.PAYOUT)


async def test_the_creator_names_a_payee(channels: Channels, telegram: KnownTelegram) -> None:
    telegram.makes_creator(-1001, 77)
    telegram.makes_admin(-1001, OWNER)
    channel = await channels.add(ME, "@coffee")
    with pytest.raises(Forbidden):
        await channels.people.set_right(ME, channel.id, OWNER, ManagerRight.PAYOUT, given=True)
    await channels.people.set_right(Actor(77), channel.id, OWNER, ManagerRight.PAYOUT, given=True)
    await channels.authorize(ME, channel.id, ManagerRight.PAYOUT)


async def test_a_listed_channel_stays_with_whoever_listed_it(channels: Channels, telegram: KnownTelegram) -> None:
    await channels.add(ME, "@coffee")
    telegram.makes_admin(-1001, STRANGER)
    with pytest.raises(ChannelTaken):
        await channels.add(OTHER, "@coffee")
    assert await channels.mine(OTHER) == []


async def test_it_passes_on_when_the_former_owner_has_left(channels: Channels, telegram: KnownTelegram) -> None:
    channel = await channels.add(ME, "@coffee")
    telegram.removes(-1001, OWNER)
    telegram.makes_creator(-1001, STRANGER)
    await channels.add(OTHER, "@coffee")
    assert (await Channel.get(id=channel.id)).owner_id == STRANGER
    with pytest.raises(NotFound):
        await channels.card(ME, channel.id)


async def test_authority_is_asked_at_that_moment(channels: Channels, telegram: KnownTelegram) -> None:
    channel = await channels.add(ME, "@coffee")
    await channels.authorize(ME, channel.id, ManagerRight.ACCEPT)
    telegram.removes(-1001, OWNER)
    with pytest.raises(YouAreNotAdmin):
        await channels.authorize(ME, channel.id, ManagerRight.ACCEPT)


async def test_strangers_have_no_authority_and_see_nothing(channels: Channels) -> None:
    channel = await channels.add(ME, "@coffee")
    for question in (channels.card(OTHER, channel.id), channels.authorize(OTHER, channel.id, ManagerRight.ACCEPT)):
        with pytest.raises(NotFound):
            await question


async def test_lost_rights_hide_the_listing_and_tell_the_managers(channels: Channels, market: Market) -> None:
    channel = await channels.add(ME, "@coffee")
    listing = await market.listing_for(ME, channel.id)
    await channels.on_membership(-1001, MemberRights(BOT, is_admin=True, can_post=True))
    await channels.on_membership(-1001, MemberRights(BOT, is_admin=False))
    assert (await Channel.get(id=channel.id)).status is ChannelStatus.RIGHTS_LOST
    assert (await Listing.get(id=listing.id)).status is ListingStatus.DELISTED
    notice = await Notice.get()
    assert (notice.user_id, notice.key) == (OWNER, "notice-channel-rights-lost")
    assert notice.args == {**TOLD, "post": True, "edit": False, "delete": False}


async def test_regained_rights_bring_it_back_but_a_pause_stays_a_pause(channels: Channels, market: Market) -> None:
    channel = await channels.add(ME, "@coffee")
    listing = await market.listing_for(ME, channel.id)
    await channels.on_membership(-1001, MemberRights(BOT, is_admin=False))
    await channels.on_membership(-1001, MemberRights(BOT, is_admin=True, can_post=True, can_edit=True, can_delete=True))
    assert (await Listing.get(id=listing.id)).status is ListingStatus.ACTIVE
    await market.pause(ME, listing.id)
    await channels.on_membership(-1001, MemberRights(BOT, is_admin=False))
    await channels.check_again(ME, channel.id)
    assert (await Channel.get(id=channel.id)).status is ChannelStatus.ACTIVE
    assert (await Listing.get(id=listing.id)).status is ListingStatus.PAUSED


async def test_a_creator_who_never_came_is_not_written_to(channels: Channels, telegram: KnownTelegram) -> None:
    telegram.makes_creator(-1001, 77)
    telegram.makes_admin(-1001, OWNER)
    await channels.add(ME, "@coffee")
    await channels.on_membership(-1001, MemberRights(BOT, is_admin=False))
    assert [notice.user_id for notice in await Notice.all()] == [OWNER]
    assert await User.filter(id=77).exists()


async def test_posts_move_the_anchor_forward_only_and_show_the_present_name(channels: Channels) -> None:
    channel = await channels.add(ME, "@coffee")
    await channels.on_post(-1001, 50, "Coffee daily", "coffee")
    await channels.on_post(-1001, 40, "Tea daily", "tea")
    fresh = await Channel.get(id=channel.id)
    assert (fresh.highest_message_id, fresh.title, fresh.username) == (50, "Tea daily", "tea")


async def test_the_rights_of_a_channel_that_we_do_not_know_concern_nobody(channels: Channels) -> None:
    await channels.on_membership(-4242, MemberRights(BOT, is_admin=False))
    assert await Notice.all().count() == 0


async def test_a_check_that_finds_rights_missing_acts_on_it(
    channels: Channels, market: Market, telegram: KnownTelegram
) -> None:
    channel = await channels.add(ME, "@coffee")
    await market.listing_for(ME, channel.id)
    telegram.makes_admin(-1001, BOT, can_edit=False)
    with pytest.raises(RightsMissing):
        await channels.check_again(ME, channel.id)
    assert (await Channel.get(id=channel.id)).status is ChannelStatus.RIGHTS_LOST
    assert (await Notice.get()).args == {**TOLD, "post": True, "edit": False, "delete": True}
