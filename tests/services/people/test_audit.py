"""The audit log: significant steps and other acts, once each, with the address they came from; never in the way."""

import pytest
from tortoise.transactions import in_transaction

from models import AuditLog, DealEvent, Party, User
from services.actor import PLATFORM, Actor
from services.audit import NOTED, Audit, AuditFilter, record
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from services.errors import Forbidden
from services.users import Users
from tests.makers import ADVERTISER, OWNER, StillClock, a_deal, a_user

ADMIN = Actor(77, is_admin=True)
FROM_FAR = Actor(ADVERTISER, ip_address="203.0.113.9")


@pytest.fixture
def audit(db: None, clock: StillClock) -> Audit:
    return Audit(clock)


async def test_a_cancelled_deal_is_noted_once_with_the_address_it_came_from(audit: Audit, clock: StillClock) -> None:
    deal = await a_deal()
    await advance(deal, Move(Action.CANCEL, Party.ADVERTISER, FROM_FAR), clock)
    assert await audit.note_due() == 1
    await DealEvent.all().update(audited_at=None)  # as if the process had died before the mark
    await audit.note_due()
    entry = await AuditLog.get()
    assert (entry.user_id, entry.action, entry.ip_address) == (ADVERTISER, "deal_cancelled", "203.0.113.9")
    assert (entry.entity_type, entry.entity_id, entry.details["status"]) == ("deal", str(deal.id), "cancelled")
    assert entry.created_at == clock.now
    assert await audit.note_due() == 0


async def test_bargaining_is_no_matter_for_the_log_and_words_never_are(audit: Audit, clock: StillClock) -> None:
    deal = await a_deal(offered_by=Party.OWNER)
    await advance(deal, Move(Action.COUNTER, Party.OWNER, Actor(OWNER), payload={"text": "secret"}), clock)
    expire = Move(Action.EXPIRE, Party.PLATFORM, PLATFORM, payload={"text": "secret", "was": "negotiation"})
    await advance(deal, expire, clock)
    assert await audit.note_due() == 2
    entry = await AuditLog.get()
    assert entry.action == "deal_expired"
    assert entry.user_id is None
    assert "secret" not in str(entry.details)


async def test_an_entry_that_cannot_be_written_stops_nothing_around_it(audit: Audit, clock: StillClock) -> None:
    await a_user(ADVERTISER)
    async with in_transaction():
        await User.filter(id=ADVERTISER).update(language="ru")
        await record(FROM_FAR, "odd", "user", 1, clock, unfit={1, 2})
        await User.filter(id=ADVERTISER).update(timezone="Asia/Tokyo")
    user = await User.get(id=ADVERTISER)
    assert (user.language, user.timezone) == ("ru", "Asia/Tokyo")
    assert await AuditLog.all().count() == 0


async def test_settings_leave_a_trace(audit: Audit, clock: StillClock) -> None:
    await a_user(ADVERTISER)
    await Users(clock).set_language(FROM_FAR, "ru")
    entry = await AuditLog.get()
    assert (entry.action, entry.details, entry.ip_address) == ("language_set", {"language": "ru"}, "203.0.113.9")


async def test_the_tail_is_paged_and_filtered_and_for_administrators(audit: Audit, clock: StillClock) -> None:
    for number in range(5):
        await audit.record(Actor(number + 1), "login", "user", number % 2)
    first = await audit.tail(ADMIN, limit=3)
    rest = await audit.tail(ADMIN, before_id=first[-1].id, limit=3)
    assert [entry.user_id for entry in (*first, *rest)] == [5, 4, 3, 2, 1]
    about = await audit.tail(ADMIN, AuditFilter(entity_type="user", entity_id="1"))
    assert [entry.user_id for entry in about] == [4, 2]
    with pytest.raises(Forbidden):
        await audit.tail(Actor(5))


def test_every_end_and_every_movement_of_money_is_noted() -> None:
    money = {action for action in Action if action.value.startswith(("confirm_", "decide_"))}
    assert money | {Action.CANCEL, Action.EXPIRE, Action.OPEN_ESCROW, Action.MARK_POSTED} <= NOTED.keys()
