"""The language of the journeys: a whole marketplace on local servers, and people who tap, talk, pay and look.

    async with World(stores, tmp_path) as world:
        await world.anna.starts()
        await world.anna.taps("Find channels")
        await world.anna.sees("Coffee daily")

On `memory` stores the app runs in this process and its jobs run when the story pauses; on `servers` it runs as
separate bot and worker processes over PostgreSQL and Redis. The clock stands still until `world.pass_time`. Nothing
sleeps: every wait is for a fact.
"""

import asyncio
import atexit
import contextlib
import functools
import json
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Self, TypeVar

import aiohttp
from aiohttp import web
from pytoniq_core.boc.address import Address

from app import database
from app.adapters.clock import SystemClock
from app.config import SANDBOX_TOKEN, Settings
from app.polling import bot_running
from app.redraw import Redrawer
from app.sandbox.chain.chain import MINT
from app.sandbox.chain.emulator import Emulator
from app.sandbox.house import House
from app.sandbox.telegram.acts import ChannelActs
from app.sandbox.telegram.views import plain_text
from app.serving import make_web, serving
from app.tasks.jobs import run_until_quiet
from app.wiring import Parts, build, make_chain
from services.agenda import next_due
from tests.person import WAIT_SECONDS, Person
from tests.processes import Processes, Screens
from tests.stores import Stores

__all__ = ["COIN", "START", "Person", "World"]

T = TypeVar("T")
START = 1_780_000_000.0
"""The moment at which every story begins: 2026-05-28 20:26:40 UTC."""
COIN = 10**9


@functools.cache
def shared_emulator() -> Emulator:
    """One TVM for all stories of this process: it remembers nothing between two executions."""
    emulator = Emulator()
    atexit.register(emulator.close)
    return emulator


