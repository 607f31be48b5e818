"""Tortoise's PostgreSQL client: quicker, with connections of their own for searches, and mended where they are cut.

A transaction whose BEGIN fails (the server was restarted, or ended the connection) must give its connection back, and
one whose connection dies after COMMIT has done its work; either must leave no trace in the task. Tortoise 1.1.9 keeps
the connection and the trace, so that the pool runs dry after a few cuts, and everything that the task asks later goes
to a connection that is not its own. Named as the engine by `app.database`.
"""

import logging
from typing import Any, cast

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError

log = logging.getLogger(__name__)


class Transaction(TransactionContextPooled):
    async def __aenter__(self) -> TransactionalDBClient:
        await self.ensure_connection()
        pool = cast(Any, self.client)._parent._pool
        connection = await pool.acquire()
        self.client._connection = connection
        token = get_connections().set(self.connection_name, self.client)
        try:
            await self.client.begin()
        except BaseException:
            get_connections().reset(token)
            await _give_back(pool, connection)
            raise
        self.token = token
        return self.client

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        client = cast(Any, self.client)
        try:
            if not client._finalized and exc_type is None:
                await client.commit()
            elif not client._finalized and exc_type is not TransactionManagementError:
                await client.rollback()
        finally:
            get_connections().reset(self.token)
            if client._parent._pool:
                await _give_back(client._parent._pool, client._connection)


async def _give_back(pool: Any, connection: Any) -> None:
    """asyncpg ends a connection that it cannot clean, and says so; what was committed is committed all the same."""
    try:
        await pool.release(connection)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError) as trouble:
        log.info("a connection was lost on its way back: %s", type(trouble).__name__)


class Connection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg ships no types
    """One that goes back to the pool without a word to the server. asyncpg resets the session each time, a second round
    trip for every statement; ours change no settings, listen to nothing and keep no lock when they go back."""

    def get_reset_query(self) -> str:
        return ""


SEARCHING = {
    "application_name": "search",
    "default_transaction_read_only": "on",
    "plan_cache_mode": "force_generic_plan",
    "statement_timeout": "5000",
}
"""For statements whose plan does not hang on their values: it is made once, which is most of a quick search's time."""
SEARCHES_AT_ONCE = 2


class PostgresClient(AsyncpgDBClient):
    """`for_searches` is the same database for what only reads and is read most: searches never make money wait for a
    connection. It opens when it is first used. A transaction has none: what searches in it sees what it wrote."""

    connection_class = Connection

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        own = {
            "connection_class": Connection,
            "minsize": 1,
            "maxsize": SEARCHES_AT_ONCE,
            "server_settings": SEARCHING,
            "application_name": None,
        }
        self.for_searches = AsyncpgDBClient(**{**given, **own})

    async def _expire_connections(self) -> None:
        await super()._expire_connections()
        await self.for_searches._expire_connections()

    async def _close(self) -> None:
        await super()._close()
        await self.for_searches._close()

    def _in_transaction(self) -> TransactionContext:
        return Transaction(cast(TransactionalDBClient, TransactionWrapper(self)), self._pool_init_lock)


client_class = PostgresClient
