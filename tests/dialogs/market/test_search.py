"""From the first search to the request on the owner's desk."""

import pytest
from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQueryResultArticle

from models import Channel, Deal, DealStatus, Listing, Package, Party, User
from services.actor import Actor
from services.deals.terms import Terms
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import ADVERTISER, OWNER, a_channel, measured

TON = 10**9


@pytest.fixture(autouse=True)
async def market(stage: Stage) -> None:
    for number in range(7):
        channel = await a_channel(chat_id=-3000 - number)
        listing = await Listing.get(channel_id=channel.id)
        await Listing.filter(id=listing.id).update(subscribers=1000 * (number + 1), search_text=f" channel {number}")


async def test_results_come_in_pages_with_facts(advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    assert "<b>1. Channel</b>\n👥 7,000 · from <b>10 TON</b>" in advertiser.text
    await advertiser.tap("Next")
    assert "<b>6. Channel</b>\n👥 2,000" in advertiser.text
    await advertiser.tap("Previous")
    assert "<b>1. Channel</b>" in advertiser.text


async def test_filters_are_one_tap_away_and_remembered(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    await advertiser.tap("Filters")
    await advertiser.tap("Subscribers")
    await advertiser.say("many")
    assert "could not read “many” as a number" in stage.bot.said[-1]
    await advertiser.say("2k-3k")
    assert "👥 2,000 to 3,000" in advertiser.text
    await advertiser.tap("Price")
    await advertiser.say("up to 100")
    assert "💎 up to 100 TON" in advertiser.text
    await advertiser.tap("Largest first")
    await advertiser.tap("Cheapest views")
    assert "First come the cheapest views" in advertiser.text
    await advertiser.tap("Show channels")
    assert "💎 up to 100 TON · 👥 2,000 to 3,000\n\n<b>1." in advertiser.text
    assert "7,000" not in advertiser.text
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    assert "7,000" not in advertiser.text
    await advertiser.tap("Filters")
    await advertiser.tap("Clear all")
    await advertiser.tap("Show channels")
    assert "1,000" in advertiser.text  # the order is no filter: it stays


async def test_words_typed_on_the_results_search_at_once(advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    await advertiser.say("channel 4")
    assert "5,000" in advertiser.text
    assert "2." not in advertiser.text
    await advertiser.say("nothing like it")
    assert "Nothing fits" in advertiser.text


async def test_an_empty_search_offers_the_one_tap_that_helps(advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    await advertiser.tap("Filters")
    await advertiser.tap("Price")
    await advertiser.say("up to 5")
    await advertiser.tap("Subscribers")
    await advertiser.say("3k+")
    await advertiser.tap("Show channels")
    assert "One filter less is enough" in advertiser.text
    assert [label for label in advertiser.labels if "Any" in label] == ["Any price · 5"]
    await advertiser.tap("Any price · 5")
    assert "7,000" in advertiser.text
    await advertiser.say("tea")
    await advertiser.tap("Filters")
    await advertiser.tap("Price")
    await advertiser.say("up to 5")
    await advertiser.tap("Show channels")
    assert "No single filter is to blame" in advertiser.text
    await advertiser.tap("Clear all")
    assert "7,000" in advertiser.text


async def test_an_empty_market_invites_to_sell(advertiser: Phone) -> None:
    await Listing.all().update(status="paused")
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    assert "Nobody sells here yet" in advertiser.text
    await advertiser.tap("Add a channel")


async def test_rows_are_marked_with_how_their_price_compares(advertiser: Phone) -> None:
    channel = await Channel.get(chat_id=-3006)
    await measured(channel, 1000, subscribers=7000)
    await Listing.filter(channel_id=channel.id).update(subscribers=7000, fair_percentile=90, fair_count=20)
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    assert "👥 7,000 · from <b>10 TON</b> · 1,000 views · 10 TON per 1000 🟠" in advertiser.text
    assert advertiser.text.count("🟠") == 1


async def choose(phone: Phone) -> None:
    await phone.say("/start")
    await phone.tap("Find channels")
    await phone.tap("1. Channel")
    await phone.tap("1/24 · 10 TON")


async def test_a_request_becomes_a_deal_and_its_card_is_shown(advertiser: Phone) -> None:
    await choose(advertiser)
    await advertiser.say("A post about beans, please")
    assert "<i>A post about beans, please</i>" in advertiser.text
    assert "Nothing is paid now" in advertiser.text
    await advertiser.tap("I write it myself")
    assert "You write the post" in advertiser.text
    await advertiser.tap("Send the request")
    deal = await Deal.get()
    assert (deal.status, deal.advertiser_id) == (DealStatus.NEGOTIATION, ADVERTISER)
    assert Terms.of(deal).creative_author is Party.ADVERTISER
    assert f"#{deal.id}" in advertiser.text
    await advertiser.tap("Back")
    assert "one running deal" in advertiser.text


async def test_three_taps_send_one_request(advertiser: Phone) -> None:
    await choose(advertiser)
    await advertiser.tap("Skip")
    confirm = advertiser.message
    for _ in range(3):
        await advertiser.tap("Send the request", confirm)
    assert await Deal.all().count() == 1


async def test_a_price_that_changed_meanwhile_is_asked_again(stage: Stage, advertiser: Phone) -> None:
    await choose(advertiser)
    await advertiser.tap("Skip")
    await Package.all().update(price_nano=15 * TON)
    await advertiser.tap("Send the request")
    assert "changed from 10 TON to 15 TON" in stage.bot.alerts[-1]
    assert "<b>15 TON</b>" in advertiser.text
    await advertiser.tap("Send the request")
    assert (await Deal.get()).price_nano == 15 * TON


async def test_a_listing_that_was_paused_meanwhile_is_refused(stage: Stage, advertiser: Phone) -> None:
    await choose(advertiser)
    await advertiser.tap("Skip")
    await Listing.all().update(status="paused")
    await advertiser.tap("Send the request")
    assert "not on sale any more" in stage.bot.alerts[-1]
    assert not await Deal.exists()


async def test_nobody_buys_from_himself(stage: Stage, owner: Phone) -> None:
    await choose(owner)
    await owner.tap("Skip")
    await owner.tap("Send the request")
    assert "your own channel" in stage.bot.alerts[-1]


async def test_filters_are_kept_with_the_person(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    await advertiser.tap("Filters")
    await advertiser.tap("Category")
    await advertiser.tap("Crypto")
    assert (await User.get(id=ADVERTISER)).search["category"] == "crypto"
    assert (await stage.services.users.get(Actor(OWNER))).search == {}


async def test_inline_queries_answer_with_cards_that_lead_into_the_bot(stage: Stage, advertiser: Phone) -> None:
    await advertiser.inline("channel 3")
    answer = stage.bot.calls[-1]
    assert isinstance(answer, AnswerInlineQuery)
    card = answer.results[0]
    assert isinstance(card, InlineQueryResultArticle)
    assert card.description == "4,000 subscribers · from 10 TON"
    assert "start=listing-" in str(card.reply_markup)