class World:
    def __init__(self, stores: Stores, folder: Path, port: int) -> None:
        self.stores = stores
        self.folder = folder
        self.house = House("", SANDBOX_TOKEN, folder / "house", shared_emulator())
        self.house.clock.freeze(START)
        self._app_port = port
        self._stack = AsyncExitStack()
        self._app: AppHere | Processes | None = None
        self._people: dict[int, Person] = {}
        self.settings = Settings()
        self.is_untouched = False
        """Nobody has done anything yet: a story may go on from a chapter that was played before."""

    async def __aenter__(self) -> Self:
        try:
            await self._open()
        except BaseException:  # what did come up must not be in the way of the next story
            await self._stack.aclose()
            raise
        return self

    async def _open(self) -> None:
        app = web.Application(client_max_size=64 * 2**20)
        self.house.add_routes(app)
        port = await self._stack.enter_async_context(serving(app, "127.0.0.1", 0))
        self.house.url = f"http://127.0.0.1:{port}"
        self.settings = self._settings()
        await database.connect(self.stores.database_url)
        self._stack.push_async_callback(database.disconnect)
        await database.migrate(self.stores.database_url)
        await self._start_app()
        await self.house.open(await controller_of(self.settings))
        self.is_untouched = True

    async def __aexit__(self, *_: object) -> None:
        await self.stop_app()
        await self.house.close()
        await self._stack.aclose()

    def _settings(self) -> Settings:
        url = self.house.url
        return Settings(
            bot_token=SANDBOX_TOKEN,
            bot_api_url=url,
            ton_api_url=f"{url}/ton",
            wallets_url=f"{url}/wallets.json",
            stats_preview_url=f"{url}/s",
            stats_per_minute=0,
            clock_url=(self.folder / "house" / "clock").resolve().as_uri(),
            database_url=self.stores.database_url,
            redis_url=self.stores.redis_url,
            public_url=f"http://127.0.0.1:{self._app_port}",
            port=self._app_port,
            controller_seed="5a" * 32,
            admin_ids=(1003,),
            texts_strict=True,
            random_seed=7,
            app_rate_limit_default="1000000/minute",
            app_rate_limit_auth="1000000/minute",
            app_rate_limit_escrow="1000000/minute",
        )

    # ---- the app

    async def _start_app(self) -> None:
        if self.stores.kind == "memory":
            self._app = AppHere(self.settings)
        else:
            self._app = Processes(self.settings, self.house.clock, self.folder, self.stores.zygote)
        await self._app.start()

    async def start_app(self) -> None:
        """After `stop_app`: the next life."""
        await self._start_app()

    @property
    def app(self) -> "AppHere | Processes":
        assert self._app is not None
        return self._app

    async def stop_app(self) -> None:
        if self._app is not None:
            await self._app.stop()
            self._app = None

    async def restart(self) -> None:
        """The app dies without a good-bye and comes back."""
        assert self._app is not None
        await self._app.kill()
        await self._start_app()

    async def settle(self) -> float | None:
        """Until everybody has done what can be done now; then when the next thing is due."""
        assert self._app is not None
        for _ in range(50):
            await self._everything_answered()
            if not await self._app.work():
                break
        due = await next_due()
        return due.timestamp() if due else None

    async def _everything_answered(self) -> None:
        assert self._app is not None
        app = self._app
        await self.until(lambda: self.house.telegram.world.is_idle() and not app.busy(), "the bot to be done")

    async def pass_time(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0, days: float = 0) -> None:
        """Time goes by, and everything that falls due on the way happens at its own moment."""
        self.is_untouched = False
        span = seconds + 60 * (minutes + 60 * (hours + 24 * days))
        await self.house.clock.travel(span, self.settle)

    async def pass_until(self, fact: Callable[[], object], what: str, *, hours: float = 48) -> None:
        """Time goes by, from one due moment to the next, until the fact is there, and no further."""
        clock = self.house.clock
        last = clock.now() + 3600 * hours
        due = await self.settle()
        while not fact():
            if clock.now() >= last:
                raise AssertionError(f"{hours} hours passed without {what}")
            clock.move_to(min(max(due or last, clock.now() + 1), last))
            due = await self.settle()

    async def until_row(self, fact: Callable[[], Awaitable[bool]], what: str) -> None:
        """Until the database says so: for facts that hold while the house cannot come to rest."""
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                while not await fact():
                    if isinstance(self._app, AppHere):
                        await self._app.work()
                    await asyncio.sleep(0.02)  # other processes work: only the database can be asked
        except TimeoutError:
            raise AssertionError(f"waited in vain for {what}") from None

    async def until(self, fact: Callable[[], T | None], what: str, looker: object = "") -> T:
        """The first truthy answer. Looked at after each change of the Telegram world, and every few milliseconds
        besides, because a handler's end is no change of that world. A failure shows what the `looker` sees."""
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                while not (found := fact()):
                    with contextlib.suppress(TimeoutError):
                        await self.house.telegram.world.changes.wait_for(fact, 0.02, what)
                return found
        except TimeoutError:
            raise AssertionError(f"waited in vain for {what}\n{looker}") from None

    # ---- people

    def person(self, user_id: int) -> Person:
        return self._people.setdefault(user_id, Person(self, user_id))

    @property
    def anna(self) -> Person:
        """The advertiser."""
        return self.person(1001)

    @property
    def oleg(self) -> Person:
        """The channel's owner."""
        return self.person(1002)

    @property
    def vera(self) -> Person:
        """The admin."""
        return self.person(1003)

    def stranger(self, name: str = "Mallory", **facts: Any) -> Person:
        self.is_untouched = False
        user = self.house.telegram.world.add_user(name, username=name.lower(), **facts)
        return self.person(user.id)

    def received_by(self, account: Address | str) -> list[int]:
        """What came to an account from contracts and people, in nano, oldest first (the faucet's coins left out)."""
        address = Address(account) if isinstance(account, str) else account
        incoming = [transaction.in_message for transaction in self.house.chain.ledger.of_account(address)]
        return [message.value_nano for message in incoming if message and message.source not in (None, MINT)]

    @property
    def channels(self) -> ChannelActs:
        """What the channels' people do in them."""
        self.is_untouched = False
        return self.house.telegram.channels

    def post_ids(self, channel: str = "coffee_daily") -> list[int]:
        return [message.id for message in self.channels.posts(channel) if not message.is_service]

    def posts(self, channel: str = "coffee_daily") -> list[str]:
        """The texts in a channel, oldest first."""
        return [plain_text(message) for message in self.house.telegram.channels.posts(channel)]


class AppHere:
    """The app inside this process: its dispatcher polls over HTTP, its jobs run when the story pauses."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._stack = AsyncExitStack()
        self.parts: Parts | None = None
        self._redrawer: Redrawer | None = None

    async def start(self) -> None:
        self.parts = build(self.settings)
        self._stack.push_async_callback(self.parts.close)
        await self._stack.enter_async_context(serving(make_web(self.parts), "127.0.0.1", self.settings.port))
        self._redrawer = await self._stack.enter_async_context(bot_running(self.parts))

    async def stop(self) -> None:
        await self._stack.aclose()

    async def kill(self) -> None:
        await self._stack.aclose()

    def busy(self) -> bool:
        assert self.parts is not None
        return self.parts.in_flight.count > 0

    async def screens(self) -> Screens:
        """What is on show in each chat."""
        assert self.parts is not None
        return {key: json.dumps(record.data) for key, record in self.parts.screens.storage.items() if record.data}

    async def show(self, screens: Screens) -> None:
        assert self.parts is not None
        self.parts.screens.storage.clear()
        for key, data in screens.items():
            await self.parts.screens.set_data(key, json.loads(data))

    async def work(self) -> bool:
        assert self.parts is not None
        assert self._redrawer is not None
        done = await run_until_quiet(self.parts.services)
        done += await self._redrawer.drain()
        return done > 0


async def controller_of(settings: Settings) -> str:
    async with aiohttp.ClientSession() as http:
        return make_chain(settings, http, SystemClock()).controller
