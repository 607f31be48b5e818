"""Writing a brief in the chat: step by step, in any notation, with anything typed where words are wanted."""

from typing import Any

import pytest

from models import Campaign, CampaignStatus, Party
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import STRANGER

TON = 10**9
LONG, HTML, ARABIC, EMOJI = "я" * 10_000, "<b>&</i> <script>", "إعلان عن الشاي", "🫖🍵" * 5
PHOTO: dict[str, Any] = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}
STICKER: dict[str, Any] = {
    "sticker": {
        "file_id": "f",
        "file_unique_id": "u",
        "type": "regular",
        "width": 1,
        "height": 1,
        "is_animated": False,
        "is_video": False,
    }
}


async def begins(phone: Phone) -> None:
    await phone.say("/start")
    await phone.tap("Briefs")
    await phone.tap("New brief")


async def publishes(
    phone: Phone, title: str = "Tea shop", text: str = "Tell them about tea", budget: str = "20"
) -> None:
    await begins(phone)
    await phone.say(title)
    await phone.say(text)
    await phone.say(budget)
    await phone.tap("Publish")


async def test_three_lines_make_a_brief(advertiser: Phone) -> None:
    await publishes(advertiser)
    assert "📄 <b>Tea shop</b>" in advertiser.text
    assert "🟢 open until 15 Jun 12:00" in advertiser.text
    assert "A post: <b>up to 20 TON</b>" in advertiser.text
    await advertiser.tap("Back")
    assert "🟢 Tea shop" in advertiser.labels


async def test_nothing_is_published_before_it_was_seen_whole(advertiser: Phone) -> None:
    await begins(advertiser)
    await advertiser.say("Tea shop")
    await advertiser.tap("Back")
    assert "Nobody sees it yet" in advertiser.text
    assert not any("Publish" in label for label in advertiser.labels)
    assert not await Campaign.exists()


async def test_every_part_is_two_taps_away_at_most_and_no_screen_is_crowded(advertiser: Phone) -> None:
    await begins(advertiser)
    for words in ("Tea shop", "Tell them about tea", "10-50"):
        await advertiser.say(words)
    assert len(advertiser.choices) <= 8
    await advertiser.tap("Which channels")
    assert len(advertiser.choices) <= 8
    await advertiser.tap("Subscribers")
    await advertiser.say("5k")
    await advertiser.tap("Category")
    await advertiser.tap("Lifestyle")
    await advertiser.tap("Channel's language")
    await advertiser.tap("Russian")
    await advertiser.tap("Back")
    await advertiser.tap("Links, limits")
    assert len(advertiser.choices) <= 8
    await advertiser.tap("Links")
    await advertiser.say("https://tea.example")
    await advertiser.tap("Not wanted")
    await advertiser.say("No jokes")
    await advertiser.tap("14 days")
    await advertiser.tap("30 days")
    await advertiser.tap("Owner writes")
    await advertiser.tap("Back")
    await advertiser.tap("Publish")
    brief = await Campaign.get()
    assert (brief.min_price_nano, brief.max_price_nano, brief.min_subscribers) == (10 * TON, 50 * TON, 5000)
    assert (brief.category, brief.language, brief.links) == ("lifestyle", "ru", "https://tea.example")
    assert (brief.restrictions, brief.window_days, brief.author) == ("No jokes", 30, Party.ADVERTISER)


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("20", 0, 20),
        ("up to 100", 0, 100),
        ("10-50", 10, 50),
        ("1.5k", 0, 1500),
        ("5+", 5, 10**6),
        ("от 5 до 7,5", 5, 7.5),
    ],
)
async def test_a_budget_is_read_in_many_notations(advertiser: Phone, words: str, least: int, most: float) -> None:
    await publishes(advertiser, budget=words)
    brief = await Campaign.get()
    assert (brief.min_price_nano, brief.max_price_nano) == (least * TON, most * TON)


@pytest.mark.parametrize("words", ["1,500", "cheap", "0", EMOJI, ARABIC, HTML, LONG, "99999999999999999"])
async def test_what_is_no_budget_is_said_and_asked_again(stage: Stage, advertiser: Phone, words: str) -> None:
    await begins(advertiser)
    await advertiser.say("Tea shop")
    await advertiser.say("Tell them about tea")
    before = len(stage.bot.said)
    await advertiser.say(words)
    assert len(stage.bot.said) == before + 1
    assert "What may one post cost?" in advertiser.text
    await advertiser.say("20")
    assert "Nobody sees it yet" in advertiser.text


