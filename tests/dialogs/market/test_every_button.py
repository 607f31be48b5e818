"""Nobody moves anything of others, by whatever button or words of whatever screen: all are found in the code."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup

from dialogs.states import (
    Admin,
    Applications,
    Campaigns,
    Channels,
    ChannelStats,
    CreativeReview,
    DealRoom,
    Help,
    ListingEditor,
    Report,
    Wallet,
)
from handlers import COMMANDS
from handlers.commands import OPENED, ROOMS
from models import Channel, ChannelManager, Creative, Deal, DealStatus
from services.actor import Actor
from services.applications import OfferDraft
from tests.dialogs.campaigns.test_briefs import PHOTO
from tests.dialogs.market.every_button import ALL_STATES, CHOSEN, Rows, arm, listens, press, pressed, remembered, rows
from tests.dialogs.market.stage import ADMIN, Stage
from tests.makers import ADDRESSES, ADVERTISER, OWNER, START, STRANGER, a_deal, a_user

TON = 10**9
SECRET = "Readers of Channel drink nothing but tea"
SAID: list[dict[str, Any]] = [{"text": "15"}, {"text": "3/48"}, {"text": "Sell it to me"}, PHOTO]
STATUSES = [DealStatus.NEGOTIATION, DealStatus.CREATIVE_SUBMITTED, DealStatus.CREATIVE_APPROVED, DealStatus.DISPUTED]
ACTS_ON_DEALS: list[State] = [
    *(DealRoom.confirm, DealRoom.counter, DealRoom.format, DealRoom.date, DealRoom.hour, DealRoom.case),
    *(DealRoom.talk, Wallet.home, Wallet.payment, *CreativeReview.__states__),
]
"""Windows whose buttons do different things at different times of a deal."""
GROUPS = sorted({state.group for state in ALL_STATES}, key=lambda group: group.__name__)
OPEN_TO_ALL: dict[type, set[str]] = {Report: {"Report", "Notice"}, Help: {"SupportLine", "Notice"}}
"""Doors at which anybody may add something of his own."""
OF_FORMER_MANAGERS: dict[Any, set[str]] = {
    ChannelStats.show: {"StatsSnapshot", "Channel", "Listing"},  # figures are Telegram's, not his
    DealRoom.talk: {"DealMessage", "Notice"},  # words are no right: he is heard until Telegram tells that he is gone
}


@pytest.fixture(autouse=True)
async def town(stage: Stage) -> None:
    """A listing, a brief with an offer for it, and a deal with a post: none of the stranger's."""
    for user in (1, ADVERTISER, OWNER, STRANGER):
        wallet = {"wallet_address": ADDRESSES["fee"], "wallet_proved_at": START}
        await a_user(user, first_name=f"User_{user}", language="en", **wallet)
    deal = await a_deal()
    brief = await stage.services.campaigns.publish(
        Actor(ADVERTISER), title="Tea shop", text="About tea", max_price_nano=20 * TON
    )
    await Channel.filter(id=deal.channel_id).update(chat_id=-1001, creator_id=OWNER)
    draft = OfferDraft(brief.id, deal.channel_id, "1/24", 8 * TON, SECRET)
    await stage.services.applications.apply(Actor(OWNER), draft, brief.version)
    await Creative.create(deal_id=deal.id, version=1, author="owner", user_id=OWNER, text=SECRET, created_at=START)


async def tries_everything(stage: Stage, state: State, before_each: Callable[[], Awaitable[object]]) -> None:
    for data in remembered(state):
        for button in pressed(state):
            await before_each()
            await press(stage, STRANGER, await arm(stage, STRANGER, state, data), button)
        for content in SAID if listens(state) else []:
            await before_each()
            await arm(stage, STRANGER, state, data)
            await stage.phone(STRANGER).send(**content)


def moved(before: Rows, after: Rows, allowed: set[str]) -> list[tuple[str, Any]]:
    """What is not as it was, but for what the person has of his own."""
    changed = {key for key in {**before, **after} if before.get(key) != after.get(key)}
    return sorted(key for key in changed if key[0] not in allowed and key not in {("User", STRANGER)})


