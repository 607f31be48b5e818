"""The web server: one aiohttp application with health, pages, the API, and (in the sandbox) the other end of the wire.

Every answer carries `X-Request-ID`; every error of the API has one shape: `{error, message, args}`.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from app.config import Settings
from app.texts import LANGUAGES, Texts
from app.web.auth import Gate
from app.web.health import Health, add_health
from app.web.limits import Limits, bucket, client_ip, is_counted
from app.web.request_log import request_log
from services.bundle import Services
from services.errors import Refusal

log = logging.getLogger("app.web")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Context:
    """What the handlers need; one for the application."""

    services: Services
    settings: Settings
    texts: Texts
    gate: Gate
    limits: Limits | None = None
    health: Health = field(default_factory=Health)


CONTEXT: web.AppKey[Context] = web.AppKey("context", Context)
LANGUAGE: web.RequestKey[str] = web.RequestKey("language", str)
"""On a request: the language of the person who is signed in."""


def make_web_app(context: Context) -> web.Application:
    app = web.Application(middlewares=[request_log, refusals, rates], client_max_size=64 * 2**20)
    app[CONTEXT] = context
    add_health(app, context.health)
    return app


@web.middleware
async def refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A refusal becomes a precise 4xx with a code for machines and words for people; so does, under `/api`, whatever
    the web server itself refuses, and trouble of our own becomes a 500 that tells nothing."""
    try:
        return await handler(request)
    except Refusal as refusal:
        headers = getattr(refusal, "headers", None)
        return refused(request, refusal.status, refusal.code(), refusal.key(), refusal.arguments, headers)
    except web.HTTPException as answer:
        if not request.path.startswith("/api") or answer.status < 400:
            raise
        code = HTTP_CODES.get(answer.status, "bad-request")
        allow = {"Allow": answer.headers["Allow"]} if "Allow" in answer.headers else {}
        return refused(request, answer.status, code, f"error-{code}", {"what": request.path}, allow)
    except Exception:
        if not request.path.startswith("/api"):
            raise
        log.exception("%s %s", request.method, request.path)
        return refused(request, 500, "unexpected", "error-unexpected", {})


@web.middleware
async def rates(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every address may knock so often; the API's doors count persons, too."""
    if is_counted(request.path):
        await count(request, "default")
    return await handler(request)


async def count(request: web.Request, kind: str, user_id: int | None = None) -> None:
    """One more request of this kind, of the person or else of the address. Raises TooManyRequests."""
    limits = request.app[CONTEXT].limits
    if limits is not None:
        await limits.check(kind, f"user:{user_id}" if user_id is not None else f"ip:{bucket(ip_of(request))}")


def ip_of(request: web.Request) -> str:
    return client_ip(request, request.app[CONTEXT].settings.trusted_proxies)


HTTP_CODES = {404: "no-such-door", 405: "wrong-method", 413: "large-request"}


def refused(
    request: web.Request,
    status: int,
    code: str,
    key: str,
    args: dict[str, object],
    headers: dict[str, str] | None = None,
) -> web.Response:
    """The one shape of all errors."""
    words = request.app[CONTEXT].texts.translator(language_of(request))(key, args, plain=True)
    return web.json_response({"error": code, "message": words, "args": args}, status=status, headers=headers)


def language_of(request: web.Request) -> str:
    """The person's own once he is signed in; before that the browser's."""
    wanted = request.get(LANGUAGE) or request.headers.get("Accept-Language", "")[:2].lower()
    return wanted if wanted in LANGUAGES else LANGUAGES[0]
