"""Who speaks for a channel: rights given by who may give them, held by administrators only, lost with that."""

import pytest

from models import (
    AuditLog,
    Channel,
    ChannelManager,
    ChannelStatus,
    DealStatus,
    Listing,
    ListingStatus,
    ManagerRight,
    Notice,
    User,
)
from services.actor import Actor
from services.channels import Channels
from services.errors import (
    ChannelBusy,
    ChannelTaken,
    Forbidden,
    NotFound,
    PersonLeft,
    TryAgain,
    YouAreNotAdmin,
)
from services.market import Market
from services.ports import MemberRights
from tests.makers import ADVERTISER, OWNER, STRANGER, StillClock, a_deal, a_user
from tests.services.market.doubles import BOT, KnownTelegram

ME, EDITOR, BUYER = Actor(OWNER), Actor(STRANGER), Actor(44)
ACCEPT, CREATIVE, PAYOUT = ManagerRight
ALL_RIGHTS = MemberRights(BOT, is_admin=True, can_post=True, can_edit=True, can_delete=True)


@pytest.fixture(autouse=True)
async def people(db: None, telegram: KnownTelegram) -> None:
    """The owner created the channel; an editor who may post is its administrator too, and so is another bot."""
    for user_id in (OWNER, STRANGER, BUYER.user_id):
        await a_user(user_id)
    telegram.makes_admin(-1001, STRANGER)
    telegram.makes_admin(-1001, 901, is_bot=True)
    telegram.makes_admin(-1001, 902, can_post=False)


@pytest.fixture
async def channel(channels: Channels, people: None) -> Channel:
    return await channels.add(ME, "@coffee")


async def rights_of(user_id: int) -> list[ManagerRight]:
    row = await ChannelManager.get_or_none(user_id=user_id)
    return [right for right in ManagerRight if row is not None and row.has(right)]


async def keys() -> list[tuple[int, str]]:
    return [(notice.user_id, notice.key) for notice in await Notice.all().order_by("id")]


# ---- giving and taking


async def test_the_roster_is_who_may_post_there_and_nobody_has_rights_by_itself(
    channels: Channels, channel: Channel
) -> None:
    roster = await channels.people.roster(ME, channel.id)
    assert [(person.user_id, person.is_creator, person.is_manager) for person in roster.people] == [
        (OWNER, True, True),
        (STRANGER, False, False),
    ]
    assert (roster.may_set, roster.may_name_payee) == (True, True)
    with pytest.raises(NotFound):
        await channels.people.roster(EDITOR, channel.id)


async def test_each_right_is_given_by_itself_and_works_at_once(channels: Channels, channel: Channel) -> None:
    await channels.people.set_right(ME, channel.id, STRANGER, CREATIVE, given=True)
    await channels.authorize(EDITOR, channel.id, CREATIVE)
    with pytest.raises(Forbidden):
        await channels.authorize(EDITOR, channel.id, ACCEPT)
    await channels.people.set_right(ME, channel.id, STRANGER, PAYOUT, given=True)
    await channels.authorize(EDITOR, channel.id, PAYOUT)
    assert await rights_of(STRANGER) == [CREATIVE, PAYOUT]
    assert await keys() == [(STRANGER, "notice-manager-rights")] * 2


async def test_a_right_that_is_given_twice_is_given_once(channels: Channels, channel: Channel) -> None:
    for _ in range(3):
        await channels.people.set_right(ME, channel.id, STRANGER, ACCEPT, given=True)
    assert await keys() == [(STRANGER, "notice-manager-rights")]


async def test_who_has_no_right_left_is_no_manager(channels: Channels, channel: Channel) -> None:
    await channels.people.set_right(ME, channel.id, STRANGER, ACCEPT, given=True)
    await channels.people.set_right(ME, channel.id, STRANGER, ACCEPT, given=False)
    assert await channels.mine(EDITOR) == []
    assert (await keys())[-1] == (STRANGER, "notice-manager-removed")


