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
import contextlib
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
from app.redraw import Redrawer
from app.roles import bot_running, make_web, serving
from app.sandbox.chain.chain import MINT
from app.sandbox.house import House
from app.sandbox.telegram.acts import ChannelActs
from app.sandbox.telegram.records import Message
from app.sandbox.telegram.views import plain_text
from app.sandbox.wallet import SimWallet
from app.tasks.jobs import run_until_quiet
from app.wiring import Parts, build, make_chain
from services.agenda import next_due
from tests.processes import Processes
from tests.stores import Stores

T = TypeVar("T")
WAIT_SECONDS = 20.0
START = 1_780_000_000.0
"""The moment at which every story begins: 2026-05-28 20:26:40 UTC."""
COIN = 10**9
LOOK_BACK = 4
"""A person looks at the last few messages, not at the whole history."""


class World:
    def __init__(self, stores: Stores, folder: Path, port: int) -> None:
        self.stores = stores
        self.folder = folder
        self.house = House("", SANDBOX_TOKEN, folder / "house")
        self.house.clock.freeze(START)
        self._app_port = port
        self._stack = AsyncExitStack()
        self._app: AppHere | Processes | None = None
        self._people: dict[int, Person] = {}
        self.settings = Settings()

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
            clock_url=(self.folder / "house" / "clock").resolve().as_uri(),
            database_url=self.stores.database_url,
            redis_url=self.stores.redis_url,
            public_url=f"http://127.0.0.1:{self._app_port}",
            port=self._app_port,
            controller_seed="5a" * 32,
            admin_ids=(1003,),
            texts_strict=True,
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

    def person(self, user_id: int) -> "Person":
        return self._people.setdefault(user_id, Person(self, user_id))

    @property
    def anna(self) -> "Person":
        """The advertiser."""
        return self.person(1001)

    @property
    def oleg(self) -> "Person":
        """The channel's owner."""
        return self.person(1002)

    @property
    def vera(self) -> "Person":
        """The admin."""
        return self.person(1003)

    def stranger(self, name: str = "Mallory", **facts: Any) -> "Person":
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

    async def work(self) -> bool:
        assert self.parts is not None
        assert self._redrawer is not None
        done = await run_until_quiet(self.parts.services)
        done += await self._redrawer.drain()
        return done > 0


async def controller_of(settings: Settings) -> str:
    async with aiohttp.ClientSession() as http:
        return make_chain(settings, http, SystemClock()).controller


