"""The door through which Telegram calls: updates by webhook, to any of several equal processes.

Guarantees:
* An update is answered when its handler is done, not before. A process that dies with it, drains, or has lost its
  stores answers nothing or 5xx, and Telegram sends the update again.
* Who does not know the secret learns nothing: it is compared in constant time, before the body is read.
* One process among all tells Telegram the address, at start and whenever it is not what it should be (somebody polled
  with the token, another secret); waiting updates are never dropped.
"""

import asyncio
import hashlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from json import JSONDecodeError

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError
from aiogram.methods import TelegramMethod
from aiohttp import web

from app.leader import once_among_many
from app.texts import Texts
from handlers import announce
from models import Cursor

log = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LEASE, CURSOR = "webhook", "webhook"
LEASE_SECONDS = 60
LOOK_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Webhook:
    url: str
    path: str
    secret: str
    connections: int


def add_webhook(
    app: web.Application, dispatcher: Dispatcher, bot: Bot, hook: Webhook, draining: Callable[[], bool]
) -> None:
    expected = hook.secret.encode()

    async def receive(request: web.Request) -> web.Response:
        said = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not secrets.compare_digest(said, expected):
            return web.Response(status=401)
        if draining():
            return web.Response(status=503, headers={"Retry-After": "1"})
        try:
            update = await request.json(loads=bot.session.json_loads)
        except (JSONDecodeError, UnicodeDecodeError, ValueError):
            return web.Response(status=400)
        try:
            result = await dispatcher.feed_raw_update(bot, update)
        except Exception:  # the stores are away, or worse: not taken, so that it comes again
            log.warning("update %s was not taken", update.get("update_id"), exc_info=True)
            return web.Response(status=500)
        if isinstance(result, TelegramMethod):
            await dispatcher.silent_call_request(bot, result)
        return web.json_response({})

    app.router.add_post(hook.path, receive)


@dataclass(frozen=True, slots=True)
class Keeper:
    """Sees to it that Telegram knows the address."""

    bot: Bot
    texts: Texts
    app_url: str
    """Where the Mini App is; empty: there is none."""
    hook: Webhook
    allowed_updates: list[str]

    async def run(self) -> None:
        while True:
            try:
                await once_among_many(LEASE, LEASE_SECONDS, self.keep)
            except Exception as trouble:  # Telegram or the database is away: the next look is soon
                log.warning("the webhook could not be looked at: %s %s", type(trouble).__name__, trouble)
            await asyncio.sleep(LOOK_SECONDS)

    async def keep(self) -> None:
        """Set the webhook unless it is as it should be. Telegram tells all but the secret: that we remember, hashed."""
        info = await self.bot.get_webhook_info()
        known = await Cursor.get_or_none(name=CURSOR)
        if info.url == self.hook.url and known is not None and known.value == self._mark():
            return
        await self.bot.set_webhook(
            self.hook.url,
            secret_token=self.hook.secret,
            max_connections=self.hook.connections,
            allowed_updates=self.allowed_updates,
            drop_pending_updates=False,
        )
        await Cursor.update_or_create(name=CURSOR, defaults={"value": self._mark()})
        log.info("the webhook is set")
        await self._announce()

    async def _announce(self) -> None:
        try:
            await announce(self.bot, self.texts, self.app_url)
        except AiogramError as trouble:  # the menu of commands is a comfort
            log.warning("the commands were not announced: %s", trouble)

    def _mark(self) -> str:
        words = (self.hook.url, self.hook.secret, str(self.hook.connections), *sorted(self.allowed_updates))
        return hashlib.sha256("\n".join(words).encode()).hexdigest()
