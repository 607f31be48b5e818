"""The shell at `/`: what a browser loads first. It holds no person's data and no secret.

The only style that is not a file of ours is TON Connect's, which it writes at run time; a nonce that changes with each
answer lets it in. Telegram's script adds an empty style where it runs in a frame; the hash of nothing lets it in.
"""

import secrets

from aiohttp import web

from app.web.assets import ASSETS, TELEGRAM, TON_CONNECT
from app.web.rendering import HEADERS, policy, render
from app.web.server import CONTEXT, language_of
from app.web.wallet_apps import WALLET_APPS, bridges_of

MODULES = ("main", "telegram", "session", "view", "acts", "words")
"""What the first page runs; fetched at once instead of one after another. The rest is loaded where it is needed."""


NOTHING = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def add_shell(app: web.Application) -> None:
    app.add_routes([web.get("/", shell)])


async def shell(request: web.Request) -> web.Response:
    app, context = request.app, request.app[CONTEXT]
    if WALLET_APPS in app:
        await app[WALLET_APPS].known()
    nonce = secrets.token_urlsafe(12)
    assets = app[ASSETS]
    html = render(
        "shell.html",
        context.texts.translator(language_of(request)),
        asset=assets.url,
        modules=MODULES,
        nonce=nonce,
        telegram=assets.url(TELEGRAM) if assets.has(TELEGRAM) else "",
        ton_connect=assets.url(TON_CONNECT) if assets.has(TON_CONNECT) else "",
        sandbox=context.settings.is_sandbox,
    )
    images = "" if context.settings.is_sandbox else "https:"  # the icons of the wallet apps on the list
    guard = policy(style_src=f"'nonce-{nonce}' {NOTHING}", connect_src=" ".join(bridges_of(app)), img_src=images)
    answer = web.Response(text=html, content_type="text/html", headers={**HEADERS, "Content-Security-Policy": guard})
    answer.headers["Cache-Control"] = "no-store"
    answer.enable_compression()
    return answer
