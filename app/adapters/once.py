"""An update that was handled is not handled again, though Telegram sends it again: its answer was lost, or the process
that polled died before it confirmed.

Runs inside the person's lock, so that a second delivery waits for the first. What is marked is an update whose handler
has ended: one that died with its process is handled anew, which the services bear (every step is a compare-and-set).
A Redis that does not answer stops nothing here.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import TelegramObject, Update
from redis.asyncio import Redis
from redis.exceptions import RedisError

log = logging.getLogger(__name__)
KEPT_SECONDS = 86_400
"""As long as Telegram keeps an update for a bot."""


class Once(BaseMiddleware):
    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        bot: Bot | None = data.get("bot")
        if not isinstance(event, Update) or not event.update_id or bot is None:
            return await handler(event, data)  # a redraw in the background
        key = f"done:{bot.id}:{event.update_id}"
        if await self._was_done(key):
            log.info("update %s came again", event.update_id)
            return None
        result = await handler(event, data)
        await self._mark(key)
        return result

    async def _was_done(self, key: str) -> bool:
        try:
            return bool(await self._redis.exists(key))
        except RedisError:
            return False

    async def _mark(self, key: str) -> None:
        try:
            await self._redis.set(key, 1, ex=KEPT_SECONDS)
        except RedisError:
            log.info("an update could not be marked as handled")
