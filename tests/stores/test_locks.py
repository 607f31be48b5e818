"""A person's screens are locked for as long as a handler works, and not for longer than it lives."""

import asyncio

import pytest
from aiogram.fsm.storage.base import StorageKey
from redis.asyncio import Redis

from app.adapters import locks
from app.adapters.locks import LivingLocks

KEY = StorageKey(bot_id=1, chat_id=1001, user_id=1001)


async def is_locked(redis_url: str) -> bool:
    async with Redis.from_url(redis_url) as redis:
        return bool(await redis.keys("*lock"))


async def test_a_second_process_waits_until_the_first_has_handled_the_person(redis_url: str) -> None:
    order: list[str] = []

    async def handles(name: str, entered: asyncio.Event, leave: asyncio.Event) -> None:
        async with Redis.from_url(redis_url) as redis, LivingLocks(redis).lock(KEY):
            order.append(f"{name} begins")
            entered.set()
            await leave.wait()
            order.append(f"{name} ends")

    entered, leave = asyncio.Event(), asyncio.Event()
    first = asyncio.create_task(handles("first", entered, leave))
    await entered.wait()
    second = asyncio.create_task(handles("second", entered, leave))
    assert await is_locked(redis_url)
    leave.set()
    await asyncio.gather(first, second)
    assert order == ["first begins", "first ends", "second begins", "second ends"]
    assert not await is_locked(redis_url)


async def test_a_lock_is_renewed_while_its_handler_works_and_ends_with_its_process(
    redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LIFE_SECONDS", 0.4)
    monkeypatch.setattr(locks, "RENEW_SECONDS", 0.05)
    async with Redis.from_url(redis_url) as redis:
        others = asyncio.all_tasks()
        async with LivingLocks(redis).lock(KEY):
            (keeper,) = asyncio.all_tasks() - others
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1), LivingLocks(redis).lock(KEY):
                    pass
            keeper.cancel()  # what SIGKILL does to it
            async with asyncio.timeout(5), LivingLocks(redis).lock(KEY):
                pass
    assert not await is_locked(redis_url)
