"""Where one test keeps its data: the two settings by which the product chooses its stores.

A test that uses the fixture `stores` runs twice under `make test`: on SQLite + memory, and on PostgreSQL + Redis.
"""

from dataclasses import dataclass
from typing import Literal

from tests.stores.zygote import Zygote

Kind = Literal["memory", "servers"]


@dataclass(frozen=True)
class Stores:
    kind: Kind
    database_url: str
    redis_url: str
    zygote: Zygote | None = None
    """Where processes of the app are forked from, on `servers`."""

    @property
    def env(self) -> dict[str, str]:
        """The settings that a child process of the app needs to use the same stores."""
        return {"DATABASE_URL": self.database_url, "REDIS_URL": self.redis_url}
