"""The phones page: three phones, a channel, a clock and a drawer of faults, in one browser tab.

`add_phones_routes(app)` serves the page under `/sandbox/` and its files under `/sandbox/static/`. The page is plain
HTML, CSS and JavaScript modules; it speaks to the control API and to nobody else. Its content security policy says so:
no inline script or style runs, nothing comes from another host.
"""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

__all__ = ["add_phones_routes"]

HERE = Path(__file__).parent
STATIC = HERE / "static"
POLICY = "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",  # a browser asks each time whether its copy still holds, so no page mixes two versions
}


def add_phones_routes(app: web.Application) -> None:
    app.router.add_get("/sandbox", _to_page)
    app.router.add_get("/sandbox/", _page)
    app.router.add_get("/sandbox/static/{name}", _file)


async def _to_page(_: web.Request) -> web.StreamResponse:
    raise web.HTTPPermanentRedirect("/sandbox/")


async def _page(_: web.Request) -> web.StreamResponse:
    return web.FileResponse(HERE / "index.html", headers=HEADERS)


async def _file(request: web.Request) -> web.StreamResponse:
    path = STATIC / request.match_info["name"]
    if path.parent != STATIC or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers=HEADERS)
