"""A local Telegram on an ephemeral port, with a clock that stands still unless moved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from app.sandbox.telegram import MAX_REQUEST_BYTES, BotSettings, TelegramSandbox


@dataclass
class StillClock:
    at: float = 1_790_000_000.0

    def now(self) -> float:
        return self.at


@dataclass
class Local:
    """The sandbox, where it listens, and the people every test knows."""

    telegram: TelegramSandbox
    url: str
    clock: StillClock
    http: aiohttp.ClientSession

    @property
    def token(self) -> str:
        return self.telegram.token

    async def call(self, method: str, **params: object) -> dict[str, Any]:
        """A raw call: the whole answer, with its HTTP status under `status`."""
        async with self.http.post(f"{self.url}/bot{self.token}/{method}", json=params) as response:
            answer: dict[str, Any] = await response.json()
            return answer | {"status": response.status}

    async def refusal(self, method: str, **params: object) -> str:
        answer = await self.call(method, **params)
        assert answer["ok"] is False, answer
        assert answer["status"] == answer["error_code"]
        return str(answer["description"])

    def bot(self) -> Bot:
        session = AiohttpSession(api=TelegramAPIServer.from_base(self.url))
        return Bot(self.token, session=session)


async def serve(telegram: TelegramSandbox) -> tuple[web.AppRunner, str]:
    app = web.Application(client_max_size=MAX_REQUEST_BYTES)
    telegram.add_routes(app)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def settings() -> BotSettings:
    return BotSettings()


@pytest.fixture
async def local(clock: StillClock, settings: BotSettings) -> AsyncIterator[Local]:
    """Anna has started the bot; Oleg owns @coffee_daily, where the bot is an administrator."""
    telegram = TelegramSandbox(clock, settings)
    world = telegram.world
    world.add_user("Anna", username="anna")
    world.add_user("Oleg", username="oleg", language_code="ru")
    rights = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
    world.add_channel("Coffee daily", "oleg", username="coffee_daily", member_count=1200, bot_rights=rights)
    telegram.people.start("anna")
    world.updates.clear()
    runner, url = await serve(telegram)
    async with aiohttp.ClientSession() as http:
        yield Local(telegram, url, clock, http)
    await runner.cleanup()


@pytest.fixture
async def bot(local: Local) -> AsyncIterator[Bot]:
    bot = local.bot()
    yield bot
    await bot.session.close()
