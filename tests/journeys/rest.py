"""The Mini App's side of the API: a person who is signed in over HTTP."""

from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp

from app.config import SANDBOX_TOKEN
from tests.web.initdata import signed
from tests.world import Person, World

Answer = tuple[int, Any]


@dataclass
class RestClient:
    world: World
    http: aiohttp.ClientSession = field(default_factory=aiohttp.ClientSession)
    token: str = ""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.close()

    async def signs_in(self, person: Person) -> str:
        """Flow 1 of architecture.md; returns the token."""
        name = self.world.house.telegram.world.user(person.id).first_name
        init_data = signed(person.id, self.world.house.clock.now(), SANDBOX_TOKEN, name)
        status, body = await self.post("/api/auth/telegram", {"initData": init_data})
        assert status == 200, body
        self.token = body["access_token"]
        return self.token

    async def get(self, path: str, **query: str) -> Answer:
        return await self.call("GET", path, params=query)

    async def post(self, path: str, body: Any) -> Answer:
        return await self.call("POST", path, json=body)

    async def call(self, method: str, path: str, token: str | None = None, **more: Any) -> Answer:
        """Every answer of the API is JSON and carries a request id."""
        used = self.token if token is None else token
        headers = {"Authorization": f"Bearer {used}"} if used else {}
        url = f"http://127.0.0.1:{self.world.settings.port}{path}"
        async with self.http.request(method, url, headers=headers, **more) as response:
            assert response.headers.get("X-Request-ID"), f"{method} {path}: {response.status}"
            return response.status, await response.json()
