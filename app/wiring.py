"""The only place that names concrete classes: builds everything out of the settings, and takes it down again."""

import asyncio
import random
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp
import asyncpg
from aiogram import BaseMiddleware, Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, DefaultKeyBuilder
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import TelegramObject, Update
from aiogram_dialog import BgManagerFactory
from redis.asyncio import BlockingConnectionPool, Redis
from redis.exceptions import RedisError
from tortoise.exceptions import DBConnectionError

from app.adapters.cache import MemoryCache, RedisCache
from app.adapters.charts import PillowCharts
from app.adapters.clock import Clock, clock_from_url
from app.adapters.keys import controller_seeds
from app.adapters.locks import LivingLocks
from app.adapters.metering import metered_chain
from app.adapters.once import Once
from app.adapters.screens import JsonMemory
from app.adapters.stats_plugin import close_plugin, load_plugin
from app.adapters.stats_preview import PreviewPages
from app.adapters.telegram import TelegramAdapter, make_bot
from app.adapters.telegram_notifier import Render, TelegramNotifier
from app.adapters.toncenter import ToncenterChain
from app.adapters.toncenter_http import Toncenter
from app.adapters.tonconnect import TonConnectWallets
from app.config import ROOT, Settings
from app.redaction import SECRETS, secrets_of
from app.texts import Texts
from dialogs.ids import set_up_dialogs
from dialogs.live import redraw_deal
from handlers import attach
from handlers.observing import observe
from handlers.throttle import Throttle
from services.applications import Applications
from services.audit import Audit
from services.broadcasts import Broadcasts
from services.bundle import Services
from services.campaigns import Campaigns
from services.channels import Channels
from services.creatives import Creatives
from services.deals.access import DealAccess
from services.deals.usecases import Deals
from services.delivery import Delivery
from services.desk import Desk
from services.disputes import Disputes
from services.escrow import Escrows
from services.fair_prices import FairPrices
from services.lookup import Lookup
from services.market import Market
from services.moderation import Moderation
from services.notices import Notices
from services.pace import Pace
from services.placement import Placement
from services.ports import Cache, StatsSource
from services.posting.vaults import Vaults
from services.receipts import Receipts
from services.reports import Reports
from services.stats import Stats
from services.stats_taking import Taker
from services.support import Support
from services.switches import Switches
from services.users import Users
from services.verification import Verification
from services.wallets import WalletBook

if TYPE_CHECKING:
    from app.adapters.liteserver import LiteserverChain

