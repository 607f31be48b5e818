"""An unmodified grammY bot (npm) in a process of its own: a client that shares no code with the server."""

from __future__ import annotations

import asyncio
import base64
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.sandbox.chain.emulator import node_binary
from app.sandbox.telegram.pictures import make_picture
from tests.sandbox.telegram.conftest import Local

FOLDER = Path(__file__).parent / "node"


class Grammy:
    """The bot's process and what it has printed."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def event(self, name: str) -> dict[str, Any]:
        assert self._process.stdout
        async with asyncio.timeout(20):
            while line := await self._process.stdout.readline():
                seen: dict[str, Any] = json.loads(line)
                if seen["event"] in (name, "error"):
                    assert seen["event"] == name, seen
                    return seen
        raise AssertionError("the bot has ended")


@asynccontextmanager
async def running(local: Local, mode: str) -> AsyncIterator[Grammy]:
    settings = {"TOKEN": local.token, "API": local.url, "MODE": mode, "SECRET": "s3cret_", "PATH": os.environ["PATH"]}
    process = await asyncio.create_subprocess_exec(
        node_binary(), "bot.mjs", cwd=FOLDER, env=settings, stdout=asyncio.subprocess.PIPE
    )
    grammy = Grammy(process)
    try:
        await grammy.event("ready")
        yield grammy
    finally:
        process.kill()
        await process.wait()


@pytest.fixture(params=["polling", "webhook"])
async def grammy(request: pytest.FixtureRequest, local: Local) -> AsyncIterator[Grammy]:
    async with running(local, request.param) as bot:
        yield bot


async def test_a_grammy_bot_talks_publishes_and_is_refused(local: Local, grammy: Grammy) -> None:
    telegram, people = local.telegram, local.telegram.people
    people.start("anna", "deal_7")
    await telegram.expect("anna", "Hello deal_7")
    answer = await telegram.expect_answer(people.tap("anna", "Press"))
    assert answer["text"] == "Done"
    assert people.last_from_bot("anna").content["text"] == "Pressed"

    people.say("anna", "/publish " + base64.b64encode(make_picture("tiny", 60, 40)).decode())
    said = await telegram.expect("anna", "published")
    assert said.content["text"].endswith("admins 2 album 2")
    first, *album = telegram.channels.posts("coffee_daily")
    assert first.content["caption"] == "Edited"
    assert len({post.album for post in album}) == 1

    people.say("anna", "/refused")
    refused = await telegram.expect("anna", "400")
    assert refused.content["text"].splitlines() == [
        "400 Bad Request: chat not found",
        "400 Bad Request: message to forward not found",
        "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ]


async def test_a_grammy_bot_hears_of_channels(local: Local, grammy: Grammy) -> None:
    local.telegram.channels.post("coffee_daily", "oleg", "news")
    assert (await grammy.event("post"))["text"] == "news"
    local.telegram.channels.remove_admin("coffee_daily", "bot", kick=True)
    assert (await grammy.event("member"))["status"] == "kicked"
