"""The sandbox whole: one clock, a Telegram, a TON chain, a bridge, and a wallet for everybody with a phone.

`add_routes` puts all of it on one aiohttp application; `open` fills an empty world with people to play with, or
continues the one that was saved. Nothing here is real and everything speaks the real protocols.
"""

import asyncio
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web
from pytoniq_core.boc.address import Address

from app.sandbox.chain.chain import Chain
from app.sandbox.chain.emulator import Emulator
from app.sandbox.chain.ledger import Ledger
from app.sandbox.chain.store import ChainStore, Row
from app.sandbox.clock import SandboxClock, Settle
from app.sandbox.control import Sandbox as Controls
from app.sandbox.control import add_control_routes
from app.sandbox.phones import add_phones_routes
from app.sandbox.telegram.sandbox import TelegramSandbox
from app.sandbox.telegram.world import BotSettings
from app.sandbox.toncenter import Faults, add_ton_routes
from app.sandbox.wallet import Bridge, SimWallet, add_bridge_routes

log = logging.getLogger(__name__)
COIN = 10**9
SAVE_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone in the demo."""

    user_id: int
    first_name: str
    username: str
    language: str
    coins: int


CAST = (
    Person(1001, "Anna", "anna", "en", 500),
    Person(1002, "Oleg", "oleg", "en", 5),
    Person(1003, "Vera", "vera", "en", 5),
)
"""The advertiser, the owner and the admin. Everybody may play any part."""

CHANNELS = (("Coffee daily", "coffee_daily", 12_400), ("Тихий город", "quiet_city", 5_300))
PAST = {
    "coffee_daily": (
        "Today in the cup: washed Ethiopia.",
        "Grind later, drink better.",
        "Five quiet cafés.",
    ),
    "quiet_city": ("Утро, трамвай, никого.", "Дворы, которых нет на карте.", "Куда сбежать от шума в субботу."),
}
"""What the demo's channels wrote before anybody came: figures need something to be made of."""
PAST_POSTS = 15
PAST_SECONDS = 19 * 3600
"""Between two of those posts."""


async def _nothing_due() -> float | None:
    return None


class House:
    """The other end of every wire of the app."""

    def __init__(
        self,
        url: str,
        token: str,
        folder: Path | None = None,
        emulator: Emulator | None = None,
        *,
        has_past: bool = False,
    ) -> None:
        """An `emulator` that is given is shared with other houses and is not closed with this one."""
        self.url = url
        self.has_past = has_past
        self.folder = folder
        self.clock = SandboxClock(folder / "clock" if folder else None)
        self.telegram = TelegramSandbox(self.clock, BotSettings(token=token))
        self.emulator = emulator or Emulator()
        self._shares_emulator = emulator is not None
        self._store = ChainStore(folder / "chain.sqlite3") if folder else None
        self.chain = Chain(self.clock, self.emulator, self._store)
        self.ton_faults = Faults()
        self.bridge = Bridge(self.clock)
        self.wallets: dict[int, SimWallet] = {}
        self._saver: asyncio.Task[None] | None = None
        self.settle: Settle | None = None
        """Makes the app do what is due now and tells when the next thing is; the app's wiring sets it."""

    def add_routes(self, app: web.Application) -> None:
        """The wires, and the phones' control API."""
        self.telegram.add_routes(app)
        add_ton_routes(app, self.chain, self.ton_faults)
        add_bridge_routes(app, self.bridge)
        add_control_routes(app, self._controls())
        add_phones_routes(app)

    def _controls(self) -> Controls:
        return Controls(
            self.telegram,
            travel=self.travel,
            chain=self.chain,
            make_wallet=lambda user: self.wallet_of(user.id),
            ton_faults=self.ton_faults,
            app_url="/",
        )

    async def travel(self, seconds: float) -> None:
        """Time goes by, and whatever the app has due on the way happens at its own moment."""
        await self.clock.travel(seconds, self.settle or _nothing_due)

    async def open(self, controller: str) -> None:
        """Continue the saved world, or people an empty one. Call it when the server listens: wallets use HTTP."""
        saved = self._read()
        if saved is not None:
            self.telegram.load(saved["telegram"])
        else:
            self._people_it()
            await self.chain.faucet(Address(controller), 20 * COIN)
        for person in CAST:
            wallet = self.wallet_of(person.user_id)
            if saved is None:
                await self.chain.faucet(wallet.address, person.coins * COIN)
            else:
                await wallet.resume(saved["wallets"].get(str(person.user_id), {"sessions": [], "last_event_id": 0}))
        if self.folder is not None:
            self._saver = asyncio.create_task(self._keep_saving())

    async def close(self) -> None:
        if self._saver is not None:
            self._saver.cancel()
            await asyncio.gather(self._saver, return_exceptions=True)
            self.save()
        for wallet in self.wallets.values():
            await wallet.close()
        if self._store is not None:
            self._store.close()
        if not self._shares_emulator:
            self.emulator.close()
        self.clock.close()

    def wallet_of(self, user_id: int) -> SimWallet:
        """The person's wallet; made on first use, always the same for the same person."""
        if user_id not in self.wallets:
            name = self.telegram.world.user(user_id).first_name
            ton, bridge = f"{self.url}/ton", f"{self.url}/bridge"
            self.wallets[user_id] = SimWallet(name, f"sandbox-{user_id}", ton, bridge, self.clock)
        return self.wallets[user_id]

    def chain_rows(self) -> list[Row]:
        """Everything that was executed, to continue a chain from."""
        return list(self._store.load()) if self._store else []

    def continue_chain(self, rows: list[Row]) -> None:
        """Put what was executed elsewhere in place of everything here."""
        if self._store is not None:
            self._store.clear()
            self._store.add(rows)
        self.chain.ledger = Ledger()
        self.chain.continue_from(rows)

    def save(self) -> None:
        """Everything but the chain and the clock, which keep their own files."""
        if self.folder is None:
            return
        wallets = {str(user_id): wallet.snapshot() for user_id, wallet in self.wallets.items()}
        text = json.dumps({"telegram": self.telegram.dump(), "wallets": wallets})
        path = self.folder / "world.json"
        path.with_suffix(".new").write_text(text, encoding="utf-8")
        path.with_suffix(".new").replace(path)

    async def _keep_saving(self) -> None:
        seq = -1
        while True:
            await asyncio.sleep(SAVE_SECONDS)
            if self.telegram.world.changes.seq != seq:
                seq = self.telegram.world.changes.seq
                self.save()

    def _read(self) -> dict[str, Any] | None:
        path = self.folder / "world.json" if self.folder else None
        if path is None or not path.exists():
            return None
        saved: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return saved

    def _people_it(self) -> None:
        world = self.telegram.world
        for person in CAST:
            world.add_user(
                person.first_name, user_id=person.user_id, username=person.username, language_code=person.language
            )
        for title, username, members in CHANNELS:
            channel = world.add_channel(title, owner=CAST[1].user_id, username=username, member_count=members)
            for number in range(PAST_POSTS if self.has_past else 0):
                said = {"text": PAST[username][number % len(PAST[username])]}
                date = world.now() - PAST_SECONDS * (PAST_POSTS - number)
                world.append(channel, CAST[1].user_id, said, date=date)
        self.telegram.people.start(CAST[2].user_id)  # an admin at work: her chat is where posts are compared
