"""Who calls, checked anew at each request, and how a door is opened."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from app.config import Settings
from app.texts import Translator
from app.web.api.reading import raw_body, read
from app.web.api.routes import Route
from app.web.auth import NotSignedIn, Ticket
from app.web.server import CONTEXT, LANGUAGE, Context, count, ip_of, language_of
from models import User
from services.actor import Actor
from services.bundle import Services
from services.errors import Banned, Refusal
from services.repeats import Kept, Repeats


class BadKey(Refusal):
    """An `Idempotency-Key` that is empty, too long, or of strange letters."""

    status = 400


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
    """The door as aiohttp's handler: how often, who, what, the act, the answer; in this order."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if route.limit != "default":
            await count(request, route.limit)
        call = await (_visitor(request) if route.is_open else signed_in(request))
        if call.user is not None:
            for kind in {"default", route.limit}:
                await count(request, kind, call.user.id)
        arguments = await read(route, request)

        async def act() -> Kept:
            answer = await route.handler(call, **arguments)
            return Kept(route.status, answer.model_dump_json(by_alias=True))

        kept, is_repeat = await once(call, route, request, act)
        headers = {"Cache-Control": "no-store", **({REPLAYED: "true"} if is_repeat else {})}
        return web.Response(text=kept.answer, status=kept.status, headers=headers, content_type=JSON)

    return handle


async def once(call: Call, route: Route, request: web.Request, act: Callable[[], Awaitable[Kept]]) -> tuple[Kept, bool]:
    """Act, or give the answer that the same request got before. Raises BadKey, KeyReused, RequestUnderWay."""
    key = request.headers.get(KEY_HEADER)
    if key is None or not route.moves:
        return await act(), False
    if not KEY.fullmatch(key):
        raise BadKey()
    asked = f"{request.method} {request.path}\n".encode() + await raw_body(request)
    repeats = Repeats(call.services.clock)
    kept = await repeats.begin(call.actor, key, hashlib.sha256(asked).hexdigest())
    if kept is not None:
        return kept, True
    try:
        kept = await act()
    except Refusal:
        await repeats.forget(call.actor, key)
        raise
    await repeats.finish(call.actor, key, kept.status, kept.answer)
    return kept, False


JSON = "application/json"
KEY_HEADER = "Idempotency-Key"
KEY = re.compile(r"[!-~]{1,128}")
REPLAYED = "Idempotency-Replayed"
NOBODY = -1
"""Not 0: that is the platform itself."""


async def signed_in(request: web.Request) -> Call:
    """Raises NotSignedIn or Banned."""
    context = request.app[CONTEXT]
    user = await holder(context.gate.bearer(request.headers.get("Authorization")))
    request[LANGUAGE] = user.language
    return Call(context, context.gate.actor(user.id, ip_of(request)), user, language_of(request))


async def holder(ticket: Ticket) -> User:
    """The person of a token; asked at each request, because a token outlives a ban and a sign-out."""
    user = await User.get_or_none(id=ticket.user_id)
    if user is None or user.token_version != ticket.version:
        raise NotSignedIn()
    if user.is_banned:
        raise Banned()
    return user


async def _visitor(request: web.Request) -> Call:
    return Call(request.app[CONTEXT], Actor(NOBODY, False, ip_of(request)), None, language_of(request))
