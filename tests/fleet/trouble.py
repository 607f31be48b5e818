"""Trouble by a seed: processes die, Redis forgets or restarts, connections are cut, the other side fails."""

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field

from app.sandbox.toncenter import Fault
from app.sandbox.toncenter.faults import Kind
from tests.fleet.fleet import Fleet
from tests.stores import AppProcess, Postgres, RedisServer

CUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
TELEGRAM = ("sendMessage", "editMessageText", "forwardMessage", "getChatMember", "answerCallbackQuery", "getChat")
TON = ("v2/sendBoc*", "v3/message*", "v3/accountStates", "v2/runGetMethod", "v3/*")


@dataclass
class Trouble:
    fleet: Fleet
    postgres: Postgres
    redis: RedisServer
    rng: random.Random
    pause_seconds: tuple[float, float] = (0.3, 1.2)
    done: Counter[str] = field(default_factory=Counter)
    _healing: set["asyncio.Task[None]"] = field(default_factory=set)

    async def run(self) -> None:
        """Until cancelled."""
        acts = (
            self.kill,
            self.kill,
            self.kill,
            self.flush,
            self.restart,
            self.cut,
            self.telegram,
            self.telegram,
            self.ton,
        )
        while True:
            await asyncio.sleep(self.rng.uniform(*self.pause_seconds))
            await self.rng.choice(acts)()

    async def heal(self) -> None:
        """Everybody lives and nothing fails any more."""
        self.fleet.house.telegram.world.faults.clear()
        self.fleet.house.ton_faults.clear()
        await asyncio.gather(*self._healing)
        for process in self.fleet.everybody:
            if not process.running:
                await process.start(timeout_seconds=120)

    async def kill(self) -> None:
        """Of a random kind, at least one of which may be left without anybody for a moment."""
        kind = self.rng.choice(sorted(self.fleet.all))
        process = self.rng.choice(self.fleet.all[kind])
        if not process.running:
            return
        await process.kill()
        self.done[f"kill {kind}"] += 1
        task = asyncio.create_task(self._start_later(process, self.rng.uniform(0, 1.5)))
        self._healing.add(task)
        task.add_done_callback(self._healing.discard)

    async def _start_later(self, process: AppProcess, seconds: float) -> None:
        await asyncio.sleep(seconds)
        while True:
            await process.start(ready=None)
            try:
                await process.wait_for_line("ready", timeout_seconds=120)
                return
            except AssertionError:  # it met a store that was away, and ended: whoever supervises starts it again
                self.done["start again"] += 1
                await asyncio.sleep(0.3)

    async def flush(self) -> None:
        await asyncio.to_thread(self.redis.flush)
        self.done["flush redis"] += 1

    async def restart(self) -> None:
        """In this thread: the server is a child of whoever starts it."""
        self.redis.restart()
        self.done["restart redis"] += 1

    async def cut(self) -> None:
        database = self.fleet.settings.database_url.rsplit("/", 1)[1]
        await asyncio.to_thread(self.postgres.execute, CUT, database)
        self.done["cut database"] += 1

    async def telegram(self) -> None:
        kind = self.rng.choice(("drop", "lost", "server", "flood", "delay"))
        method = self.rng.choice(TELEGRAM)
        self.fleet.house.telegram.world.faults.add(kind, method=method, times=self.rng.randint(1, 3), retry_after=1)
        self.done["telegram fails"] += 1

    async def ton(self) -> None:
        kinds: tuple[Kind, ...] = ("drop", "lost", "status", "delay")
        kind = self.rng.choice(kinds)
        times = self.rng.randint(1, 3)
        fault = Fault(self.rng.choice(TON), kind, times=times, status=self.rng.choice((429, 500)), delay_seconds=0.5)
        self.fleet.house.ton_faults.add(fault)
        self.done["ton fails"] += 1