POOL_SIZE = 50
POOL_WAIT_SECONDS = 20
STORES_AWAY: tuple[type[Exception], ...] = (
    RedisError,
    DBConnectionError,
    ConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
"""What a handler meets when a store is restarted or cuts its connections: the update is as good as new afterwards."""


@dataclass(slots=True)
class Background:
    """Work that a tap started and that outlives it (waiting for a wallet); held, or it would be collected half-way."""

    tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    def __call__(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def stop(self) -> None:
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


@dataclass(slots=True)
class InFlight(BaseMiddleware):
    """Counts the updates that are being handled, those that wait for the person's lock too: who stops or waits wants
    to know that nobody is half-way."""

    count: int = 0
    last_update_id: int = 0
    idle: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.idle.set()

    async def __call__(self, handler: Any, event: TelegramObject, data: dict[str, Any]) -> Any:
        self.count += 1
        self.idle.clear()
        if isinstance(event, Update):
            self.last_update_id = max(self.last_update_id, event.update_id)
        try:
            return await handler(event, data)
        finally:
            self.count -= 1
            if not self.count:
                self.idle.set()


@dataclass(slots=True)
class Parts:
    """What a process of the app is made of."""

    settings: Settings
    clock: Clock
    texts: Texts
    bot: Bot
    http: aiohttp.ClientSession
    chain: "ToncenterChain | LiteserverChain"
    wallets: TonConnectWallets
    redis: "Redis | None"
    services: Services
    plugins: tuple[StatsSource, ...] = ()
    background: Background = field(default_factory=Background)
    in_flight: "InFlight" = field(default_factory=lambda: InFlight())
    screens: JsonMemory = field(default_factory=JsonMemory)
    """What is on show in each chat, where there is no Redis to keep it."""

    async def close(self) -> None:
        await self.background.stop()
        for plugin in self.plugins:
            await close_plugin(plugin)
        await self.wallets.close()
        await self.chain.close()
        await self.http.close()
        await self.bot.session.close()
        if self.redis is not None:
            await self.redis.aclose()


def build(settings: Settings) -> Parts:
    """Needs a running loop; connects to nothing yet: the first call of each part does."""
    SECRETS.learn(secrets_of(settings))
    clock = clock_from_url(settings.clock_url)
    texts = Texts(ROOT / "locales", settings.coin_symbol, settings.texts_strict)
    bot = make_bot(settings.token, settings.telegram_url)
    bot.default = DefaultBotProperties(parse_mode=ParseMode.HTML)
    http = aiohttp.ClientSession(trace_configs=[metered_chain()])
    redis = _redis(settings)
    chain = make_chain(settings, http, clock)
    origin, sandbox = settings.origin, settings.is_sandbox or bool(settings.wallets_url)
    wallets = TonConnectWallets(http, settings.wallet_list_url, origin, settings.network_id, clock, sandbox)
    plugins = (load_plugin(settings.stats_plugin),) if settings.stats_plugin else ()
    pages = (PreviewPages(http, settings.preview_url),) if settings.preview_url else ()
    sources = (*plugins, *pages)
    services = _services(settings, clock, bot, chain, wallets, _cache(redis), _render(texts), sources)
    return Parts(settings, clock, texts, bot, http, chain, wallets, redis, services, plugins)


def make_chain(settings: Settings, http: aiohttp.ClientSession, clock: Clock) -> "ToncenterChain | LiteserverChain":
    if settings.ton_provider == "liteserver" and settings.liteserver_config is not None:
        from app.adapters.liteserver import LiteserverChain, from_config  # half a second that only its users pay

        servers = from_config(settings.liteserver_config)
        return LiteserverChain(servers, _seeds(settings), settings.network_id, settings.explorer)
    provider = Toncenter(http, settings.toncenter_url, settings.ton_api_key, settings.requests_per_second)
    return ToncenterChain(provider, _seeds(settings), settings.network_id, clock, settings.explorer)


def _seeds(settings: Settings) -> list[bytes]:
    """The controller's keys, wherever they come from; never to be read in a log."""
    seeds = controller_seeds(settings)
    SECRETS.learn(seeds)
    return seeds


def _render(texts: Texts) -> Render:
    return lambda language, key, args: texts.translator(language)(key, args)


def _services(
    settings: Settings,
    clock: Clock,
    bot: Bot,
    chain: "ToncenterChain | LiteserverChain",
    wallets: TonConnectWallets,
    cache: Cache,
    render: Render,
    sources: Sequence[StatsSource],
) -> Services:
    market = settings.market()
    telegram = TelegramAdapter(bot)
    channels = Channels(clock, telegram, cache)
    access = DealAccess(clock, channels)
    escrows = Escrows(clock, chain, wallets, access, market)
    deals = Deals(clock, market, access, escrows.ask_before_dying)
    listings = Market(clock, market, cache, channels)
    vaults = Vaults(clock, market.admin_ids)
    secret, origin = settings.secret.encode(), settings.origin
    receipts = Receipts(access, secret, origin, chain.friendly, chain.explorer_url)
    rng = random.SystemRandom() if settings.random_seed is None else random.Random(settings.random_seed)
    taker = Taker(clock, telegram, sources, settings.measured_per_minute, channels.look_after)
    return Services(
        clock=clock,
        settings=market,
        users=Users(clock),
        channels=channels,
        market=listings,
        fair_prices=FairPrices(clock, cache),
        deals=deals,
        campaigns=Campaigns(clock, market),
        applications=Applications(clock, market, channels, deals, listings),
        creatives=Creatives(clock, access, telegram),
        escrows=escrows,
        wallets=WalletBook(clock, wallets, access, escrows),
        placement=Placement(clock, access, telegram, escrows.is_funded, vaults, rng),
        verification=Verification(clock, access, telegram, vaults),
        disputes=Disputes(clock, access),
        desk=Desk(clock, telegram, market.admin_ids),
        notices=Notices(clock, market.admin_ids, receipts.summary),
        delivery=Delivery(clock, TelegramNotifier(bot, render), Pace(settings.pace)),
        receipts=receipts,
        stats=Stats(clock, taker, PillowCharts()),
        **_among_people(settings, clock, cache),
    )


def _among_people(settings: Settings, clock: Clock, cache: Cache) -> dict[str, Any]:
    """What administrators and people have to do with each other."""
    admins = settings.admins
    return {
        "audit": Audit(clock),
        "switches": Switches(clock, admins),
        "moderation": Moderation(clock, cache, admins),
        "lookup": Lookup(),
        "reports": Reports(clock, admins),
        "support": Support(clock, admins, settings.support_contact),
        "broadcasts": Broadcasts(clock),
    }


def _redis(settings: Settings) -> "Redis | None":
    if settings.in_one_process:
        return None
    pool = BlockingConnectionPool.from_url(
        settings.redis_url, max_connections=POOL_SIZE, timeout=POOL_WAIT_SECONDS, health_check_interval=30
    )
    return Redis.from_pool(pool)


def _cache(redis: "Redis | None") -> Cache:
    return MemoryCache() if redis is None else RedisCache(redis)


def _storage(parts: Parts) -> tuple[BaseStorage, BaseEventIsolation]:
    if parts.redis is None:
        return parts.screens, SimpleEventIsolation()
    keys = DefaultKeyBuilder(with_destiny=True)
    return RedisStorage(parts.redis, key_builder=keys), LivingLocks(parts.redis, key_builder=keys)


def make_dispatcher(parts: Parts, *, comes_again: bool = False) -> tuple[Dispatcher, BgManagerFactory]:
    """The dispatcher with all screens, and what redraws them from outside.

    `comes_again`: whoever brings the updates brings one again that was not taken (a webhook), so that one which met
    absent stores is left untaken instead of being answered with an apology.
    """
    storage, isolation = _storage(parts)
    dispatcher = Dispatcher(storage=storage, events_isolation=isolation)
    _leave_stores_open(dispatcher)
    _count_first(dispatcher, parts.in_flight)
    if parts.redis is not None:
        dispatcher.update.outer_middleware(Once(parts.redis))
    dispatcher["background"] = parts.background
    in_real_time = parts.settings.clock_url.startswith("system:")  # the sandbox's people may be as quick as they like
    attach(dispatcher, parts.services, parts.texts, Throttle() if in_real_time else None)
    dispatcher["app_url"] = parts.settings.app_url
    dispatcher["stores_away"] = STORES_AWAY if comes_again else ()
    observe(dispatcher)
    return dispatcher, set_up_dialogs(dispatcher, events_isolation=isolation)


def _leave_stores_open(dispatcher: Dispatcher) -> None:
    """When polling stops, aiogram closes the storage at once; but updates are still in hand, and others use it too.
    Whoever built the stores closes them, last."""
    ends = dispatcher.shutdown.handlers
    ends[:] = [handler for handler in ends if handler.callback != dispatcher.fsm.close]


def _count_first(dispatcher: Dispatcher, in_flight: InFlight) -> None:
    """Outside of everything that aiogram itself put around updates: its locks are waited for inside of the count."""
    around = dispatcher.update.outer_middleware
    built_in = list(around)
    for middleware in built_in:
        around.unregister(middleware)
    around.register(in_flight)
    for middleware in built_in:
        around.register(middleware)


async def redraw(parts: Parts, factory: BgManagerFactory, user_id: int, deal_id: int) -> None:
    await redraw_deal(factory, parts.bot, user_id, deal_id)


async def bot_name(bot: Bot) -> str:
    """The bot's username; empty while Telegram cannot be asked."""
    try:
        return (await bot.me()).username or ""
    except TelegramAPIError:
        return ""
