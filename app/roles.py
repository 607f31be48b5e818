"""What one process does: everything (the default), or one of the parts when Redis connects several.

* `run`: bot by long polling, web server, and in the sandbox the other end of the wire; without Redis also the workers
  and the scheduler. One process.
* `webhook`: bot by webhook, web server. As many processes as are needed.
* `worker`: executes jobs; as many as are needed. `scheduler`: says when; one acts, the others stand by.
* `migrate`: brings the schema up to date. `restored`: makes a database from a backup fit to be worked on.
* `doctor`: looks a deployment over and says what to do.

A process says `ready` on stdout when it serves, and stops on SIGTERM or SIGINT: it takes nothing more, finishes what is
in hand (`DRAIN_SECONDS` at most), and ends. No update is lost, no job is cut.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

from app import database
from app.config import WEBHOOK_PATH, Settings
from app.demo import seed
from app.dispatching import make_dispatcher, redraw
from app.doctor import examine
from app.leader import Leader
from app.lifetime import running, until_told_to_stop
from app.polling import bot_running
from app.redraw import Redrawer
from app.sandbox.house import House
from app.serving import health_of, make_web, monitor_of, monitored, serving, timekeeper_of
from app.tasks.broker import always, make_broker, tick, work
from app.tasks.jobs import run_until_quiet
from app.web.health import Health
from app.web.metrics import Monitor
from app.webhook import Keeper, Webhook, add_webhook
from app.wiring import Parts, build
from services.agenda import next_due
from services.restoring import Restoring
from services.search import forget_searches

log = logging.getLogger("app")
WORKER_CONCURRENCY = 4
POLLING_SECONDS = 20
QUICK_STOP_SECONDS = 2
"""Pages that stay connected (the sandbox's phones) are cut after so long; an update by webhook is waited for."""
SANDBOX_RATE = "1200/minute"


async def migrate(settings: Settings) -> None:
    await database.connect(settings.database_url)
    try:
        for name in await database.migrate(settings.database_url):
            log.info("migrated: %s", name)
    finally:
        await database.disconnect()


async def doctor(settings: Settings) -> int:
    """Look the deployment over; the exit code."""
    await database.connect(settings.database_url)
    try:
        parts = build(settings)
        try:
            return await examine(settings, parts)
        finally:
            await parts.close()
    finally:
        await database.disconnect()


async def restored(settings: Settings) -> None:
    """After a backup was put back, before anybody works: the chain and the channels are the judges."""
    async with _built(settings) as parts:
        found = await Restoring(parts.clock, parts.services.escrows).run()
        if parts.redis is not None:
            await parts.redis.flushdb()  # screens and ticks of a time that is not remembered
    print(f"Looked up {found.escrows} escrows on the chain; {found.deals_moved} deals followed it.")
    print(f"{found.posts_in_doubt} posts may be up: the workers search for them before they send anything.")
    print(f"Both sides of {found.deals_live} live deals are told.")
    if found.to_look_at:
        print(f"Look for posts of deals whose time may have been agreed since the backup: {found.to_look_at}")


async def worker(settings: Settings) -> None:
    async with AsyncExitStack() as stack:
        parts = await stack.enter_async_context(_built(settings))
        keeper = timekeeper_of(parts)
        health = health_of(parts, keeper)
        await stack.enter_async_context(monitored(settings, monitor_of(parts), health))
        may = keeper.is_right if keeper else always
        broker = make_broker(settings.redis_url, parts.services, settings.tick_seconds, may)
        await broker.startup()
        stop = asyncio.Event()
        working = asyncio.create_task(work(broker, stop, WORKER_CONCURRENCY, settings.drain_seconds))
        try:
            await until_told_to_stop(health)
        finally:
            stop.set()
            await asyncio.gather(working, return_exceptions=True)
            await broker.shutdown()


async def scheduler(settings: Settings) -> None:
    await database.connect(settings.database_url)
    broker = make_broker(settings.redis_url, None, settings.tick_seconds)
    leader = Leader("scheduler", settings.lease_seconds)
    try:
        await broker.startup()
        ticking = tick(broker, settings.tick_seconds, lambda: leader.acting)
        health = Health({"database": database.answers})
        async with monitored(settings, Monitor(), health), running(leader.run()), running(ticking):
            await until_told_to_stop(health)
    finally:
        await broker.shutdown()
        await database.disconnect()


async def run(settings: Settings) -> None:
    async with AsyncExitStack() as stack:
        house = _sandbox(settings) if settings.is_sandbox else None
        if house is not None:
            settings = settings.model_copy(update=_at_home(settings))
            stack.push_async_callback(house.close)
        parts = await stack.enter_async_context(_built(settings))
        health = health_of(parts, timekeeper_of(parts))
        app = make_web(parts, health)
        if house is not None:
            house.add_routes(app)
            house.settle = partial(_settle, parts)
            house.fill = partial(_fill, parts, house)
        await stack.enter_async_context(serving(app, settings.host, settings.port))
        if house is not None:
            await house.open(parts.chain.controller)
            if settings.demo_market:
                await _fill(parts, house)
        await stack.enter_async_context(bot_running(parts))
        if settings.in_one_process:
            await stack.enter_async_context(_own_workers(parts))
        _greet(settings)
        await until_told_to_stop(health)


async def webhook(settings: Settings) -> None:
    """Telegram calls us. What came in is finished before the stores are let go of."""
    hook = Webhook(settings.webhook_url, WEBHOOK_PATH, settings.webhook_key, settings.webhook_connections)
    async with AsyncExitStack() as stack:
        parts = await stack.enter_async_context(_built(settings))
        health = health_of(parts, timekeeper_of(parts))
        dispatcher, factory = make_dispatcher(parts, comes_again=True)
        app = make_web(parts, health)
        add_webhook(app, dispatcher, parts.bot, hook, lambda: health.draining)
        await dispatcher.emit_startup(bot=parts.bot, dispatcher=dispatcher, **dispatcher.workflow_data)
        redrawer = Redrawer(partial(redraw, parts, factory))
        await redrawer.start()
        await stack.enter_async_context(serving(app, settings.host, settings.port, settings.drain_seconds))
        keeper = Keeper(parts.bot, parts.texts, settings.app_url, hook, dispatcher.resolve_used_update_types())
        await stack.enter_async_context(running(keeper.run()))
        await stack.enter_async_context(running(redrawer.run()))
        await until_told_to_stop(health)


# ------------------------------------------------------------------------------------------------ parts of a process


def _sandbox(settings: Settings) -> House:
    return House(settings.own_url, settings.token, _folder(settings), has_past=True)


def _at_home(settings: Settings) -> dict[str, object]:
    """The sandbox's clock; and, unless they are set, wider limits: all its phones knock from one address."""
    limits = [f"app_rate_limit_{kind}" for kind in settings.rates]
    wide = {name: SANDBOX_RATE for name in limits if name not in settings.model_fields_set}
    return {"clock_url": (_folder(settings) / "clock").as_uri(), **wide}


def _folder(settings: Settings) -> Path:
    return (settings.var / "sandbox").resolve()


@asynccontextmanager
async def _built(settings: Settings) -> AsyncIterator[Parts]:
    await database.connect_migrated(settings.database_url)
    try:
        parts = build(settings)
        try:
            yield parts
        finally:
            await parts.close()
    finally:
        await database.disconnect()


@asynccontextmanager
async def _own_workers(parts: Parts) -> AsyncIterator[None]:
    broker = make_broker(parts.settings.redis_url, parts.services, parts.settings.tick_seconds)
    await broker.startup()
    try:
        async with running(tick(broker, parts.settings.tick_seconds)):
            yield
    finally:
        await broker.shutdown()


async def _settle(parts: Parts) -> float | None:
    """Everything that is due now, done; then when the next thing is. The sandbox travels through time by it."""
    await run_until_quiet(parts.services)
    due = await next_due()
    return due.timestamp() if due else None


async def _fill(parts: Parts, house: House) -> int:
    """The demonstration market: only the sandbox has a house to put it into."""
    added = await seed(house, parts.clock.utcnow())
    if added:
        await forget_searches(parts.services.market.cache)
    return added


def _greet(settings: Settings) -> None:
    if not settings.is_sandbox:
        print(f"The bot polls {settings.telegram_url} on TON {settings.ton_network}.", flush=True)
        return
    print(
        "\n*** STAND-INS: this Telegram, this TON network and these wallets are local simulations. ***\n"
        f"Open the phones:  {settings.own_url}/sandbox/\n"
        f"Control API:      {settings.own_url}/sandbox/api/state (docs/sandbox.md)\n",
        flush=True,
    )
