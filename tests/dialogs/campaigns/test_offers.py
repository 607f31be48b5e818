"""From a brief to deals: an owner's offer, comparing, asking, taking; invitations; and cards in other chats."""

from typing import Any

import pytest
from aiogram.methods import AnswerInlineQuery
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from models import Application, ApplicationState, Deal, DealStatus, Listing, Notice
from services.actor import Actor
from services.applications import OfferDraft
from tests.dialogs.campaigns.test_briefs import ARABIC, EMOJI, HTML, LONG, PHOTO, TON, publishes
from tests.dialogs.market.stage import BOT, Phone, Stage
from tests.makers import ADVERTISER, OWNER, STRANGER, a_channel


async def finds(owner: Phone) -> None:
    await owner.say("/start")
    await owner.tap("Briefs")
    await owner.tap("For my channels")
    await owner.tap("Channel")
    await owner.tap("Tea shop")


async def offers(owner: Phone, price: str = "8", pitch: str = "My readers drink tea") -> None:
    await finds(owner)
    await owner.tap("Offer a post")
    await owner.tap("1/24")
    await owner.say(price)
    await owner.say(pitch)
    await owner.tap("Send the offer")


async def more_offers(stage: Stage, count: int = 6) -> None:
    for number in range(count):
        chat_id = -5000 - number
        channel = await a_channel(chat_id, STRANGER)
        stage.telegram.has_channel(chat_id, f"Big {number}", None)
        stage.telegram.makes_admin(chat_id, BOT, is_bot=True)
        stage.telegram.makes_creator(chat_id, STRANGER)
        draft = OfferDraft(1, channel.id, "1/24", (10 + number) * TON)
        await stage.services.applications.apply(Actor(STRANGER), draft, 1)


async def test_an_owner_offers_and_sees_that_it_stands(advertiser: Phone, owner: Phone) -> None:
    await publishes(advertiser)
    await finds(owner)
    assert "Takes offers until" in owner.text
    await owner.tap("Offer a post")
    assert "1/24 · 10 TON" in owner.labels
    await owner.tap("1/24")
    await owner.tap("10 TON, my usual price")
    await owner.tap("Skip")
    assert "This is your word" in owner.text
    assert "before 15 Jun 12:00" in owner.text
    await owner.tap("Send the offer")
    assert "Your offer stands" in owner.text
    assert (await Application.get()).price_nano == 10 * TON


@pytest.mark.parametrize("words", ["1,500", "a lot", "21", "0.5", EMOJI, ARABIC, HTML, LONG])
async def test_a_price_that_cannot_be_is_said_and_asked_again(
    stage: Stage, advertiser: Phone, owner: Phone, words: str
) -> None:
    await publishes(advertiser)
    await finds(owner)
    await owner.tap("Offer a post")
    await owner.tap("1/24")
    before = len(stage.bot.said)
    await owner.say(words)
    await owner.send(**PHOTO)
    assert len(stage.bot.said) == before + 2
    assert "What do you ask for it?" in owner.text
    await owner.say("8")
    assert "Why your channel?" in owner.text


@pytest.mark.parametrize("words", [EMOJI, ARABIC, HTML])
async def test_a_pitch_may_be_anything_that_fits(stage: Stage, advertiser: Phone, owner: Phone, words: str) -> None:
    await publishes(advertiser)
    await finds(owner)
    await owner.tap("Offer a post")
    await owner.tap("2/48")
    await owner.say("8")
    for content in ({"text": LONG}, PHOTO):
        await owner.send(**content)
        assert "Why your channel?" in owner.text
    await owner.say(words)
    await owner.tap("Send the offer")
    assert (await Application.get()).pitch == words


async def test_a_brief_that_changed_while_it_was_answered_is_read_again(
    stage: Stage, advertiser: Phone, owner: Phone
) -> None:
    await publishes(advertiser)
    await finds(owner)
    await owner.tap("Offer a post")
    await owner.tap("1/24")
    await owner.say("8")
    await owner.tap("Skip")
    await stage.services.campaigns.edit(Actor(ADVERTISER), 1, text="About coffee")
    await owner.tap("Send the offer")
    assert "The brief has changed" in stage.bot.alerts[-1]
    assert not await Application.exists()


