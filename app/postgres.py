"""Tortoise's PostgreSQL client, mended where it meets connections that were cut.

A transaction whose BEGIN fails (the server was restarted, or ended the connection) must give its connection back and
leave no trace in the task: Tortoise 1.1.9 keeps both, so that the pool runs dry after a few cuts and everything that
the task asks later goes to the dead connection. Named as the engine by `app.database`.
"""

from typing import Any, cast

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections


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
            await pool.release(connection)
            raise
        self.token = token
        return self.client


class PostgresClient(AsyncpgDBClient):
    def _in_transaction(self) -> TransactionContext:
        return Transaction(cast(TransactionalDBClient, TransactionWrapper(self)), self._pool_init_lock)


client_class = PostgresClient
