"""The administrators' screens from finding to banning, hiding, pausing, answering and broadcasting, tap by tap."""

import re
from typing import Any

import pytest
from aiogram.fsm.state import State

from dialogs.states import Admin, ListingEditor
from models import Broadcast, BroadcastState, Channel, DealStatus, Listing, ListingStatus, Notice, Report, Switch, User
from services.actor import Actor
from services.broadcasts import Audience
from tests.dialogs.junk import JUNK, MEDIA
from tests.dialogs.market.stage import ADMIN, Phone, Stage
from tests.makers import ADVERTISER, OWNER, a_channel, a_deal, a_user, an_escrow

BOSS = Actor(ADMIN, is_admin=True)
STRANGER = Actor(ADVERTISER)


@pytest.fixture
async def admin(stage: Stage) -> Phone:
    phone = stage.phone(ADMIN)
    await phone.say("/start")
    await a_channel()
    return phone


async def finds(admin: Phone, words: str) -> None:
    await admin.say("/admin")
    await admin.tap("Find")
    await admin.say(words)


async def test_a_person_is_found_banned_with_a_reason_and_let_in_again(stage: Stage, admin: Phone) -> None:
    await finds(admin, str(OWNER))
    await admin.tap("U22")
    assert "Deals 0" in admin.text
    await admin.tap("Ban")
    await admin.say("Sold nothing")
    assert "Ban U22?" in admin.text
    assert not (await User.get(id=OWNER)).is_banned, "asked before"
    await admin.tap("Yes, do it")
    assert "Banned:</b> Sold nothing" in admin.text
    assert (await Listing.get()).status is ListingStatus.HIDDEN
    await admin.tap("Let in again")
    await admin.tap("Yes, do it")
    assert not (await User.get(id=OWNER)).is_banned
    await admin.tap("Audit log")
    assert "user_banned" in admin.text
    assert "user_unbanned" in admin.text


async def test_a_listing_is_found_hidden_and_put_back(stage: Stage, admin: Phone) -> None:
    await finds(admin, "@channel")
    await admin.tap("Channel")
    await admin.tap("Hide the listing")
    await admin.say("Stolen <b>pictures</b>")
    await admin.tap("Yes, do it")
    assert "Stolen &lt;b&gt;pictures" in admin.text
    owner = stage.phone(OWNER)
    await owner.say("/start listing-1")
    assert "Stolen" not in owner.text
    await stage.draw(OWNER, ListingEditor.card, {"channel_id": 1}, {})
    assert "took it off the market: Stolen" in owner.text
    await Listing.all().update(description="Buy my forbidden goods")
    reader = stage.phone(STRANGER.user_id)
    await reader.say("/start listing-1")
    assert "Ads in Telegram" in reader.text
    assert not any("forbidden goods" in str(message.text) for message in stage.screens.sent_messages)
    await admin.tap("Put back")
    await admin.tap("Yes, do it")
    assert (await Listing.get()).status is ListingStatus.ACTIVE


async def test_a_deal_and_an_escrow_are_found_too(admin: Phone) -> None:
    deal = await a_deal(DealStatus.SCHEDULED)
    escrow = await an_escrow(deal)
    await finds(admin, escrow.address)
    await admin.tap("#1")
    assert "Escrow of deal #1" in admin.text
    await admin.tap("Open the deal")
    assert "#1" in admin.text
    await finds(admin, "#1")
    await admin.tap("🤝")
    assert "#1" in admin.text


async def test_the_pause_is_asked_once_and_everybody_sees_an_honest_line(stage: Stage, admin: Phone) -> None:
    await admin.say("/admin")
    await admin.tap("More")
    await admin.tap("⏸ Pause")
    await admin.tap("⏸ Pause")
    await admin.say("The provider is odd")
    await admin.tap("Yes, do it")
    assert "The provider is odd" in admin.text
    advertiser = stage.phone(ADVERTISER)
    await advertiser.say("/start")
    assert "takes no new deals and payments" in advertiser.text
    assert "provider" not in advertiser.text
    await admin.say("/admin")
    assert "paused" in admin.text
    await admin.tap("More")
    await admin.tap("⏸ Pause")
    await admin.tap("Resume")
    await admin.tap("Yes, do it")
    assert not (await Switch.get()).is_on
    await advertiser.say("/start")
    assert "takes no new deals" not in advertiser.text


