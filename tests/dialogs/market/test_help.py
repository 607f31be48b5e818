"""The pages that people may ask for, letters, and reports; in both languages. Help about screens: `test_about.py`."""

import pytest

from handlers import COMMANDS, bot_commands
from models import Notice, Report, SupportLine, User
from services.actor import Actor
from tests.dialogs.junk import JUNK, MEDIA
from tests.dialogs.market.stage import ADMIN, Phone, Stage
from tests.makers import ADVERTISER, OWNER, a_channel, a_deal


@pytest.mark.parametrize(
    ("language", "pages"),
    [
        ("en", {"support": "What is the matter?", "privacy": "Privacy", "terms": "takes 5 %"}),
        ("ru", {"support": "Что случилось?", "privacy": "Приватность", "terms": "берёт 5 %"}),
    ],
)
async def test_support_privacy_and_terms_answer_and_are_listed(
    stage: Stage, advertiser: Phone, language: str, pages: dict[str, str]
) -> None:
    await advertiser.say("/start")
    await User.filter(id=ADVERTISER).update(language=language)
    for name, words in pages.items():
        await advertiser.say(f"/{name}")
        assert words in advertiser.text
        assert "@market_help" in advertiser.text
        assert name in COMMANDS
    assert all(command.description for command in bot_commands(stage.texts, language))
    await advertiser.say("/help")
    assert len(advertiser.labels) == 5


async def test_a_letter_goes_to_the_admins_and_its_answer_is_answered_back(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/support")
    await advertiser.send(**MEDIA, caption="Look at this")
    assert "Sent" in advertiser.text
    await advertiser.say("And this")
    assert [line.text for line in await SupportLine.all().order_by("id")] == ["Look at this", "And this"]
    await stage.services.support.answer(Actor(ADMIN, is_admin=True), ADVERTISER, "Seen")
    await Notice.filter(user_id=ADVERTISER).update(message_id=700)
    chat = {"id": ADVERTISER, "type": "private"}
    bot = {"id": stage.bot.id, "is_bot": True, "first_name": "Market"}
    answer = {"message_id": 700, "date": 0, "chat": chat, "from_user": bot, "text": "Seen"}
    await advertiser.say("/start")
    await advertiser.send(text="Thank you", reply_to_message=answer)
    assert (await SupportLine.all().order_by("-id").first()).text == "Thank you"  # type: ignore[union-attr]  # there are some


async def test_somebody_banned_can_say_that_it_was_a_mistake(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/start")
    await stage.services.moderation.ban(Actor(ADMIN, is_admin=True), ADVERTISER, "Fraud")
    await advertiser.say("/support it was my brother")
    assert (await SupportLine.get()).text == "it was my brother"
    await advertiser.say("/support")
    assert "Words are needed" in stage.bot.said[-1]


async def test_a_listing_is_reported_and_the_reporter_hears_of_the_end(stage: Stage, advertiser: Phone) -> None:
    await a_channel()
    await advertiser.say("/start listing-1")
    await advertiser.tap("Report")
    await advertiser.tap("Fake figures")
    await advertiser.say("Only <b>bots</b>")
    assert "Report Channel?" in advertiser.text
    assert await Report.all().count() == 0, "asked before"
    old = advertiser.message
    await advertiser.tap("Yes, report")
    assert "Thank you" in advertiser.text
    await advertiser.tap("Yes, report", old)
    report = await Report.get()
    assert (report.entity_type, report.reason, report.words) == ("listing", "fake", "Only <b>bots</b>")
    await advertiser.tap("Back")
    assert "Channel" in advertiser.text
    await stage.services.reports.decide(Actor(ADMIN, is_admin=True), report.id, is_upheld=True)
    assert await Notice.filter(user_id=ADVERTISER, key="notice-report-upheld").exists()


async def test_the_other_side_of_a_deal_is_reported_from_the_conversation(stage: Stage) -> None:
    await a_deal()
    owner = stage.phone(OWNER)
    await owner.say("/language")
    await owner.tap("Русский")
    await owner.say("/start deal-1")
    await owner.tap("Переписка")
    await owner.tap("Пожаловаться")
    await owner.tap("Грубость")
    await owner.tap("Пропустить")
    await owner.tap("Да, пожаловаться")
    report = await Report.get()
    assert (report.entity_type, report.entity_id, report.reporter_id) == ("user", ADVERTISER, OWNER)
    assert "Спасибо" in owner.text


async def test_letters_and_reports_take_anything_and_answer(stage: Stage, advertiser: Phone) -> None:
    await a_channel()
    for junk in JUNK:
        await advertiser.say("/support")
        await advertiser.say(junk)
        await advertiser.send(**MEDIA)
        await advertiser.say("/start listing-1")
        await advertiser.tap("Report")
        await advertiser.tap("Spam")
        await advertiser.send(**MEDIA)
        await advertiser.say(junk)
    assert sum("Words are needed" in words for words in stage.bot.said) == 2 * len(JUNK)
    assert sum("too long" in words for words in stage.bot.said) == 2
    assert "Something went wrong" not in " ".join(stage.bot.said)
