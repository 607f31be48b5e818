"""Adding a channel in every way, setting prices, and what happens to a listing when the rights go."""

from dialogs.widgets import RIGHTS
from models import Channel, ChannelStatus, Listing, Notice, Package
from tests.dialogs.market.stage import BOT, Phone, Stage
from tests.makers import OWNER

CHANNEL = {"id": -1001, "type": "channel", "title": "Coffee daily", "username": "coffee"}
LEFT = {"status": "left"}


def admin(**over: bool) -> dict[str, object]:
    rights = {name: name != "is_anonymous" for name in RIGHTS}
    return {"status": "administrator", "can_be_edited": False, **rights, **over}


async def open_wizard(phone: Phone) -> None:
    await phone.say("/start")
    await phone.tap("My channels")
    await phone.tap("Add a channel")


async def test_a_channel_is_added_by_its_name_and_gets_its_first_price(stage: Stage, owner: Phone) -> None:
    await open_wizard(owner)
    assert stage.screens.keyboards[-1].keyboard[0][0].request_chat is not None
    await owner.say("@coffee")
    assert "Coffee daily is in" in owner.text
    assert "1,200 subscribers" in owner.text
    await owner.tap("Set prices")
    await owner.tap("Packages")
    await owner.tap("1/24 · set a price")
    await owner.say("1,500")
    assert "could mean 1500 or 1.5" in stage.bot.said[-1]
    await owner.say("12,5 TON")
    assert "1 h on top, 24 h in the feed: <b>12.5 TON</b>" in owner.text
    assert "https://t.me/market_bot?start=listing-" in owner.text
    assert (await Listing.get()).price_nano == 12_500_000_000
    await owner.tap("Back")
    assert "Coffee daily is in" in owner.text
    assert "On sale from 12.5 TON" in owner.text
    assert "say what a post costs" not in owner.text
    assert "✏️ Edit the offer" in owner.labels


async def test_the_pickers_answer_and_a_forwarded_post_name_a_channel(stage: Stage, owner: Phone) -> None:
    await open_wizard(owner)
    await owner.send(chat_shared={"request_id": 1, "chat_id": -1001})
    assert "Coffee daily is in" in owner.text
    await open_wizard(owner)
    origin = {"type": "channel", "date": 0, "chat": CHANNEL, "message_id": 5}
    await owner.send(text="A post", forward_origin=origin)
    assert "Coffee daily is in" in owner.text
    assert await Channel.all().count() == 1


async def test_what_names_no_channel_is_said_and_the_window_stays(stage: Stage, owner: Phone) -> None:
    await open_wizard(owner)
    await owner.say("t.me/+invite")
    assert "“t.me/+invite” names no channel" in stage.bot.said[-1]
    await owner.say("@coffee")
    assert "Coffee daily is in" in owner.text


async def test_missing_rights_are_named_and_checked_again(stage: Stage, owner: Phone) -> None:
    stage.telegram.makes_admin(-1001, BOT, is_bot=True, can_delete=False)
    await open_wizard(owner)
    await owner.say("@coffee")
    assert "❌ delete messages" in owner.text
    assert "✅ post messages" in owner.text
    await owner.tap("Check again")
    assert "❌ delete messages" in owner.text
    assert stage.bot.alerts == ["Checked: nothing has changed in the channel yet."]
    stage.telegram.makes_admin(-1001, BOT, is_bot=True)
    await owner.tap("Check again")
    assert "Coffee daily is in" in owner.text


async def test_making_the_bot_an_administrator_is_enough(owner: Phone) -> None:
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin())
    assert "Coffee daily is in" in owner.text
    await owner.tap("Set prices")
    assert "what buyers see" in owner.text


async def test_the_picker_and_the_new_administrator_show_one_screen(stage: Stage, owner: Phone) -> None:
    await open_wizard(owner)
    await owner.rights(CHANNEL, LEFT, admin())
    shown = len(stage.screens.sent_messages)
    await owner.send(chat_shared={"request_id": 1, "chat_id": -1001})
    assert len(stage.screens.sent_messages) == shown
    assert "Coffee daily is in" in owner.text


