"""Every window of these flows renders in both languages, full and empty, with few buttons and short callback data."""

from typing import Any

import pytest
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardMarkup

from dialogs.states import Channels, ChannelStats, ChannelWizard, ListingEditor, ListingSearch, Menu, Settings
from models import Channel, Listing, ListingStatus
from services.actor import Actor
from services.search import SearchFilters
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import OWNER, a_deal, measured

GROUPS = (Menu, Settings, ChannelWizard, Channels, ChannelStats, ListingEditor, ListingSearch)
STATES = [state for group in GROUPS for state in group.__states__]
WHY = {"key": "channels-missing-rights", "args": {"channel": "Coffee", "post": True, "edit": False, "delete": False}}
RICH = SearchFilters(10**9, 10**11, 10, 10**6, "en", "other", "channel", "price")


async def render(stage: Stage, state: State, language: str, start: dict[str, Any], data: dict[str, Any]) -> Phone:
    phone = stage.phone(OWNER)
    await phone.say("/start")
    await stage.services.users.set_language(Actor(OWNER), language)
    await stage.draw(OWNER, state, start, data)
    return phone


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: str(state.state))
async def test_with_something_to_show(stage: Stage, state: State, language: str) -> None:
    await a_deal()
    channel = await Channel.get()
    listing = await stage.services.market.listing_for(Actor(OWNER), channel.id)
    await stage.services.market.describe(Actor(OWNER), listing.id, "All about <coffee>")
    await measured(channel, 400)
    await stage.services.market.set_extra(Actor(OWNER), listing.id, "1/24", "plus a <story>")
    await Listing.filter(id=listing.id).update(fair_percentile=90, fair_count=12)
    package = (await stage.services.market.card(listing.id)).offers[0].package
    start = {"channel_id": channel.id, "listing_id": listing.id}
    chosen = {"package_id": package.id, "price_nano": package.price_nano, "words": "Hello <b>", "person_id": OWNER}
    phone = await render(stage, state, language, start, {**chosen, "name": "1/24", "why": WHY, "ref": "@coffee"})
    await stage.services.users.save_search(Actor(OWNER), RICH.to_json())
    await stage.draw(OWNER, state, start, {**chosen, "name": "permanent+pin", "why": WHY, "author": "advertiser"})
    check(phone)
    if state not in (Menu.help, Menu.home):
        await phone.reads_help()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "state", [Menu.home, Menu.deals, Channels.mine, ListingSearch.results, ListingSearch.filters, ChannelWizard.missing]
)
async def test_with_nothing_to_show(stage: Stage, state: State, language: str) -> None:
    check(await render(stage, state, language, {}, {}))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("status", list(ListingStatus))
async def test_listings_in_every_status(stage: Stage, language: str, status: ListingStatus) -> None:
    await a_deal()
    channel = await Channel.get()
    listing = await stage.services.market.listing_for(Actor(OWNER), channel.id)
    listing.status = status
    await listing.save()
    await Channel.filter(id=channel.id).update(username=None, status="rights_lost")
    start = {"channel_id": channel.id, "listing_id": listing.id}
    for state in (ListingEditor.card, ListingSearch.card, Channels.card, Channels.mine):
        check(await render(stage, state, language, start, {}))


def check(phone: Phone) -> None:
    markup = phone.message.reply_markup
    buttons = (
        [button for row in markup.inline_keyboard for button in row] if isinstance(markup, InlineKeyboardMarkup) else []
    )
    assert phone.text.startswith(("<b>", "✅", "📣", "🔍", "📊", "👥", "👑", "🗑"))
    assert len(phone.text) < 3000
    assert "{" not in phone.text
    assert all(len((button.callback_data or "").encode()) <= 64 for button in buttons)
    assert len(phone.choices) <= 11
