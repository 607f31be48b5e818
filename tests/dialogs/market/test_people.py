"""A channel's people on its card: rights by taps, everybody told, old buttons harmless, strangers outside."""

import pytest

from models import ChannelManager, Notice, User
from services.actor import Actor
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import ADVERTISER, OWNER

CHANNEL = {"id": -1001, "type": "channel", "title": "Coffee daily", "username": "coffee"}
EDITOR = ADVERTISER


@pytest.fixture
async def editor(stage: Stage, advertiser: Phone) -> Phone:
    """An administrator of the owner's channel who has met the bot."""
    stage.telegram.makes_admin(-1001, EDITOR)
    await advertiser.say("/start")
    return advertiser


@pytest.fixture
async def card(stage: Stage, owner: Phone, editor: Phone) -> Phone:
    await owner.say("/start")
    await stage.services.channels.add(Actor(OWNER), "@coffee")
    await owner.tap("My channels")
    await owner.tap("Coffee daily")
    return owner


async def rights() -> list[tuple[bool, bool, bool]]:
    rows = await ChannelManager.filter(user_id=EDITOR)
    return [(row.can_accept, row.can_creative, row.can_payout) for row in rows]


async def test_rights_are_given_and_taken_by_taps(card: Phone) -> None:
    await card.tap("People")
    assert "👑 <b>U22</b>: deals, posts, payouts" in card.text
    assert "👤 <b>U11</b>: no rights yet" in card.text
    await card.tap("U11")
    await card.tap("Posts")
    await card.tap("Payouts")
    assert await rights() == [(False, True, True)]
    assert "✅ Payouts" in card.labels
    await card.tap("Payouts")
    await card.tap("Back")
    assert "👤 <b>U11</b>: posts" in card.text
    assert [notice.user_id for notice in await Notice.all()] == [EDITOR] * 3


async def test_a_button_that_is_tapped_three_times_acts_once(card: Phone) -> None:
    await card.tap("People")
    await card.tap("U11")
    old = card.message
    for _ in range(3):
        await card.tap("Deals", old)
    assert await rights() == [(True, False, False)]
    assert await Notice.all().count() == 1


async def test_all_at_once_and_the_new_manager_sees_the_channel_without_giving_rights(
    card: Phone, editor: Phone
) -> None:
    await card.tap("People")
    await card.tap("All: deals and posts")
    assert not any("All:" in label for label in card.labels)
    await editor.press("open:channel:1")
    assert "Coffee daily" in editor.text
    assert not any("Take it out" in label for label in editor.labels)
    await editor.tap("People")
    assert "Rights are given by the channel's creator" in editor.text
    assert not any("U22" in label for label in editor.labels)


async def test_a_former_managers_old_button_does_nothing(card: Phone, editor: Phone, stage: Stage) -> None:
    await card.tap("People")
    await card.tap("All: deals and posts")
    await editor.press("open:channel:1")
    stage.telegram.removes(-1001, EDITOR)
    await card.changes_admin(CHANNEL, EDITOR, {"status": "left"})
    assert await rights() == []
    await editor.tap("People")
    assert "What would you like" in editor.text or "Find channels" in " ".join(editor.labels)


async def test_joins_of_strangers_write_nobody_down(card: Phone) -> None:
    known = await User.all().count()
    await card.changes_admin(CHANNEL, 987654, {"status": "member"})
    assert await User.all().count() == known


async def test_a_silent_telegram_is_said_and_asked_again(card: Phone, stage: Stage) -> None:
    stage.telegram.silent = True
    await card.tap("People")
    assert "Telegram does not answer" in card.text
    stage.telegram.silent = False
    await card.tap("Check again")
    assert "<b>U11</b>" in card.text


async def test_a_second_administrator_is_told_that_he_was_announced(card: Phone, editor: Phone, stage: Stage) -> None:
    await editor.tap("My channels")
    await editor.tap("Add a channel")
    await editor.say("@coffee")
    assert "listed already" in stage.bot.said[-1]
    assert [(notice.user_id, notice.key) for notice in await Notice.all()] == [(OWNER, "notice-manager-asks")]


async def test_a_channel_is_taken_out_after_one_question(card: Phone) -> None:
    await card.tap("Take it out")
    assert "out of the market?" in card.text
    await card.tap("Yes, take it out")
    assert "No channels yet" in card.text