async def test_an_administrator_with_too_few_rights_is_told_what_is_missing(stage: Stage, owner: Phone) -> None:
    stage.telegram.makes_admin(-1001, BOT, is_bot=True, can_edit=False)
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin(can_edit_messages=False))
    assert "❌ edit messages" in owner.text
    stage.telegram.makes_admin(-1001, BOT, is_bot=True)
    await owner.tap("Check again")
    assert "Coffee daily is in" in owner.text


async def test_lost_rights_hide_the_listing_and_show_on_the_card(owner: Phone) -> None:
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin())
    await owner.rights(CHANNEL, admin(), LEFT)
    assert [notice.key for notice in await Notice.all()] == ["notice-channel-rights-lost"]
    await owner.tap("My channels")
    await owner.tap("⚠️ Coffee daily")
    assert "lost my rights" in owner.text


async def test_posts_move_the_anchor(stage: Stage, owner: Phone) -> None:
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin())
    await owner.post(CHANNEL, 77)
    assert (await Channel.get()).highest_message_id == 77


async def test_a_package_leaves_the_market(owner: Phone) -> None:
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin())
    await owner.tap("Set prices")
    await owner.tap("Packages")
    await owner.tap("Permanent")
    await owner.say("90")
    assert "stays for good, 30 days guaranteed: <b>90 TON</b>" in owner.text
    await owner.tap("Packages")
    await owner.tap("Permanent · 90 TON")
    await owner.tap("Stop selling")
    assert "Permanent · set a price" in owner.labels
    assert not await Package.filter(is_active=True).exists()


async def test_description_category_language_and_pause(stage: Stage, owner: Phone) -> None:
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin())
    await owner.tap("Set prices")
    await owner.tap("Packages")
    await owner.tap("2/48")
    await owner.say("1.5k")
    await owner.tap("Description")
    await owner.say("x" * 601)
    assert "at most 600" in stage.bot.said[-1]
    await owner.say("Beans & cups")
    assert "<i>Beans &amp; cups</i>" in owner.text
    await owner.tap("Category")
    await owner.tap("Lifestyle")
    await owner.tap("language")
    await owner.tap("Spanish")
    assert "Lifestyle · Spanish" in owner.text
    await owner.tap("Pause")
    assert "Paused" in owner.text
    await owner.tap("Sell again")
    assert "On sale" in owner.text


async def test_a_channel_whose_creator_is_another_says_who_is_paid(stage: Stage, owner: Phone) -> None:
    stage.telegram.makes_creator(-1001, 555)
    stage.telegram.makes_admin(-1001, OWNER)
    await open_wizard(owner)
    await owner.say("@coffee")
    assert "Payouts are received by U555" in owner.text


async def test_a_check_that_finds_nothing_wrong_says_so(stage: Stage, owner: Phone) -> None:
    """The card looks as before, and without a word the tap would seem to have been lost."""
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin())
    await owner.tap("My channels")
    await owner.tap("Coffee daily")
    await owner.tap("Check again")
    assert "Checked: all is well." in stage.bot.alerts


async def test_rights_that_another_bot_took_away_are_lost_too(owner: Phone) -> None:
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin())
    await owner.rights(CHANNEL, admin(), LEFT, by_bot=True)
    assert (await Channel.get()).status is ChannelStatus.RIGHTS_LOST


async def test_the_wizards_back_button_leads_back(stage: Stage, owner: Phone) -> None:
    await open_wizard(owner)
    back = stage.screens.keyboards[-1].keyboard[1][0].text
    assert back.startswith("← Back")
    await owner.say(back)
    assert "<b>My channels</b>" in owner.text


async def test_a_check_on_the_card_names_exactly_what_is_missing(stage: Stage, owner: Phone) -> None:
    await owner.say("/start")
    await owner.rights(CHANNEL, LEFT, admin())
    stage.telegram.makes_admin(-1001, BOT, is_bot=True, can_delete=False)
    await owner.tap("My channels")
    await owner.tap("Coffee daily")
    await owner.tap("Check again")
    assert "✅ post, ✅ edit, ❌ delete messages" in stage.bot.alerts[-1]
    assert "lost my rights" in owner.text
    stage.telegram.makes_admin(-1001, BOT, is_bot=True)
    await owner.tap("Check again")
    assert "lost my rights" not in owner.text