async def test_the_advertiser_asks_the_owner_answers_and_a_deal_begins(
    stage: Stage, advertiser: Phone, owner: Phone
) -> None:
    await publishes(advertiser)
    await offers(owner)
    await advertiser.press("open:application:1")
    assert "My readers drink tea" in advertiser.text
    await advertiser.tap("Write")
    for content in ({"text": LONG}, PHOTO):
        await advertiser.send(**content)
        assert "Write a line" in advertiser.text
    await advertiser.say(f"When? {HTML}")
    await owner.press("open:application:1")
    assert "🗨 Advertiser: When? &lt;b&gt;" in owner.text
    await owner.tap("Write")
    await owner.say("On Monday")
    await advertiser.press("open:application:1")
    assert "🗨 Channel: On Monday" in advertiser.text
    await advertiser.tap("Begin the deal")
    assert "Begin this deal?" in advertiser.text
    assert not await Deal.exists()
    await advertiser.tap("Yes, begin")
    deal = await Deal.get()
    assert (deal.status, deal.price_nano) == (DealStatus.OWNER_ACCEPTED, 8 * TON)
    assert f"#{deal.id}" in advertiser.text
    await owner.press("open:application:1")
    await owner.tap("Open the deal")
    assert f"#{deal.id}" in owner.text


async def test_offers_are_sorted_paged_and_several_are_taken_at_once(
    stage: Stage, advertiser: Phone, owner: Phone
) -> None:
    await publishes(advertiser)
    await offers(owner)
    await more_offers(stage)
    await advertiser.say("/start campaign-1")
    await advertiser.tap("Offers: 7")
    assert "<b>1. Channel</b> · <b>8 TON</b>" in advertiser.text
    await advertiser.tap("Next")
    assert "<b>7. Channel</b> · <b>15 TON</b>" in advertiser.text
    await advertiser.tap("Previous")
    for word in ("Cheapest first", "Cheapest views", "Largest first", "Most views", "Newest first"):
        await advertiser.tap(word)
    await advertiser.tap("Choose several")
    await advertiser.tap("1. Channel")
    await advertiser.tap("2. Channel")
    await advertiser.tap("3. Channel")
    await advertiser.tap("3. Channel")
    await advertiser.tap("Begin 2 deals")
    assert "Together <b>18 TON</b>" in advertiser.text
    question = advertiser.message
    await advertiser.tap("Yes, begin")
    assert "My deals" in advertiser.text
    for _ in range(2):
        await advertiser.tap("Yes, begin", question)
    assert await Deal.all().count() == 2


async def test_an_offer_that_changed_after_it_was_chosen_is_not_taken(
    stage: Stage, advertiser: Phone, owner: Phone
) -> None:
    await publishes(advertiser)
    await offers(owner)
    await advertiser.press("open:application:1")
    await advertiser.tap("Begin the deal")
    await stage.services.applications.apply(Actor(OWNER), OfferDraft(1, 1, "1/24", 15 * TON), 1)
    await advertiser.tap("Yes, begin")
    assert "not there any more as it was" in stage.bot.alerts[-1]
    assert "This offer has changed" in advertiser.text
    assert not await Deal.exists()


async def test_an_offer_is_withdrawn_or_declined_and_old_buttons_do_nothing(advertiser: Phone, owner: Phone) -> None:
    await publishes(advertiser)
    await offers(owner)
    await advertiser.press("open:application:1")
    old = advertiser.message
    await owner.tap("Withdraw")
    assert "withdrew" in owner.text
    await advertiser.tap("Decline", old)
    await advertiser.tap("Begin the deal", old)
    await advertiser.tap("Yes, begin")
    assert (await Application.get()).state is ApplicationState.WITHDRAWN
    await owner.tap("Make an offer")
    assert "what do you offer?" in owner.text


