"""The stores and processes of the tests keep their own promises."""

import asyncio
import os
import signal
from pathlib import Path

import asyncpg
import pytest
from redis.asyncio import Redis

from tests.stores import AppProcess, Postgres, ProcessFailed, Stores

ECHO = """
import signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: (print("bye"), sys.exit(3)))
print("BOT_TOKEN" , __import__("os").environ.get("BOT_TOKEN"))
print("ready")
signal.pause()
"""


async def test_every_test_gets_an_empty_postgres_16(postgres_url: str) -> None:
    connection = await asyncpg.connect(postgres_url)
    try:
        assert connection.get_server_version().major == 16
        assert await connection.fetchval("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
        assert await connection.fetchval("SHOW timezone") == "UTC"
    finally:
        await connection.close()


async def test_a_template_is_built_once_and_cloned_with_its_rows(postgres: Postgres) -> None:
    builds: list[str] = []

    def build(url: str) -> None:
        builds.append(url)
        asyncio.run(_fill(url))

    for _ in range(2):
        template = await asyncio.to_thread(postgres.template, "filled", build)
        clone = postgres.create_database(template)
        connection = await asyncpg.connect(postgres.url(clone))
        assert await connection.fetchval("SELECT name FROM fruit") == "pear"
        await connection.close()
        postgres.drop_database(clone)
    assert len(builds) == 1


async def _fill(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute("CREATE TABLE fruit (name text); INSERT INTO fruit VALUES ('pear')")
    await connection.close()


async def test_a_database_is_dropped_under_a_connection_that_was_left_open(postgres: Postgres) -> None:
    name = postgres.create_database()
    connection = await asyncpg.connect(postgres.url(name))
    postgres.drop_database(name)
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
        await connection.fetchval("SELECT 1")
    connection.terminate()


@pytest.mark.parametrize("key", ["left-over", "other"])
async def test_redis_is_empty_whatever_the_test_before_left(redis_url: str, key: str) -> None:
    client = Redis.from_url(redis_url)
    try:
        assert await client.keys("*") == []
        await client.set(key, "1")
    finally:
        await client.aclose()


def test_the_stores_are_those_of_the_run(stores: Stores, request: pytest.FixtureRequest) -> None:
    assert stores.kind == request.config.getoption("--stores")
    schemes = {"memory": ("sqlite://", "memory://"), "servers": ("postgres://", "redis://")}[stores.kind]
    assert stores.env["DATABASE_URL"].startswith(schemes[0])
    assert stores.env["REDIS_URL"].startswith(schemes[1])


@pytest.fixture
def echo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppProcess:
    (tmp_path / "echo_app.py").write_text(ECHO)
    monkeypatch.setenv("BOT_TOKEN", "a secret of this machine")
    return AppProcess([], {"PYTHONPATH": str(tmp_path)}, log=tmp_path / "log", module="echo_app")


async def test_a_process_is_awaited_by_its_words_and_stopped_politely(echo: AppProcess) -> None:
    await echo.start()
    assert await echo.stop() == 3
    assert echo.lines[-1] == "bye"


async def test_a_process_sees_no_setting_of_the_machine(echo: AppProcess) -> None:
    await echo.start()
    assert "BOT_TOKEN None" in echo.lines
    await echo.stop()


async def test_a_killed_process_says_nothing_more_and_may_be_started_again(echo: AppProcess) -> None:
    await echo.start()
    first = echo.pid
    await echo.kill()
    assert echo.returncode == -signal.SIGKILL
    assert "bye" not in echo.lines
    await echo.start()
    assert echo.pid != first
    await echo.stop()


async def test_a_wait_for_words_that_never_come_fails_with_the_log(echo: AppProcess) -> None:
    await echo.start()
    with pytest.raises(ProcessFailed, match="did not print 'never'"):
        await echo.wait_for_line("never", timeout_seconds=0.05)
    os.kill(echo.pid, signal.SIGTERM)
    with pytest.raises(ProcessFailed, match=r"ended .*before 'never'(.|\n)*ready\nbye"):
        await echo.wait_for_line("never")
