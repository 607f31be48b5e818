"""Somebody blocks the bot: who waits for him is told once, where it matters, and nobody else."""

from typing import Any

import pytest

from models import ChannelManager, Deal, DealStatus, Notice, Party, User
from services.actor import Actor
from services.unreachable import KEY, awaits
from services.users import Users
from tests.makers import ADVERTISER, OWNER, START, StillClock, a_channel, a_deal, a_user
from tests.services.people.post import BLOCKED, Chats, a_delivery, a_notice

S = DealStatus
TURNS: list[tuple[DealStatus, dict[str, Any], set[Party]]] = [
    (S.NEGOTIATION, {}, {Party.OWNER}),
    (S.NEGOTIATION, {"offered_by": Party.OWNER}, {Party.ADVERTISER}),
    (S.OWNER_ACCEPTED, {"payer_address": None}, {Party.ADVERTISER}),
    (S.OWNER_ACCEPTED, {"payout_address": None}, {Party.OWNER}),
    (S.AWAITING_ESCROW_PAYMENT, {}, {Party.ADVERTISER}),
    (S.CREATIVE_PENDING_OWNER, {}, {Party.OWNER}),
    (S.CREATIVE_SUBMITTED, {}, {Party.ADVERTISER}),
    (S.CREATIVE_CHANGES_REQUESTED, {}, {Party.OWNER}),
    (S.CREATIVE_APPROVED, {}, {Party.OWNER, Party.ADVERTISER}),
    (S.CREATIVE_APPROVED, {"proposed_by": Party.OWNER}, {Party.ADVERTISER}),
    (S.SCHEDULED, {"proposed_by": Party.OWNER}, set()),
    (S.POSTED, {}, set()),
    (S.RETENTION_CHECK, {}, set()),
    (S.RETENTION_CHECK, {"cure_ends_at": START}, {Party.OWNER}),
    (S.RELEASED, {}, set()),
]


@pytest.mark.parametrize(("status", "facts", "who"), TURNS)
async def test_whose_turn_it_is(db: None, status: DealStatus, facts: dict[str, Any], who: set[Party]) -> None:
    deal = await a_deal(status, **facts)
    assert {side for side in (Party.ADVERTISER, Party.OWNER) if awaits(deal, side)} == who


async def told() -> list[int]:
    return [notice.user_id for notice in await Notice.filter(key=KEY).order_by("id")]


async def test_the_other_side_is_told_once_for_each_step(db: None, clock: StillClock) -> None:
    users = Users(clock)
    deal = await a_deal(S.CREATIVE_PENDING_OWNER, due_at=START)
    for is_blocked in (True, False, True):
        await users.blocked(Actor(OWNER), is_blocked)
    assert await told() == [ADVERTISER]
    clock.pass_(hours=1)
    await Deal.filter(id=deal.id).update(status=S.CREATIVE_CHANGES_REQUESTED, entered_at=clock.now)
    clock.pass_(hours=1)
    await users.blocked(Actor(OWNER), True)
    assert await told() == [ADVERTISER, ADVERTISER]


async def test_a_notice_that_does_not_arrive_tells_it_too(db: None, clock: StillClock) -> None:
    deal = await a_deal(S.CREATIVE_SUBMITTED, due_at=START)
    await a_notice(ADVERTISER, deal_id=deal.id)
    await a_delivery(clock, Chats(trouble={ADVERTISER: [BLOCKED]})).send_due()
    assert await told() == [OWNER]


async def test_a_side_with_somebody_else_within_reach_is_not_spoken_of(db: None, clock: StillClock) -> None:
    channel = await a_channel()
    await a_user(44)
    await ChannelManager.create(channel_id=channel.id, user_id=44)
    await a_deal(S.CREATIVE_PENDING_OWNER, due_at=START)
    await Users(clock).blocked(Actor(OWNER), True)
    assert await told() == []
    await Users(clock).blocked(Actor(44), True)
    assert await told() == [ADVERTISER]
    assert await User.filter(blocked_bot_at=None).count() == 1
