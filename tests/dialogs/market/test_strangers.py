"""Somebody else's listing, brief or deal: whatever a stranger opens or presses, he sees and changes nothing."""

import contextlib
from typing import Any

import pytest
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardMarkup

from dialogs.states import Applications, Campaigns, Channels, DealRoom, ListingEditor
from models import Application, ApplicationMessage, Campaign, Channel, Deal, DealEvent, Listing, Package
from services.actor import Actor
from services.applications import OfferDraft
from services.errors import Forbidden, NotFound
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import ADVERTISER, OWNER, STRANGER, a_deal, a_user

TON = 10**9
SECRET = "Readers of Channel drink nothing but tea"
OWNERS: list[State] = [*ListingEditor.__states__, Channels.card]
OF_BRIEFS: list[State] = [*Applications.__states__, *(s for s in Campaigns.__states__ if s is not Campaigns.home)]


@pytest.fixture(autouse=True)
async def town(stage: Stage) -> dict[str, int]:
    """A listing, a brief with an offer for it, and a deal: none of the stranger's."""
    for user in (ADVERTISER, OWNER, STRANGER):
        await a_user(user)
    deal = await a_deal()
    brief = await stage.services.campaigns.publish(
        Actor(ADVERTISER), title="Tea shop", text="About tea", max_price_nano=20 * TON
    )
    draft = OfferDraft(brief.id, deal.channel_id, "1/24", 8 * TON, SECRET)
    await Channel.filter(id=deal.channel_id).update(chat_id=-1001)
    offer = await stage.services.applications.apply(Actor(OWNER), draft, brief.version)
    ids = {"channel_id": deal.channel_id, "listing_id": deal.listing_id, "deal_id": deal.id}
    return {**ids, "campaign_id": brief.id, "application_id": offer.id}


async def everything() -> list[Any]:
    kinds: tuple[Any, ...] = (Listing, Package, Campaign, Application, Deal, DealEvent, Channel)
    return [list(await kind.all().order_by("id").values()) for kind in kinds]


DATA = {"name": "1/24", "seen_version": 1, "terms_hash": "x", "format_name": "1/24", "price_nano": 8 * TON, "seen": {}}


@pytest.mark.parametrize("state", [*OWNERS, *OF_BRIEFS, *DealRoom.__states__], ids=lambda state: str(state.state))
async def test_no_window_shows_a_stranger_anything(stage: Stage, town: dict[str, int], state: State) -> None:
    """As if he had got the owner's or the advertiser's screen onto his phone; then he presses all that is on it."""
    phone = stage.phone(STRANGER)
    await phone.say("/start")
    before = await everything()
    with contextlib.suppress(NotFound, Forbidden):
        await stage.draw(STRANGER, state, dict(town), {**DATA, **town, "chosen": {str(town["application_id"]): "x"}})
    assert SECRET not in phone.text
    assert state.group is not DealRoom or "#" not in phone.text
    await press_all(phone)
    await phone.say("15")
    await phone.say("1/48")
    assert await everything() == before
    assert not any(SECRET in words for words in stage.bot.said)


async def press_all(phone: Phone) -> None:
    message = phone.message
    markup = message.reply_markup
    buttons = [one for row in markup.inline_keyboard for one in row] if isinstance(markup, InlineKeyboardMarkup) else []
    for button in buttons:
        if button.callback_data:
            await phone.press_on(message, button.callback_data)


@pytest.mark.parametrize("person", [OWNER, ADVERTISER])
@pytest.mark.parametrize("state", [*OWNERS, Campaigns.card, Campaigns.offers, Campaigns.draft, Applications.card])
async def test_no_button_of_anothers_screen_works_on_a_strangers_phone(
    stage: Stage, town: dict[str, int], state: State, person: int
) -> None:
    """He replays the data of every button that the owner, or the advertiser, has on his screen."""
    theirs, phone = stage.phone(person), stage.phone(STRANGER)
    await theirs.say("/start")
    await phone.say("/start")
    with contextlib.suppress(NotFound, Forbidden):  # not every screen is this person's
        await stage.draw(person, state, dict(town), {**DATA, **town})
    before = await everything()
    markup = theirs.message.reply_markup
    assert isinstance(markup, InlineKeyboardMarkup)
    for button in (one for row in markup.inline_keyboard for one in row if one.callback_data):
        await phone.press_on(phone.message, str(button.callback_data))
    assert await everything() == before
    assert SECRET not in phone.text


@pytest.mark.parametrize("link", ["deal", "channel", "application"])
async def test_deep_links_to_what_is_not_his_lead_home(stage: Stage, town: dict[str, int], link: str) -> None:
    phone = stage.phone(STRANGER)
    await phone.say(f"/start {link}-{town[f'{link}_id']}")
    assert "not yours to see" in stage.bot.said[-1]
    assert "Ads in Telegram" in phone.text


async def test_what_is_public_is_shown_without_anything_of_its_owners(stage: Stage, town: dict[str, int]) -> None:
    phone = stage.phone(STRANGER)
    await phone.say(f"/start campaign-{town['campaign_id']}")
    assert "Tea shop" in phone.text
    assert not {"✏️ Change", "✖️ Close", "⏸ Pause"} & set(phone.labels)
    assert not any("Offers" in label for label in phone.labels)
    await phone.say(f"/start listing-{town['listing_id']}")
    assert "Choose a package" in phone.text


async def test_a_reply_to_anothers_notice_reaches_nobody(stage: Stage, town: dict[str, int]) -> None:
    before = await everything()
    for thing in ("deal", "application"):
        await stage.phone(STRANGER).reply(f"open:{thing}:{town[f'{thing}_id']}", text="Sell it to me instead")
        assert "not yours to see" in stage.bot.said[-1]
    assert await everything() == before
    assert not await ApplicationMessage.exists()