async def test_all_administrators_are_taken_in_by_one_tap(channels: Channels, channel: Channel) -> None:
    assert await channels.people.take_all_in(ME, channel.id) == 1
    assert await channels.people.take_all_in(ME, channel.id) == 0
    assert await rights_of(STRANGER) == [ACCEPT, CREATIVE]


async def test_a_payee_gives_the_lesser_rights_and_only_the_creator_names_payees(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    telegram.makes_admin(-1001, 55)
    await channels.people.set_right(ME, channel.id, STRANGER, ACCEPT, given=True)
    with pytest.raises(Forbidden):
        await channels.people.set_right(EDITOR, channel.id, 55, ACCEPT, given=True)
    await channels.people.set_right(ME, channel.id, STRANGER, PAYOUT, given=True)
    await channels.people.set_right(EDITOR, channel.id, 55, ACCEPT, given=True)
    for right, person in ((PAYOUT, 55), (PAYOUT, OWNER), (ACCEPT, OWNER)):
        with pytest.raises(Forbidden):
            await channels.people.set_right(EDITOR, channel.id, person, right, given=False)
    assert await rights_of(55) == [ACCEPT]
    assert (await User.get(id=55)).blocked_bot_at is not None  # he has not met the bot: nobody writes to him


async def test_who_gave_what_to_whom_is_written_down(channels: Channels, channel: Channel) -> None:
    await channels.people.set_right(ME, channel.id, STRANGER, PAYOUT, given=True)
    await channels.people.set_right(ME, channel.id, STRANGER, PAYOUT, given=False)
    await channels.remove(ME, channel.id)
    await channels.add(ME, "@coffee")
    noted = [(row.user_id, row.action, row.details) for row in await AuditLog.filter(entity_type="channel")]
    lost = {"person": STRANGER, "accept": False, "creative": False, "payout": False}
    assert noted == [
        (OWNER, "channel_added", {}),
        (OWNER, "rights_set", {**lost, "payout": True}),
        (OWNER, "rights_set", lost),
        (OWNER, "channel_removed", {}),
        (OWNER, "channel_added", {}),
    ]


async def test_nobody_who_is_no_administrator_gets_a_right(channels: Channels, channel: Channel) -> None:
    for stranger in (BUYER.user_id, 901, 902, BOT):
        with pytest.raises(PersonLeft):
            await channels.people.set_right(ME, channel.id, stranger, ACCEPT, given=True)


async def test_silence_of_telegram_gives_nothing(channels: Channels, channel: Channel, telegram: KnownTelegram) -> None:
    telegram.silent = True
    with pytest.raises(TryAgain):
        await channels.people.set_right(ME, channel.id, STRANGER, ACCEPT, given=True)
    assert await rights_of(STRANGER) == []


# ---- losing


async def test_a_manager_who_is_no_administrator_loses_his_rights_when_he_uses_one(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    await channels.people.take_all_in(ME, channel.id)
    telegram.removes(-1001, STRANGER)
    with pytest.raises(YouAreNotAdmin):
        await channels.authorize(EDITOR, channel.id, ACCEPT)
    assert await rights_of(STRANGER) == []
    assert (await keys())[-1] == (STRANGER, "notice-manager-removed")


async def test_and_when_telegram_says_so_and_at_the_daily_look(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    await channels.people.take_all_in(ME, channel.id)
    await channels.people.on_member(-1001, MemberRights(STRANGER, is_admin=True, can_post=True))
    await channels.people.on_member(-4242, MemberRights(STRANGER, is_admin=False))
    assert await rights_of(STRANGER) == [ACCEPT, CREATIVE]
    await channels.people.on_member(-1001, MemberRights(STRANGER, is_admin=True, can_post=False))
    assert await rights_of(STRANGER) == []
    await channels.people.take_all_in(ME, channel.id)
    telegram.removes(-1001, STRANGER)
    await channels.look_after(await Channel.get())
    assert await rights_of(STRANGER) == []


async def test_a_channel_whose_lister_left_goes_to_its_creator(channels: Channels, telegram: KnownTelegram) -> None:
    channel = await channels.add(EDITOR, "@coffee")
    telegram.removes(-1001, STRANGER)
    await channels.look_after(await Channel.get())
    assert (await Channel.get(id=channel.id)).owner_id == OWNER


# ---- whose channel it is


async def test_a_second_administrator_is_asked_for_once_a_day(
    channels: Channels, channel: Channel, clock: StillClock
) -> None:
    for _ in range(2):
        with pytest.raises(ChannelTaken):
            await channels.add(EDITOR, "@coffee")
    assert await keys() == [(OWNER, "notice-manager-asks")]
    clock.pass_(days=1, minutes=1)
    with pytest.raises(ChannelTaken):
        await channels.add(EDITOR, "@coffee")
    assert await Notice.all().count() == 2


async def test_the_creator_claims_what_an_administrator_listed(channels: Channels) -> None:
    channel = await channels.add(EDITOR, "@coffee")
    await channels.add(ME, "@coffee")
    assert (await Channel.get(id=channel.id)).owner_id == OWNER
    assert await rights_of(OWNER) == [ACCEPT, CREATIVE, PAYOUT]
    assert await rights_of(STRANGER) == [ACCEPT, CREATIVE]
    assert await keys() == [(STRANGER, "notice-channel-claimed")]


async def test_a_channel_that_was_sold_pays_nobody_whom_the_seller_named(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    await channels.people.set_right(ME, channel.id, STRANGER, PAYOUT, given=True)
    telegram.makes_admin(-1001, OWNER)  # the seller stays as an administrator
    telegram.makes_creator(-1001, BUYER.user_id)
    with pytest.raises(Forbidden):
        await channels.authorize(EDITOR, channel.id, PAYOUT)
    assert (await rights_of(OWNER), await rights_of(STRANGER)) == ([ACCEPT, CREATIVE], [])
    assert await rights_of(BUYER.user_id) == [ACCEPT, CREATIVE, PAYOUT]
    fresh = await Channel.get(id=channel.id)
    assert (fresh.owner_id, fresh.creator_id) == (BUYER.user_id, BUYER.user_id)
    with pytest.raises(Forbidden):
        await channels.authorize(ME, channel.id, PAYOUT)


async def test_a_sale_is_noticed_by_the_daily_look_and_everybody_is_told(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    telegram.makes_admin(-1001, OWNER)
    telegram.makes_creator(-1001, BUYER.user_id)
    await channels.look_after(await Channel.get())
    assert (OWNER, "notice-channel-passed-on") in await keys()
    await channels.authorize(BUYER, channel.id, PAYOUT)


async def test_when_the_lister_left_a_stranger_takes_over_only_from_nobody(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    telegram.makes_admin(-1001, 55)
    await a_user(55)
    await channels.people.take_all_in(ME, channel.id)
    telegram.removes(-1001, OWNER)
    await ChannelManager.filter(user_id=55).delete()
    with pytest.raises(ChannelTaken):
        await channels.add(Actor(55), "@coffee")
    await channels.add(EDITOR, "@coffee")
    assert (await Channel.get()).owner_id == STRANGER


# ---- the bot's rights and open deals


async def test_lost_rights_are_told_to_the_advertisers_of_live_deals_once(channels: Channels) -> None:
    for status in (DealStatus.AWAITING_ESCROW_PAYMENT, DealStatus.SCHEDULED, DealStatus.RELEASED):
        await a_deal(status)
    await channels.on_membership(-1001, MemberRights(BOT, is_admin=False))
    await channels.on_membership(-1001, MemberRights(BOT, is_admin=True, can_post=True))
    assert await keys() == [
        (ADVERTISER, "notice-rights-lost-unfunded"),
        (ADVERTISER, "notice-rights-lost-funded"),
        (OWNER, "notice-channel-rights-lost"),
    ]
    assert (await Notice.get(user_id=OWNER)).args["deals"] == 2
    await channels.on_membership(-1001, ALL_RIGHTS)
    assert [key for _, key in await keys()][3:5] == ["notice-rights-regained-unfunded", "notice-rights-regained-funded"]


async def test_the_daily_look_finds_what_nobody_heard_and_silence_changes_nothing(
    channels: Channels, channel: Channel, telegram: KnownTelegram
) -> None:
    telegram.makes_admin(-1001, BOT, is_bot=True, can_edit=False)
    telegram.silent = True
    await channels.look_after(await Channel.get())
    assert (await Channel.get()).status is ChannelStatus.ACTIVE
    telegram.silent = False
    await channels.look_after(await Channel.get())
    assert (await Channel.get()).status is ChannelStatus.RIGHTS_LOST
    telegram.makes_admin(-1001, BOT, is_bot=True)
    await channels.look_after(await Channel.get())
    assert (await Channel.get()).status is ChannelStatus.ACTIVE


# ---- leaving the market


async def test_a_channel_leaves_and_comes_back(channels: Channels, channel: Channel, market: Market) -> None:
    listing = await market.listing_for(ME, channel.id)
    await channels.remove(ME, channel.id)
    assert await channels.mine(ME) == []
    assert (await Listing.get(id=listing.id)).status is ListingStatus.DELISTED
    with pytest.raises(NotFound):
        await channels.card(ME, channel.id)
    assert await channels.on_membership(-1001, ALL_RIGHTS, was_admin=True)
    assert await channels.mine(ME) == []
    assert not await channels.on_membership(-1001, ALL_RIGHTS)
    assert (await channels.add(ME, "@coffee")).id == channel.id
    assert (await Listing.get(id=listing.id)).status is ListingStatus.ACTIVE


async def test_a_channel_with_live_deals_stays(channels: Channels) -> None:
    deal = await a_deal(DealStatus.SCHEDULED)
    with pytest.raises(ChannelBusy):
        await channels.remove(ME, deal.channel_id)


async def test_only_whose_channel_it_is_takes_it_out(channels: Channels, channel: Channel) -> None:
    await channels.people.take_all_in(ME, channel.id)
    with pytest.raises(Forbidden):
        await channels.remove(EDITOR, channel.id)


async def test_what_was_taken_out_is_brought_back_by_its_own_people_only(channels: Channels, channel: Channel) -> None:
    await channels.remove(ME, channel.id)
    with pytest.raises(ChannelTaken):
        await channels.add(EDITOR, "@coffee")
    await channels.add(ME, "@coffee")
    await channels.people.take_all_in(ME, channel.id)
    await channels.remove(ME, channel.id)
    await channels.add(EDITOR, "@coffee")
    assert (await Channel.get()).owner_id == OWNER


async def test_a_channel_of_nobody_leaves_the_market_until_somebody_adds_it(
    channels: Channels, telegram: KnownTelegram, market: Market
) -> None:
    telegram.removes(-1001, OWNER)  # a creator whose account is gone
    channel = await channels.add(EDITOR, "@coffee")
    listing = await market.listing_for(EDITOR, channel.id)
    telegram.removes(-1001, STRANGER)
    await channels.look_after(await Channel.get())
    assert (await Channel.get()).status is ChannelStatus.REMOVED
    assert (await Listing.get(id=listing.id)).status is ListingStatus.DELISTED
    telegram.makes_admin(-1001, 55)
    await a_user(55)
    await channels.add(Actor(55), "@coffee")
    fresh = await Channel.get()
    assert (fresh.owner_id, fresh.status) == (55, ChannelStatus.ACTIVE)
