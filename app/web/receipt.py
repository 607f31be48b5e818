"""The delivery receipt as a page: no login, an address that nobody can guess, nothing that a search engine keeps."""

from typing import Any

from aiohttp import web

from app.texts import LANGUAGES
from app.web.rendering import page
from app.web.server import CONTEXT, language_of
from services.errors import NotFound
from services.posting.looks import looks_at
from services.receipts import Receipt

PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


def add_receipt(app: web.Application) -> None:
    app.add_routes([web.get("/receipt/{token}", receipt)])


async def receipt(request: web.Request) -> web.Response:
    """`?lang=` chooses the language; else the browser does. Times are UTC, because nobody is signed in."""
    context = request.app[CONTEXT]
    wanted = request.query.get("lang", "")
    t = context.texts.translator(wanted if wanted in LANGUAGES else language_of(request))
    try:
        facts = page_facts(await context.services.receipts.by_token(request.match_info["token"]))
        status = 200
    except NotFound:
        facts, status = {"found": False}, 404
    others = [language for language in LANGUAGES if language != t.language]
    return page(request, "receipt.html", t, status=status, headers=PRIVATE, others=others, **facts)


def page_facts(found: Receipt) -> dict[str, Any]:
    content = found.content
    return {
        "found": True,
        "deal": found.deal,
        "outcome": found.deal.outcome.value if found.deal.outcome else "refund",
        "terms": found.terms,
        "posting": found.posting,
        "text": content.text,
        "media": [medium.kind for medium in content.media],
        "links": [str(entity["url"]) for entity in content.entities if entity.get("url")],
        "buttons": [button for row in content.buttons for button in row],
        "looks": looks_at(found.checks, found.posting),
        "count": len(found.checks),
        "intact": found.intact,
        "money": found.money,
    }
