"""Proof of reserves for everybody: a page at `/reserves`. The same figures as JSON are at `/api/reserves`."""

from aiohttp import web

from app.web.rendering import page as page_of
from app.web.server import CONTEXT, language_of

HEADERS = {"Cache-Control": "public, max-age=15"}


def add_reserves(app: web.Application) -> None:
    app.add_routes([web.get("/reserves", page)])


async def page(request: web.Request) -> web.Response:
    context = request.app[CONTEXT]
    t = context.texts.translator(language_of(request))
    proof = await context.services.escrows.reserves()
    return page_of(request, "reserves.html", t, headers=HEADERS, proof=proof)
