"""The sandbox with a small bot, for a browser: Telegram, a TON chain, wallets, one clock, the phones page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from app.sandbox.chain import Chain, Emulator
from app.sandbox.clock import SandboxClock
from app.sandbox.control import Sandbox, add_control_routes
from app.sandbox.phones import add_phones_routes
from app.sandbox.telegram import MAX_REQUEST_BYTES, BotSettings, TelegramSandbox, User
from app.sandbox.toncenter import Faults, add_ton_routes
from app.sandbox.wallet import Bridge, SimWallet, add_bridge_routes
from tests.browser.phones.bot import make_dispatcher

START = 1_790_000_000
COIN = 10**9
PEOPLE = (("Anna", 500), ("Oleg", 5), ("Vera", 5))
STEPS = 4


@dataclass
class World:
    url: str
    telegram: TelegramSandbox
    sandbox: Sandbox
    chain: Chain

    @property
    def page(self) -> str:
        return f"{self.url}/sandbox/"


@asynccontextmanager
async def open_world(emulator: Emulator) -> AsyncIterator[World]:
    clock = SandboxClock()
    clock.advance(max(0.0, START - clock.now()))
    chain = Chain(clock, emulator)
    telegram = TelegramSandbox(clock, BotSettings(first_name="Coffee market", username="coffee_market_bot"))
    faults = Faults()

    async def travel(seconds: float) -> None:
        """In a few steps, so that the page has something to show on the way."""
        for _ in range(STEPS):
            clock.advance(seconds / STEPS)
            await asyncio.sleep(0)

    sandbox = Sandbox(telegram, travel, chain, ton_faults=faults)
    app = web.Application(client_max_size=MAX_REQUEST_BYTES)
    telegram.add_routes(app)
    add_ton_routes(app, chain, faults)
    add_bridge_routes(app, Bridge(clock))
    add_control_routes(app, sandbox)
    add_phones_routes(app)
    app.router.add_get("/tonconnect-manifest.json", _manifest)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    world = World(f"http://127.0.0.1:{runner.addresses[0][1]}", telegram, sandbox, chain)
    try:
        await _people_it(world, clock)
        async with _bot_running(world):
            yield world
    finally:
        for wallet in sandbox.wallets.values():
            if isinstance(wallet, SimWallet):
                await wallet.close()
        await runner.cleanup()


async def _people_it(world: World, clock: SandboxClock) -> None:
    def make_wallet(user: User) -> SimWallet:
        return SimWallet(user.name, f"phone {user.id}", f"{world.url}/ton", f"{world.url}/bridge", clock)

    world.sandbox.make_wallet = make_wallet
    people = world.telegram.world
    for name, coins in PEOPLE:
        user = people.add_user(name, username=name.lower())
        await world.chain.faucet(world.sandbox.wallet_of(user).address, coins * COIN)
    people.add_channel("Coffee daily", "oleg", username="coffee_daily", member_count=12_400)
    people.add_channel("Тихий город", "oleg", username="quiet_city", member_count=5_300)


@asynccontextmanager
async def _bot_running(world: World) -> AsyncIterator[Bot]:
    bot = Bot(world.telegram.token, session=AiohttpSession(api=TelegramAPIServer.from_base(world.url)))
    dispatcher = make_dispatcher(world.url)
    polling = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False, polling_timeout=1)
    )
    try:
        yield bot
    finally:
        await dispatcher.stop_polling()
        await asyncio.gather(polling, return_exceptions=True)
        await bot.session.close()


async def _manifest(request: web.Request) -> web.Response:
    origin = str(request.url.origin())
    return web.json_response({"name": "Coffee market", "url": origin, "iconUrl": f"{origin}/icon.png"})
