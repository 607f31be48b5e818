"""A database that cuts its connections: what was asked fails, and nothing afterwards is the worse for it."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest
from tortoise import Tortoise
from tortoise.transactions import in_transaction

from app import database
from app.dispatching import STORES_AWAY
from models import Cursor

POOL = 5
CUT = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture
async def url(migrated_url: str) -> AsyncIterator[str]:
    await database.connect(migrated_url)
    yield migrated_url
    await database.disconnect()


async def write() -> None:
    async with in_transaction():
        await Cursor.update_or_create(name="here", defaults={"value": "x"})


async def test_a_pool_whose_connections_are_cut_again_and_again_does_not_run_dry(url: str) -> None:
    other = await asyncpg.connect(url)
    failed = 0
    for _ in range(3 * POOL):
        await asyncio.gather(*(write() for _ in range(POOL)))
        assert await other.fetchval(CUT)
        for _ in range(POOL):  # in this one task: a failure must leave nothing behind in it
            try:
                await write()
            except STORES_AWAY:
                failed += 1
    async with asyncio.timeout(20):
        await asyncio.gather(*(write() for _ in range(2 * POOL)))
    assert failed, "nothing was cut: the test proves nothing"
    await other.close()


async def test_a_connection_that_dies_after_the_commit_leaves_no_trace_in_the_task(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = asyncpg.Pool.release

    async def cut_meanwhile(pool: asyncpg.Pool, connection: asyncpg.Connection, **more: object) -> None:
        await release(pool, connection, **more)
        raise asyncpg.ConnectionDoesNotExistError("connection was closed in the middle of operation")

    with monkeypatch.context() as patch:
        patch.setattr(asyncpg.Pool, "release", cut_meanwhile)
        await write()
    assert await Cursor.filter(name="here").exists()
    await write()


async def test_each_wait_for_an_answer_has_an_end(migrated_url: str) -> None:
    await database.connect(migrated_url, answer_seconds=1)
    try:
        with pytest.raises(TimeoutError):
            await Tortoise.get_connection("default").execute_query("SELECT pg_sleep(30)")
        await database.answers()
    finally:
        await database.disconnect()
