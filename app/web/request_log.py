"""One line and one measurement for each request of ours, and its id on every answer.

The id comes from the caller if it is a decent one, else it is made here; it follows whatever the request causes in this
process. The path is logged without its query and without keys. What a monitor or a browser asks for all day (`QUIET`)
is a line at DEBUG only; the sandbox's other end keeps its own counters.
"""

import logging
import re
import time
import uuid
from collections.abc import Awaitable, Callable

from aiohttp import web

from app.metrics import HTTP
from services.trace import tracing

log = logging.getLogger("app.web")
DECENT_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
QUIET = ("/healthz", "/readyz", "/metrics", "/api/metrics", "/static/")
FOREIGN = re.compile(r"/(?:bot\d+:|file/bot|ton/|bridge/|sandbox\b|wallets\.json)")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def request_log(request: web.Request, handler: Handler) -> web.StreamResponse:
    if FOREIGN.match(request.path):
        return await handler(request)
    given = request.headers.get("X-Request-ID", "")
    request_id = given if DECENT_ID.fullmatch(given) else uuid.uuid4().hex
    with tracing(request_id=request_id):
        started, status = time.perf_counter(), 500
        try:
            response = await handler(request)
            status = response.status
        except web.HTTPException as answer:
            status = answer.status
            answer.headers["X-Request-ID"] = request_id
            raise
        finally:
            _tell(request, status, time.perf_counter() - started)
        if not response.prepared:
            response.headers["X-Request-ID"] = request_id
        return response


def _tell(request: web.Request, status: int, seconds: float) -> None:
    HTTP.labels(_method(request), route_of(request), str(status)).observe(seconds)
    level = logging.DEBUG if request.path.startswith(QUIET) and status < 500 else logging.INFO
    line = {"method": request.method, "path": path_of(request), "status_code": status}
    log.log(level, "request", extra={**line, "duration_ms": round(seconds * 1000, 1)})


def path_of(request: web.Request) -> str:
    """Without the query; and where a part of the path is what lets people in (a receipt's link), its template."""
    return route_of(request) if SECRET_PARTS & request.match_info.keys() else request.path


SECRET_PARTS = frozenset({"token", "secret"})


def route_of(request: web.Request) -> str:
    """The template, so that ids make no label of their own."""
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else "none"


def _method(request: web.Request) -> str:
    return request.method if request.method in KNOWN_METHODS else "other"


KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
