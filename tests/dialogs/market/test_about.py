"""Help about each screen, and the way back to that very screen with all that was chosen and written on it."""

import pytest

from dialogs.states import Admin, ListingEditor, Settings
from dialogs.widgets import RIGHTS
from models import Campaign, Channel, Deal, DealStatus, Dispute, User
from tests.dialogs.market.stage import ADMIN, BOT, Phone, Stage
from tests.makers import OWNER, START, a_channel, a_deal

CHANNEL = {"id": -1001, "type": "channel", "title": "Coffee daily", "username": "coffee"}
LEFT = {"status": "left"}
ADMINISTRATOR = {"status": "administrator", "can_be_edited": False, **dict.fromkeys(RIGHTS, True)}


async def test_the_question_mark_explains_the_screen_and_leads_back(advertiser: Phone) -> None:
    await a_channel()
    await advertiser.say("/start")
    await advertiser.tap("Help")
    assert "find a channel or write a brief" in advertiser.text
    await advertiser.tap("Back")
    await advertiser.tap("My deals")
    await advertiser.reads_help("whose turn it is")
    await advertiser.say("/start listing-1")
    await advertiser.reads_help("hours on top")


async def test_a_brief_in_the_middle_keeps_what_was_written(advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Briefs")
    await advertiser.tap("New brief")
    await advertiser.reads_help("Tea shop, spring sale")
    await advertiser.say("Tea shop")
    await advertiser.say("Tell them about tea")
    await advertiser.tap("❔")
    assert "the most" in advertiser.text
    await advertiser.tap("Write to the support")
    await advertiser.say("May I pay in tea?")
    await advertiser.tap("Back")
    await advertiser.tap("Back")
    await advertiser.say("up to 20")
    await advertiser.reads_help("“Home” drops what is not published")
    assert "Tell them about tea" in advertiser.text
    await advertiser.tap("Publish")
    brief = await Campaign.get()
    assert (brief.title, brief.text, brief.max_price_nano) == ("Tea shop", "Tell them about tea", 20 * 10**9)


async def test_a_request_in_the_middle_keeps_package_words_and_page(advertiser: Phone) -> None:
    await a_channel()
    await advertiser.say("/start")
    await advertiser.tap("Find channels")
    await advertiser.tap("1. Channel")
    await advertiser.tap("1/24")
    await advertiser.reads_help("up to 2,000 characters")
    await advertiser.say("Buy <tea>")
    await advertiser.tap("write it myself")
    await advertiser.reads_help("Nothing is paid now")
    assert "Buy &lt;tea&gt;" in advertiser.text
    await advertiser.tap("Send the request")
    assert (await Deal.get()).terms["creative_author"] == "advertiser"


async def test_a_listings_question_mark_is_its_own(stage: Stage, owner: Phone) -> None:
    """It once had the name of another button there, which was pressed instead."""
    await a_channel()
    await owner.say("/start")
    await stage.draw(OWNER, ListingEditor.card, {"channel_id": 1}, {})
    await owner.reads_help("What advertisers see")


async def test_a_ban_in_the_middle_keeps_its_reason(stage: Stage) -> None:
    await a_channel()
    admin = stage.phone(ADMIN)
    await admin.say("/admin")
    await admin.reads_help("The desk")
    await admin.tap("Find")
    await admin.say(str(OWNER))
    await admin.reads_help("The likeliest hits come first")
    await admin.tap("U22")
    await admin.tap("Ban")
    await admin.reads_help("up to 200 characters")
    await admin.say("Sold nothing")
    await admin.reads_help("the audit log names you")
    await admin.tap("Yes, do it")
    assert (await User.get(id=OWNER)).ban_reason == "Sold nothing"


async def test_what_is_written_under_help_acts_on_nothing(stage: Stage, advertiser: Phone) -> None:
    await a_deal(DealStatus.RETENTION_CHECK, retention_ends_at=START)
    await advertiser.say("/start deal-1")
    await advertiser.tap("Open a dispute")
    await advertiser.tap("❔")
    await advertiser.say("Who decides?")
    assert "has gone nowhere" in stage.bot.said[-1]
    assert "An administrator decides" in advertiser.text
    assert not await Dispute.exists()
    await advertiser.tap("Back")
    await advertiser.say("The post is gone")
    assert (await Dispute.get()).reason == "The post is gone"


async def test_the_wizards_keyboard_has_a_question_mark_and_comes_back(stage: Stage, owner: Phone) -> None:
    await owner.say("/start")
    await owner.tap("My channels")
    await owner.tap("Add a channel")
    shown = len(stage.screens.keyboards)
    _, mark, _ = stage.screens.keyboards[-1].keyboard[1]
    await owner.say(mark.text)
    assert "You must be an administrator there" in owner.text
    await owner.tap("Back")
    assert len(stage.screens.keyboards) == shown + 1
    await owner.say("@coffee")
    assert "Coffee daily is in" in owner.text


async def test_a_channel_that_is_added_meanwhile_takes_the_wizard_on(stage: Stage, owner: Phone) -> None:
    stage.telegram.makes_admin(-1001, BOT, is_bot=True, can_delete=False)
    await owner.say("/start")
    await owner.tap("My channels")
    await owner.tap("Add a channel")
    await owner.say("@coffee")
    await owner.tap("❔")
    stage.telegram.makes_admin(-1001, BOT, is_bot=True)
    await owner.rights(CHANNEL, LEFT, ADMINISTRATOR)
    assert "Coffee daily is in" in owner.text
    await owner.tap("My channels")
    await owner.tap("Back")
    assert "Coffee daily is in" in owner.text, "the help is gone"


async def test_an_administrator_who_reads_about_vaults_puts_nothing_up_for_sale(stage: Stage) -> None:
    admin = stage.phone(ADMIN)
    stage.telegram.makes_creator(-1001, ADMIN)
    await admin.say("/start")
    await stage.draw(ADMIN, Admin.vaults, {}, {})
    await admin.tap("❔")
    await admin.rights(CHANNEL, LEFT, ADMINISTRATOR)
    assert not await Channel.exists()
    assert "Private chats in which I compare posts" in admin.text


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_help_speaks_both_languages(stage: Stage, advertiser: Phone, language: str) -> None:
    await advertiser.say("/start")
    await User.all().update(language=language)
    await stage.draw(advertiser.user_id, Settings.timezone, {}, {})
    await advertiser.tap("❔")
    assert {"en": "knows summer time", "ru": "знает о летнем времени"}[language] in advertiser.text