@pytest.mark.parametrize("words", [HTML, ARABIC, EMOJI, "1,500", "/unknown"])
async def test_strange_titles_and_texts_are_shown_as_they_were_written(advertiser: Phone, words: str) -> None:
    await publishes(advertiser, title=words, text=words)
    brief = await Campaign.get()
    assert (brief.title, brief.text) == (words, words)
    assert "<script>" not in advertiser.text


@pytest.mark.parametrize("window", ["title", "text", "budget", "Subscribers", "Links", "Not wanted"])
async def test_media_and_endless_words_are_answered_in_every_window(
    stage: Stage, advertiser: Phone, window: str
) -> None:
    await begins(advertiser)
    for name, words in (("title", "Tea shop"), ("text", "About tea"), ("budget", "20")):
        if name == window:
            break
        await advertiser.say(words)
    else:
        await advertiser.tap("Which channels" if window == "Subscribers" else "Links, limits")
        await advertiser.tap(window)
    shown = advertiser.text
    for content in ({"text": LONG}, PHOTO, STICKER):
        before = len(stage.bot.said)
        await advertiser.send(**content)
        assert len(stage.bot.said) == before + 1
        assert advertiser.text == shown


async def test_a_caption_counts_as_words(advertiser: Phone) -> None:
    await begins(advertiser)
    await advertiser.send(**PHOTO, caption="Tea shop")
    assert "What should the post say?" in advertiser.text


async def test_three_taps_publish_once(advertiser: Phone) -> None:
    await begins(advertiser)
    for words in ("Tea shop", "Tell them about tea", "20"):
        await advertiser.say(words)
    whole = advertiser.message
    for _ in range(3):
        await advertiser.tap("Publish", whole)
    assert await Campaign.all().count() == 1


async def test_a_brief_is_changed_paused_extended_and_closed(advertiser: Phone) -> None:
    await publishes(advertiser)
    await advertiser.tap("Change")
    await advertiser.tap("Title")
    await advertiser.say("Coffee shop")
    assert "Every change is saved at once" in advertiser.text
    await advertiser.tap("Back")
    assert "Coffee shop" in advertiser.text
    await advertiser.tap("Pause")
    assert "⏸ paused" in advertiser.text
    await advertiser.tap("Take offers again")
    await advertiser.tap("Two more weeks")
    await advertiser.tap("Close")
    assert "for good" in advertiser.text
    await advertiser.tap("Yes, close it")
    assert "✖️ closed" in advertiser.text
    assert (await Campaign.get()).status is CampaignStatus.CLOSED
    assert not any(word in label for label in advertiser.labels for word in ("Change", "Pause", "weeks", "Close"))


async def test_a_sixth_brief_is_refused_with_the_reason(stage: Stage, advertiser: Phone) -> None:
    for _ in range(5):
        await publishes(advertiser)
    await publishes(advertiser)
    assert "5 briefs open" in stage.bot.alerts[-1]
    assert await Campaign.all().count() == 5


async def test_a_stranger_reads_a_brief_by_its_link_and_has_none_of_its_buttons(
    stage: Stage, advertiser: Phone
) -> None:
    await publishes(advertiser)
    card = advertiser.message
    mallory = stage.phone(STRANGER)
    await mallory.say("/start campaign-1")
    assert "Tea shop" in mallory.text
    assert "invited" not in mallory.text
    assert not any(word in label for label in mallory.labels for word in ("Change", "Pause", "Close", "weeks"))
    for label in ("Change", "Pause", "Close", "Two more weeks"):
        await mallory.tap(label, card)
    assert (await Campaign.get()).status is CampaignStatus.OPEN
    await mallory.tap("Offer a post")


@pytest.mark.parametrize(
    "link", ["campaign-2", "campaign-0", "campaign-", "campaign--1", "application-1", "campaign-1x"]
)
async def test_links_to_what_is_not_there_lead_home(advertiser: Phone, link: str) -> None:
    await publishes(advertiser)
    await advertiser.say(f"/start {link}")
    assert "Ads in Telegram channels" in advertiser.text
