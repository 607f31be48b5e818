"""The chain in a file, so that a demo continues after a restart.

One SQLite table, one row per transaction; a cascade is written in one database transaction, so a crash in the middle
of it leaves the chain as it was before the message.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS chain_transaction (
    number INTEGER PRIMARY KEY,
    block INTEGER NOT NULL,
    address TEXT NOT NULL,
    boc TEXT NOT NULL,
    account_after TEXT NOT NULL,
    trace BLOB NOT NULL
)
"""
_INSERT = "INSERT INTO chain_transaction (block, address, boc, account_after, trace) VALUES (?, ?, ?, ?, ?)"
_SELECT = "SELECT block, address, boc, account_after, trace FROM chain_transaction ORDER BY number"


@dataclass(frozen=True)
class Row:
    block: int
    address: str
    boc: str
    account_after: str
    trace: bytes


class ChainStore:
    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.execute(_SCHEMA)

    def load(self) -> Iterator[Row]:
        for row in self._database.execute(_SELECT):
            yield Row(*row)

    def clear(self) -> None:
        with self._database:
            self._database.execute("DELETE FROM chain_transaction")

    def add(self, rows: Iterable[Row]) -> None:
        with self._database:
            self._database.executemany(
                _INSERT, [(row.block, row.address, row.boc, row.account_after, row.trace) for row in rows]
            )

    def close(self) -> None:
        self._database.close()
