"""What a person hears of and when: news can be switched off, nights can be quiet, and nothing that cannot wait does."""

from datetime import UTC, datetime, timedelta

import pytest

from models import DealStatus, Notice, User
from services.actor import Actor
from services.errors import BadNight, NotFound
from services.notice_kinds import Kind, quiet_until
from services.users import Users
from tests.makers import ADVERTISER, StillClock, a_deal, a_user
from tests.services.people.post import Chats, a_delivery, a_notice

ME = Actor(ADVERTISER)
NIGHT = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
MORNING = datetime(2026, 6, 2, 8, tzinfo=UTC)


async def at_night(clock: StillClock, **over: object) -> User:
    clock.now = NIGHT
    user = await a_user(ADVERTISER, quiet_from_hour=22, quiet_to_hour=8, **over)
    return await User.get(id=user.id)


async def due_of(notice: Notice) -> datetime:
    return (await Notice.get(id=notice.id)).due_at


async def test_news_that_were_switched_off_are_not_sent_and_steps_of_deals_always_are(
    db: None, clock: StillClock
) -> None:
    chats = Chats()
    await a_user(ADVERTISER)
    await Users(clock).mute(ME, Kind.BRIEFS, True)
    await a_notice(ADVERTISER, "notice-campaign-invitation")
    await a_notice(ADVERTISER, "notice-accept-advertiser")
    await a_delivery(clock, chats).send_due()
    assert chats.heard_by(ADVERTISER) == ["notice-accept-advertiser"]
    await Users(clock).mute(ME, Kind.BRIEFS, False)
    await a_notice(ADVERTISER, "notice-campaign-invitation")
    await a_delivery(clock, chats).send_due()
    assert chats.heard_by(ADVERTISER)[-1] == "notice-campaign-invitation"


async def test_at_night_what_can_wait_comes_in_the_morning(db: None, clock: StillClock) -> None:
    chats = Chats()
    await at_night(clock)
    notice = await a_notice(ADVERTISER, "notice-approve-creative-advertiser")
    assert await a_delivery(clock, chats).send_due() == 0
    assert await due_of(notice) == MORNING
    clock.now = MORNING
    assert await a_delivery(clock, chats).send_due() == 1


@pytest.mark.parametrize(
    ("key", "leaves_hours", "args"),
    [
        ("notice-warning-expire", 99, {}),
        ("notice-start-cure-owner", 99, {}),
        ("notice-wallet-changed", None, {}),
        ("notice-dispute-admin", 99, {}),
        ("notice-counter-advertiser", 10, {}),
        ("notice-propose-time-advertiser", 99, {"publish_at": "2026-06-02T09:00:00+00:00"}),
    ],
)
async def test_at_night_what_cannot_wait_comes_at_once(
    db: None, clock: StillClock, key: str, leaves_hours: int | None, args: dict[str, object]
) -> None:
    chats = Chats()
    await at_night(clock)
    due = NIGHT + timedelta(hours=leaves_hours or 0)
    deal = await a_deal(DealStatus.NEGOTIATION, due_at=due) if leaves_hours else None
    await a_notice(ADVERTISER, key, args=args, deal_id=deal.id if deal else None)
    assert await a_delivery(clock, chats).send_due() == 1


async def test_a_clock_that_leaves_time_in_the_morning_disturbs_nobody_at_night(db: None, clock: StillClock) -> None:
    await at_night(clock)
    deal = await a_deal(DealStatus.NEGOTIATION, due_at=NIGHT + timedelta(hours=30))
    notice = await a_notice(ADVERTISER, "notice-counter-advertiser", deal_id=deal.id, args={"odd_at": "soon"})
    assert await a_delivery(clock, Chats()).send_due() == 0
    assert await due_of(notice) == MORNING


@pytest.mark.parametrize(
    ("zone", "hours", "at", "until"),
    [
        ("UTC", (22, 8), "2026-06-01T21:59", None),
        ("UTC", (22, 8), "2026-06-01T22:00", "2026-06-02T08:00"),
        ("UTC", (22, 8), "2026-06-02T07:59", "2026-06-02T08:00"),
        ("UTC", (22, 8), "2026-06-02T08:00", None),
        ("Asia/Tokyo", (22, 8), "2026-06-01T13:30", "2026-06-01T23:00"),
        ("UTC", (1, 6), "2026-06-01T03:00", "2026-06-01T06:00"),
        ("UTC", (9, 9), "2026-06-01T09:30", None),
        ("Europe/Berlin", (23, 7), "2026-10-24T23:30", "2026-10-25T06:00"),
        ("Nowhere/Land", (22, 8), "2026-06-01T23:00", "2026-06-02T08:00"),
    ],
)
def test_quiet_hours_are_those_of_the_persons_own_clock(
    zone: str, hours: tuple[int, int], at: str, until: str | None
) -> None:
    user = User(id=1, timezone=zone, quiet_from_hour=hours[0], quiet_to_hour=hours[1])
    end = datetime.fromisoformat(until + "+00:00") if until else None
    assert quiet_until(user, datetime.fromisoformat(at + "+00:00")) == end


async def test_new_quiet_hours_let_go_what_the_old_ones_held(db: None, clock: StillClock) -> None:
    chats = Chats()
    await at_night(clock)
    await a_notice(ADVERTISER)
    await a_delivery(clock, chats).send_due()
    await Users(clock).set_quiet_hours(ME, None)
    assert await a_delivery(clock, chats).send_due() == 1


async def test_hours_that_no_clock_has_are_refused(db: None, clock: StillClock) -> None:
    await a_user(ADVERTISER)
    for hours in ((24, 8), (5, -1), (7, 7)):
        with pytest.raises(BadNight):
            await Users(clock).set_quiet_hours(ME, hours)
    with pytest.raises(NotFound):
        await Users(clock).mute(Actor(404), Kind.NEWS, True)