async def test_a_channel_is_invited_from_the_search(stage: Stage, advertiser: Phone, owner: Phone) -> None:
    await Listing.all().update(search_text="channel", subscribers=1200)
    await publishes(advertiser)
    await advertiser.say("/start listing-1")
    await advertiser.tap("Invite to my brief")
    await advertiser.tap("Tea shop")
    assert "Invited" in stage.bot.alerts[-1]
    assert (await Application.get()).state is ApplicationState.INVITED
    await advertiser.say("/start listing-1")
    await advertiser.tap("Invite to my brief")
    await advertiser.tap("Tea shop")
    assert "knows of this brief already" in stage.bot.alerts[-1]
    assert await Notice.filter(key="notice-campaign-invitation").count() == 1
    await owner.press("open:application:1")
    assert "You are invited" in owner.text
    await owner.tap("Make an offer")
    await owner.tap("1/24")
    await owner.say("8")
    await owner.tap("Skip")
    await owner.tap("Send the offer")
    assert "Your offer stands" in owner.text


async def test_who_has_no_brief_is_not_asked_to_invite(advertiser: Phone) -> None:
    await advertiser.say("/start listing-1")
    assert not any("Invite" in label for label in advertiser.labels)


async def test_a_stranger_sees_no_offer_and_replays_nothing(stage: Stage, advertiser: Phone, owner: Phone) -> None:
    await publishes(advertiser)
    await offers(owner)
    mallory = stage.phone(STRANGER)
    for way in ("/start application-1", "/start application-2"):
        await mallory.say(way)
        assert "My readers" not in mallory.text
        assert "Ads in Telegram channels" in mallory.text
    await mallory.press("open:application:1")
    await advertiser.press("open:application:1")
    for card in (owner.message, advertiser.message):
        for label in ("Withdraw", "Decline", "Begin the deal"):
            if any(label in shown for shown in labels_of(card)):
                await mallory.tap(label, card)
    assert (await Application.get()).state is ApplicationState.APPLIED
    assert not await Deal.exists()


def labels_of(message: Any) -> list[str]:
    markup = message.reply_markup
    return [button.text for row in markup.inline_keyboard for button in row]


def buttons_of(message: Any) -> list[InlineKeyboardButton]:
    markup = message.reply_markup
    assert isinstance(markup, InlineKeyboardMarkup)
    return [button for row in markup.inline_keyboard for button in row]


async def test_the_owner_copies_a_line_for_his_channel(owner: Phone) -> None:
    await owner.say("/start channel-1")
    await owner.tap("Edit the offer")
    await owner.tap("Buy ads here")
    line = "Buy ads here: https://t.me/market_bot?start=listing-1"
    assert f"<code>{line}</code>" in owner.text
    copies = [button.copy_text for button in buttons_of(owner.message) if button.copy_text]
    assert copies == [CopyTextButton(text=line)]
    assert [button.switch_inline_query for button in buttons_of(owner.message) if button.switch_inline_query] == [
        "listing-1"
    ]


async def inline(stage: Stage, phone: Phone, words: str) -> list[Any]:
    await phone.inline(words)
    answer = stage.bot.calls[-1]
    assert isinstance(answer, AnswerInlineQuery)
    return list(answer.results)


async def test_ones_own_briefs_are_shown_in_other_chats_and_nobody_elses(
    stage: Stage, advertiser: Phone, owner: Phone
) -> None:
    await Listing.all().update(search_text="channel", subscribers=1200)
    await publishes(advertiser)
    shared = [button.switch_inline_query for button in buttons_of(advertiser.message) if button.switch_inline_query]
    assert shared == ["campaign-1"]
    for words in ("campaign-1", "tea"):
        (card,) = await inline(stage, advertiser, words)
        assert (card.id, card.description) == ("campaign-1", "Looking for channels · up to 20 TON a post")
        assert "?start=campaign-1" in str(card.reply_markup)
        assert await inline(stage, owner, words) == []
    (listing,) = await inline(stage, owner, "listing-1")
    assert listing.description == "1,200 subscribers · from 10 TON"
    for words in ("listing-99", "campaign-99", "<b>", "x" * 250):
        assert await inline(stage, advertiser, words) == []
    await stage.services.campaigns.close(Actor(ADVERTISER), 1)
    assert await inline(stage, advertiser, "campaign-1") == []
