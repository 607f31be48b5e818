"""Broadcasts: everybody of the audience once, whatever happens in between; stopped at once; counted truly."""

import pytest

from models import Broadcast, BroadcastState, Notice, User
from services.actor import Actor
from services.broadcasts import STRETCH, WAITING_AT_MOST, Audience, Broadcasts
from services.errors import Forbidden, GoneAhead, NotFound
from tests.makers import ADVERTISER, OWNER, START, StillClock, a_deal, a_user
from tests.services.people.post import BLOCKED, Chats, a_delivery


async def a_crowd(count: int) -> None:
    people = [User(id=1000 + number, language="en", created_at=START) for number in range(count)]
    await User.bulk_create(people, batch_size=500)


async def test_everybody_gets_it_once_over_any_number_of_restarts(
    broadcasts: Broadcasts, clock: StillClock, admin: Actor
) -> None:
    await a_crowd(STRETCH * 2 + 50)
    chats = Chats()
    begun = await broadcasts.start(admin, 5, Audience.ALL)
    assert begun.total == STRETCH * 2 + 50
    assert [await broadcasts.spread_due() for _ in range(3)] == [STRETCH, STRETCH, 0], "few wait at a time"
    assert await Notice.all().count() == WAITING_AT_MOST
    while (await Broadcast.get()).state is BroadcastState.RUNNING or await Notice.filter(sent_at=None).exists():
        await a_delivery(clock, chats).send_due()
        await Broadcasts(clock).spread_due()
    assert sorted(to for _, to, _ in chats.sent) == [1000 + number for number in range(STRETCH * 2 + 50)]
    progress = await broadcasts.progress(admin, begun.id)
    assert (progress.sent, progress.waiting, progress.blocked) == (STRETCH * 2 + 50, 0, 0)
    assert set(chats.opened) == {"notices:0"}, "with the button that switches it off"


async def test_two_workers_spread_no_stretch_twice(broadcasts: Broadcasts, admin: Actor) -> None:
    await a_crowd(10)
    begun = await broadcasts.start(admin, 5, Audience.ALL)
    stale = await Broadcast.get(id=begun.id)
    assert await broadcasts.spread_due() == 10
    assert await broadcasts._spread(stale) == 0
    assert await Notice.all().count() == 10


async def test_a_stop_is_felt_at_once_and_said_once(broadcasts: Broadcasts, clock: StillClock, admin: Actor) -> None:
    await a_crowd(30)
    begun = await broadcasts.start(admin, 5, Audience.ALL)
    await broadcasts.spread_due()
    await broadcasts.stop(admin, begun.id)
    chats = Chats()
    assert await a_delivery(clock, chats).send_due() == 0
    assert await broadcasts.spread_due() == 0
    progress = await broadcasts.progress(admin, begun.id)
    assert (progress.sent, progress.waiting, progress.failed) == (0, 0, 0)
    with pytest.raises(GoneAhead):
        await broadcasts.stop(admin, begun.id)


async def test_results_tell_sent_blocked_and_failed_apart(
    broadcasts: Broadcasts, clock: StillClock, admin: Actor
) -> None:
    await a_crowd(4)
    await User.filter(id=1003).update(muted=["news"])
    begun = await broadcasts.start(admin, 5, Audience.ALL)
    await broadcasts.spread_due()
    chats = Chats(trouble={1000: [BLOCKED]})
    await a_delivery(clock, chats).send_due()
    progress = await broadcasts.progress(admin, begun.id)
    assert (progress.sent, progress.blocked, progress.failed) == (2, 1, 0)


async def test_audiences_are_those_that_their_names_say(broadcasts: Broadcasts, admin: Actor) -> None:
    await a_deal()
    await a_user(500, language="ru")
    await a_user(501, is_banned=True)
    await a_user(502, blocked_bot_at=START)
    await a_user(503, language="")
    count = broadcasts.count
    assert await count(admin, Audience.ALL) == 3
    assert await count(admin, Audience.ALL, "ru") == 1
    assert await count(admin, Audience.OWNERS) == 1
    assert await count(admin, Audience.ADVERTISERS) == 1
    assert await count(admin, Audience.OWNERS, "ru") == 0
    assert {ADVERTISER, OWNER, 500} == {user.id for user in await User.exclude(id__in=[501, 502, 503])}


async def test_nobody_else_broadcasts(broadcasts: Broadcasts, admin: Actor) -> None:
    begun = await broadcasts.start(admin, 5, Audience.ALL)
    stranger = Actor(OWNER)
    for act in (
        broadcasts.start(stranger, 5, Audience.ALL),
        broadcasts.stop(stranger, begun.id),
        broadcasts.progress(stranger, begun.id),
        broadcasts.recent(stranger),
        broadcasts.count(stranger, Audience.ALL),
    ):
        with pytest.raises(Forbidden):
            await act
    with pytest.raises(NotFound):
        await broadcasts.progress(admin, 404)
    assert await Broadcast.all().count() == 1