class Person:
    """Somebody with a phone."""

    def __init__(self, world: World, user_id: int) -> None:
        self.world = world
        self.id = user_id

    @property
    def _people(self) -> Any:
        return self.world.house.telegram.people

    @property
    def wallet(self) -> SimWallet:
        return self.world.house.wallet_of(self.id)

    # ---- doing

    async def starts(self, payload: str = "") -> None:
        self._people.start(self.id, payload)
        await self.world.settle()

    async def says(self, text: str = "", **more: Any) -> None:
        self._people.say(self.id, text, **more)
        await self.world.settle()

    async def taps(self, label: str) -> str:
        """Tap the newest button whose label contains the words; returns what the bot answered (a toast or an alert)."""
        message, button = await self.world.until(lambda: self._button(label), f"a button {label!r}", self)
        return await self._tap(message, button)

    async def taps_at_once(self, label: str) -> Any:
        """Tap and do not wait: for two people in the same moment."""
        message, button = await self.world.until(lambda: self._button(label), f"a button {label!r}", self)
        return self._people.tap(self.id, data=button["callback_data"], message_id=message.id)

    async def taps_old(self, message: Message, button: dict[str, Any]) -> str:
        """Tap a button that was remembered from an earlier screen."""
        return await self._tap(message, button)

    async def _tap(self, message: Message, button: dict[str, Any]) -> str:
        if "callback_data" not in button:
            raise AssertionError(f"{button['text']} is a link: {button}")
        callback = self._people._call_back(
            self.world.house.telegram.world.user(self.id), message, button["callback_data"]
        )
        await self.world.until(lambda: callback.answer is not None, f"an answer to {button['text']}")
        await self.world.settle()
        return str((callback.answer or {}).get("text") or "")

    async def chooses(self, channel: str) -> None:
        """Pick a channel with the picker button."""
        self._people.choose_channel(self.id, channel)
        await self.world.settle()

    async def sends_media(self, *items: Any, caption: str = "", html: str | None = None) -> None:
        self._people.send_media(self.id, list(items), caption, html=html)
        await self.world.settle()

    async def forwards(self, channel: str, message_id: int) -> None:
        self._people.forward(self.id, channel, message_id)
        await self.world.settle()

    async def opens_deal(self, deal_id: int = 1) -> None:
        """By the link that notices and cards carry."""
        await self.opens_deal_in(f"deal #{deal_id}", deal_id=deal_id)

    async def opens_deal_in(self, *words: str, deal_id: int = 1) -> None:
        """The same in any language, and in which the card says the words."""
        await self.starts(f"deal-{deal_id}")
        await self.sees(*words)

    # ---- the wallet

    async def approves_in_wallet(self) -> None:
        """Confirm the oldest request in the wallet, and wait until the bot has heard of it."""
        async with asyncio.timeout(WAIT_SECONDS):
            request = await self.wallet.wait_pending()
            await self.wallet.confirm(request.id)
        await self.world.settle()

    async def refuses_in_wallet(self) -> None:
        async with asyncio.timeout(WAIT_SECONDS):
            request = await self.wallet.wait_pending()
            await self.wallet.reject(request.id)
        await self.world.settle()

    async def opens_wallet_link(self) -> None:
        """Follow the newest TON Connect link on the screen."""
        link = await self.world.until(
            lambda: self.link("tc://", "ton-connect", "/sandbox/wallet"), "a wallet link", self
        )
        await self.wallet.open_link(link)

    def received(self) -> list[int]:
        """What came into the wallet from contracts and people, in nano, oldest first (the faucet's coins left out)."""
        return self.world.received_by(self.wallet.address)

    # ---- seeing

    async def sees(self, *words: str) -> str:
        """The text of a recent message that contains all the words."""
        return await self.world.until(lambda: self._text(words), f"{words} on the screen of {self.id}", self)

    def seen_messages(self) -> list[Message]:
        """All that the bot has said, oldest first."""
        bot = self.world.house.telegram.world.bot.id
        return [message for message in self._people.messages(self.id) if message.author_id == bot]

    def texts(self) -> list[str]:
        return [plain_text(message) for message in self.seen_messages()]

    def notices(self) -> list[Message]:
        """Messages of the bot with the button that opens a deal."""
        return [message for message in self.seen_messages() if "open:deal:" in str(message.markup)]

    def shows(self, *words: str) -> bool:
        return bool(self._text(words))

    def buttons(self) -> list[str]:
        """Labels of the newest message with buttons."""
        for message in self._recent():
            rows = (message.markup or {}).get("inline_keyboard", [])
            if rows:
                return [button["text"] for row in rows for button in row]
        return []

    def remember(self, label: str) -> tuple[Message, dict[str, Any]]:
        """A button as it is now, to be tapped later."""
        found = self._button(label)
        assert found, f"no button {label!r}: {self}"
        return found

    def link(self, *parts: str) -> str:
        """The newest URL button whose address contains one of the parts."""
        for message in self._recent():
            for row in (message.markup or {}).get("inline_keyboard", []):
                for button in row:
                    if any(part in button.get("url", "") for part in parts):
                        return str(button["url"])
        return ""

    def _recent(self) -> list[Message]:
        return sorted(self.seen_messages(), key=lambda message: -message.id)[:LOOK_BACK]

    def _text(self, words: tuple[str, ...]) -> str:
        for message in self._recent():
            text = plain_text(message)
            if all(word in text for word in words):
                return text
        return ""

    def _button(self, label: str) -> tuple[Message, dict[str, Any]] | None:
        for message in self._recent():
            for row in (message.markup or {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"]:
                        return message, button
        return None

    def __str__(self) -> str:
        return "\n".join(_shown(message) for message in self._recent())


def _shown(message: Message) -> str:
    rows = (message.markup or {}).get("inline_keyboard", [])
    buttons = "\n".join(" ".join(f"[{button['text']}]" for button in row) for row in rows)
    return f"--- {message.id}\n{plain_text(message)}\n{buttons}"
