"""A busy story with every level of every library's log on: nothing secret is in what was written, and the lines tell
the story. Clumsy lines are among them, so that a leak could be seen here.
"""

import io
import json
import logging
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

import pytest

from app.config import SANDBOX_TOKEN, Settings
from app.log import QUIET, JsonLines
from app.redaction import HIDDEN
from app.sandbox.toncenter import Fault
from models import WalletSession
from tests.journeys import steps
from tests.journeys.rest import RestClient
from tests.stores import Stores
from tests.web.initdata import signed
from tests.world import World

MORE = {
    "jwt_secret": "key-of-our-own-tokens-key-of-our-own-tokens",
    "ton_api_key": "0123456789abcdef0123456789abcdefcafe",
    "sentry_dsn": "https://key-of-the-error-reports@127.0.0.1/1",
    "log_level": "DEBUG",
    "log_format": "json",
}


class Talkative(World):
    """Its processes write all that they can, and have every kind of secret."""

    def _settings(self) -> Settings:
        return super()._settings().model_copy(update=MORE)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What this process writes, as `set_up_logs` would have it at DEBUG."""
    out, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    loggers = [root, *map(logging.getLogger, QUIET)]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield out
    root.removeHandler(handler)
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)


@pytest.fixture
async def world(migrated_file: Path, tmp_path: Path, free_port: int, written: io.StringIO) -> AsyncIterator[Talkative]:
    """In this process, where every library's lines can be had."""
    path = tmp_path / "market.sqlite3"
    shutil.copyfile(migrated_file, path)
    stores = Stores("memory", f"sqlite://{path}?synchronous=OFF", "memory://")
    async with Talkative(stores, tmp_path, free_port) as world:
        yield world


async def test_a_busy_story_gives_no_secret_away(world: Talkative, written: io.StringIO) -> None:
    world.is_untouched = False  # every chapter is played
    secrets = secrets_of(world)
    async with RestClient(world) as rest:
        secrets["token of ours"] = await rest.signs_in(world.anna)
        await rest.get("/api/me", initData=signed(1001, 1.0, SANDBOX_TOKEN))
        await rest.call("GET", "/api/me", token="eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.nonsense")
        await rest.post("/api/auth/telegram", {"initData": signed(1001, 1.0)})
    await steps.scheduled(world)
    await everything_fails_for_a_while(world)
    somebody_is_clumsy(world, [secret for name, secret in secrets.items() if name != "its proof"])
    for row in await WalletSession.all():
        secrets |= {f"{row.key} {place}": key for place, key in enumerate(KEYS.findall(row.value))}
    assert len(secrets) > 12, secrets

    text = written.getvalue()
    for name, secret in secrets.items():
        assert secret not in text, name
    assert text.count(HIDDEN) > 50
    the_lines_tell_the_story([json.loads(line) for line in text.splitlines()])


def somebody_is_clumsy(world: World, secrets: list[str]) -> None:
    log = logging.getLogger("clumsy")
    log.debug("%r %s", world.settings, world.settings.model_dump())
    for secret in secrets:
        log.info(f"https://api.telegram.org/bot{secret}/getMe", extra={"extra": {"deep": [secret]}})
        try:
            raise ValueError(f"Authorization: Bearer {secret}")
        except ValueError:
            log.exception("a traceback of %s", secret)


KEYS = re.compile(r'(?:private_key|secret_key|privateKey|secretKey)\\*": ?\\*"([0-9a-f]{32,})')


def secrets_of(world: World) -> dict[str, str]:
    init_data = signed(1001, world.house.clock.now(), SANDBOX_TOKEN)
    return {
        "bot token": SANDBOX_TOKEN,
        "its second half": SANDBOX_TOKEN.split(":")[1],
        "bot token in a path": quote(SANDBOX_TOKEN, safe=""),
        "controller seed": "5a" * 32,
        "controller seed as bytes": repr(bytes.fromhex("5a" * 32))[2:-1],
        "jwt secret": MORE["jwt_secret"],
        "api key": MORE["ton_api_key"],
        "key of error reports": "key-of-the-error-reports",
        "initData": init_data,
        "its proof": parse_qs(init_data)["hash"][0],
    }


async def everything_fails_for_a_while(world: World) -> None:
    """So that tracebacks with addresses in them are written."""
    faults = world.house.telegram.world.faults
    faults.add("server", method="getChatMember", times=2)
    faults.add("drop", method="forwardMessage", times=2)
    faults.add("flood", method="sendMessage", times=1, retry_after=5)
    world.house.ton_faults.add(Fault("v3/*", "drop", times=8))
    await world.pass_time(hours=20)
    world.house.ton_faults.clear()


def the_lines_tell_the_story(lines: list[dict[str, Any]]) -> None:
    assert [line for line in lines if not {"timestamp", "level", "name", "message"} <= line.keys()] == []
    requests = [line for line in lines if line["message"] == "request"]
    assert requests
    assert [
        one for one in requests if not {"request_id", "method", "path", "status_code", "duration_ms"} <= one.keys()
    ] == []
    assert {one.get("actor_id") for one in requests} >= {1001, None}
    updates = [line for line in lines if line["message"] == "update"]
    assert [one for one in updates if not {"update_id", "kind", "outcome", "duration_ms"} <= one.keys()] == []
    assert {one.get("actor_id") for one in updates} >= {1001, 1002}
    assert {1} == {one["deal_id"] for one in updates if one.get("deal_id")}
    jobs = [line for line in lines if line["message"] == "job"]
    assert {one["job"] for one in jobs if one["done"]} >= {"relay", "notices", "escrow-watch", "placement-post"}
    assert {line.get("deal_id") for line in lines if line.get("job") == "placement-post"} >= {1}
