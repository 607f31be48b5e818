"""The app as in production: a bot process, a worker and a scheduler over PostgreSQL and Redis, and what is known of
them from outside: the database, and whether it says that something is still to be done.
"""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
from redis.asyncio import Redis
from redis.exceptions import ResponseError

from app.adapters.clock import SystemClock
from app.config import Settings
from app.tasks.broker import QUEUE, make_broker
from app.tasks.jobs import JOBS
from app.wiring import make_chain
from models import Deal, DealEvent, DealStatus, Escrow, EscrowState, Notice, Posting, PostingState
from services.agenda import next_due
from services.ports import Clock
from tests.stores import AppProcess, Zygote

Screens = dict[Any, Any]
"""The screens' state as their store keeps it."""
ROLES = ("run", "worker", "scheduler")
LOOK_SECONDS = 0.01
GIVE_UP_SECONDS = 30.0


class Processes:
    def __init__(self, settings: Settings, clock: Clock, folder: Path, zygote: Zygote | None = None) -> None:
        self.settings = settings
        self.clock = clock
        self._controller = ""
        env = environment(settings)
        self._all = [AppProcess([role], env, log=folder / f"{role}.log", name=role, zygote=zygote) for role in ROLES]
        self._broker = make_broker(settings.redis_url, None, settings.tick_seconds)
        self._redis = Redis.from_url(settings.redis_url)

    async def start(self) -> None:
        async with aiohttp.ClientSession() as http:
            self._controller = make_chain(self.settings, http, SystemClock()).controller
        await asyncio.gather(*(process.start() for process in self._all))
        await self._broker.startup()

    async def stop(self) -> None:
        await asyncio.gather(*(process.stop() for process in self._all))
        await self._forget_the_dead()
        await self._close()

    async def kill(self) -> None:
        """SIGKILL to everybody at once."""
        await asyncio.gather(*(process.kill() for process in self._all))
        await self._forget_the_dead()
        await self._close()

    async def _forget_the_dead(self) -> None:
        """What a worker had only taken stays pending for a minute: nobody waits for it, the next tick asks anew."""
        with suppress(ResponseError):  # a Redis that forgot the group has nothing pending
            for consumer in await self._redis.xinfo_consumers(QUEUE, QUEUE):
                await self._redis.xgroup_delconsumer(QUEUE, QUEUE, consumer["name"])

    async def _close(self) -> None:
        await self._broker.shutdown()
        await self._redis.aclose()

    def busy(self) -> bool:
        return False

    async def screens(self) -> Screens:
        """What is on show in each chat."""
        keys: list[Any] = await self._redis.keys("fsm:*")
        return {key: await self._redis.get(key) for key in keys if not key.endswith(b":lock")}

    async def show(self, screens: Screens) -> None:
        for key in await self._redis.keys("fsm:*"):
            await self._redis.delete(key)
        for key, value in screens.items():
            await self._redis.set(key, value)

    async def work(self) -> bool:
        """Have the workers run every job, again and again, until the database says that nothing is left to do."""
        async with asyncio.timeout(GIVE_UP_SECONDS):
            await self._sweep()
            while not await self._quiet():
                await asyncio.sleep(LOOK_SECONDS)
                await self._sweep()
        return False

    async def _sweep(self) -> None:
        """Every job once, through the queue as the scheduler does it; done when the workers have acknowledged all."""
        tasks = [self._broker.find_task(job.name) for job in JOBS]
        await asyncio.gather(*(task.kiq() for task in tasks if task is not None))
        while not await self._drained():  # noqa: ASYNC110  # other processes work: only Redis can be asked
            await asyncio.sleep(LOOK_SECONDS)

    async def _drained(self) -> bool:
        stream = await self._redis.xinfo_stream(QUEUE)
        (group,) = await self._redis.xinfo_groups(QUEUE)
        jobs_done = group["pending"] == 0 and group["last-delivered-id"] == stream["last-generated-id"]
        return bool(jobs_done and not await self._redis.keys("fsm:*:lock"))  # a lock: the bot is at somebody's screen

    async def _quiet(self) -> bool:
        due = await next_due()
        if due is not None and due <= self.clock.utcnow():
            return False
        unfinished = (
            DealEvent.filter(relayed_at=None),
            Notice.filter(sent_at=None, failed=None, due_at__lte=self.clock.utcnow()),
            Escrow.exclude(verdict=None).filter(state=EscrowState.FUNDED, controller_address=self._controller),
            Posting.filter(state=PostingState.SENDING),
            Deal.filter(status=DealStatus.OWNER_ACCEPTED).exclude(payer_address=None).exclude(payout_address=None),
        )
        return not any([await rows.exists() for rows in unfinished])


NAMES = (
    *("bot_token", "bot_api_url", "ton_api_url", "wallets_url", "clock_url", "database_url", "redis_url"),
    *("public_url", "port", "controller_seed", "texts_strict", "random_seed", "stats_preview_url"),
    "stats_per_minute",
    *("app_rate_limit_default", "app_rate_limit_auth", "app_rate_limit_escrow"),
)


def environment(settings: Settings) -> dict[str, str]:
    """The settings as a child process reads them."""
    env = {name.upper(): str(getattr(settings, name)) for name in NAMES}
    return env | {"ADMIN_IDS": ",".join(map(str, settings.admin_ids)), "TICK_SECONDS": "2"}
