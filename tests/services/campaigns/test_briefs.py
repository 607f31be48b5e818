"""Briefs: written, edited, paused, closed, ended by the clock, and extended; by their advertiser alone."""

import pytest

from models import Campaign, CampaignStatus, Notice, Party
from services.campaigns import Campaigns
from services.errors import (
    Banned,
    CampaignClosed,
    EmptyMessage,
    LargeInput,
    NotFound,
    PriceTooLow,
    TooManyCampaigns,
)
from tests.makers import ADVERTISER, OWNER
from tests.services.campaigns.conftest import ME, NOBODY, OTHER, TON, Town, ban

HTML, ARABIC, EMOJI = "<b>bold</b> & <a href='x'>", "إعلان عن الشاي", "🫖" * 30


async def told(key: str) -> list[int]:
    return [notice.user_id for notice in await Notice.filter(key=f"notice-campaign-{key}").order_by("id")]


async def test_a_brief_says_what_was_written_and_defaults_the_rest(town: Town) -> None:
    campaign = await Campaign.get(id=(await town.brief(title="  Tea \n shop ")).id)
    assert (campaign.title, campaign.status, campaign.version) == ("Tea shop", CampaignStatus.OPEN, 1)
    assert (campaign.min_price_nano, campaign.max_price_nano) == (0, 20 * TON)
    assert (campaign.language, campaign.category, campaign.window_days) == ("", "", 14)
    assert campaign.author is Party.OWNER


@pytest.mark.parametrize("text", [HTML, ARABIC, EMOJI])
async def test_strange_words_are_kept_as_they_are(town: Town, text: str) -> None:
    campaign = await town.brief(title=text, text=text, links=text, restrictions=text)
    fresh = await Campaign.get(id=campaign.id)
    assert {fresh.title, fresh.text, fresh.links, fresh.restrictions} == {text}


@pytest.mark.parametrize("name", ["title", "text", "links", "restrictions"])
async def test_too_many_words_are_refused_with_the_limit(town: Town, name: str) -> None:
    with pytest.raises(LargeInput):
        await town.brief(**{name: "x" * 10_000})


@pytest.mark.parametrize("name", ["title", "text"])
async def test_an_empty_brief_is_refused(town: Town, name: str) -> None:
    with pytest.raises(EmptyMessage):
        await town.brief(**{name: " \n\x00"})


@pytest.mark.parametrize("price", [0, 1, 10**18])
async def test_a_budget_outside_the_markets_bounds_is_refused(town: Town, price: int) -> None:
    with pytest.raises(PriceTooLow):
        await town.brief(max_price_nano=price)


async def test_a_budget_may_be_written_the_wrong_way_round(town: Town) -> None:
    campaign = await town.brief(min_price_nano=50 * TON, max_price_nano=10 * TON)
    assert (campaign.min_price_nano, campaign.max_price_nano) == (10 * TON, 50 * TON)


async def test_nobody_has_more_open_briefs_than_the_limit(town: Town) -> None:
    briefs = [await town.brief() for _ in range(town.campaigns.settings.max_open_campaigns)]
    with pytest.raises(TooManyCampaigns):
        await town.brief()
    await town.campaigns.close(ME, briefs[0].id)
    await town.brief()


async def test_a_banned_person_publishes_nothing_and_his_briefs_are_not_shown(town: Town) -> None:
    campaign = await town.brief()
    await ban(ADVERTISER)
    with pytest.raises(Banned):
        await town.brief()
    with pytest.raises(NotFound):
        await town.campaigns.card(OTHER, campaign.id)
    assert await town.applications.matching(OTHER, town.channel.id) == []


async def test_a_strangers_tries_change_nothing(town: Town) -> None:
    campaign = await town.brief()
    before = await Campaign.filter(id=campaign.id).values()
    verbs = [
        town.campaigns.edit(NOBODY, campaign.id, title="Mine"),
        town.campaigns.pause(NOBODY, campaign.id),
        town.campaigns.resume(NOBODY, campaign.id),
        town.campaigns.close(NOBODY, campaign.id),
        town.campaigns.extend(NOBODY, campaign.id),
        town.applications.compare(NOBODY, campaign.id),
        town.applications.invite(NOBODY, campaign.id, 1),
        town.applications.matching(NOBODY, town.channel.id),
        town.applications.formats(NOBODY, town.channel.id),
        town.applications.apply(NOBODY, town.draft(campaign), 1),
    ]
    for verb in verbs:
        with pytest.raises(NotFound):
            await verb
    assert await Campaign.filter(id=campaign.id).values() == before
    assert await town.campaigns.mine(NOBODY) == []


