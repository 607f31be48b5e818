"""One object for the local Telegram: the world, the people and channels in it, the Bot API in front of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import TypeVar

from aiohttp import web

from app.sandbox.telegram import persistence
from app.sandbox.telegram.acts import ActRefused, ChannelActs, People, Tap
from app.sandbox.telegram.preview import add_preview_routes
from app.sandbox.telegram.records import Clock, Json, Message
from app.sandbox.telegram.server import BotApi, add_bot_api_routes
from app.sandbox.telegram.views import plain_text
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
        """The Bot API and the preview pages; the application's start and end are the webhook sender's too."""
        add_bot_api_routes(app, self.api)
        add_preview_routes(app, self.world)
        app.on_startup.append(self._start)
        app.on_shutdown.append(self._wake_polls)
        app.on_cleanup.append(self._stop)

    async def _start(self, _: web.Application) -> None:
        self._webhook.start()

    async def _wake_polls(self, _: web.Application) -> None:
        """A server that stops does not wait for long polls to run out."""
        self.world.updates.poll += 1
        self.world.changes.record("poll")

    async def _stop(self, _: web.Application) -> None:
        await self._webhook.close()

    async def wait_for(self, predicate: Callable[[], T], timeout_seconds: float = 5.0, what: str = "") -> T:
        """The first truthy answer of the predicate, looked at after every change of the world."""
        return await self.world.changes.wait_for(predicate, timeout_seconds, what)

    async def wait_idle(self, timeout_seconds: float = 5.0, quiet_seconds: float = 0.1) -> None:
        """Until every update is taken, every tap answered, no call is under way, and nothing happens for a while.

        A bot confirms an update before it has dealt with it, so only the quiet tells that it is done: good for
        people and scripts that look at a page. A test that knows what it waits for says so: `expect`, `wait_for`.
        """
        async with asyncio.timeout(timeout_seconds):
            seq = -1
            while seq != self.world.changes.seq:
                await self.wait_for(self.world.is_idle, timeout_seconds, "the bot to be idle")
                seq = self.world.changes.seq
                await asyncio.sleep(quiet_seconds)

    async def expect(self, user: int | str, words: str, timeout_seconds: float = 5.0) -> Message:
        """The newest message of the bot to this person, as soon as it contains the words."""

        def found() -> Message | None:
            spoken = self.people.newest_from_bot(user)
            return spoken if spoken and words in plain_text(spoken) else None

        message = await self.wait_for(found, timeout_seconds, f"{user} to read {words!r}")
        assert message is not None  # wait_for answers with something truthy only
        return message

    async def expect_answer(self, tap: Tap, timeout_seconds: float = 5.0) -> Json:
        """What the bot answers to a tap: text, show_alert, url."""
        callback = tap.callback
        if callback is None:
            raise ActRefused("bad_request", "this button asks the bot nothing")
        await self.wait_for(lambda: callback.answer is not None, timeout_seconds, "an answer to the tap")
        return callback.answer or {}

    def dump(self) -> Json:
        """A copy: the world may go on while it is written to a disk."""
        copied: Json = json.loads(json.dumps(persistence.dump(self.world)))
        return copied

    def load(self, saved: Json) -> None:
        persistence.load(self.world, saved)
