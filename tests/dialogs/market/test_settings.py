"""Notices that can be switched off, and quiet hours, in both languages; whatever is typed gets an answer."""

import pytest

from models import User
from tests.dialogs.junk import JUNK, MEDIA
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import ADVERTISER


async def me() -> User:
    return await User.get(id=ADVERTISER)


async def test_news_are_switched_off_and_on_by_one_tap(advertiser: Phone) -> None:
    await advertiser.say("/start")
    await advertiser.tap("Settings")
    await advertiser.tap("Notices")
    await advertiser.tap("Briefs and invitations")
    assert (await me()).muted == ["briefs"]
    assert "🔕 Briefs and invitations" in advertiser.labels
    await advertiser.tap("Briefs and invitations")
    assert (await me()).muted == []


@pytest.mark.parametrize("night", ["22-8", "22:00 – 08:00", "с 22 до 8", "from 22 to 8", "22 8"])
async def test_quiet_hours_are_chosen_or_written_in_any_way(advertiser: Phone, night: str) -> None:
    await advertiser.say("/start")
    await advertiser.press("open:notices:0")
    await advertiser.tap("Quiet hours")
    await advertiser.say(night)
    assert "Quiet from 22:00 to 8:00" in advertiser.text
    await advertiser.tap("Quiet hours")
    await advertiser.tap("23:00–7:00")
    assert ((await me()).quiet_from_hour, (await me()).quiet_to_hour) == (23, 7)
    await advertiser.tap("Quiet hours")
    await advertiser.tap("No quiet hours")
    assert "No quiet hours" in advertiser.text
    assert (await me()).quiet_from_hour is None


async def test_it_is_said_in_russian_too(stage: Stage, advertiser: Phone) -> None:
    await advertiser.say("/language")
    await advertiser.tap("Русский")
    await advertiser.tap("Уведомления")
    assert "🔔 О чём я пишу" in advertiser.text
    await advertiser.tap("Тихие часы")
    await advertiser.say("никогда")
    assert "22-8" in stage.bot.said[-1]
    await advertiser.say("с 23 до 9")
    assert "Тихо с 23:00 до 9:00" in advertiser.text


@pytest.mark.parametrize("junk", [*JUNK, "25-7", "7-7", "8", "-"])
async def test_what_is_no_night_is_answered_and_changes_nothing(stage: Stage, advertiser: Phone, junk: str) -> None:
    await advertiser.say("/start")
    await advertiser.press("open:notices:0")
    await advertiser.tap("Quiet hours")
    await advertiser.say(junk)
    await advertiser.send(**MEDIA)
    assert len(stage.bot.said) == 2
    assert "Quiet hours" in advertiser.text
    assert (await me()).quiet_from_hour is None
