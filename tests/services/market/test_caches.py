"""The caches themselves: what is kept is given back for its time, a pattern drops its own keys only, and a cache that
does not answer is a cache that knows nothing."""

from types import SimpleNamespace

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from app.adapters.cache import PREFIX, MemoryCache, RedisCache
from services.ports import Cache


async def keeps_and_forgets(cache: Cache) -> None:
    for number in range(1200):
        await cache.set(f"search:{number}", b"page", 60)
    await cache.set("other:1", b"kept", 60)
    assert await cache.get("search:7") == b"page"
    assert await cache.get("nothing") is None
    await cache.delete_pattern("search:*")
    assert [await cache.get(f"search:{number}") for number in (0, 7, 1199)] == [None] * 3
    assert await cache.get("other:1") == b"kept"


async def test_memory_keeps_and_forgets() -> None:
    await keeps_and_forgets(MemoryCache())


async def test_memory_forgets_when_the_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    cache, now = MemoryCache(), [100.0]
    monkeypatch.setattr("app.adapters.cache.time", SimpleNamespace(monotonic=lambda: now[0]))
    await cache.set("search:1", b"page", 60)
    now[0] += 59
    assert await cache.get("search:1") == b"page"
    now[0] += 1
    assert await cache.get("search:1") is None


async def test_redis_keeps_for_its_time_and_forgets_by_scanning(redis_url: str) -> None:
    redis = Redis.from_url(redis_url)
    try:
        await redis.config_resetstat()
        await keeps_and_forgets(RedisCache(redis))
        await RedisCache(redis).set("search:1", b"page", 60)
        assert 0 < await redis.ttl(PREFIX + "search:1") <= 60
        said = await redis.info("commandstats")
        assert "cmdstat_scan" in said
        assert "cmdstat_keys" not in said
    finally:
        await redis.aclose()


async def test_redis_that_does_not_answer_is_a_miss() -> None:
    redis = Redis(host="127.0.0.1", port=1, socket_connect_timeout=0.2, retry=Retry(NoBackoff(), 0))
    cache = RedisCache(redis)
    try:
        await cache.set("search:1", b"page", 60)
        assert await cache.get("search:1") is None
        await cache.delete_pattern("search:*")
    finally:
        await redis.aclose()
