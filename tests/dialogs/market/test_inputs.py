"""Whatever is typed or sent where words are wanted: it is taken or answered, the screen stays, and nothing breaks."""

from typing import Any

import pytest
from aiogram.fsm.state import State

from dialogs.states import Admin, Applications, ChannelWizard, CreativeReview, DealRoom, ListingEditor
from models import Channel, Deal, DealMessage, Listing, Package
from services.actor import Actor
from services.applications import OfferDraft
from services.market import DESCRIPTION_LIMIT, EXTRA_LIMIT
from tests.dialogs.campaigns.test_briefs import PHOTO, STICKER
from tests.dialogs.market.every_button import ALL_STATES, listens, remembered, rows
from tests.dialogs.market.stage import ADMIN, Stage
from tests.makers import ADVERTISER, OWNER, a_deal, a_user

LONG = "я" * 10_000
HTML, ARABIC, BACKWARDS = "<b>&</i> <script>alert(1)</script>", "إعلان عن الشاي", "\u202eslrow"
WORDS = ["🎉🔥" * 20, HTML, LONG, ARABIC, BACKWARDS, "'; DROP TABLE deals; --", "{x} %s $1"]
NUMBERS = [
    "1 500",
    "1,500",
    "1.5k",
    "1,5 тыс",
    "٣",
    "½",
    "1e5",
    "-3",
    "0",
    "∞",
    "0x10",
    "12.345.678",
    "1'500",
    "9" * 50,
]
FILE = {"file_id": "f", "file_unique_id": "u"}
MEDIA: list[dict[str, Any]] = [
    PHOTO,
    STICKER,
    {"voice": {**FILE, "duration": 1}},
    {"document": FILE},
    {"video_note": {**FILE, "length": 1, "duration": 1}},
    {"contact": {"phone_number": "1", "first_name": "A"}},
    {"location": {"latitude": 1.0, "longitude": 2.0}},
    {"dice": {"emoji": "🎲", "value": 3}},
]
OWNERS = (ListingEditor, Applications, CreativeReview, ChannelWizard)
WINDOWS = [state for state in ALL_STATES if listens(state)]
"""Every window that takes messages."""


def who(state: State) -> int:
    """Whose screen it is."""
    if state.group is Admin:
        return ADMIN
    return OWNER if state.group in OWNERS and state is not CreativeReview.changes else ADVERTISER


@pytest.fixture(autouse=True)
async def deal(stage: Stage) -> Deal:
    """With a brief, and an offer of the deal's channel for it."""
    for user in (1, ADVERTISER, OWNER):
        await a_user(user)
    deal = await a_deal()
    await Channel.filter(id=deal.channel_id).update(chat_id=-1001)
    brief = {"title": "Tea", "text": "About tea", "max_price_nano": 20 * 10**9}
    campaign = await stage.services.campaigns.publish(Actor(ADVERTISER), **brief)
    draft = OfferDraft(campaign.id, deal.channel_id, "1/24", 8 * 10**9)
    await stage.services.applications.apply(Actor(OWNER), draft, campaign.version)
    return deal


async def known(stage: Stage, person: int) -> list[Any]:
    """What the market knows, and what the person's screen is and remembers: a message that changes none of it, and is
    not answered either, was swallowed."""
    async with stage.manager(person) as manager:
        context = manager.current_context()
        return [await rows(), context.state, str(context.dialog_data)]


@pytest.mark.parametrize("state", WINDOWS, ids=lambda state: str(state.state))
async def test_any_input_is_taken_or_answered(stage: Stage, deal: Deal, state: State) -> None:
    person = who(state)
    phone = stage.phone(person)
    await phone.say("/start")
    for content in [{"text": words} for words in WORDS + NUMBERS] + MEDIA:
        package = await Package.filter(is_active=True).order_by("id").first()
        assert package is not None
        chosen = {**remembered(state)[0], "package_id": package.id}
        await stage.draw(person, state, chosen, chosen)
        before, said = await known(stage, person), len(stage.bot.said)
        await phone.send(**content)
        assert len(stage.bot.said) > said or await known(stage, person) != before, content
        assert "went wrong" not in " ".join(stage.bot.said[said:]), content
        assert "<script>" not in phone.text, content
        assert "/start" not in phone.text


async def test_what_was_refused_is_nowhere_and_what_was_taken_is_whole(stage: Stage, deal: Deal) -> None:
    owner = stage.phone(OWNER)
    start = {"channel_id": deal.channel_id}
    for state, limit in ((ListingEditor.description, DESCRIPTION_LIMIT), (ListingEditor.extra, EXTRA_LIMIT)):
        for words in (LONG, "<b>" + "ж" * (limit - 3)):
            await stage.draw(OWNER, state, start, {"name": "1/24"})
            await owner.say(words)
    listing = await Listing.get(id=deal.listing_id)
    package = await Package.get(listing_id=listing.id, is_active=True)
    assert listing.description == "<b>" + "ж" * (DESCRIPTION_LIMIT - 3)
    assert package.extra == "<b>" + "ж" * (EXTRA_LIMIT - 3)
    assert any("at most 600 characters" in words for words in stage.bot.said)


@pytest.mark.parametrize("content", [{"text": "plain"}, *MEDIA], ids=lambda content: next(iter(content)))
async def test_every_kind_of_message_is_carried_to_the_other_side(
    stage: Stage, deal: Deal, content: dict[str, Any]
) -> None:
    await stage.draw(OWNER, DealRoom.talk, {"deal_id": deal.id}, {})
    await stage.phone(OWNER).send(**content)
    line = await DealMessage.get()
    assert (line.source_message_id is None) == ("text" in content)


async def test_what_telegram_lets_nobody_copy_is_said_so(stage: Stage, deal: Deal) -> None:
    await stage.draw(OWNER, DealRoom.talk, {"deal_id": deal.id}, {})
    await stage.phone(OWNER).send(game={"title": "g", "description": "d", "photo": PHOTO["photo"]})
    assert "lets nobody pass on" in stage.bot.said[-1]
    assert not await DealMessage.exists()


async def test_a_price_in_many_notations_is_countered_exactly(stage: Stage, deal: Deal) -> None:
    advertiser = stage.phone(ADVERTISER)
    for words, nano in (("12,5 TON", 12_500_000_000), ("1.5k", 1500 * 10**9), ("0.011к", 11 * 10**9)):
        await stage.draw(ADVERTISER, DealRoom.counter, {"deal_id": deal.id}, {})
        await advertiser.say(words)
        assert (await stage.services.deals.view(Actor(ADVERTISER), deal.id)).terms.price_nano == nano
