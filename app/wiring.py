"""Names the concrete classes: builds everything out of the settings, and takes it down again."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from redis.asyncio import BlockingConnectionPool, Redis

from app.adapters.cache import MemoryCache, RedisCache
from app.adapters.charts import PillowCharts
from app.adapters.clock import Clock, clock_from_url
from app.adapters.keys import controller_seeds
from app.adapters.metering import metered_chain
from app.adapters.screens import JsonMemory
from app.adapters.stats_plugin import close_plugin, load_plugin
from app.adapters.stats_preview import PreviewPages
from app.adapters.telegram import TelegramAdapter, make_bot
from app.adapters.telegram_notifier import Render, TelegramNotifier
from app.adapters.toncenter import ToncenterChain
from app.adapters.toncenter_http import Toncenter
from app.adapters.tonconnect import TonConnectWallets
from app.config import ROOT, Settings
from app.in_flight import Background, InFlight
from app.redaction import SECRETS, secrets_of
from app.texts import Texts
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
    in_flight: InFlight = field(default_factory=InFlight)
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
