"""From every earlier version, with a row in every table, to the newest: the rows are there, and today's code reads
them.

Generic over the folder of migrations: a new one is tested by being there.
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app import database
from tests.migrations.rows import insert_rows, models, read_row
from tests.migrations.schema import read_schema

FILES = database.migration_files()
LATER = '''"""A migration that the tests add."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return 'ALTER TABLE "users" ADD COLUMN "from_later" VARCHAR(8) NOT NULL DEFAULT \\'x\\''


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ""


MODELS_STATE = ""
'''


def folder_up_to(number: int, folder: Path) -> Path:
    """The first migrations, as the program had them then."""
    target = folder / f"until-{number}" / "models"
    target.mkdir(parents=True)
    for path in FILES[: number + 1]:
        shutil.copyfile(path, target / path.name)
    return target.parent


MADE_ANEW = {("listings", "search_text")}
"""Columns that are copies, spelled anew by a later version."""


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite://{tmp_path}/old.sqlite3"


@pytest.fixture
async def connected(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    url: str = request.getfixturevalue(request.param)
    await database.connect(url)
    try:
        yield url
    finally:
        await database.disconnect()


async def upgrades(url: str, folder: Path, number: int) -> None:
    await database.migrate(url, folder_up_to(number, folder))
    before = await read_schema()
    written = await insert_rows(before)
    await database.migrate(url)
    after = await read_schema()
    for table, row in written.items():
        kept = [column for column in row if (table, column) in after.columns and (table, column) not in MADE_ANEW]
        if table not in after.tables:
            continue  # dropped on purpose: its model went with it, as the comparison with the models proves
        found = await read_row(table, kept)
        assert found is not None, f"the row of {table} is lost"
        assert len(kept) > 0
        for column in kept:
            if isinstance(row[column], str | int) and row[column] != "{}":
                assert found[column] == row[column], f"{table}.{column}"
    for model in models():
        await model.all()


ON_SQLITE = pytest.mark.parametrize("connected", ["sqlite_url"], indirect=True)
ON_POSTGRES = pytest.mark.parametrize("connected", ["postgres_url"], indirect=True)
FROM_EACH = pytest.mark.parametrize("number", range(len(FILES)))


@ON_SQLITE
@FROM_EACH
async def test_on_sqlite_rows_of_every_version_come_to_the_newest(connected: str, tmp_path: Path, number: int) -> None:
    await upgrades(connected, tmp_path, number)


@pytest.mark.servers_only
@ON_POSTGRES
@FROM_EACH
async def test_on_postgresql_rows_of_every_version_come_to_the_newest(
    connected: str, tmp_path: Path, number: int, postgres_url: str
) -> None:
    await upgrades(connected, tmp_path, number)


@ON_SQLITE
async def test_a_later_version_is_taken_up_with_the_rows_that_are_there(connected: str, tmp_path: Path) -> None:
    await database.migrate(connected)
    await insert_rows(await read_schema())
    folder = folder_up_to(len(FILES), tmp_path)
    later = f"{len(FILES) + 100}_20990101000000_later.py"
    (folder / "models" / later).write_text(LATER, encoding="utf-8")
    assert await database.migrate(connected, folder) == [later]
    row = await read_row("users", ["id", "from_later"])
    assert row == {"id": 7, "from_later": "x"}
