"""The database: connecting, and migrating exactly once however many processes start together.

On PostgreSQL the migration runs under an advisory lock: replicas that start at once wait for the first one.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aerich import Command
from tortoise import Tortoise
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.exceptions import BaseORMException

from app.config import ROOT, tortoise_config

ANSWER_SECONDS = 60
"""A server that went away without a word must not hold a process for ever."""
MIGRATIONS = ROOT / "migrations"
MIGRATION_LOCK = 0x4144_4D4B
"""Any constant of ours; PostgreSQL advisory locks are named by numbers."""


def orm_config(database_url: str, answer_seconds: int | None = ANSWER_SECONDS) -> dict[str, object]:
    """What Tortoise reads: with PostgreSQL, our own client, and an end to each wait for an answer."""
    if not database_url.startswith("postgres://"):
        return tortoise_config(database_url)
    connection = expand_db_url(database_url)
    credentials = {"command_timeout": answer_seconds, **connection["credentials"]}
    return {
        **tortoise_config(database_url),
        "connections": {"default": {"engine": "app.postgres", "credentials": credentials}},
    }


async def connect(database_url: str, answer_seconds: int | None = ANSWER_SECONDS) -> None:
    """Open the pool for this process. SQLite's folder is made if it is missing. A schema change may take its time:
    it wants no `answer_seconds`."""
    if database_url.startswith("sqlite://") and ":memory:" not in database_url:
        Path(database_url.removeprefix("sqlite://").split("?")[0]).parent.mkdir(parents=True, exist_ok=True)
    await Tortoise.init(config=orm_config(database_url, answer_seconds), _enable_global_fallback=True)


async def disconnect() -> None:
    await Tortoise.close_connections()


async def migrate(database_url: str, folder: Path = MIGRATIONS) -> list[str]:
    """Bring the schema up to date; returns the migrations that were applied. Needs an open connection."""
    command = Command(orm_config(database_url, None), location=str(folder))
    async with _alone():
        await command.init()
        applied: list[str] = await command.upgrade(run_in_transaction=True)
    await disconnect()  # aerich has put a connection of its own in place of ours
    await connect(database_url)
    return applied


async def connect_migrated(database_url: str) -> None:
    """`connect`, with a schema that is as new as the code."""
    await connect(database_url)
    try:
        is_new = await is_migrated()
    except BaseORMException:  # there is no table of migrations yet
        is_new = False
    if not is_new:
        await migrate(database_url)


async def answers() -> None:
    """Raises when it does not."""
    await Tortoise.get_connection("default").execute_query("SELECT 1")


async def told_time() -> float | None:
    """The server's Unix time; None from SQLite, which has none of its own."""
    client = Tortoise.get_connection("default")
    if client.capabilities.dialect != "postgres":
        return None
    rows = await client.execute_query_dict("SELECT extract(epoch FROM clock_timestamp())::float8 AS told")
    return float(rows[0]["told"])


async def is_migrated() -> bool:
    """Whether the schema is as new as this code, or newer: during an upgrade old processes work on for a while."""
    rows = await Tortoise.get_connection("default").execute_query_dict(
        "SELECT version FROM aerich WHERE app = 'models'"
    )
    return {path.name for path in migration_files()} <= {row["version"] for row in rows}


def migration_files() -> list[Path]:
    """In the order in which they are applied."""
    files = (MIGRATIONS / "models").glob("[0-9]*_*.py")
    return sorted(files, key=lambda path: int(path.name.split("_")[0]))


@asynccontextmanager
async def _alone() -> AsyncIterator[None]:
    client = Tortoise.get_connection("default")
    if client.capabilities.dialect != "postgres":
        yield
        return
    async with client.acquire_connection() as holder:
        await holder.execute(f"SELECT pg_advisory_lock({MIGRATION_LOCK})")
        try:
            yield
        finally:
            await holder.execute(f"SELECT pg_advisory_unlock({MIGRATION_LOCK})")
