"""What one process does: everything (the default), or one of the parts when Redis connects several.

* `run`: bot, web server, and in the sandbox the other end of the wire; without Redis also the workers and the
  scheduler.
* `worker`: executes jobs. `scheduler`: says when. `migrate`: brings the schema up to date.

A process says `ready` on stdout when it serves, and stops on SIGTERM or SIGINT: no update is lost, no job is cut.
"""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

from aiohttp import web
from taskiq import AsyncBroker
from taskiq.api import run_receiver_task, run_scheduler_task

from app import database
from app.config import Settings
from app.redraw import Redrawer
from app.sandbox.house import House
from app.tasks.broker import make_broker, make_scheduler
from app.tasks.jobs import run_until_quiet
from app.web.api import add_api
from app.web.auth import Gate, telegram_key
from app.web.limits import Limits
from app.web.miniapp.visit import BOT_NAME, BotName
from app.web.pages import add_pages
from app.web.receipt import add_receipt
from app.web.reserves import add_reserves
from app.web.server import Context, make_web_app
from app.wiring import Parts, bot_name, build, make_dispatcher, redraw
from handlers import announce_app, announce_commands
from services.agenda import next_due

log = logging.getLogger("app")
WORKER_CONCURRENCY = 4
POLLING_SECONDS = 20
SANDBOX_RATE = "1200/minute"


async def migrate(settings: Settings) -> None:
    await database.connect(settings.database_url)
    try:
        for name in await database.migrate(settings.database_url):
            log.info("migrated: %s", name)
    finally:
        await database.disconnect()


async def worker(settings: Settings) -> None:
    async with _built(settings) as parts:
        broker = make_broker(settings.redis_url, parts.services, settings.tick_seconds)
        await broker.startup()
        async with _running(run_receiver_task(broker, max_async_tasks=WORKER_CONCURRENCY)):
            await _until_told_to_stop()
        await broker.shutdown()


async def scheduler(settings: Settings) -> None:
    broker = make_broker(settings.redis_url, None, settings.tick_seconds)
    await broker.startup()
    async with _running(_ticking(broker, settings)):
        await _until_told_to_stop()
    await broker.shutdown()


async def run(settings: Settings) -> None:
    async with AsyncExitStack() as stack:
        house = _sandbox(settings) if settings.is_sandbox else None
        if house is not None:
            settings = settings.model_copy(update=_at_home(settings))
            stack.push_async_callback(house.close)
        parts = await stack.enter_async_context(_built(settings))
        app = make_web(parts)
        if house is not None:
            house.add_routes(app)
            house.settle = partial(_settle, parts)
        await stack.enter_async_context(serving(app, settings.host, settings.port))
        if house is not None:
            await house.open(parts.chain.controller)
        await stack.enter_async_context(bot_running(parts))
        if settings.in_one_process:
            await stack.enter_async_context(_own_workers(parts))
        _greet(settings)
        await _until_told_to_stop()


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
    await database.connect(settings.database_url)
    try:
        await database.migrate(settings.database_url)
        parts = build(settings)
        try:
            yield parts
        finally:
            await parts.close()
    finally:
        await database.disconnect()


def make_web(parts: Parts) -> web.Application:
    settings = parts.settings
    gate = Gate(settings.token, settings.secret, parts.clock, settings.admins, telegram_key(settings.init_data_key))
    limits = Limits(settings.redis_url, settings.rates)
    app = make_web_app(Context(parts.services, settings, parts.texts, gate, limits))
    app[BOT_NAME] = BotName(partial(bot_name, parts.bot))
    add_pages(app)
    add_reserves(app)
    add_receipt(app)
    add_api(app)
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """The web server on; gives the port."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


@asynccontextmanager
async def bot_running(parts: Parts) -> AsyncIterator[Redrawer]:
    """Long polling, and the screens that follow what happens."""
    dispatcher, factory = make_dispatcher(parts)
    redrawer = Redrawer(partial(redraw, parts, factory))
    await redrawer.start()
    await parts.bot.delete_webhook()
    await announce_commands(parts.bot, parts.texts)
    await announce_app(parts.bot, parts.texts, parts.settings.app_url)
    polling = dispatcher.start_polling(
        parts.bot, handle_signals=False, close_bot_session=False, polling_timeout=POLLING_SECONDS
    )
    async with _running(redrawer.run()):
        task = asyncio.create_task(polling)
        try:
            yield redrawer
        finally:
            await dispatcher.stop_polling()
            await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _own_workers(parts: Parts) -> AsyncIterator[None]:
    broker = make_broker(parts.settings.redis_url, parts.services, parts.settings.tick_seconds)
    await broker.startup()
    try:
        async with _running(_ticking(broker, parts.settings)):
            yield
    finally:
        await broker.shutdown()


async def _ticking(broker: AsyncBroker, settings: Settings) -> None:
    tick = timedelta(seconds=settings.tick_seconds)
    await run_scheduler_task(make_scheduler(broker), interval=tick, loop_interval=timedelta(seconds=1))


async def _settle(parts: Parts) -> float | None:
    """Everything that is due now, done; then when the next thing is. The sandbox travels through time by it."""
    await run_until_quiet(parts.services)
    due = await next_due()
    return due.timestamp() if due else None


@asynccontextmanager
async def _running(work: "asyncio._CoroutineLike[None]") -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _until_told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    print("ready", flush=True)
    await stop.wait()


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
