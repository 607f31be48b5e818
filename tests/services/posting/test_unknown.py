"""What we could not see is unknown: it moves no money, and nobody is blamed for what was not his doing."""

import pytest

from models import Cause, Check, CheckResult, DealStatus, Dispute, Verdict
from tests.makers import ADVERTISER, OWNER
from tests.services.posting.harms import button_removed, deleted, first_id, until_first_check
from tests.services.posting.stage import BOT_RIGHTS, CHANNEL, Stage

INTACT, VIOLATED, UNKNOWN, PRESENT = (
    CheckResult.INTACT,
    CheckResult.VIOLATED,
    CheckResult.UNKNOWN,
    CheckResult.PRESENT,
)


TROUBLES: dict[str, dict[str, object]] = {
    "flood control": {"kind": "flood", "retry_after": 30},
    "a dead server": {"kind": "server", "code": 502},
    "a lost connection": {"kind": "drop"},
    "a lost answer": {"kind": "lost"},
    "a broken vault": {"kind": "error", "code": 403, "description": "Forbidden: bot was blocked by the user"},
    "unknown words": {"kind": "error", "code": 400, "description": "Bad Request: PEER_FLOOD_WAIT_X"},
    "a chat not found": {"kind": "error", "code": 400, "description": "Bad Request: chat not found"},
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_trouble_of_ours_is_unknown_and_a_later_look_decides(stage: Stage, trouble: str) -> None:
    deal = await stage.posted()
    settings = dict(TROUBLES[trouble])
    stage.telegram.world.faults.add(str(settings.pop("kind")), method="forwardMessage", times=3, **settings)
    check = await until_first_check(stage)
    await stage.verification.check_due()
    waiting = await Check.get(id=check.id)
    assert (waiting.done_at, waiting.cause) == (None, Cause.OURS)
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE
    assert VIOLATED not in await stage.results(deal)


async def test_a_check_that_stays_unknown_by_our_doing_is_closed_and_the_term_goes_on(stage: Stage) -> None:
    deal = await stage.posted()
    fault = stage.telegram.world.faults.add("server", method="forwardMessage", times=10**6)
    await until_first_check(stage)
    await stage.let_pass(hours=2, minutes=10)
    assert await stage.results(deal) == [UNKNOWN]
    stage.telegram.world.faults.remove(fault.id)
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_an_end_that_nobody_could_see_goes_to_people_and_not_to_anybodys_wallet(stage: Stage) -> None:
    deal = await stage.posted()
    stage.telegram.world.faults.add("server", method="forwardMessage", times=10**6)
    await stage.let_pass(hours=26, minutes=10)
    deal = await stage.now(deal)
    assert (deal.status, deal.verdict) == (DealStatus.DISPUTED, None)
    assert (await Dispute.get(deal_id=deal.id)).cause is Cause.OURS


async def test_a_bot_that_lost_its_place_warns_then_asks_people_and_refunds_nobody(stage: Stage) -> None:
    stage.telegram.channels.change(CHANNEL, username=None)
    deal = await stage.posted()
    stage.telegram.channels.remove_admin(CHANNEL, "bot", kick=True)
    await until_first_check(stage)
    await stage.work()
    assert await stage.told("notice-check-hindered-owner") == [OWNER]
    assert await stage.told("notice-check-hindered-advertiser") == [ADVERTISER]
    assert (await stage.now(deal)).verdict is None
    await stage.let_pass(hours=2, minutes=10)
    deal = await stage.now(deal)
    assert (deal.status, deal.verdict) == (DealStatus.DISPUTED, None)
    assert (await Dispute.get(deal_id=deal.id)).cause is Cause.OWNERS
    assert await stage.results(deal) == [UNKNOWN]


async def test_a_bot_that_gets_its_place_back_goes_on_as_if_nothing_had_been(stage: Stage) -> None:
    stage.telegram.channels.change(CHANNEL, username=None)
    deal = await stage.posted()
    stage.telegram.channels.remove_admin(CHANNEL, "bot")
    await until_first_check(stage)
    await stage.let_pass(hours=1)
    stage.telegram.channels.set_admin(CHANNEL, "bot", BOT_RIGHTS)
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_not_found_is_not_believed_where_we_are_outsiders(stage: Stage) -> None:
    """Telegram says "not found" of every post of a public channel to a bot that is no member any more."""
    deal = await stage.posted()
    stage.telegram.channels.remove_admin(CHANNEL, "bot")
    await until_first_check(stage)
    await stage.let_pass(hours=2, minutes=10)
    assert await stage.results(deal) == [UNKNOWN]
    assert (await Dispute.get(deal_id=deal.id)).cause is Cause.OWNERS


async def test_protected_content_is_present_not_deleted(stage: Stage) -> None:
    deal = await stage.posted()
    stage.telegram.channels.change(CHANNEL, protected=True)
    await until_first_check(stage)
    await stage.work()
    assert await stage.results(deal) == [PRESENT]
    assert await stage.told("notice-check-hindered-owner") == [OWNER]
    stage.telegram.channels.change(CHANNEL, protected=False)
    await stage.let_pass(hours=24)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_presence_alone_never_releases(stage: Stage) -> None:
    deal = await stage.posted()
    stage.telegram.channels.change(CHANNEL, protected=True)
    await stage.let_pass(hours=26, minutes=10)
    deal = await stage.now(deal)
    assert (deal.status, deal.verdict) == (DealStatus.DISPUTED, None)
    assert (await Dispute.get(deal_id=deal.id)).cause is Cause.OWNERS


async def test_behind_protection_a_deleted_post_is_still_seen_to_be_gone(stage: Stage) -> None:
    deal = await stage.posted()
    stage.telegram.channels.change(CHANNEL, protected=True)
    deleted(stage, first_id(stage))
    await stage.let_pass(hours=12)
    assert (await stage.now(deal)).verdict is Verdict.REFUND


async def test_behind_protection_buttons_are_healed_once_and_the_second_time_is_a_violation(stage: Stage) -> None:
    deal = await stage.posted()
    stage.telegram.channels.change(CHANNEL, protected=True)
    button_removed(stage, first_id(stage))
    await until_first_check(stage)
    await stage.work()
    assert await stage.results(deal) == [PRESENT]
    assert (await stage.posting(deal)).healed
    assert stage.in_channel()[0].markup is not None
    button_removed(stage, first_id(stage))
    await until_first_check(stage)
    await stage.work()
    assert await stage.results(deal) == [PRESENT, VIOLATED]
