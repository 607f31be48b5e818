"""The newest schema is what the models say, plus the constraints that are written by hand; the picture of the models in
the newest migration is theirs."""

import asyncio
import re
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app import database
from scripts.models_state import newest, state, with_state
from tests.conftest import SpawnApp
from tests.migrations.schema import Schema, make_from_models, read_schema
from tests.stores import Stores, Zygote

BY_HAND = re.compile(r'CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?"(\w+)"[^;]*?\sWHERE\s', re.DOTALL)
CHECK = re.compile(r'CONSTRAINT "(\w+)"\s+CHECK')
DROPPED = re.compile(r'DROP (?:INDEX|CONSTRAINT) (?:IF EXISTS )?"(\w+)"')
PARTIAL = {"uq_escrow_current", "uq_batch_open", "ix_event_unrelayed", "ix_check_open"}
CHECKS = {"ck_deal_price", "ck_package_price", "ck_escrow_amounts", "ck_escrow_split"}
"""What the first release promised; later migrations may add to both."""


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[None]:
    await database.connect(url)
    try:
        yield
    finally:
        await database.disconnect()


async def migrated_and_modelled(migrated_url: str, empty_url: str) -> tuple[Schema, Schema]:
    async with connected(migrated_url):
        migrated = await read_schema()
    async with connected(empty_url):
        await make_from_models()
        modelled = await read_schema()
    return migrated, modelled


def by_hand(pattern: re.Pattern[str], text_of: str) -> set[str]:
    """What the migrations write of that kind, without what a later one drops. SQL of the named dialect alone."""
    names: set[str] = set()
    for path in database.migration_files():
        upgrade = path.read_text(encoding="utf-8").split("MODELS_STATE")[0]
        parts = re.findall(rf'^{text_of}\w* = """(.*?)"""', upgrade, re.DOTALL | re.MULTILINE)
        sql = "\n".join(parts)
        names = (names - set(DROPPED.findall(sql))) | set(pattern.findall(sql))
    return names


def is_as_modelled(migrated: Schema, modelled: Schema) -> None:
    assert migrated.columns == modelled.columns
    assert migrated.indexes == modelled.indexes
    assert migrated.references == modelled.references
    assert not modelled.partial


async def test_on_sqlite_the_migrations_make_what_the_models_say(migrated_file: Path, tmp_path: Path) -> None:
    migrated, modelled = await migrated_and_modelled(f"sqlite://{migrated_file}", f"sqlite://{tmp_path}/empty.sqlite3")
    is_as_modelled(migrated, modelled)
    assert migrated.partial == by_hand(BY_HAND, "SQLITE") >= PARTIAL


async def test_on_postgresql_the_migrations_make_what_the_models_say(migrated_url: str, postgres_url: str) -> None:
    migrated, modelled = await migrated_and_modelled(migrated_url, postgres_url)
    is_as_modelled(migrated, modelled)
    assert migrated.partial == by_hand(BY_HAND, "POSTGRES") >= PARTIAL
    assert migrated.checks - modelled.checks == by_hand(CHECK, "POSTGRES") >= CHECKS


def test_the_newest_migration_holds_the_picture_of_the_models() -> None:
    """`python scripts/models_state.py` makes it so."""
    with ThreadPoolExecutor(1) as thread:  # away from this test's connections
        lines = thread.submit(lambda: asyncio.run(state())).result()
    text = newest().read_text(encoding="utf-8")
    assert with_state(text, lines) == text


def test_migrations_are_numbered_in_one_line() -> None:
    numbers = [int(path.name.split("_")[0]) for path in database.migration_files()]
    assert numbers[0] == 0
    assert len(set(numbers)) == len(numbers)


@pytest.mark.servers_only
async def test_processes_that_start_together_migrate_once(
    spawn_app: SpawnApp, postgres_url: str, zygote: Zygote
) -> None:
    stores = Stores("servers", postgres_url, "memory://", zygote)
    together = [spawn_app("migrate", env=stores.env, zygote=zygote) for _ in range(4)]
    await asyncio.gather(*(process.start(ready=None) for process in together))
    codes = await asyncio.gather(*(process.wait(60) for process in together))
    assert codes == [0, 0, 0, 0]
    applied = [line for process in together for line in process.lines if "migrated: " in line]
    assert len(applied) == len(database.migration_files())
