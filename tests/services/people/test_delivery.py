"""One sender, as fast as Telegram takes it; in order for each person; nothing lost, whatever Telegram answers."""

import pytest

from models import Notice, User
from services.delivery import LEASE, MAX_ATTEMPTS
from services.escrow.leases import take_lease
from services.ports import Unreachable
from tests.makers import START, StillClock
from tests.services.people.post import BLOCKED, Chats, a_delivery, a_notice, flood


@pytest.fixture
def chats() -> Chats:
    return Chats()


async def test_no_chat_gets_two_within_a_second(db: None, clock: StillClock, chats: Chats) -> None:
    for number in range(60):
        await a_notice(1 + number % 30)
    assert await a_delivery(clock, chats, per_second=10).send_due() == 60
    for person in range(1, 31):
        first, second = [at for at, to, _ in chats.sent if to == person]
        assert second - first >= 1


async def test_one_persons_pile_keeps_nobody_else_waiting(db: None, clock: StillClock, chats: Chats) -> None:
    for _ in range(15):
        await a_notice(1)
    await a_notice(2)
    await a_delivery(clock, chats, per_second=10).send_due()
    assert [to for _, to, _ in chats.sent].index(2) <= 1
    assert len(chats.heard_by(1)) == 15


async def test_a_person_hears_things_in_order_although_one_has_to_be_repeated(
    db: None, clock: StillClock, chats: Chats
) -> None:
    keys = ["notice-send-owner", "notice-accept-owner", "notice-cancel-owner"]
    for key in keys:
        await a_notice(1, key)
    await a_notice(2)
    chats.trouble[1] = [Unreachable("no answer"), Unreachable("no answer")]
    delivery = a_delivery(clock, chats)
    assert await delivery.send_due() == 1
    assert chats.heard_by(1) == []
    for _ in range(3):
        clock.pass_(seconds=10)
        await delivery.send_due()
    assert chats.heard_by(1) == keys


async def test_only_one_of_two_senders_is_at_work(db: None, clock: StillClock, chats: Chats) -> None:
    await a_notice(1)
    lease = await take_lease(LEASE, clock)
    assert lease is not None
    assert await a_delivery(clock, chats).send_due() == 0
    await lease.drop()
    assert await a_delivery(clock, chats).send_due() == 1


async def test_flood_control_of_one_chat_holds_up_that_chat_alone(db: None, clock: StillClock, chats: Chats) -> None:
    for person in (1, 2, 3):
        await a_notice(person)
    chats.trouble[2] = [flood(30)]
    delivery = a_delivery(clock, chats)
    assert await delivery.send_due() == 2
    clock.pass_(seconds=29)
    assert await delivery.send_due() == 0
    clock.pass_(seconds=1)
    assert await delivery.send_due() == 1


async def test_flood_control_of_a_second_chat_is_meant_for_everybody(db: None, clock: StillClock, chats: Chats) -> None:
    for person in range(1, 91):
        await a_notice(person)
    chats.trouble = {1: [flood(30)], 2: [flood(40)]}
    delivery = a_delivery(clock, chats, per_second=10)
    await delivery.send_due()
    assert len(chats.sent) <= 60, "most were not tried"
    await a_notice(91, due_at=clock.now)
    assert await a_delivery(clock, chats).send_due() == 0, "another worker rests too"
    clock.pass_(seconds=41)
    await delivery.send_due()
    assert sorted(to for _, to, _ in chats.sent) == list(range(1, 92))


async def test_somebody_who_blocked_the_bot_is_noted_and_gets_no_news(
    db: None, clock: StillClock, chats: Chats
) -> None:
    step = await a_notice(1)
    news = await a_notice(1, "notice-campaign-invitation")
    chats.trouble[1] = [BLOCKED]
    await a_delivery(clock, chats).send_due()
    assert (await User.get(id=1)).blocked_bot_at == START
    assert "blocked" in str((await Notice.get(id=step.id)).failed)
    assert "blocked" in str((await Notice.get(id=news.id)).failed)
    assert chats.sent == []


async def test_deals_go_before_news_and_these_before_broadcasts(
    db: None, clock: StillClock, chats: Chats, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.delivery.ON_THE_WAY", 1)  # they leave in order; their answers may overtake each other
    await a_notice(1, "copy", rank=2, broadcast_id=1, copy_from_chat_id=77, copy_message_id=5, args={"opens": "x"})
    await a_notice(2, "notice-campaign-invitation")
    await a_notice(3)
    await a_delivery(clock, chats, per_second=1).send_due()
    assert [to for _, to, _ in chats.sent] == [3, 2, 1]
    assert chats.opened == ["x"]


async def test_what_can_never_be_said_is_given_up_in_the_end(db: None, clock: StillClock, chats: Chats) -> None:
    notice = await a_notice(1)
    chats.trouble[1] = [KeyError("no words") for _ in range(MAX_ATTEMPTS)]
    for _ in range(MAX_ATTEMPTS):
        await a_delivery(clock, chats).send_due()
        clock.pass_(minutes=10)
    assert (await Notice.get(id=notice.id)).failed == "unreachable"


async def test_a_claim_of_a_dead_process_holds_its_person_and_nobody_else(
    db: None, clock: StillClock, chats: Chats
) -> None:
    first = await a_notice(1, "notice-send-owner")
    await Notice.filter(id=first.id).update(claimed_until=clock.now.replace(minute=1))
    await a_notice(1, "notice-accept-owner")
    await a_notice(2)
    assert await a_delivery(clock, chats).send_due() == 1
    clock.pass_(minutes=2)
    await a_delivery(clock, chats).send_due()
    assert chats.heard_by(1) == ["notice-send-owner", "notice-accept-owner"]
