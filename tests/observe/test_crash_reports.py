"""Sentry gets reports if it is wanted, over its own protocol, and no secret with them."""

import asyncio
import json
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import sentry_sdk
from aiohttp import web
from aiohttp.test_utils import TestServer

from app.crash_reports import report_crashes
from app.redaction import HIDDEN, SECRETS
from services.trace import tracing

WORD = "5ecret-of-the-reports-0123456789"
log = logging.getLogger("test.reported")


class Inbox:
    def __init__(self) -> None:
        self.reports: list[dict[str, Any]] = []

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.reports += [item for line in body.splitlines() if "exception" in (item := json.loads(line))]
        return web.json_response({})


@pytest.fixture
async def inbox() -> AsyncIterator[tuple[Inbox, str]]:
    inbox = Inbox()
    app = web.Application()
    app.router.add_post("/api/{project}/envelope/", inbox.take)
    async with TestServer(app) as server:
        yield inbox, f"http://0123456789abcdef0123456789abcdef@{server.host}:{server.port}/7"


@pytest.fixture(autouse=True)
def _quiet_again() -> Iterator[None]:
    yield
    sentry_sdk.init(default_integrations=False)


async def test_an_error_is_reported_with_what_it_was_about_and_without_secrets(inbox: tuple[Inbox, str]) -> None:
    box, dsn = inbox
    SECRETS.learn([WORD])
    assert report_crashes(dsn, "test")
    local_variable = WORD
    with tracing(deal_id=5, request_id="r-1"):
        try:
            raise ValueError(f"https://api.telegram.org/bot{local_variable}/getMe")
        except ValueError:
            log.exception("it happened to %s", WORD, extra={"headers": {"Authorization": f"Bearer {WORD}"}})
    await asyncio.to_thread(sentry_sdk.flush, 5)
    (report,) = box.reports
    text = json.dumps(report)
    assert WORD not in text
    assert report["exception"]["values"][0]["value"] == f"https://api.telegram.org/bot{HIDDEN}/getMe"
    assert report["tags"] == {"deal_id": "5", "request_id": "r-1"}
    assert "vars" not in text


def test_nothing_is_reported_unless_it_is_wanted() -> None:
    assert report_crashes("", "test") is False


def test_where_the_package_is_missing_a_line_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "sentry_sdk", None)
    assert report_crashes("https://key@example.org/1", "test") is False
    assert "requirements/sentry.txt" in caplog.text
