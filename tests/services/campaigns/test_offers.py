"""Offers: who may make one, what the advertiser says yes to, and what keeps an offer from being taken."""

from datetime import timedelta

import pytest

from models import (
    Application,
    ApplicationState,
    Channel,
    ChannelManager,
    Deal,
    DealEvent,
    DealMessage,
    DealStatus,
    Listing,
    Notice,
    Party,
)
from services.applications import ApplicationView
from services.comparing import Order
from services.deals.terms import Terms
from services.errors import (
    BriefChanged,
    CampaignClosed,
    CampaignFull,
    DoesNotFit,
    EmptyMessage,
    InvitedAlready,
    LargeInput,
    ListingGone,
    NotFound,
    OfferGone,
    OfferOutdated,
    OwnDeal,
    PriceTooLow,
    TooManyDeals,
    TryAgain,
)
from tests.makers import ADVERTISER, OWNER, START, STRANGER, measured
from tests.services.campaigns.conftest import ME, NOBODY, OTHER, TON, Town, ban, the_listing


async def seen(town: Town, application_id: int) -> ApplicationView:
    return await town.applications.look(ME, application_id)


async def taken(town: Town, application_id: int) -> Deal:
    view = await seen(town, application_id)
    return await town.applications.start(ME, application_id, view.application.terms_hash)


# ---- matching


async def test_an_owner_sees_the_briefs_that_fit_his_channel(town: Town) -> None:
    listing = await the_listing(town.channel)
    await Listing.filter(id=listing.id).update(language="en", category="lifestyle")
    fits = [await town.brief(), await town.brief(language="en", category="lifestyle", min_subscribers=1200)]
    for other in ({"language": "ru"}, {"category": "crypto"}, {"min_subscribers": 1201}):
        await town.brief(**other)
    assert [one.campaign.id for one in await town.applications.matching(OTHER, town.channel.id)] == [
        fits[1].id,
        fits[0].id,
    ]
    page = await town.applications.matching(OTHER, town.channel.id, before_id=fits[1].id)
    assert [one.campaign.id for one in page] == [fits[0].id]


async def test_paused_briefs_and_ones_own_are_not_shown(town: Town) -> None:
    paused = await town.brief()
    await town.campaigns.pause(ME, paused.id)
    await town.campaigns.publish(OTHER, title="Mine", text="Mine", max_price_nano=5 * TON)
    assert await town.applications.matching(OTHER, town.channel.id) == []


@pytest.mark.parametrize("over", [{"language": "ru"}, {"category": "crypto"}, {"min_subscribers": 5000}])
async def test_a_channel_that_does_not_fit_is_told_why_unless_it_was_invited(
    town: Town, over: dict[str, object]
) -> None:
    campaign = await town.brief(**over)
    with pytest.raises(DoesNotFit) as refusal:
        await town.offered(campaign)
    assert refusal.value.arguments["reason"] in over or "min_subscribers" in over
    await town.applications.invite(ME, campaign.id, (await the_listing(town.channel)).id)
    assert len(await town.applications.matching(OTHER, town.channel.id)) == 1
    await town.offered(campaign)


# ---- offering


async def test_an_offer_holds_the_exact_terms_that_were_previewed(town: Town) -> None:
    campaign = await town.brief(window_days=7, author="advertiser")
    preview = await town.applications.preview(OTHER, town.draft(campaign))
    view = await seen(town, await town.offered(campaign))
    assert view.terms == preview.terms
    assert view.application.terms_hash == preview.terms.hash
    assert preview.terms.window_end == START + timedelta(days=7)
    assert preview.terms.creative_author is Party.ADVERTISER
    assert [notice.user_id for notice in await Notice.filter(key="notice-campaign-offer")] == [ADVERTISER]


async def test_one_channel_has_one_offer_and_the_last_word_counts(town: Town) -> None:
    campaign = await town.brief()
    first = await town.offered(campaign)
    old = (await seen(town, first)).application.terms_hash
    assert await town.offered(campaign, price_nano=9 * TON) == first
    assert await Application.all().count() == 1
    with pytest.raises(OfferGone):
        await town.applications.start(ME, first, old)


async def test_formats_are_the_channels_packages_and_then_the_usual_ones(town: Town) -> None:
    formats = await town.applications.formats(OTHER, town.channel.id)
    assert [(one.name, one.price_nano) for one in formats] == [
        ("1/24", 10 * TON),
        ("2/48", None),
        ("3/72", None),
        ("permanent", None),
    ]


@pytest.mark.parametrize("price", [0, 1, 20 * TON + 1, 10**18])
async def test_a_price_beyond_the_budget_is_refused(town: Town, price: int) -> None:
    with pytest.raises(PriceTooLow):
        await town.offered(await town.brief(), price_nano=price)


async def test_a_pitch_of_ten_thousand_letters_is_refused(town: Town) -> None:
    with pytest.raises(LargeInput):
        await town.offered(await town.brief(), pitch="x" * 10_000)


