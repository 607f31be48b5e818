"""Tortoise's PostgreSQL client, mended where it meets connections that were cut.

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


class PostgresClient(AsyncpgDBClient):
    def _in_transaction(self) -> TransactionContext:
        return Transaction(cast(TransactionalDBClient, TransactionWrapper(self)), self._pool_init_lock)


client_class = PostgresClient
