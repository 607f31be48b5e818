"""Reports and letters: they reach every administrator, are answered, and cannot be used to flood anybody."""

import pytest

from models import Notice, Report, ReportState, SupportLine
from services.actor import Actor
from services.errors import (
    Banned,
    EmptyMessage,
    Forbidden,
    GoneAhead,
    LargeInput,
    NotFound,
    TooManyLetters,
    TooManyReports,
)
from services.reports import OPEN_AT_MOST, Reports
from services.support import PER_HOUR, Support
from tests.dialogs.junk import JUNK
from tests.makers import ADVERTISER, OWNER, StillClock, a_channel, a_user
from tests.services.people.conftest import ADMIN_ID, ADMINS

ME = Actor(ADVERTISER)


async def test_a_report_reaches_every_admin_and_its_end_the_reporter(reports: Reports, admin: Actor) -> None:
    await a_user(ADVERTISER)
    await a_user(OWNER)
    report = await reports.send(ME, "user", OWNER, "rude", "He <b>shouted</b>")
    assert await reports.send(ME, "user", OWNER, "spam") == report, "one open report about one thing"
    notices = await Notice.filter(key="notice-report-admin")
    assert {notice.user_id for notice in notices} == ADMINS
    assert notices[0].args["opens"] == f"report:{report.id}"
    [card] = await reports.open_ones(admin)
    assert (card.title, card.others, card.report.words) == ("U22", 0, "He <b>shouted</b>")
    await reports.decide(admin, report.id, is_upheld=False)
    assert [notice.key for notice in await Notice.filter(user_id=ADVERTISER)] == ["notice-report-dismissed"]
    with pytest.raises(GoneAhead):
        await reports.decide(admin, report.id, is_upheld=True)
    assert (await Report.get()).state is ReportState.DISMISSED


async def test_reports_about_nothing_from_nobody_or_too_many_are_refused(reports: Reports) -> None:
    await a_channel()
    with pytest.raises(Banned):
        await reports.send(Actor(404), "listing", 1, "spam")
    await a_user(33, is_banned=True)
    with pytest.raises(Banned):
        await reports.send(Actor(33), "listing", 1, "spam")
    await a_user(ADVERTISER)
    for kind, number in (("listing", 404), ("user", 404), ("moon", 1)):
        with pytest.raises(NotFound):
            await reports.send(ME, kind, number, "spam")
    with pytest.raises(LargeInput):
        await reports.send(ME, "listing", 1, "spam", "x" * 10_000)
    for number in range(OPEN_AT_MOST):
        await a_user(500 + number)
        await reports.send(ME, "user", 500 + number, "no such reason")
    with pytest.raises(TooManyReports):
        await reports.send(ME, "listing", 1, "spam")
    assert {report.reason for report in await Report.all()} == {"other"}


async def test_only_admins_read_and_decide_reports(reports: Reports) -> None:
    await a_user(ADVERTISER)
    await a_user(OWNER)
    report = await reports.send(ME, "user", OWNER, "rude")
    for act in (reports.open_ones(ME), reports.card(ME, report.id), reports.decide(ME, report.id, True)):
        with pytest.raises(Forbidden):
            await act
    assert (await Report.get()).state is ReportState.OPEN


async def test_a_letter_is_answered_and_answered_back(support: Support, admin: Actor, clock: StillClock) -> None:
    await a_user(ADVERTISER)
    await support.write(ME, "Where is my money?")
    letter = await Notice.get(user_id=ADMIN_ID, key="notice-support-admin")
    await Notice.filter(id=letter.id).update(message_id=900)
    assert await support.asked_by(admin, 900) == ADVERTISER
    assert await support.asked_by(admin, 901) is None
    assert await support.asked_by(Actor(ADMIN_ID), 900) is None, "no administrator any more"
    await support.answer(admin, ADVERTISER, "In the contract")
    answer = await Notice.get(user_id=ADVERTISER)
    assert (answer.key, answer.args["text"]) == ("notice-support-answer", "In the contract")
    assert await Notice.filter(user_id=78, key="notice-support-answered-admin").exists()
    await Notice.filter(id=answer.id).update(message_id=50)
    assert await support.is_answer(ME, 50)
    assert not await support.is_answer(Actor(OWNER), 50)
    _, lines = await support.conversation(admin, ADVERTISER)
    assert [(line.admin_id, line.text) for line in lines] == [
        (None, "Where is my money?"),
        (ADMIN_ID, "In the contract"),
    ]


async def test_only_admins_answer_and_read(support: Support) -> None:
    await a_user(ADVERTISER)
    await support.write(ME, "Hello")
    for act in (support.answer(ME, ADVERTISER, "I am the support"), support.conversation(ME, ADVERTISER)):
        with pytest.raises(Forbidden):
            await act
    assert await SupportLine.all().count() == 1


async def test_letters_are_counted_by_the_hour(support: Support, clock: StillClock) -> None:
    await a_user(ADVERTISER)
    for number in range(PER_HOUR):
        await support.write(ME, f"Letter {number}")
    with pytest.raises(TooManyLetters):
        await support.write(ME, "One more")
    clock.pass_(hours=2)
    await support.write(ME, "One more")


@pytest.mark.parametrize("junk", [*JUNK, "\x00", "half \ud83d of a letter"])
async def test_any_letter_is_kept_or_refused_and_never_a_defect(support: Support, junk: str) -> None:
    await a_user(ADVERTISER)
    try:
        await support.write(ME, junk)
    except (LargeInput, EmptyMessage):
        assert await SupportLine.all().count() == 0
    else:
        assert "\x00" not in (await SupportLine.get()).text
