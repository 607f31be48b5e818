"""Caches behind `services.ports.Cache`: this process's memory, or Redis. A cache that fails is a cache that missed."""

import fnmatch
import logging
import time
from dataclasses import dataclass, field

from redis.asyncio import Redis
from redis.exceptions import RedisError

log = logging.getLogger(__name__)
PREFIX = "cache:"
SCAN_COUNT = 500
MEMORY_LIMIT = 2000


@dataclass(slots=True)
class MemoryCache:
    entries: dict[str, tuple[float, bytes]] = field(default_factory=dict)

    async def get(self, key: str) -> bytes | None:
        expires, value = self.entries.get(key, (0.0, b""))
        return value if expires > time.monotonic() else None

    async def set(self, key: str, value: bytes, ttl_seconds: int) -> None:
        if len(self.entries) >= MEMORY_LIMIT:
            self.entries.clear()
        self.entries[key] = (time.monotonic() + ttl_seconds, value)

    async def delete_pattern(self, pattern: str) -> None:
        for key in fnmatch.filter(list(self.entries), pattern):
            del self.entries[key]


@dataclass(slots=True)
class RedisCache:
    redis: Redis

    async def get(self, key: str) -> bytes | None:
        try:
            value = await self.redis.get(PREFIX + key)
        except RedisError:
            log.warning("the cache does not answer")
            return None
        return value if isinstance(value, bytes) else None

    async def set(self, key: str, value: bytes, ttl_seconds: int) -> None:
        try:
            await self.redis.set(PREFIX + key, value, ex=max(ttl_seconds, 1))
        except RedisError:
            log.warning("the cache does not take a value")

    async def delete_pattern(self, pattern: str) -> None:
        """By SCAN, in batches: never KEYS, which stops the server."""
        try:
            batch: list[bytes] = []
            async for key in self.redis.scan_iter(match=PREFIX + pattern, count=SCAN_COUNT):
                batch.append(key)
            if batch:
                await self.redis.unlink(*batch)
        except RedisError:
            log.warning("the cache does not forget; entries live until their time is over")
