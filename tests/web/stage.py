"""The API of a process that is alone in the world: real services, a real database, and neither Telegram nor a chain.

What would ask them answers "try again"; what an advertiser does before the money needs neither.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from app import database
from app.config import read_settings
from app.serving import make_web
from app.web.auth import Gate
from app.web.server import CONTEXT
from app.wiring import Parts, build
from tests.stores import Stores

TOKEN = "7000000001:AAtesttesttesttesttesttesttesttest"
NOWHERE = "http://127.0.0.1:1"
Answer = tuple[int, Any, dict[str, str]]


@dataclass
class Api:
    client: TestClient[Any, Any]
    parts: Parts
    app: web.Application

    @property
    def gate(self) -> Gate:
        return self.app[CONTEXT].gate

    def now(self) -> datetime:
        return self.parts.clock.utcnow()

    def token(self, user_id: int, version: int = 0) -> str:
        return str(self.gate.tokens(user_id, version)["access_token"])

    async def call(self, method: str, path: str, who: int | None = None, **more: Any) -> Answer:
        """Status, body and headers. `key` is the request's Idempotency-Key, `ip` what a proxy says of the caller."""
        headers = dict(more.pop("headers", {}))
        if who is not None:
            headers["Authorization"] = f"Bearer {self.token(who)}"
        if key := more.pop("key", None):
            headers["Idempotency-Key"] = key
        if ip := more.pop("ip", None):
            headers["X-Forwarded-For"] = ip
        async with self.client.request(method, path, headers=headers, **more) as answer:
            is_json = answer.content_type == "application/json"
            body = await (answer.json() if is_json else answer.read())
            return answer.status, body, dict(answer.headers)


@asynccontextmanager
async def an_api(stores: Stores, **settings: Any) -> AsyncIterator[Api]:
    chosen: dict[str, Any] = {
        "bot_token": TOKEN,
        "bot_api_url": NOWHERE,
        "ton_api_url": NOWHERE,
        "wallets_url": f"{NOWHERE}/wallets.json",
        "controller_seed": "5a" * 32,
        "database_url": stores.database_url,
        "redis_url": stores.redis_url,
        "admin_ids": (1003,),
        "texts_strict": True,
        "app_rate_limit_default": "100000/minute",
        "app_rate_limit_auth": "100000/minute",
        "app_rate_limit_escrow": "100000/minute",
        **settings,
    }
    await database.connect(stores.database_url)
    try:
        parts = build(read_settings(_env_file=None, **chosen))
        app = make_web(parts)
        try:
            async with TestClient(TestServer(app)) as client:
                yield Api(client, parts, app)
        finally:
            await parts.close()
    finally:
        await database.disconnect()
