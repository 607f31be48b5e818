"""The wallet apps that a page may offer, and the bridges over which a browser then speaks to them.

The public list is fetched by us and served from `/wallets.json`: a visitor's browser asks no foreign host for it, and
the pages' content security policy names exactly the bridges of the apps on it. In the sandbox the simulated wallet's
own list is on this server already, and so is its bridge.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web

from app.web.server import CONTEXT

log = logging.getLogger("app.web")
PATIENCE_SECONDS = 2.0
RETRY_SECONDS = 60
REFRESH_SECONDS = 6 * 3600


class WalletApps:
    def __init__(self, url: str) -> None:
        self._url = url
        self.listed: list[dict[str, Any]] = []
        self._known = asyncio.Event()

    async def known(self) -> None:
        """Wait a little for the first answer; a page is shown without it as well."""
        try:
            await asyncio.wait_for(self._known.wait(), PATIENCE_SECONDS)
        except TimeoutError:
            log.info("the list of wallets is not there yet")

    @property
    def bridges(self) -> list[str]:
        """Origins, in the order of the list."""
        urls = [str(bridge.get("url", "")) for app in self.listed for bridge in app.get("bridge", [])]
        parts = [urlsplit(url) for url in urls if url]
        return list(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts if part.netloc))

    async def keep_fresh(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as http:
            while True:
                pause = REFRESH_SECONDS if await self._load(http) else RETRY_SECONDS
                await asyncio.sleep(pause)

    async def _load(self, http: aiohttp.ClientSession) -> bool:
        try:
            async with http.get(self._url) as answer:
                answer.raise_for_status()
                listed = json.loads(await answer.text())
        except (aiohttp.ClientError, TimeoutError, ValueError) as trouble:
            log.warning("the list of wallets cannot be read: %s", trouble)
            return False
        self.listed = [app for app in listed if isinstance(app, dict)] if isinstance(listed, list) else []
        self._known.set()
        return True


WALLET_APPS: web.AppKey[WalletApps] = web.AppKey("wallet_apps", WalletApps)


def add_wallet_apps(app: web.Application) -> None:
    settings = app[CONTEXT].settings
    if settings.is_sandbox:
        return
    app[WALLET_APPS] = apps = WalletApps(settings.wallet_list_url)
    app.add_routes([web.get("/wallets.json", listing)])

    async def fresh(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(apps.keep_fresh())
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    app.cleanup_ctx.append(fresh)


async def listing(request: web.Request) -> web.Response:
    apps = request.app[WALLET_APPS]
    await apps.known()
    return web.json_response(apps.listed, headers={"Cache-Control": "public, max-age=600"})


def bridges_of(app: web.Application) -> list[str]:
    """The bridges of other hosts that a page may speak to."""
    return app[WALLET_APPS].bridges if WALLET_APPS in app else []
