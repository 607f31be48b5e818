"""Bans and hidden listings: only by administrators, told once, undone whole; deals go on, reports are answered."""

import pytest

from models import AuditLog, ChannelStatus, DealStatus, Listing, ListingStatus, Notice, Report, ReportState, User
from services.actor import Actor
from services.errors import EmptyMessage, Forbidden, LargeInput, ListingHidden, NotFound
from services.market import Market
from services.moderation import Moderation
from services.reports import Reports
from services.settings import MarketSettings
from tests.makers import ADVERTISER, OWNER, STRANGER, Everybody, StillClock, a_channel, a_deal, a_user
from tests.services.market.doubles import DictCache
from tests.services.people.conftest import ADMIN_ID


async def told(user_id: int) -> list[str]:
    return [notice.key for notice in await Notice.filter(user_id=user_id).order_by("id")]


async def the_listing() -> Listing:
    return await Listing.get()


async def test_a_banned_owner_leaves_the_market_and_his_deals_go_on(
    moderation: Moderation, cache: DictCache, admin: Actor
) -> None:
    deal = await a_deal(DealStatus.SCHEDULED)
    await a_deal(DealStatus.RELEASED)
    cache.entries["listings:page"] = b"old"
    await moderation.ban(admin, OWNER, " Sold\nnothing ")
    await moderation.ban(admin, OWNER, "twice")
    owner, listing = await User.get(id=OWNER), await the_listing()
    assert (owner.is_banned, owner.ban_reason) == (True, "Sold nothing")
    assert (listing.status, listing.hidden_by) == (ListingStatus.HIDDEN, "ban")
    assert (await told(OWNER), await told(ADVERTISER)) == (["notice-banned"], ["notice-other-side-banned"])
    await deal.refresh_from_db()
    assert deal.status is DealStatus.SCHEDULED
    assert (await AuditLog.get()).action == "user_banned"


async def test_the_end_of_a_ban_brings_back_what_it_hid_and_nothing_else(moderation: Moderation, admin: Actor) -> None:
    await a_channel()
    other = await a_channel(chat_id=-1002)
    paused = await Listing.get(channel_id=other.id)
    await Listing.filter(id=paused.id).update(status=ListingStatus.PAUSED)
    await moderation.ban(admin, OWNER, "Fraud")
    await moderation.unban(admin, OWNER)
    statuses = {row.id: row.status for row in await Listing.all()}
    assert statuses.pop(paused.id) is ListingStatus.PAUSED
    assert list(statuses.values()) == [ListingStatus.ACTIVE]
    assert not (await User.get(id=OWNER)).is_banned
    assert await told(OWNER) == ["notice-banned", "notice-unbanned"]


async def test_what_was_hidden_by_hand_survives_the_end_of_a_ban(moderation: Moderation, admin: Actor) -> None:
    await a_channel()
    listing = await the_listing()
    await moderation.hide(admin, listing.id, "Stolen pictures")
    await moderation.hide(admin, listing.id, "again")
    await moderation.ban(admin, OWNER, "Fraud")
    await moderation.unban(admin, OWNER)
    assert (await the_listing()).hidden_by == "moderation"
    assert (await told(OWNER)).count("notice-listing-hidden") == 1
    await moderation.restore(admin, listing.id)
    await moderation.restore(admin, listing.id)
    assert (await the_listing()).status is ListingStatus.ACTIVE
    assert (await told(OWNER)).count("notice-listing-restored") == 1


async def test_a_restored_listing_of_somebody_who_is_banned_stays_hidden_with_him(
    moderation: Moderation, admin: Actor
) -> None:
    await a_channel()
    listing = await the_listing()
    await moderation.hide(admin, listing.id, "Odd")
    await moderation.ban(admin, OWNER, "Fraud")
    await moderation.restore(admin, listing.id)
    fresh = await the_listing()
    assert (fresh.status, fresh.hidden_by) == (ListingStatus.HIDDEN, "ban")


async def test_a_listing_comes_back_only_as_far_as_the_bots_rights_go(moderation: Moderation, admin: Actor) -> None:
    channel = await a_channel()
    listing = await the_listing()
    await moderation.hide(admin, listing.id, "Odd")
    channel.status = ChannelStatus.RIGHTS_LOST
    await channel.save()
    await moderation.restore(admin, listing.id)
    assert (await the_listing()).status is ListingStatus.DELISTED


async def test_the_owner_cannot_put_a_hidden_listing_on_sale(
    moderation: Moderation, clock: StillClock, cache: DictCache, admin: Actor
) -> None:
    await a_channel()
    listing = await the_listing()
    await moderation.hide(admin, listing.id, "Odd")
    market = Market(clock, MarketSettings(), cache, Everybody())
    for act in (market.resume, market.pause):
        with pytest.raises(ListingHidden):
            await act(Actor(OWNER), listing.id)
    await market.describe(Actor(OWNER), listing.id, "Better now")
    assert not (await market.card(listing.id)).is_open


@pytest.mark.parametrize("name", ["ban", "unban", "hide", "restore"])
@pytest.mark.parametrize("who", [OWNER, STRANGER, 0])
async def test_nobody_else_moderates(moderation: Moderation, name: str, who: int) -> None:
    await a_channel()
    reason = ("Because",) if name in ("ban", "hide") else ()
    with pytest.raises(Forbidden):
        await getattr(moderation, name)(Actor(who), OWNER, *reason)
    assert not (await User.get(id=OWNER)).is_banned
    assert await Notice.all().count() == 0


async def test_nobody_bans_an_administrator_or_somebody_unknown(moderation: Moderation, admin: Actor) -> None:
    await a_user(ADMIN_ID)
    with pytest.raises(Forbidden):
        await moderation.ban(admin, ADMIN_ID, "Quarrel")
    with pytest.raises(NotFound):
        await moderation.ban(admin, 404, "Nobody")
    with pytest.raises(NotFound):
        await moderation.hide(admin, 404, "Nothing")


@pytest.mark.parametrize(("reason", "refusal"), [(" \n ", EmptyMessage), ("x" * 201, LargeInput)])
async def test_a_ban_needs_a_reason_that_can_be_read(
    moderation: Moderation, admin: Actor, reason: str, refusal: type[Exception]
) -> None:
    await a_user(OWNER)
    with pytest.raises(refusal):
        await moderation.ban(admin, OWNER, reason)
    assert not (await User.get(id=OWNER)).is_banned


async def test_an_act_upholds_what_was_reported_and_everybody_hears(
    moderation: Moderation, reports: Reports, admin: Actor
) -> None:
    await a_channel()
    listing = await the_listing()
    for reporter in (ADVERTISER, STRANGER):
        await a_user(reporter)
        await reports.send(Actor(reporter), "listing", listing.id, "fake")
    await moderation.hide(admin, listing.id, "Bought subscribers")
    assert {report.state for report in await Report.all()} == {ReportState.UPHELD}
    assert await told(ADVERTISER) == await told(STRANGER) == ["notice-report-upheld"]
