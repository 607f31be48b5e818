"""One object for the local Telegram: the world, the people and channels in it, the Bot API in front of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

from aiohttp import web

from app.sandbox.telegram import persistence
from app.sandbox.telegram.acts import ChannelActs, People
from app.sandbox.telegram.records import Clock, Json
from app.sandbox.telegram.server import BotApi, add_bot_api_routes
from app.sandbox.telegram.webhook import WebhookSender
from app.sandbox.telegram.world import BotSettings, World

T = TypeVar("T")


class TelegramSandbox:
    def __init__(self, clock: Clock, settings: BotSettings | None = None) -> None:
        self.world = World(clock, settings)
        self.people = People(self.world)
        self.channels = ChannelActs(self.world)
        self.api = BotApi(self.world)
        self._webhook = WebhookSender(self.world, self.api.quietly)

    @property
    def token(self) -> str:
        return self.world.settings.token

    def add_routes(self, app: web.Application) -> None:
        """The Bot API on this application; its start and end are the webhook sender's too."""
        add_bot_api_routes(app, self.api)
        app.on_startup.append(self._start)
        app.on_cleanup.append(self._stop)

    async def _start(self, _: web.Application) -> None:
        self._webhook.start()

    async def _stop(self, _: web.Application) -> None:
        await self._webhook.close()

    async def wait_for(self, predicate: Callable[[], T], timeout_seconds: float = 5.0, what: str = "") -> T:
        """The first truthy answer of the predicate, looked at after every change of the world."""
        return await self.world.changes.wait_for(predicate, timeout_seconds, what)

    async def wait_idle(self, timeout_seconds: float = 5.0) -> None:
        """Until every update is taken, every tap answered and no call is under way."""
        what = "the bot to be idle"
        await self.wait_for(self.world.is_idle, timeout_seconds, what)

    def dump(self) -> Json:
        """A copy: the world may go on while it is written to a disk."""
        copied: Json = json.loads(json.dumps(persistence.dump(self.world)))
        return copied

    def load(self, saved: Json) -> None:
        persistence.load(self.world, saved)