async def test_a_paused_market_refuses_a_request_in_words(stage: Stage, admin: Phone) -> None:
    await stage.services.switches.pause(BOSS, "Odd")
    advertiser = stage.phone(ADVERTISER)
    await advertiser.say("/start listing-1")
    await advertiser.tap("1/24")
    await advertiser.tap("Skip")
    await advertiser.tap("Send the request")
    assert "takes no new deals right now" in stage.bot.alerts[-1]


async def test_a_report_is_looked_at_and_upheld_by_hiding(stage: Stage, admin: Phone) -> None:
    await a_user(ADVERTISER)
    report = await stage.services.reports.send(STRANGER, "listing", 1, "fake", "All <i>bots</i>")
    await admin.press(f"open:report:{report.id}")
    assert "Fake audience" in admin.text
    assert "All &lt;i&gt;bots" in admin.text
    await admin.tap("Look at it")
    await admin.tap("Open the report")
    assert "Fake audience" in admin.text
    await admin.tap("Look at it")
    await admin.tap("Hide the listing")
    await admin.say("Bought audience")
    await admin.tap("Yes, do it")
    assert (await Report.get()).state.value == "upheld"
    await admin.say("/admin")
    await admin.tap("Reports")
    assert "No report is waiting" in admin.text


async def test_a_report_is_dismissed_by_one_tap(stage: Stage, admin: Phone) -> None:
    await a_user(ADVERTISER)
    await stage.services.reports.send(STRANGER, "user", OWNER, "rude")
    await admin.say("/admin")
    await admin.tap("Reports")
    await admin.tap("U22")
    await admin.tap("Dismiss")
    assert (await Report.get()).state.value == "dismissed"


async def test_a_broadcast_is_seen_asked_about_watched_and_stopped(stage: Stage, admin: Phone) -> None:
    await admin.say("/admin")
    await admin.tap("More")
    await admin.tap("Broadcasts")
    await admin.tap("A new broadcast")
    await admin.send(text="News for <owners>")
    assert any("CopyMessage" in type(call).__name__ for call in stage.bot.calls), "seen as others will see it"
    assert "People: <b>2</b>" in admin.text
    await admin.tap("Any language")
    await admin.tap("English")
    await admin.tap("Russian")
    await admin.tap("Owners")
    assert "People: <b>1</b>" in admin.text
    await admin.tap("Next")
    assert await Broadcast.all().count() == 0, "asked before"
    old = admin.message
    await admin.tap("Yes, send")
    assert "On its way" in admin.text
    await admin.tap("Yes, send", old)
    assert await Broadcast.all().count() == 1, "an old button sends nothing twice"
    assert await stage.services.broadcasts.spread_due() == 1
    await admin.press("x")
    await admin.say("/admin")
    for label in ("More", "Broadcasts", "1 ·", "Stop"):
        await admin.tap(label)
    assert "Stopped" in admin.text
    assert (await Broadcast.get()).state is BroadcastState.STOPPED


async def test_an_album_is_no_broadcast(stage: Stage, admin: Phone) -> None:
    await stage.draw(ADMIN, Admin.broadcast_write, {}, {})
    await admin.send(**MEDIA, media_group_id="7")
    assert "cannot be copied" in stage.bot.said[-1]


async def test_the_audit_log_is_paged_and_filtered(stage: Stage, admin: Phone) -> None:
    for number in range(12):
        await stage.services.audit.record(Actor(number + 1), "login", "user", number % 2)
    await admin.say("/admin")
    await admin.tap("More")
    await admin.tap("Audit log")
    await admin.tap("Older")
    assert "Older" not in "".join(admin.labels)
    await admin.tap("Newer")
    await admin.say("user 1")
    assert len(re.findall("login", admin.text)) == 6
    await admin.say("by 3")
    assert len(re.findall("login", admin.text)) == 1
    await admin.say("no_such_thing")
    assert "Nothing was written down" in admin.text
    await admin.tap("Clear")
    assert "login" in admin.text


def a_letter(stage: Stage, user_id: int) -> dict[str, object]:
    """The notice that brought it, as it stands in the chat."""
    button = {"text": "Answer", "callback_data": f"open:support:{ADVERTISER}"}
    return {
        "message_id": 900,
        "date": 0,
        "chat": {"id": user_id, "type": "private"},
        "from_user": {"id": stage.bot.id, "is_bot": True, "first_name": "Market"},
        "text": "letter",
        "reply_markup": {"inline_keyboard": [[button]]},
    }