async def test_nobody_offers_for_words_that_changed_under_his_eyes(town: Town) -> None:
    campaign = await town.brief()
    await town.campaigns.edit(ME, campaign.id, text="Something else")
    with pytest.raises(BriefChanged):
        await town.applications.apply(OTHER, town.draft(campaign), 1)


async def test_telegram_is_asked_about_whoever_offers(town: Town) -> None:
    campaign = await town.brief()
    town.telegram.silent = True
    with pytest.raises(TryAgain):
        await town.offered(campaign)
    assert not await Application.exists()


async def test_a_full_or_finished_brief_takes_no_offers(town: Town) -> None:
    campaign = await town.brief()
    for chat_id in range(-100, 0):
        channel = await town.another_channel(chat_id, STRANGER)
        row = {"campaign_id": campaign.id, "channel_id": channel.id, "state": ApplicationState.WITHDRAWN}
        await Application.create(**row, created_at=START, updated_at=START)
    with pytest.raises(CampaignFull):
        await town.offered(campaign)
    await town.campaigns.close(ME, campaign.id)
    with pytest.raises(CampaignClosed):
        await town.offered(campaign)


async def test_nobody_answers_his_own_brief(town: Town) -> None:
    campaign = await town.campaigns.publish(OTHER, title="Mine", text="Mine", max_price_nano=20 * TON)
    with pytest.raises(OwnDeal):
        await town.offered(campaign)
    with pytest.raises(OwnDeal):
        await town.applications.invite(OTHER, campaign.id, (await the_listing(town.channel)).id)


async def test_an_offer_taken_back_is_gone_and_may_be_made_again(town: Town) -> None:
    campaign = await town.brief()
    application_id = await town.offered(campaign)
    terms_hash = (await seen(town, application_id)).application.terms_hash
    with pytest.raises(NotFound):
        await town.applications.withdraw(ME, application_id)
    await town.applications.withdraw(OTHER, application_id)
    with pytest.raises(OfferGone):
        await town.applications.start(ME, application_id, terms_hash)
    assert await town.offered(campaign) == application_id


async def test_whoever_was_declined_speaks_again_only_when_invited(town: Town) -> None:
    campaign = await town.brief()
    application_id = await town.offered(campaign)
    await town.applications.decline(ME, application_id)
    assert [notice.user_id for notice in await Notice.filter(key="notice-campaign-declined")] == [OWNER]
    with pytest.raises(OfferGone):
        await town.offered(campaign)
    listing = await the_listing(town.channel)
    await town.applications.invite(ME, campaign.id, listing.id)
    with pytest.raises(InvitedAlready):
        await town.applications.invite(ME, campaign.id, listing.id)
    await town.offered(campaign)


# ---- comparing and asking


async def test_offers_are_compared_by_each_figure_and_the_unknown_comes_last(town: Town) -> None:
    campaign = await town.brief()
    first = await town.offered(campaign, price_nano=9 * TON)
    channel = await town.another_channel(-2, STRANGER)
    await measured(channel, 1000)
    draft = town.draft(campaign, 12 * TON)
    other = type(draft)(campaign.id, channel.id, "1/24", 12 * TON)
    second = (await town.applications.apply(NOBODY, other, 1)).id
    orders = {
        order: [one.application.id for one in await town.applications.compare(ME, campaign.id, order)]
        for order in Order
    }
    assert orders[Order.PRICE] == [first, second]
    assert orders[Order.CPM] == orders[Order.VIEWS] == [second, first]
    assert orders[Order.SUBSCRIBERS] == [first, second]
    assert (await town.applications.compare(ME, campaign.id))[1].cpm_nano == 12 * TON


async def test_questions_and_answers_reach_the_other_side(town: Town) -> None:
    application_id = await town.offered(await town.brief())
    await town.applications.write(ME, application_id, "When?")
    await town.applications.write(OTHER, application_id, "On <b>Monday</b>")
    assert [notice.user_id for notice in await Notice.filter(key="notice-campaign-question")] == [OWNER]
    assert [notice.user_id for notice in await Notice.filter(key="notice-campaign-answer")] == [ADVERTISER]
    assert [line.text for line in (await seen(town, application_id)).lines] == ["When?", "On <b>Monday</b>"]
    for text, error in (("x" * 10_000, LargeInput), (" ", EmptyMessage)):
        with pytest.raises(error):
            await town.applications.write(ME, application_id, text)


async def test_an_application_does_not_exist_for_strangers(town: Town) -> None:
    application_id = await town.offered(await town.brief())
    verbs = [
        town.applications.look(NOBODY, application_id),
        town.applications.write(NOBODY, application_id, "Hello"),
        town.applications.withdraw(NOBODY, application_id),
        town.applications.decline(NOBODY, application_id),
        town.applications.decline(OTHER, application_id),
        town.applications.start(NOBODY, application_id, "x"),
        town.applications.start(OTHER, application_id, "x"),
    ]
    for verb in verbs:
        with pytest.raises(NotFound):
            await verb
    assert (await Application.get(id=application_id)).state is ApplicationState.APPLIED


