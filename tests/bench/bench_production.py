"""Production in figures, on real PostgreSQL and Redis; run by `make bench`.

* updates a second by webhook and their 99th percentile, with one process and with two, beside the least bot that
  aiogram and aiogram-dialog make on the same storage; the load and the other end of the wire share the machine;
* seconds from the command to `ready`, and resident memory, for each role;
* a worker's look at a million finished deals beside its look at none, and what a due deal costs;
* deals a minute with two workers and no trouble; kills, lost deals and doubled payouts with trouble.
"""

import asyncio
import itertools
import os
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from tortoise import Tortoise

from app import database
from app.config import SANDBOX_TOKEN, Settings
from app.serving import serving
from app.tasks.jobs import JOBS
from app.webhook import SECRET_HEADER
from app.wiring import build
from models import Deal, DealStatus, Escrow
from tests.fleet.deals import Story, people
from tests.fleet.fleet import Fleet
from tests.fleet.test_chaos import everything_ends, the_posts_live_their_time
from tests.fleet.trouble import Trouble
from tests.makers import START, a_deal
from tests.processes import environment
from tests.stores import AppProcess, Postgres, RedisServer, Stores, Zygote
from tests.stores.server import free_port

UPDATES, PEOPLE, AT_ONCE, WARM_UP = 600, 60, 16, 120
FINISHED, DUE = int(os.environ.get("BENCH_FINISHED", "1000000")), 1000
DEALS = 12
Numbers = itertools.count(1)


class Telegram:
    """As little of Telegram as a bot needs: it answers at once."""

    def __init__(self) -> None:
        self.messages = itertools.count(1)
        self.calls = 0

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self.answer)
        return app

    async def answer(self, request: web.Request) -> web.Response:
        self.calls += 1
        return web.json_response({"ok": True, "result": self._result(request.match_info["method"])})

    def _result(self, method: str) -> Any:
        if method == "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        if method.startswith(("sendMessage", "editMessage")):
            chat = {"id": 1, "type": "private", "first_name": "A"}
            return {"message_id": next(self.messages), "date": 1, "chat": chat, "text": "x"}
        return True


@dataclass
class Figures:
    per_second: float
    p99_ms: float


def update(person: int) -> dict[str, Any]:
    number = next(Numbers)
    chat = {"id": person, "type": "private", "first_name": f"P{person}"}
    sender = {"id": person, "is_bot": False, "first_name": f"P{person}", "language_code": "en"}
    message = {"message_id": number, "date": 1_780_000_000, "chat": chat, "from": sender, "text": "/start"}
    message["entities"] = [{"type": "bot_command", "offset": 0, "length": 6}]
    return {"update_id": number, "message": message}


async def load(ports: Sequence[int], secret: str, count: int) -> Figures:
    """People write at the same time, each waiting for his answer."""
    spent: list[float] = []
    turns = iter(range(count))
    async with aiohttp.ClientSession(headers={SECRET_HEADER: secret}) as http:

        async def person(number: int) -> None:
            for turn in turns:
                begun = time.perf_counter()
                url = f"http://127.0.0.1:{ports[turn % len(ports)]}/bot/webhook"
                async with http.post(url, json=update(1000 + (turn * 7 + number) % PEOPLE)) as answer:
                    assert answer.status == 200, await answer.text()
                spent.append(time.perf_counter() - begun)

        begun = time.perf_counter()
        await asyncio.gather(*(person(number) for number in range(AT_ONCE)))
        seconds = time.perf_counter() - begun
    spent.sort()
    return Figures(count / seconds, 1000 * spent[int(len(spent) * 0.99)])


def resident_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@pytest.fixture
async def settings(migrated_url: str, redis_url: str) -> AsyncIterator[Settings]:
    async with serving(Telegram().app(), "127.0.0.1", 0) as port:
        yield Settings(
            bot_token=SANDBOX_TOKEN,
            bot_api_url=f"http://127.0.0.1:{port}",
            ton_api_url="http://127.0.0.1:1/ton",
            wallets_url="http://127.0.0.1:1/wallets.json",
            database_url=migrated_url,
            redis_url=redis_url,
            public_url="http://127.0.0.1:1",
            controller_seed="5a" * 32,
            admin_ids=(1003,),
        )


async def started(
    stack: AsyncExitStack, settings: Settings, folder: Path, role: str, module: str = "app"
) -> tuple[AppProcess, int, float]:
    """The process, its port, and the seconds until it was ready."""
    port = free_port()
    env = environment(settings) | {"PORT": str(port)}
    env.pop("RANDOM_SEED")
    args = [role] if module == "app" else []
    process = AppProcess(args, env, log=folder / f"{role}-{port}.log", name=role, module=module)
    stack.push_async_callback(process.kill)
    begun = time.perf_counter()
    await process.start(timeout_seconds=120)
    return process, port, time.perf_counter() - begun


async def measured(settings: Settings, folder: Path, number: int, module: str, role: str) -> Figures:
    async with AsyncExitStack() as stack:
        ports = [(await started(stack, settings, folder, role, module))[1] for _ in range(number)]
        await load(ports, settings.webhook_key, WARM_UP)
        return await load(ports, settings.webhook_key, UPDATES)


async def test_updates_a_second_beside_the_least_bot(settings: Settings, tmp_path: Path) -> None:
    bare = await measured(settings, tmp_path, 1, "tests.bench.bare_bot", "bare")
    one = await measured(settings, tmp_path, 1, "app", "webhook")
    two = await measured(settings, tmp_path, 2, "app", "webhook")
    for name, found in (("the least bot", bare), ("one process", one), ("two processes", two)):
        ratio = found.per_second / bare.per_second
        print(f"\n{name}: {found.per_second:.0f} updates/s (x{ratio:.2f}), p99 {found.p99_ms:.0f} ms", end="")
    print()
    assert two.per_second > 0


