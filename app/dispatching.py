"""The way of an update: counted, taken once, one at a time for a person, and handled by the screens and commands."""

import asyncpg
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, DefaultKeyBuilder
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.fsm.storage.redis import RedisStorage
from aiogram_dialog import BgManagerFactory
from redis.exceptions import RedisError
from tortoise.exceptions import DBConnectionError

from app.adapters.locks import LivingLocks
from app.adapters.once import Once
from app.in_flight import InFlight
from app.wiring import Parts
from dialogs.ids import set_up_dialogs
from dialogs.live import redraw_deal
from handlers import attach
from handlers.observing import observe
from handlers.throttle import Throttle

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
