"""A log line has its fields, belongs to the work that caused it, and gives no secret away."""

import asyncio
import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from app.log import QUIET, TOLD_TWICE, JsonLines, TextLines, set_up_logs
from app.redaction import HIDDEN, SECRETS
from services.one_by_one import one_by_one
from services.trace import facts, note, tracing
from tests.makers import StillClock, a_deal

WORD = "5ecret-of-this-test-0123456789"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What a handler of ours writes while every level is on."""
    SECRETS.learn([WORD])
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("test.observed")
    logger.setLevel(logging.DEBUG)
    logger.addHandler(handler)
    yield out
    logger.removeHandler(handler)


log = logging.getLogger("test.observed")


def read(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_has_its_four_fields_and_what_was_given(lines: io.StringIO) -> None:
    log.warning("a %s story", "long", extra={"deal_id": 5})
    (line,) = read(lines)
    moment = datetime.fromisoformat(line.pop("timestamp"))
    assert (datetime.now(UTC) - moment).total_seconds() < 60
    assert moment.utcoffset() == UTC.utcoffset(None)
    assert line == {"level": "WARNING", "name": "test.observed", "message": "a long story", "deal_id": 5}


async def test_a_line_belongs_to_what_caused_it_also_in_a_task_that_outlives_it(lines: io.StringIO) -> None:
    async def later() -> None:
        await asyncio.sleep(0)
        log.info("in the background")

    with tracing(request_id="r1") as scope:
        note(actor_id=7)
        with tracing(deal_id=1):
            log.info("inside")
        log.info("behind")
        task = asyncio.create_task(later())
        assert scope == {"request_id": "r1", "actor_id": 7}
    log.info("outside")
    await task
    about = [
        {name: line.get(name) for name in ("request_id", "actor_id", "deal_id") if name in line} for line in read(lines)
    ]
    mine = {"request_id": "r1", "actor_id": 7}
    assert about == [{**mine, "deal_id": 1}, mine, {}, mine]


def test_a_note_outside_of_a_scope_goes_nowhere() -> None:
    note(deal_id=1)
    assert facts() == {}


async def test_a_row_that_is_worked_on_names_its_deal(db: None, clock: StillClock, lines: io.StringIO) -> None:
    seen = []

    async def work(row: Any) -> bool:
        seen.append(dict(facts()))
        return True

    deal = await a_deal()
    assert await one_by_one([deal], work) == 1
    assert seen == [{"deal_id": deal.id}]


class Telling(Exception):
    pass


def test_secrets_are_hidden_in_messages_arguments_extras_and_tracebacks(lines: io.StringIO) -> None:
    log.info("message " + WORD)
    log.info("argument %s %r", WORD, {"a": [WORD]})
    log.info("extra", extra={"plain": WORD, "nested": {"a": (WORD, {"token": "whatever"})}, "error": Telling(WORD)})
    try:
        raise Telling(WORD)
    except Telling:
        log.exception("traceback", stack_info=True)
    log.info({"message": "a dict", "inside": WORD})
    assert WORD not in lines.getvalue()
    assert "whatever" not in lines.getvalue()
    found = read(lines)
    assert all(HIDDEN in json.dumps(line) for line in found), found
    assert f"Telling: {HIDDEN}" in found[3]["exc_info"]


def test_what_cannot_be_json_is_text(lines: io.StringIO) -> None:
    log.info("odd", extra={"odd": {1: object(), "moment": datetime(2026, 1, 1, tzinfo=UTC), "set": {1}}, "big": 2**70})
    (line,) = read(lines)
    assert line["odd"]["moment"] == "2026-01-01 00:00:00+00:00"
    assert line["big"] == 2**70


def test_a_line_for_a_person_tells_the_same_in_fewer_words() -> None:
    record = logging.makeLogRecord({"msg": "a %s", "args": (WORD,), "levelname": "INFO", "name": "x", "done": 3})
    SECRETS.learn([WORD])
    with tracing(job="relay"):
        line = TextLines().format(record)
    assert line.endswith(f"x: a {HIDDEN}  job=relay done=3")


@pytest.fixture
def whole(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """The real set-up, undone behind the test."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    root, handlers, level = logging.getLogger(), logging.getLogger().handlers[:], logging.getLogger().level
    SECRETS.learn([WORD])
    yield capsys
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    root.handlers, root.level = handlers, level
    logging.captureWarnings(False)
    for name in (*QUIET, TOLD_TWICE):
        logging.getLogger(name).setLevel(logging.NOTSET)


def test_what_nobody_caught_is_a_line_without_secrets(whole: pytest.CaptureFixture[str]) -> None:
    set_up_logs(as_json=True)
    try:
        raise Telling(WORD)
    except Telling as error:
        sys.excepthook(Telling, error, error.__traceback__)

    def die() -> None:
        raise Telling(WORD)

    thread = threading.Thread(target=die)
    thread.start()
    thread.join()
    found = [json.loads(line) for line in whole.readouterr().err.splitlines()]
    assert [(line["level"], line["message"]) for line in found] == [("CRITICAL", "not caught: Telling")] * 2
    assert all(HIDDEN in line["exc_info"] and WORD not in line["exc_info"] for line in found)


@pytest.mark.parametrize(("level", "speaks"), [("DEBUG", True), ("INFO", False), ("ERROR", False)])
def test_libraries_speak_of_small_things_only_when_everything_is_wanted(
    whole: pytest.CaptureFixture[str], level: str, speaks: bool
) -> None:
    set_up_logs(as_json=True, level=level)
    logging.getLogger("tortoise.db_client").debug("SELECT 1")
    assert ("SELECT 1" in whole.readouterr().err) is speaks


def test_a_link_to_a_deleted_thing_is_no_error_in_the_log(whole: pytest.CaptureFixture[str]) -> None:
    set_up_logs(as_json=True)
    logging.getLogger(TOLD_TWICE).error("Cannot get window data for state %s", "DealRoom:card")
    assert whole.readouterr().err == ""
