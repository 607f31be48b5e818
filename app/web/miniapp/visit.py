"""One look at one fragment: who looks, in which words, and what a page function gives back."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from app.texts import Translator
from app.web.api.calls import signed_in
from app.web.rendering import HEADERS, render
from app.web.server import Context
from models import User
from services.actor import Actor
from services.bundle import Services
from services.errors import NotFound

NUMBER = re.compile(r"[0-9]{1,18}")
PRIVATE = {**HEADERS, "Cache-Control": "private, no-store", "Content-Security-Policy": "default-src 'none'"}


class BotName:
    """The bot's username, asked once. Empty while Telegram cannot be asked: links to the chat are hidden then."""

    def __init__(self, ask: Callable[[], Awaitable[str]]) -> None:
        self._ask = ask
        self._known = ""

    async def __call__(self) -> str:
        if not self._known:
            self._known = await self._ask()
        return self._known


BOT_NAME: web.AppKey[BotName] = web.AppKey("bot_name", BotName)


@dataclass(frozen=True, slots=True)
class Visit:
    request: web.Request
    context: Context
    actor: Actor
    user: User
    t: Translator

    @property
    def services(self) -> Services:
        return self.context.services

    def number(self, name: str = "id") -> int:
        """A number of the path; what is none names nothing."""
        text = self.request.match_info[name]
        if not NUMBER.fullmatch(text):
            raise NotFound(what=name)
        return int(text)

    def asked(self, name: str) -> str:
        """A word of the query, of a kind that every database takes."""
        return self.request.query.get(name, "").replace("\0", "").encode("utf-8", "ignore").decode()[:200]

    def asked_number(self, name: str) -> int | None:
        text = self.asked(name)
        return int(text) if NUMBER.fullmatch(text) else None

    async def chat_link(self, start: str) -> str:
        """Opens a screen of the bot; empty where the bot's name is not known."""
        bot = self.request.app.get(BOT_NAME)
        name = await bot() if bot is not None else ""
        return f"https://t.me/{name}?start={start}" if name else ""


@dataclass(frozen=True, slots=True)
class View:
    """What a page function gives: a template and its facts."""

    template: str
    facts: dict[str, Any] = field(default_factory=dict)


Page = Callable[[Visit], Awaitable[View]]


async def visit_of(request: web.Request) -> Visit:
    """As at the API's doors. Raises NotSignedIn or Banned."""
    call = await signed_in(request)
    user = call.person
    return Visit(request, call.context, call.actor, user, call.context.texts.translator(user.language, user.timezone))


def fragment(page: Page) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handler(request: web.Request) -> web.StreamResponse:
        visit = await visit_of(request)
        view = await page(visit)
        now = visit.services.clock.utcnow()
        html = render(f"app/{view.template}", visit.t, me=visit.user, now=now, **view.facts)
        answer = web.Response(text=html, content_type="text/html", headers=PRIVATE)
        answer.enable_compression()
        return answer

    return handler
