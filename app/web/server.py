"""The web server: one aiohttp application with health, pages, the API, and (in the sandbox) the other end of the wire.

Every answer carries `X-Request-ID`; every error of the API has one shape: `{error, message, args}`.
"""

import logging
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from app.config import Settings
from app.texts import LANGUAGES, Texts
from app.web.auth import Gate
from app.web.health import Health, add_health
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
    health: Health = field(default_factory=Health)


CONTEXT: web.AppKey[Context] = web.AppKey("context", Context)


def make_web_app(context: Context) -> web.Application:
    app = web.Application(middlewares=[request_log, refusals], client_max_size=64 * 2**20)
    app[CONTEXT] = context
    add_health(app, context.health)
    return app


@web.middleware
async def request_log(request: web.Request, handler: Handler) -> web.StreamResponse:
    """One line per request of ours (the sandbox's other end keeps its own counters), and its id on the answer."""
    request_id = request.headers.get("X-Request-ID", "")[:64] or uuid.uuid4().hex
    started = time.perf_counter()
    try:
        response = await handler(request)
    except web.HTTPException as answer:
        answer.headers["X-Request-ID"] = request_id
        raise
    if not response.prepared:
        response.headers["X-Request-ID"] = request_id
    if request.path.startswith("/api"):
        spent = round((time.perf_counter() - started) * 1000, 1)
        facts = {"request_id": request_id, "method": request.method, "path": request.path}
        log.info("request", extra={**facts, "status_code": response.status, "duration_ms": spent})
    return response


@web.middleware
async def refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A refusal becomes a precise 4xx with a code for machines and words for people; so does, under `/api`, whatever
    the web server itself refuses, and trouble of our own becomes a 500 that tells nothing."""
    try:
        return await handler(request)
    except Refusal as refusal:
        return refused(request, refusal.status, refusal.code(), refusal.key(), refusal.arguments)
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
    wanted = request.headers.get("Accept-Language", "")[:2].lower()
    return wanted if wanted in LANGUAGES else LANGUAGES[0]
