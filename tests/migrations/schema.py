"""What a database's schema is, read from the database itself, in terms that do not depend on who wrote the SQL: columns
with type and nullability, indexes by what they cover, checks and partial indexes by name."""

from dataclasses import dataclass, field
from typing import Any

from tortoise import Tortoise
from tortoise.utils import get_schema_sql

Rows = list[dict[str, Any]]


@dataclass
class Schema:
    columns: dict[tuple[str, str], tuple[str, bool]] = field(default_factory=dict)
    """(table, column): (type, may be null)."""
    indexes: set[tuple[str, tuple[str, ...], bool]] = field(default_factory=set)
    """(table, columns, unique), without the partial ones and the primary keys."""
    partial: set[str] = field(default_factory=set)
    checks: set[str] = field(default_factory=set)
    references: set[tuple[str, str, str]] = field(default_factory=set)
    """(table, column, table that is pointed to)."""

    @property
    def tables(self) -> list[str]:
        return sorted({table for table, _ in self.columns})


async def query(statement: str) -> Rows:
    rows: Rows = await Tortoise.get_connection("default").execute_query_dict(statement)
    return rows


def dialect() -> str:
    return str(Tortoise.get_connection("default").capabilities.dialect)


async def make_from_models() -> None:
    """Into an empty database."""
    connection = Tortoise.get_connection("default")
    await connection.execute_script(get_schema_sql(connection, safe=False))


async def read_schema() -> Schema:
    schema = await (_read_postgres() if dialect() == "postgres" else _read_sqlite())
    schema.columns = {place: kind for place, kind in schema.columns.items() if place[0] != "aerich"}
    schema.indexes = {index for index in schema.indexes if index[0] != "aerich"}
    return schema


async def _read_sqlite() -> Schema:
    schema = Schema()
    for table in await query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"):
        name = table["name"]
        for column in await query(f'PRAGMA table_info("{name}")'):
            may_be_null = not column["notnull"] and not column["pk"]
            schema.columns[name, column["name"]] = (column["type"].upper(), may_be_null)
        for reference in await query(f'PRAGMA foreign_key_list("{name}")'):
            schema.references.add((name, reference["from"], reference["table"]))
        for index in await query(f'PRAGMA index_list("{name}")'):
            covered = tuple(row["name"] for row in await query(f'PRAGMA index_info("{index["name"]}")'))
            if index["partial"]:
                schema.partial.add(index["name"])
            elif index["origin"] != "pk":
                schema.indexes.add((name, covered, bool(index["unique"])))
    return schema


POSTGRES_COLUMNS = """
SELECT table_name, column_name, udt_name || coalesce('(' || character_maximum_length || ')', '') AS kind, is_nullable
FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER'
"""
POSTGRES_INDEXES = """
SELECT t.relname AS table_name, i.relname AS name, x.indisunique AS is_unique, x.indpred IS NOT NULL AS is_partial,
    x.indisprimary AS is_primary, array_agg(a.attname::text ORDER BY k.place) AS covered
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k (number, place) ON true
LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
WHERE coalesce(a.attgenerated, '') = ''
GROUP BY t.relname, i.relname, x.indisunique, x.indpred IS NOT NULL, x.indisprimary
"""
POSTGRES_REFERENCES = """
SELECT t.relname AS table_name, a.attname AS column_name, f.relname AS target
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid
JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'
"""
POSTGRES_CHECKS = """
SELECT c.conname AS name FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
WHERE c.contype = 'c' AND n.nspname = 'public'
"""


async def _read_postgres() -> Schema:
    schema = Schema()
    for row in await query(POSTGRES_COLUMNS):
        schema.columns[row["table_name"], row["column_name"]] = (row["kind"].upper(), row["is_nullable"] == "YES")
    for row in await query(POSTGRES_INDEXES):
        if row["is_partial"]:
            schema.partial.add(row["name"])
        elif not row["is_primary"]:
            schema.indexes.add((row["table_name"], tuple(row["covered"]), bool(row["is_unique"])))
    for row in await query(POSTGRES_REFERENCES):
        schema.references.add((row["table_name"], row["column_name"], row["target"]))
    schema.checks = {row["name"] for row in await query(POSTGRES_CHECKS)}
    return schema