async def test_the_numbers_of_offers_are_the_advertisers_alone(town: Town) -> None:
    campaign = await town.brief()
    await town.offered(campaign)
    mine, theirs = await town.campaigns.card(ME, campaign.id), await town.campaigns.card(NOBODY, campaign.id)
    assert (mine.is_mine, mine.offers) == (True, 1)
    assert (theirs.is_mine, theirs.offers) == (False, 0)


async def test_an_edit_tells_owners_with_standing_offers_once(town: Town) -> None:
    campaign = await town.brief()
    await town.offered(campaign)
    await town.campaigns.edit(ME, campaign.id, text="Tell them about our coffee")
    await town.campaigns.edit(ME, campaign.id, restrictions="No politics")
    await town.campaigns.edit(ME, campaign.id, restrictions="No politics")
    assert await told("changed") == [OWNER]
    assert (await Campaign.get(id=campaign.id)).version == 3


async def test_pausing_and_closing_are_once_and_for_all(town: Town) -> None:
    campaign = await town.brief()
    await town.campaigns.pause(ME, campaign.id)
    await town.campaigns.pause(ME, campaign.id)
    await town.campaigns.resume(ME, campaign.id)
    await town.offered(campaign)
    await town.campaigns.close(ME, campaign.id)
    await town.campaigns.close(ME, campaign.id)
    assert await told("closed") == [OWNER]
    for verb in (town.campaigns.pause, town.campaigns.resume, town.campaigns.extend):
        with pytest.raises(CampaignClosed):
            await verb(ME, campaign.id)
    with pytest.raises(CampaignClosed):
        await town.campaigns.edit(ME, campaign.id, title="Again")


async def test_the_clock_warns_ends_and_an_extension_opens_again(town: Town) -> None:
    campaign = await town.brief()
    await town.offered(campaign)
    town.clock.pass_(days=13, minutes=1)
    assert [await town.campaigns.ring_due() for _ in range(2)] == [1, 0]
    assert await told("ending") == [ADVERTISER]
    town.clock.pass_(days=1)
    assert [await town.campaigns.ring_due() for _ in range(2)] == [1, 0]
    assert (await Campaign.get(id=campaign.id)).status is CampaignStatus.EXPIRED
    assert (await told("expired"), await told("closed")) == ([ADVERTISER], [OWNER])
    for _ in range(3):
        await town.campaigns.extend(ME, campaign.id)
    fresh = await Campaign.get(id=campaign.id)
    assert fresh.status is CampaignStatus.OPEN
    assert (fresh.expires_at - town.clock.utcnow()).days == 14


async def test_an_expired_brief_opens_again_only_within_the_limit(town: Town) -> None:
    old = await town.brief()
    town.clock.pass_(days=15)
    await town.campaigns.ring_due()
    for _ in range(town.campaigns.settings.max_open_campaigns):
        await town.brief()
    with pytest.raises(TooManyCampaigns):
        await town.campaigns.extend(ME, old.id)


async def test_a_brief_that_cannot_be_ended_keeps_no_other_open(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, sound = await town.brief(), await town.brief()
    town.clock.pass_(days=400)
    tell = Campaigns._tell_advertiser

    async def fails(self: Campaigns, campaign: Campaign, key: str) -> None:
        if campaign.id == broken.id:
            raise OSError("nobody foresaw it")
        await tell(self, campaign, key)

    monkeypatch.setattr(Campaigns, "_tell_advertiser", fails)
    assert await town.campaigns.ring_due() == 1
    assert (await Campaign.get(id=sound.id)).status is CampaignStatus.EXPIRED
    assert (await Campaign.get(id=broken.id)).status is CampaignStatus.OPEN
