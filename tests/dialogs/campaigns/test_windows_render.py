"""Every window of briefs and offers renders in both languages for each side, with real facts, full and empty."""

from typing import Any

import pytest
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardMarkup

from dialogs.states import Applications, Campaigns
from models import Channel
from services.actor import Actor
from services.applications import OfferDraft
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import ADVERTISER, OWNER, measured

TON = 10**9
BRIEF = {"title": "T<i>" * 20, "text": "<&" * 500, "links": "h" * 300, "restrictions": "r" * 500}
DRAFT: dict[str, Any] = {
    "campaign_id": 1,
    "channel_id": 1,
    "format_name": "1/24",
    "price_nano": 8 * TON,
    "pitch": "<b>" * 200,
}
FULL = {"seen_version": 1, "application_id": 1, "listing_id": 1, "chosen": {"1": "x"}, "choosing": True, **DRAFT}
NEEDS_NOTHING = (Campaigns.home, Campaigns.draft, Campaigns.title, Applications.channels)


async def render(stage: Stage, user_id: int, state: State, language: str, start: dict[str, Any]) -> Phone:
    phone = stage.phone(user_id)
    await phone.say("/start")
    await stage.services.users.set_language(Actor(user_id), language)
    await stage.draw(user_id, state, start, start)
    return phone


def check(phone: Phone) -> None:
    markup = phone.message.reply_markup
    assert isinstance(markup, InlineKeyboardMarkup)
    buttons = [button for row in markup.inline_keyboard for button in row]
    assert len(phone.text) < 12_000  # with marks; Telegram counts 4096 without them
    assert "{" not in phone.text
    assert all(len((button.callback_data or "").encode()) <= 64 for button in buttons)
    assert len(phone.choices) <= 11


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("state", Campaigns.__states__, ids=lambda state: str(state.state))
async def test_the_advertisers_windows(stage: Stage, state: State, language: str) -> None:
    await a_market_of_briefs(stage)
    phone = await render(stage, ADVERTISER, state, language, FULL)
    check(phone)
    await phone.reads_help()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("state", [Campaigns.card, *Applications.__states__], ids=lambda state: str(state.state))
async def test_the_owners_windows(stage: Stage, state: State, language: str) -> None:
    await a_market_of_briefs(stage)
    phone = await render(stage, OWNER, state, language, FULL)
    check(phone)
    await phone.reads_help()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("state", NEEDS_NOTHING, ids=lambda state: str(state.state))
async def test_windows_with_nothing_to_show(stage: Stage, state: State, language: str) -> None:
    check(await render(stage, ADVERTISER, state, language, {}))


async def a_market_of_briefs(stage: Stage) -> None:
    """One brief as long as may be, and an offer for it that has all there is."""
    channel = await Channel.get()
    await measured(channel, 400)
    await stage.services.campaigns.publish(Actor(ADVERTISER), **BRIEF, min_price_nano=TON, max_price_nano=20 * TON)
    await stage.services.applications.apply(Actor(OWNER), OfferDraft(**DRAFT), 1)
    for actor in (Actor(ADVERTISER), Actor(OWNER)):
        await stage.services.applications.write(actor, 1, "?" * 1000)


async def test_the_longest_card_fits_telegram(stage: Stage) -> None:
    await a_market_of_briefs(stage)
    phone = await render(stage, OWNER, Applications.card, "ru", FULL)
    plain = phone.text.replace("&lt;", "<").replace("&amp;", "&")
    assert len(plain) < 4096
