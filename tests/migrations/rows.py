"""One row for every table of whatever version the schema is: made from what the database says of its columns, and from
what today's models say of their enums, so that the code of today can read it when it has been migrated."""

from datetime import UTC, datetime
from typing import Any

from tortoise import Model, Tortoise
from tortoise.fields.data import CharEnumFieldInstance, IntEnumFieldInstance

from tests.migrations.schema import Schema, dialect, query

MOMENT = datetime(2026, 6, 1, 12, tzinfo=UTC)
ROW = 7
"""The number of everything: ids, and what points to them."""
CHECKED = {"required_nano": 8, "split_bps": 5000, "state": 1}
"""Columns that a CHECK binds to others, or whose numbers mean something."""


async def insert_rows(schema: Schema) -> dict[str, dict[str, Any]]:
    """Returns what was put into each table."""
    written: dict[str, dict[str, Any]] = {}
    for table in ordered(schema):
        columns = {column: kind for (name, column), kind in schema.columns.items() if name == table}
        row = {column: _value(table, column, kind) for column, (kind, _) in columns.items()}
        names = ", ".join(f'"{column}"' for column in row)
        await Tortoise.get_connection("default").execute_query(
            f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(map(_literal, row.values()))})'
        )
        written[table] = row
    return written


def ordered(schema: Schema) -> list[str]:
    """Those that are pointed to before those that point."""
    waiting, done = list(schema.tables), list[str]()
    while waiting:
        ready = [
            table
            for table in waiting
            if all(target in (*done, table) for name, _, target in schema.references if name == table)
        ]
        assert ready, f"a circle: {waiting}"
        done += ready
        waiting = [table for table in waiting if table not in ready]
    return done


async def read_row(table: str, columns: list[str]) -> dict[str, Any] | None:
    names = ", ".join(f'"{column}"' for column in columns)
    rows = await query(f'SELECT {names} FROM "{table}"')
    return rows[0] if rows else None


def models() -> list[type[Model]]:
    found = Tortoise.apps["models"].values()
    return [model for model in found if model.__module__.startswith("models")]


def _value(table: str, column: str, kind: str) -> Any:
    if (choice := _enum_member(table, column)) is not None:
        return choice
    if "BOOL" in kind:
        return True
    if kind.startswith("JSON"):
        return "{}"
    if "TIMESTAMP" in kind:
        return MOMENT
    if any(word in kind for word in ("INT", "SERIAL")):
        return CHECKED.get(column, ROW)
    if any(word in kind for word in ("DOUBLE", "FLOAT", "REAL", "NUMERIC", "DECIMAL")):
        return ROW
    if kind == "DATE":
        return MOMENT.date()
    return str(ROW)


def _enum_member(table: str, column: str) -> Any:
    for model in models():
        if model._meta.db_table != table:
            continue
        for entry in model._meta.fields_map.values():
            if (entry.source_field or entry.model_field_name) == column and isinstance(
                entry, CharEnumFieldInstance | IntEnumFieldInstance
            ):
                return next(iter(entry.enum_type)).value
    return None


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper() if dialect() == "postgres" else str(int(value))
    if isinstance(value, int):
        return str(value)
    return f"'{value}'"
