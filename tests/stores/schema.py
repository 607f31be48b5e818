"""The schema as the product's own migrations make it: once for each server, then copied."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from app import database


def migrate_now(database_url: str) -> None:
    """Migrates a database and closes it. In a thread of its own: the test's event loop and context stay untouched."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(_migrate(database_url))).result()


async def _migrate(database_url: str) -> None:
    await database.connect(database_url)
    try:
        await database.migrate(database_url)
    finally:
        await database.disconnect()
