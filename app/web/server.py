"""The web server: one aiohttp application with health, pages, the API, and (in the sandbox) the other end of the wire.

Every answer carries `X-Request-ID`; every error of the API has one shape: `{error, message, args}`.
"""

import logging
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web
from tortoise import Tortoise
from tortoise.exceptions import BaseORMException

from app.config import Settings
from app.texts import LANGUAGES, Texts
from app.web.auth import Gate
from app.web.limits import Limits, bucket, client_ip, is_counted
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


CONTEXT: web.AppKey[Context] = web.AppKey("context", Context)
LANGUAGE: web.RequestKey[str] = web.RequestKey("language", str)
"""On a request: the language of the person who is signed in."""


def make_web_app(context: Context) -> web.Application:
    app = web.Application(middlewares=[request_log, refusals, rates], client_max_size=64 * 2**20)
    app[CONTEXT] = context
    app.on_cleanup.append(_close)
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz)])
    return app


async def _close(app: web.Application) -> None:
    limits = app[CONTEXT].limits
    if limits is not None:
        await limits.close()


async def healthz(_: web.Request) -> web.Response:
    """This process answers."""
    return web.json_response({"status": "ok"})


async def readyz(_: web.Request) -> web.Response:
    """The database answers too."""
    try:
        await Tortoise.get_connection("default").execute_query("SELECT 1")
    except (BaseORMException, OSError) as trouble:
        return web.json_response({"status": "database", "message": type(trouble).__name__}, status=503)
    return web.json_response({"status": "ready"})


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