def moments_of(group: type[StatesGroup]) -> list[tuple[State, DealStatus]]:
    """Every window of a dialog, at each of the times that make a difference to it."""
    states = [state for state in ALL_STATES if state.group is group]
    return [(state, at) for state in states for at in (STATUSES if state in ACTS_ON_DEALS else STATUSES[:1])]


async def nothing() -> None:
    """A stranger is a stranger."""


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
async def test_a_stranger_moves_nothing(stage: Stage, group: type[StatesGroup]) -> None:
    allowed = {"AuditLog", *OPEN_TO_ALL.get(group, set())}
    for state, status in moments_of(group):
        await Deal.filter(id=1).update(status=status)
        before = await rows()
        await tries_everything(stage, state, nothing)
        assert moved(before, await rows(), allowed) == [], (state, status)
    assert not any(SECRET in str(message.text) for message in stage.screens.sent_messages)
    assert not any(SECRET in words for words in stage.bot.said)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
async def test_a_former_manager_moves_nothing_either(stage: Stage, group: type[StatesGroup]) -> None:
    """He has every right here, and is no administrator there any more; nobody has told us yet."""

    async def still_listed() -> None:
        await ChannelManager.get_or_create(channel_id=1, user_id=STRANGER, defaults={"can_payout": True})

    for state, status in moments_of(group):
        allowed = {"AuditLog", *OPEN_TO_ALL.get(group, set()), *OF_FORMER_MANAGERS.get(state, set())}
        await Deal.filter(id=1).update(status=status)
        before = await rows()
        await tries_everything(stage, state, still_listed)
        assert moved(but_his_leaving(before), but_his_leaving(await rows()), allowed) == [], (state, status)


def but_his_leaving(found: Rows) -> Rows:
    """That he has lost his rights is written down, and he is told."""
    his = ("ChannelManager", "Notice")
    return {key: row for key, row in found.items() if key[0] not in his or row["user_id"] != STRANGER}


@pytest.mark.parametrize(
    ("person", "state", "button", "more"),
    [
        (OWNER, ListingEditor.card, "pause", {}),
        (OWNER, Channels.people, "all", {}),
        (OWNER, DealRoom.confirm, "yes", {"action": "accept"}),
        (OWNER, DealRoom.format, "f:2/48", {}),
        (OWNER, Applications.card, "withdraw", {}),
        (ADVERTISER, Applications.card, "decline", {}),
        (ADVERTISER, Campaigns.close, "yes", {}),
        (ADMIN, Admin.sure, "yes", {"act": "hide"}),
    ],
    ids=lambda value: getattr(value, "state", None) or str(value),
)
async def test_the_same_buttons_work_for_those_whose_they_are(
    stage: Stage, person: int, state: State, button: str, more: dict[str, Any]
) -> None:
    """So that what is refused above is refused because of the person."""
    stage.telegram.makes_admin(-1001, STRANGER)
    assert button in pressed(state)
    before = await rows()
    await press(stage, person, await arm(stage, person, state, {**CHOSEN, **more}), button)
    assert {name for name, _ in moved(before, await rows(), {"AuditLog", "User", "Notice"})}


async def test_no_command_link_or_notices_button_shows_or_moves_anything_of_others(stage: Stage) -> None:
    phone = stage.phone(STRANGER)
    await phone.say("/start")
    before = await rows()
    for command in (*COMMANDS, "admin"):
        await phone.say(f"/{command}")
        await phone.say(f"/{command} 1")
    for thing in ROOMS:
        await phone.say(f"/start {thing}-1")
    for thing in OPENED:
        await phone.press(f"open:{thing}:1")
        await phone.reply(f"open:{thing}:1", text="Sell it to me")
    assert moved(before, await rows(), {"AuditLog", "SupportLine"}) == []
    shown = [str(message.text) for message in stage.screens.sent_messages] + stage.bot.said
    assert not any(SECRET in words or "deal #1" in words.lower() for words in shown)
