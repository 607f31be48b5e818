"""Who calls, checked anew at each request, and how a door is opened."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from app.config import Settings
from app.texts import Translator
from app.web.api.reading import read
from app.web.api.routes import Route
from app.web.auth import NotSignedIn, Ticket
from app.web.server import CONTEXT, LANGUAGE, Context, language_of
from models import User
from services.actor import Actor
from services.bundle import Services
from services.errors import Banned


@dataclass(frozen=True, slots=True)
class Call:
    """One request, as the doors see it."""

    context: Context
    actor: Actor
    user: User | None
    """None at the doors that need no token."""
    language: str

    @property
    def services(self) -> Services:
        return self.context.services

    @property
    def settings(self) -> Settings:
        return self.context.settings

    @property
    def person(self) -> User:
        """Whoever is signed in."""
        if self.user is None:
            raise NotSignedIn()
        return self.user

    @property
    def words(self) -> Translator:
        return self.context.texts.translator(self.language, self.user.timezone if self.user else "UTC")


def opened(route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """The door as aiohttp's handler: who, what, the act, the answer; in this order."""

    async def handle(request: web.Request) -> web.StreamResponse:
        call = await (_visitor(request) if route.is_open else signed_in(request))
        arguments = await read(route, request)
        answer = await route.handler(call, **arguments)
        body = answer.model_dump_json(by_alias=True).encode()
        return web.Response(
            body=body, status=route.status, headers={"Cache-Control": "no-store", **route.headers}, content_type=JSON
        )

    return handle


JSON = "application/json"
NOBODY = -1
"""Not 0: that is the platform itself."""


async def signed_in(request: web.Request) -> Call:
    """Raises NotSignedIn or Banned."""
    context = request.app[CONTEXT]
    user = await holder(context.gate.bearer(request.headers.get("Authorization")))
    request[LANGUAGE] = user.language
    return Call(context, context.gate.actor(user.id, request.remote), user, language_of(request))


async def holder(ticket: Ticket) -> User:
    """The person of a token; asked at each request, because a token outlives a ban and a sign-out."""
    user = await User.get_or_none(id=ticket.user_id)
    if user is None:
        raise NotSignedIn()
    if user.is_banned:
        raise Banned()
    return user


async def _visitor(request: web.Request) -> Call:
    return Call(request.app[CONTEXT], Actor(NOBODY, False, request.remote), None, language_of(request))