# ---- taking


async def test_a_taken_offer_is_an_agreed_deal_of_exactly_its_terms(town: Town) -> None:
    campaign = await town.brief(links="https://tea.example")
    application_id = await town.offered(campaign)
    await town.applications.write(ME, application_id, "When?")
    view = await seen(town, application_id)
    deal = await Deal.get(id=(await taken(town, application_id)).id)
    assert (deal.status, deal.campaign_id, deal.offered_by) == (DealStatus.OWNER_ACCEPTED, campaign.id, Party.OWNER)
    assert (Terms.of(deal), deal.terms_hash) == (view.terms, view.application.terms_hash)
    assert (deal.advertiser_id, deal.owner_id, deal.price_nano) == (ADVERTISER, OWNER, 8 * TON)
    lines = await DealMessage.filter(deal_id=deal.id).order_by("id")
    assert [line.text for line in lines] == [
        "Tea shop\n\nTell people about our tea\n\nhttps://tea.example",
        "My readers drink tea",
        "When?",
    ]
    events = await DealEvent.filter(deal_id=deal.id).order_by("id")
    assert [(event.action, event.relayed_at is None) for event in events] == [("send", False), ("accept", True)]
    assert (await Application.get(id=application_id)).deal_id == deal.id


async def test_an_offer_is_taken_once(town: Town) -> None:
    application_id = await town.offered(await town.brief())
    terms_hash = (await seen(town, application_id)).application.terms_hash
    await town.applications.start(ME, application_id, terms_hash)
    with pytest.raises(OfferGone):
        await town.applications.start(ME, application_id, terms_hash)
    assert await Deal.all().count() == 1


async def test_an_offer_for_an_older_brief_waits_for_its_owner(town: Town) -> None:
    campaign = await town.brief()
    application_id = await town.offered(campaign)
    await town.campaigns.edit(ME, campaign.id, links="https://other.example")
    assert (await seen(town, application_id)).obstacle == "brief"
    with pytest.raises(OfferOutdated):
        await taken(town, application_id)
    await town.offered(campaign)
    await taken(town, application_id)


async def test_an_offer_that_leaves_too_little_time_is_not_taken(town: Town) -> None:
    campaign = await town.brief(window_days=3)
    application_id = await town.offered(campaign)
    town.clock.pass_(days=2, minutes=1)
    assert (await seen(town, application_id)).obstacle == "time"
    with pytest.raises(OfferOutdated):
        await taken(town, application_id)


async def test_a_paused_brief_still_takes_its_offers_and_a_closed_one_does_not(town: Town) -> None:
    first, second = await town.brief(), await town.brief()
    one, two = await town.offered(first), await town.offered(second)
    await town.campaigns.pause(ME, first.id)
    await taken(town, one)
    await town.campaigns.close(ME, second.id)
    with pytest.raises(CampaignClosed):
        await taken(town, two)


async def test_a_former_managers_offer_binds_nobody(town: Town) -> None:
    application_id = await town.offered(await town.brief())
    town.telegram.removes(-1001, OWNER)
    with pytest.raises(OfferGone):
        await taken(town, application_id)
    town.telegram.makes_creator(-1001, OWNER)
    await Channel.all().update(status="active")
    await Listing.all().update(status="active")
    await ChannelManager.all().update(can_accept=False)
    with pytest.raises(OfferGone):
        await taken(town, application_id)
    assert not await Deal.exists()


async def test_what_telegram_cannot_be_asked_about_is_not_believed(town: Town) -> None:
    application_id = await town.offered(await town.brief())
    town.telegram.silent = True
    with pytest.raises(TryAgain):
        await taken(town, application_id)
    town.telegram.silent = False
    await taken(town, application_id)


async def test_a_banned_applicant_and_a_lost_channel_stop_a_deal(town: Town) -> None:
    application_id = await town.offered(await town.brief())
    await Listing.all().update(status="delisted")
    with pytest.raises(ListingGone):
        await taken(town, application_id)
    await Listing.all().update(status="paused")
    await ban(OWNER)
    with pytest.raises(OfferGone):
        await taken(town, application_id)


async def test_a_deal_that_cannot_be_leaves_the_offer_standing(town: Town) -> None:
    """The limit of unpaid deals is met inside the transaction: the offer is not used up."""
    application_id = await town.offered(await town.brief())
    listing = await the_listing(town.channel)
    for _ in range(town.deals.settings.max_open_requests):
        facts = {"listing_id": listing.id, "channel_id": town.channel.id, "owner_id": OWNER, "price_nano": TON}
        await Deal.create(advertiser_id=ADVERTISER, **facts, entered_at=START, created_at=START)
    with pytest.raises(TooManyDeals):
        await taken(town, application_id)
    assert (await Application.get(id=application_id)).state is ApplicationState.APPLIED
