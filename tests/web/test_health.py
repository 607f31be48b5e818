"""`/healthz` and `/readyz`, which whoever balances and restarts goes by."""

from typing import Any

import aiohttp
from aiohttp import web
from pytest_aiohttp.plugin import AiohttpClient
from tortoise import Tortoise

from app import database
from app.web.health import Health, add_health
from tests.stores import Stores


async def there() -> None:
    return


async def broken() -> None:
    raise ConnectionResetError


async def behind() -> bool:
    return False


async def asked(client_of: AiohttpClient, health: Health, path: str = "/readyz") -> tuple[int, Any]:
    app = web.Application()
    add_health(app, health)
    client = await client_of(app)
    answer: aiohttp.ClientResponse = await client.get(path)
    return answer.status, await answer.json()


async def test_ready_means_that_every_store_answers(aiohttp_client: AiohttpClient) -> None:
    assert await asked(aiohttp_client, Health({"database": there})) == (200, {"status": "ready"})
    sick = Health({"database": there, "redis": broken})
    assert await asked(aiohttp_client, sick) == (503, {"status": "redis"})
    assert await asked(aiohttp_client, sick, "/healthz") == (200, {"status": "ok"})
    assert await asked(aiohttp_client, Health({"migrations": behind})) == (503, {"status": "migrations"})


async def test_a_process_that_was_told_to_stop_is_not_ready_and_still_alive(aiohttp_client: AiohttpClient) -> None:
    health = Health({"database": there}, draining=True)
    assert await asked(aiohttp_client, health) == (503, {"status": "draining"})
    assert await asked(aiohttp_client, health, "/healthz") == (200, {"status": "ok"})


async def test_the_schema_is_ready_when_it_is_as_new_as_the_code(stores: Stores) -> None:
    await database.connect(stores.database_url)
    try:
        await database.answers()
        assert await database.is_migrated()
        newest = database.migration_files()[-1].name
        await _called(newest, "9_unknown.py")
        try:
            assert not await database.is_migrated()
        finally:
            await _called("9_unknown.py", newest)  # the next story may get this very database
    finally:
        await database.disconnect()


async def _called(version: str, other: str) -> None:
    client = Tortoise.get_connection("default")
    await client.execute_query(f"UPDATE aerich SET version = '{other}' WHERE version = '{version}'")