async def test_start_and_memory_of_each_role(settings: Settings, tmp_path: Path) -> None:
    for role in ("webhook", "worker", "scheduler"):
        async with AsyncExitStack() as stack:
            process, port, seconds = await started(stack, settings, tmp_path, role)
            before = resident_mb(process.pid)
            words = ""
            if role == "webhook":
                await load([port], settings.webhook_key, UPDATES)
                words = f", {resident_mb(process.pid):.0f} MB after {UPDATES} updates"
            print(f"\n{role}: ready after {seconds:.1f} s, {before:.0f} MB{words}", end="")
            assert before > 0
    print()


COLUMNS = "verdict_reason, terms, terms_hash, offered_by, price_nano, change_rounds, entered_at, version, created_at"
MORE = "advertiser_id, channel_id, listing_id, owner_id"
MANY_DEALS = f"""
INSERT INTO deals (status, due_at, {COLUMNS}, {MORE})
SELECT '{{status}}', {{due}}, {COLUMNS}, {MORE} FROM deals, generate_series(1, {{count}}) WHERE deals.id = {{id}}
"""
MANY_EVENTS = """
INSERT INTO deal_events (action, source, target, party, payload, created_at, relayed_at, deal_id)
SELECT 'expire', 'negotiation', 'expired', 'platform', '{}', now(), now(), id FROM deals WHERE status = 'expired'
"""
MANY_NOTICES = """
INSERT INTO notices (user_id, key, args, deal_id, due_at, attempts, sent_at)
SELECT 11, 'notice-expire-owner', '{}', id, now(), 1, now() FROM deals WHERE status = 'expired'
"""


async def one_look(settings: Settings) -> float:
    """Milliseconds of all jobs that ask the database what is due, and find nothing; the best of five."""
    parts = build(settings)
    jobs = [job for job in JOBS if job.name != "escrow-watch"]
    try:
        best = float("inf")
        for _ in range(5):
            begun = time.perf_counter()
            for job in jobs:
                await job.run(parts.services)
            best = min(best, time.perf_counter() - begun)
        return best * 1000
    finally:
        await parts.close()


@pytest.mark.timeout(1800)
async def test_a_look_at_a_million_finished_deals(settings: Settings) -> None:
    await database.connect(settings.database_url, answer_seconds=None)
    try:
        empty = await one_look(settings)
        connection = Tortoise.get_connection("default")
        first = await a_deal(DealStatus.EXPIRED, due_at=None, entered_at=START, created_at=START)
        many = MANY_DEALS.format(status="expired", due="NULL", count=FINISHED, id=first.id)
        for statement in (many, MANY_EVENTS, MANY_NOTICES, "ANALYZE"):
            await connection.execute_query(statement)
        full = await one_look(settings)
        due = MANY_DEALS.format(status="negotiation", due="now() - interval '1 hour'", count=DUE, id=first.id)
        await connection.execute_query(due)
        parts = build(settings)
        begun, rung = time.perf_counter(), 0
        while step := await parts.services.deals.ring_due():
            rung += step
        each = (time.perf_counter() - begun) / rung
        await parts.close()
        assert rung == DUE
        assert await Deal.filter(status=DealStatus.EXPIRED).count() == FINISHED + DUE + 1
        print(f"\na look at nothing: {empty:.1f} ms; behind {FINISHED:,} finished deals: {full:.1f} ms", end="")
        print(f" (x{full / empty:.2f}); a due deal: {each * 1000:.1f} ms (x{each * 1000 / empty:.2f})")
    finally:
        await database.disconnect()


async def played(fleet: Fleet, trouble: Trouble | None) -> tuple[float, int, int]:
    """Minutes, deals that did not end as they should, escrows that paid more than once."""
    begun = time.monotonic()
    stories = [Story(fleet, number, removed_by_owner=False) for number in range(DEALS)]
    await people(fleet, stories)
    suffering = asyncio.create_task(trouble.run()) if trouble is not None else None
    await asyncio.gather(*(story.play() for story in stories))
    await the_posts_live_their_time(fleet, stories)
    if suffering is not None and trouble is not None:
        suffering.cancel()
        await asyncio.gather(suffering, return_exceptions=True)
        await trouble.heal()
    await everything_ends(fleet, stories)
    lost = await Deal.exclude(status=DealStatus.RELEASED).count()
    paid = [story.payouts(escrow) for story in stories for escrow in await Escrow.filter(deal_id=story.deal_id)]
    doubled = sum(len(to_owner) + len(to_advertiser) > 1 for to_owner, to_advertiser in paid)
    return (time.monotonic() - begun) / 60, lost, doubled


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("troubled", [False, True])
async def test_deals_a_minute(
    zygote: Zygote,
    migrated_url: str,
    redis_url: str,
    redis_server: RedisServer,
    postgres: Postgres,
    tmp_path: Path,
    troubled: bool,
) -> None:
    async with Fleet(Stores("servers", migrated_url, redis_url, zygote), tmp_path) as fleet:
        trouble = Trouble(fleet, postgres, redis_server, random.Random(7)) if troubled else None
        minutes, lost, doubled = await played(fleet, trouble)
        kills = sum(number for name, number in trouble.done.items() if name.startswith("kill")) if trouble else 0
        rate = DEALS / minutes
        print(f"\n{rate:.1f} deals a minute; {kills} kills, {lost} deals lost, {doubled} payouts doubled")
        assert (lost, doubled) == (0, 0)
