"""Opening the bot's Mini App as somebody: what Telegram would hand over to it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from app.sandbox.control.bundle import Sandbox
from app.sandbox.control.replies import Body, path_reference
from app.sandbox.telegram.init_data import VERSION, init_data


class MiniAppRoutes:
    def __init__(self, sandbox: Sandbox) -> None:
        self.world = sandbox.telegram.world
        self.url = sandbox.app_url

    def routes(self) -> list[tuple[str, str, Any]]:
        return [("POST", "/chats/{user}/app", self.open)]

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Signed initData, and the address to open: theme and platform are whoever's who shows it."""
        body = await Body.of(request)
        signed = init_data(self.world, self.world.user(path_reference(request, "user")), body.text("start_param"))
        launch = urlencode({"tgWebAppData": signed, "tgWebAppVersion": VERSION})
        return web.json_response({"init_data": signed, "url": f"{self.url}#{launch}"})