async def test_a_letter_is_answered_by_a_reply_or_on_its_screen(stage: Stage, admin: Phone) -> None:
    await a_user(ADVERTISER)
    await stage.services.support.write(STRANGER, "Where is it?")
    await Notice.filter(user_id=ADMIN).update(message_id=900)
    letter = a_letter(stage, ADMIN)
    await admin.send(text="In the contract", reply_to_message=letter)
    await admin.press(f"open:support:{ADVERTISER}")
    assert "In the contract" in admin.text
    await admin.say("Anything else?")
    answers = await Notice.filter(user_id=ADVERTISER, key="notice-support-answer").order_by("id")
    assert [answer.args["text"] for answer in answers] == ["In the contract", "Anything else?"]


async def test_a_reply_of_somebody_else_to_such_a_message_answers_nobody(stage: Stage, admin: Phone) -> None:
    await a_user(ADVERTISER)
    await stage.services.support.write(STRANGER, "Where is it?")
    await Notice.filter(user_id=ADMIN).update(user_id=OWNER, message_id=900)
    owner = stage.phone(OWNER)
    await owner.say("/start")
    letter = a_letter(stage, OWNER)
    await owner.send(text="I am the support", reply_to_message=letter)
    assert not await Notice.filter(key="notice-support-answer").exists()


@pytest.mark.parametrize("data", ["open:report:1", f"open:support:{ADVERTISER}"])
async def test_buttons_of_the_desk_open_nothing_for_others(stage: Stage, admin: Phone, data: str) -> None:
    await a_user(ADVERTISER)
    await stage.services.reports.send(STRANGER, "user", OWNER, "rude")
    phone = stage.phone(ADVERTISER)
    await phone.say("/start")
    await phone.press(data)
    assert "Ads in Telegram" in phone.text


TYPED = [Admin.search, Admin.reason, Admin.audit, Admin.support, Admin.broadcast_write]


@pytest.mark.parametrize("state", TYPED, ids=lambda state: str(state.state))
async def test_every_input_takes_anything_and_answers(stage: Stage, admin: Phone, state: State) -> None:
    await a_user(ADVERTISER)
    data = {"user_id": OWNER, "support_of": ADVERTISER, "act": "ban", "back": "user"}
    texts: list[dict[str, Any]] = [{"text": junk} for junk in (*JUNK, "١٢٣", "1 000,5")]
    for content in [*texts, MEDIA, {"sticker": STICKER}]:
        await stage.draw(ADMIN, state, {}, data)
        before = len(stage.screens.sent_messages) + len(stage.bot.said)
        await admin.send(**content)
        assert len(stage.screens.sent_messages) + len(stage.bot.said) > before
        assert "Something went wrong" not in " ".join(stage.bot.said)
    assert not (await User.get(id=OWNER)).is_banned


STICKER: dict[str, Any] = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}


OTHERS = (Admin.dispute, Admin.split, Admin.payout)
"""They have stories of their own."""


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_every_window_renders_with_few_buttons(stage: Stage, admin: Phone, language: str) -> None:
    escrow = await an_escrow(await a_deal(DealStatus.SCHEDULED))
    for number in range(12):
        await stage.services.audit.record(BOSS, "login", "user", number)
        await stage.services.broadcasts.start(BOSS, number, Audience.ALL)
        await a_user(300 + number)
        await stage.services.reports.send(Actor(300 + number), "user", OWNER, "rude", "Words")
    await stage.services.support.write(Actor(OWNER), "Letter")
    await User.filter(id=ADMIN).update(language=language)
    await Channel.all().update(title="Coffee & <tea>")
    data = {"user_id": OWNER, "listing_id": 1, "escrow_id": escrow.id, "report_id": 1, "support_of": OWNER}
    for state in (state for state in Admin.__states__ if state not in OTHERS):
        await stage.draw(ADMIN, state, {}, {**data, "broadcast_id": 1, "asked": "U", "act": "ban"})
        assert len(admin.choices) <= 8, state
        assert "{" not in admin.text
        assert len(admin.text) < 4000
        await admin.reads_help()
