"""Pages for people, and what TON Connect wallets read of us."""

from aiohttp import web

from app.web.assets import add_assets
from app.web.miniapp import add_miniapp
from app.web.server import CONTEXT
from app.web.wallet_apps import add_wallet_apps


def add_pages(app: web.Application) -> None:
    app.add_routes([web.get("/tonconnect-manifest.json", manifest)])
    add_assets(app)
    add_wallet_apps(app)
    add_miniapp(app)


async def manifest(request: web.Request) -> web.Response:
    """https://docs.ton.org/ecosystem/ton-connect/manifest"""
    settings = request.app[CONTEXT].settings
    t = request.app[CONTEXT].texts.translator("en")
    facts = {"url": settings.origin, "name": t("app-name", plain=True), "iconUrl": f"{settings.origin}/static/icon.png"}
    return web.json_response(facts, headers={"Access-Control-Allow-Origin": "*"})
