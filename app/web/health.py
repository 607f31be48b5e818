"""How a process is: `/healthz` says that it answers, `/readyz` that it can do its work.

Not ready (503, with the reason) while a store does not answer, while the schema is older than the code, and from the
moment the process was told to stop: whoever balances sends nothing more.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

log = logging.getLogger("app.web")
PATIENCE_SECONDS = 3.0
Check = Callable[[], Awaitable[object]]
"""Raises, or answers False, when the thing is not there."""


@dataclass(slots=True)
class Health:
    checks: Mapping[str, Check] = field(default_factory=dict)
    draining: bool = False
    """Told to stop: what is in hand is finished, nothing new is taken."""

    async def trouble(self) -> str | None:
        """The first thing that keeps the process from working."""
        if self.draining:
            return "draining"
        for name, check in self.checks.items():
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    answer = await check()
            except Exception as error:  # whatever a store's client raises: it does not answer
                log.info("%s is not ready: %s", name, type(error).__name__)
                return name
            if answer is False:
                return name
        return None


def add_health(app: web.Application, health: Health) -> None:
    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        trouble = await health.trouble()
        return web.json_response({"status": trouble or "ready"}, status=503 if trouble else 200)

    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz)])
