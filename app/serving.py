"""What a process serves by HTTP: the marketplace's pages and API, or only its metrics and its health."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from aiohttp import web

from app import database
from app.config import Settings
from app.dispatching import bot_name
from app.tasks.broker import stream_figures
from app.timekeeper import Timekeeper
from app.web.api import add_api
from app.web.auth import Gate, telegram_key
from app.web.health import Check, Health
from app.web.limits import Limits
from app.web.metrics import Monitor, add_metrics, make_metrics_app
from app.web.miniapp.visit import BOT_NAME, BotName
from app.web.pages import add_pages
from app.web.receipt import add_receipt
from app.web.reserves import add_reserves
from app.web.server import Context, make_web_app
from app.wiring import Parts
from services.metrics import Metrics

QUICK_STOP_SECONDS = 2
"""Pages that stay connected (the sandbox's phones) are cut after so long; an update by webhook is waited for."""


def health_of(parts: Parts, keeper: Timekeeper | None = None) -> Health:
    checks: dict[str, Check] = {"database": database.answers, "migrations": database.is_migrated}
    if parts.redis is not None:
        checks["redis"] = parts.redis.ping
    if keeper is not None:
        checks["clock"] = keeper.is_right
    return Health(checks)


def timekeeper_of(parts: Parts) -> Timekeeper | None:
    """None where nobody else works on the same rows, and where the time is the sandbox's."""
    alone = parts.redis is None or parts.settings.clock_url != "system://"
    return None if alone else Timekeeper(database.told_time)


def make_web(parts: Parts, health: Health | None = None) -> web.Application:
    settings = parts.settings
    gate = Gate(settings.token, settings.secret, parts.clock, settings.admins, telegram_key(settings.init_data_key))
    limits = Limits(settings.redis_url, settings.rates)
    app = make_web_app(Context(parts.services, settings, parts.texts, gate, limits, health or health_of(parts)))
    app[BOT_NAME] = BotName(partial(bot_name, parts.bot))
    add_pages(app)
    add_reserves(app)
    add_receipt(app)
    add_api(app)
    add_metrics(app, monitor_of(parts))
    return app


def monitor_of(parts: Parts) -> Monitor:
    queue = partial(stream_figures, parts.redis) if parts.redis is not None else None
    return Monitor(Metrics(parts.clock), parts.chain, queue, parts.services.market.tally)


@asynccontextmanager
async def monitored(settings: Settings, monitor: Monitor, health: Health) -> AsyncIterator[Health]:
    """Metrics and health of a process that serves nobody else, if METRICS_PORT is set."""
    async with AsyncExitStack() as stack:
        if settings.metrics_port:
            app = make_metrics_app(monitor, health)
            await stack.enter_async_context(serving(app, settings.host, settings.metrics_port))
        yield health


@asynccontextmanager
async def serving(
    app: web.Application, host: str, port: int, patience_seconds: float = QUICK_STOP_SECONDS
) -> AsyncIterator[int]:
    """The web server on; gives the port. At the end nothing new is taken, and what is in hand is waited for."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=patience_seconds)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
