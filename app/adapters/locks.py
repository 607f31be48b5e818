"""One update at a time for each person's screens, across processes: locks in Redis that do not outlive their holder.

A lock is renewed while its handler works, however long that takes, and is gone `LIFE_SECONDS` after its process was
killed: a person whose tap died with the bot is answered again by the next bot, not a minute later.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.redis import RedisEventIsolation
from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError

LIFE_SECONDS = 5.0
RENEW_SECONDS = 1.5


class LivingLocks(RedisEventIsolation):
    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncIterator[None]:
        lock = self.redis.lock(self.key_builder.build(key, "lock"), timeout=LIFE_SECONDS, lock_class=Lock)
        await lock.acquire()
        keeper = asyncio.create_task(_keep(lock))
        try:
            yield
        finally:
            keeper.cancel()
            with suppress(LockError):  # it ran out while this process stood still: nobody's work is undone by that
                await lock.release()


async def _keep(lock: Lock) -> None:
    """A lock that cannot be renewed now is tried again; one that is lost stays lost."""
    while True:
        await asyncio.sleep(RENEW_SECONDS)
        try:
            await lock.reacquire()
        except LockError:
            return
        except RedisError:
            continue
