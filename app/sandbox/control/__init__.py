"""The control API: everything a person can do with a phone, a channel, a wallet or the clock, by HTTP.

`add_control_routes(app, sandbox)` puts it under `/sandbox/api`; `docs/sandbox.md` describes every call. It has no
authentication and belongs on 127.0.0.1 only.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from aiohttp import web

from app.sandbox.control.bundle import Sandbox
from app.sandbox.control.channels import ChannelRoutes
from app.sandbox.control.chats import ChatRoutes
from app.sandbox.control.live import LiveRoutes, watch_wallets
from app.sandbox.control.mini_app import MiniAppRoutes
from app.sandbox.control.money import WalletRoutes
from app.sandbox.control.replies import ControlError, guarded
from app.sandbox.control.trouble import FaultRoutes

__all__ = ["FAMILIES", "PREFIX", "Sandbox", "add_control_routes"]

PREFIX = "/sandbox/api"
FAMILIES = (ChatRoutes, ChannelRoutes, FaultRoutes, WalletRoutes, LiveRoutes, MiniAppRoutes)


def add_control_routes(app: web.Application, sandbox: Sandbox) -> None:
    for family in FAMILIES:
        for verb, path, handler in family(sandbox).routes():
            app.router.add_route(verb, PREFIX + path, guarded(handler))
    app.router.add_route("*", PREFIX + "/{tail:.*}", guarded(_unknown))

    async def close(_: web.Application) -> None:
        sandbox.closing = True
        sandbox.telegram.world.changes.record("closing")

    async def watch(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(watch_wallets(sandbox))
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    app.on_shutdown.append(close)
    app.cleanup_ctx.append(watch)


async def _unknown(request: web.Request) -> web.StreamResponse:
    raise ControlError("not_found", f"{request.method} {request.path} is not part of the control API")
