"""The door of the chat: greeting, languages, deep links, old buttons, words that nobody asked for."""

from typing import Any

import pytest

from dialogs.live import redraw_deal
from models import User
from services.actor import Actor
from tests.dialogs.market.stage import ADMIN, Phone, Stage
from tests.makers import ADVERTISER, OWNER, STRANGER, a_deal

PRIVATE = {"id": ADVERTISER, "type": "private"}
ACTIVE = {"status": "member"}
KICKED = {"status": "kicked", "until_date": 0}


async def test_a_new_person_finds_everything_one_tap_away(advertiser: Phone) -> None:
    await advertiser.say("/start")
    assert "Ads in Telegram channels" in advertiser.text
    assert advertiser.labels[0] == "🔍 Find channels"
    assert "🛠 Administration" not in advertiser.labels


async def test_administrators_have_one_button_more(stage: Stage) -> None:
    phone = stage.phone(ADMIN)
    await phone.say("/start")
    assert "🛠 Administration" in phone.labels


async def test_the_next_screen_already_speaks_the_chosen_language(advertiser: Phone) -> None:
    await advertiser.say("/language")
    await advertiser.tap("Русский")
    assert "Настройки" in advertiser.text
    await advertiser.tap("Домой")
    assert "Найти каналы" in " ".join(advertiser.labels)


