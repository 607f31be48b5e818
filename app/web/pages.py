"""Pages for people, and the manifest that TON Connect wallets read."""

from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.config import ROOT
from app.web.server import CONTEXT, language_of

STATIC = ROOT / "webapp_static"
PAGES = Environment(loader=FileSystemLoader(STATIC / "pages"), autoescape=True, undefined=StrictUndefined)


def add_pages(app: web.Application) -> None:
    app.add_routes([web.get("/", home), web.get("/tonconnect-manifest.json", manifest)])
    app.router.add_static("/static/", STATIC, show_index=False)


async def home(request: web.Request) -> web.Response:
    """Until the Mini App lives here: what this is and where to go."""
    context = request.app[CONTEXT]
    t = context.texts.translator(language_of(request))

    def words(key: str, **args: Any) -> str:
        return t(key, args, plain=True)

    html = PAGES.get_template("home.html").render(t=words, language=t.language, sandbox=context.settings.is_sandbox)
    return web.Response(text=html, content_type="text/html")


async def manifest(request: web.Request) -> web.Response:
    """https://docs.ton.org/ecosystem/ton-connect/manifest"""
    settings = request.app[CONTEXT].settings
    t = request.app[CONTEXT].texts.translator("en")
    facts = {"url": settings.origin, "name": t("app-name", plain=True), "iconUrl": f"{settings.origin}/static/icon.png"}
    return web.json_response(facts, headers={"Access-Control-Allow-Origin": "*"})
