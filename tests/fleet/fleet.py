"""The layout of production on one machine: bots by webhook behind a proxy, workers, schedulers, PostgreSQL and Redis,
and the sandbox as the other end of every wire. Any process may be killed and started again at any moment.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Self, TypeVar

import aiohttp
from aiohttp import web

from app import database
from app.config import SANDBOX_TOKEN, Settings
from app.sandbox.house import House
from app.sandbox.telegram.records import Chat, Json, Message
from app.serving import serving
from app.wiring import Parts, build
from tests.deploy.proxy import Proxy
from tests.fleet.front import Front
from tests.needs import NEEDS
from tests.person import WAIT_SECONDS
from tests.processes import environment
from tests.stores import AppProcess, Stores
from tests.stores.server import free_port
from tests.world import START, controller_of, shared_emulator

T = TypeVar("T")
LAYOUT = {"webhook": 2, "worker": 2, "scheduler": 2}
LEASE_SECONDS = 2
SLOW = ("/bridge/events", "/sandbox")
"""Requests that stay open for long and say nothing about work."""


class Fleet:
    def __init__(self, stores: Stores, folder: Path, layout: Mapping[str, int] = LAYOUT) -> None:
        assert stores.kind == "servers"
        self.stores = stores
        self.folder = folder
        self.house = House("", SANDBOX_TOKEN, folder / "house", shared_emulator())
        self.house.clock.freeze(START)
        self.house.clock.resume()  # processes that are killed hold claims, which end by the clock
        self.layout = layout
        self.all: dict[str, list[AppProcess]] = {}
        self.ports: dict[str, int] = {}
        """Where each process says how it is, by its name."""
        self.posted: Counter[str] = Counter()
        """How often the bot has put each text into a channel, whatever became of it."""
        self.in_flight = 0
        self._stack = AsyncExitStack()
        self._parts: Parts | None = None
        self.settings = Settings()

    async def __aenter__(self) -> Self:
        try:
            await self._open()
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._close()

    async def _open(self) -> None:
        app = web.Application(client_max_size=64 * 2**20, middlewares=[self._count])
        self.house.add_routes(app)
        port = await self._stack.enter_async_context(serving(app, "127.0.0.1", 0))
        self.house.url = f"http://127.0.0.1:{port}"
        webhooks = [free_port() for _ in range(self.layout["webhook"])]
        self.settings = self._settings(await self._front(webhooks))
        await database.connect(self.stores.database_url)
        await database.migrate(self.stores.database_url)
        self._watch_posts()
        self._make_processes(webhooks)
        await asyncio.gather(*(process.start() for process in self.everybody))
        await self.house.open(await controller_of(self.settings))
        self._parts = build(self.settings)

    async def _front(self, webhooks: list[int]) -> int:
        """The port of what stands in front: nginx as it is deployed, or where there is none something as simple."""
        if NEEDS["nginx"]() is None:
            return await self._stack.enter_async_context(serving(Front(webhooks).app(), "127.0.0.1", 0))
        proxy = Proxy(webhooks, telegram="127.0.0.1", PLAIN="1")
        self._stack.push_async_callback(proxy.stop)
        await proxy.start()
        return proxy.http_port

    async def _close(self) -> None:
        await asyncio.gather(*(process.kill() for process in self.everybody))
        if self._parts is not None:
            await self._parts.close()
        await database.disconnect()
        await self.house.close()
        await self._stack.aclose()

    def _settings(self, front: int) -> Settings:
        url = self.house.url
        return Settings(
            bot_token=SANDBOX_TOKEN,
            bot_api_url=url,
            ton_api_url=f"{url}/ton",
            wallets_url=f"{url}/wallets.json",
            clock_url=(self.folder / "house" / "clock").resolve().as_uri(),
            database_url=self.stores.database_url,
            redis_url=self.stores.redis_url,
            public_url=f"http://127.0.0.1:{front}",
            controller_seed="5a" * 32,
            admin_ids=(1003,),
            texts_strict=True,
            random_seed=7,
        )

    def _make_processes(self, webhooks: list[int]) -> None:
        for role, number in self.layout.items():
            self.all[role] = []
            for index in range(number):
                name = f"{role}-{index}"
                self.ports[name] = webhooks[index] if role == "webhook" else free_port()
                where = {"PORT" if role == "webhook" else "METRICS_PORT": str(self.ports[name])}
                env = environment(self.settings) | {"LEASE_SECONDS": str(LEASE_SECONDS), "TICK_SECONDS": "1"} | where
                log = self.folder / f"{name}.log"
                self.all[role].append(AppProcess([role], env, log=log, name=name, zygote=self.stores.zygote))

    @web.middleware
    async def _count(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.path.startswith(SLOW):
            return await self._answered(handler, request)
        self.in_flight += 1
        try:
            return await self._answered(handler, request)
        finally:
            self.in_flight -= 1

    async def _answered(self, handler: Any, request: web.Request) -> web.StreamResponse:
        answer: web.StreamResponse = await handler(request)
        return answer

    def _watch_posts(self) -> None:
        world, append = self.house.telegram.world, self.house.telegram.world.append

        def noted(chat: Chat, author_id: int, content: Json, **fields: object) -> Message:
            if chat.id < 0 and author_id == world.bot.id and "text" in content:
                self.posted[str(content["text"])] += 1
            return append(chat, author_id, content, **fields)

        world.append = noted  # type: ignore[method-assign]  # the test counts what reaches the channels

    # ---- what a test asks

    @property
    def everybody(self) -> list[AppProcess]:
        return [process for processes in self.all.values() for process in processes]

    @property
    def parts(self) -> Parts:
        """The same services in the process of the test: what people do by other doors."""
        assert self._parts is not None
        return self._parts

    async def status(self, name: str, path: str = "/readyz") -> tuple[int, Any]:
        async with (
            aiohttp.ClientSession() as http,
            http.get(f"http://127.0.0.1:{self.ports[name]}{path}") as answer,
        ):
            return answer.status, await answer.json()

    async def jump(self, seconds: float) -> None:
        """Time goes by at a moment when no call to the outside is under way: calls end sooner than claims."""
        while self.in_flight:  # noqa: ASYNC110  # other processes call: only the count can be asked
            await asyncio.sleep(0.005)
        self.house.clock.advance(seconds)

    async def until(self, fact: Callable[[], Awaitable[T | None]], what: str, seconds: float = WAIT_SECONDS) -> T:
        try:
            async with asyncio.timeout(seconds):
                while not (found := await fact()):  # noqa: ASYNC110  # other processes work: they are asked
                    await asyncio.sleep(0.05)
                return found
        except TimeoutError:
            raise AssertionError(f"waited in vain for {what}") from None

    async def updates_taken(self) -> None:
        async def taken() -> bool:
            return not self.house.telegram.world.updates.waiting

        await self.until(taken, "the bot to take every update")

    def said_to(self, user_id: int) -> list[Message]:
        """What the bot has said to somebody, oldest first."""
        telegram = self.house.telegram
        return [item for item in telegram.people.messages(user_id) if item.author_id == telegram.world.bot.id]