async def test_the_time_zone_is_asked_once(advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Set my time zone")
    await advertiser.say("Atlantis")
    await advertiser.say("Tokyo")
    assert "Tokyo, it is 1 Jun 21:00 there." in advertiser.text
    await advertiser.tap("Home")
    assert not any("time zone" in label for label in advertiser.labels)


async def test_a_city_is_one_tap(advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Set my time zone")
    await advertiser.tap("Moscow · 15:00")
    assert (await User.get(id=ADVERTISER)).timezone == "Europe/Moscow"


async def test_a_forgotten_screen_is_noticed_at_a_tap_and_not_before(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal()
    await advertiser.say(f"/start deal-{deal.id}")
    stage.forget_screens()
    shown = len(stage.screens.sent_messages)
    assert not await redraw_deal(stage.bg_factory, stage.bot, ADVERTISER, deal.id)
    assert len(stage.screens.sent_messages) == shown
    await advertiser.tap("Home")
    assert "Ads in Telegram channels" in advertiser.text


async def test_words_typed_in_the_menu_get_a_gentle_hint_and_the_screen_again(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/start")
    shown = len(stage.screens.sent_messages)
    await advertiser.say("hello?")
    assert "not waiting for a message" in stage.bot.said[-1]
    assert len(stage.screens.sent_messages) > shown
    assert "Ads in Telegram" in advertiser.text


async def test_words_before_any_screen_open_the_menu(advertiser: Phone) -> None:
    await advertiser.say("hello?")
    assert "Ads in Telegram" in advertiser.text


async def test_a_button_of_a_forgotten_screen_leads_home(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/start")
    old = advertiser.message
    await advertiser.say("/start")
    await advertiser.tap("My deals", old)
    assert "earlier screen" in stage.bot.alerts[-1]
    assert "Ads in Telegram" in advertiser.text


async def test_a_notices_button_opens_the_deal_with_the_menu_beneath(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal()
    await advertiser.say("/start")
    await advertiser.press(f"open:deal:{deal.id}")
    assert f"#{deal.id}" in advertiser.text
    await advertiser.tap("Back")
    assert "Ads in Telegram" in advertiser.text


async def test_a_deep_link_to_a_deal_is_closed_to_strangers(stage: Stage) -> None:
    deal = await a_deal()
    phone = stage.phone(STRANGER)
    await phone.say(f"/start deal-{deal.id}")
    assert "not yours to see" in stage.bot.said[-1]
    assert "Ads in Telegram" in phone.text


async def test_deep_links_open_listings_and_channels(stage: Stage, advertiser: Phone, owner: Phone) -> None:
    deal = await a_deal()
    await advertiser.say(f"/start listing-{deal.listing_id}")
    assert "📣 <b>Channel</b>" in advertiser.text
    await owner.say(f"/start channel-{deal.channel_id}")
    assert "On sale from 10 TON" in owner.text


async def test_an_unknown_button_is_answered(stage: Stage, advertiser: Phone) -> None:
    await advertiser.press("open:deal:x")
    assert "earlier screen" in stage.bot.alerts[-1]


async def test_my_deals_lead_to_the_deal(advertiser: Phone) -> None:
    deal = await a_deal()
    await advertiser.say("/start")
    assert "one running deal" in advertiser.text
    await advertiser.tap("My deals")
    assert "Being negotiated" in advertiser.text
    await advertiser.tap(f"#{deal.id}")
    await advertiser.tap("Back")
    assert "My deals" in advertiser.text


async def test_many_deals_come_in_pages(advertiser: Phone) -> None:
    deals = [await a_deal() for _ in range(8)]
    await advertiser.say("/start")
    await advertiser.tap("My deals")
    await advertiser.tap("Older")
    assert f"#{deals[0].id} " in advertiser.text
    assert f"#{deals[7].id} " not in advertiser.text
    await advertiser.tap("Newer")
    assert f"#{deals[7].id} " in advertiser.text


async def test_the_admin_command_is_a_word_like_any_other_to_others(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/admin")
    assert "not waiting" in stage.bot.said[-1]


async def test_an_album_gets_one_hint(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/start")
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    for _ in range(3):
        await advertiser.send(photo=photo, media_group_id="77")
    assert sum("not waiting" in words for words in stage.bot.said) == 1


async def test_a_redraw_passes_for_the_banned_and_for_the_unknown(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/start")
    await stage.services.moderation.ban(Actor(1, is_admin=True), ADVERTISER, "Fraud")
    for user_id in (ADVERTISER, 404):
        async with stage.manager(user_id) as manager:
            assert manager.has_context() is (user_id == ADVERTISER)


async def test_banned_people_are_told_once(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/start")
    await stage.services.moderation.ban(Actor(1, is_admin=True), ADVERTISER, "Fraud")
    shown = len(stage.screens.sent_messages)
    await advertiser.say("/start")
    await advertiser.say("/start")
    assert len(stage.screens.sent_messages) == shown
    assert sum("withdrawn" in words for words in stage.bot.said) == 1


async def test_blocking_and_coming_back_are_noticed(advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.rights(PRIVATE, ACTIVE, KICKED)
    assert (await User.get(id=ADVERTISER)).blocked_bot_at is not None
    await advertiser.rights(PRIVATE, KICKED, ACTIVE)
    assert (await User.get(id=ADVERTISER)).blocked_bot_at is None


async def test_a_defect_is_told_plainly(stage: Stage, advertiser: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    await advertiser.say("/start")

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(type(stage.services.market), "search", broken)
    await advertiser.tap("Find channels")
    assert "went wrong on our side" in stage.bot.alerts[-1]


async def test_commands_are_announced_in_both_languages(stage: Stage) -> None:
    from handlers import announce_commands

    await announce_commands(stage.bot, stage.texts)
    calls: list[Any] = stage.bot.calls
    first = [call.commands[0].description for call in calls]
    assert first == ["Open the menu", "Open the menu", "Открыть меню"]


async def test_owners_see_whose_channel_it_is(owner: Phone) -> None:
    await a_deal()
    await owner.say("/start")
    await owner.tap("My deals")
    assert "your channel" in owner.text
    assert owner.user_id == OWNER


async def test_the_app_has_a_button_where_telegram_can_open_it(stage: Stage, advertiser: Phone) -> None:
    from handlers import announce_app

    await advertiser.say("/start")
    assert "Open app" not in str(advertiser.message.reply_markup), "without https Telegram would refuse the button"
    await announce_app(stage.bot, stage.texts, "")
    stage.dispatcher["app_url"] = "https://ads.example/"
    await announce_app(stage.bot, stage.texts, "https://ads.example/")
    await advertiser.say("/start")
    assert "web_app=WebAppInfo(url='https://ads.example/')" in str(advertiser.message.reply_markup)
    calls: list[Any] = stage.bot.calls
    assert [call.menu_button.web_app.url for call in calls if hasattr(call, "menu_button")] == ["https://ads.example/"]
