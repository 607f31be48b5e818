"""A process that dies at a chosen await, and the moment before it, to be lived again.

`Mortal` drives a coroutine up to its n-th suspension and leaves it there for ever, as `kill -9` does: no `except`, no
`finally`, no roll-back of its own. What it had asked for (a statement, a request) is under way or already answered.
`Moment` is the state of the database and of the chain, to be restored before the next death.
"""

import asyncio
from collections.abc import Coroutine, Generator
from dataclasses import dataclass, field
from typing import Any, Self

from tortoise import Tortoise
from tortoise.models import Model

from app.sandbox.chain import Chain
from app.sandbox.chain.ledger import Ledger
from models import AuditLog, Batch, Cursor, Deal, DealEvent, Escrow, Lease, Notice, PaymentNote, Settlement
from tests.services.money.market import Market

WRITTEN: tuple[type[Model], ...] = (Settlement, Batch, Lease, Cursor, PaymentNote, DealEvent, Notice, AuditLog)
"""Tables that the way to the chain adds rows to; each before those that it names."""
CHANGED: tuple[type[Model], ...] = (Deal, Escrow)


class KilledError(BaseException):
    """Thrown into what is left of a dead process, so that the interpreter may forget it."""


@dataclass
class Mortal:
    work: Coroutine[Any, Any, Any]
    dies_at: int
    """The suspension at which it dies, from 1; 0: it lives."""
    answered: bool = False
    """Whether what it waited for was done and answered, or may still be under way."""
    suspensions: int = 0

    def __await__(self) -> Generator[Any, None, bool]:
        """True: it came to its end; False: it died."""
        trouble: BaseException | None = None
        while True:
            try:
                waits_for = self.work.send(None) if trouble is None else self.work.throw(trouble)
            except StopIteration:
                return True
            trouble = None
            self.suspensions += 1
            if self.suspensions == self.dies_at and not self.answered:
                return False
            try:
                yield waits_for
            except BaseException as error:  # an answer too, handed on to the one who waits for it
                trouble = error
            if self.suspensions == self.dies_at:
                return False

    async def run(self) -> bool:
        return await self

    async def live(self) -> bool:
        """In a task (and context) of its own, as a process has one."""
        return await asyncio.create_task(self.run())

    def bury(self) -> None:
        """When its database is closed: let go of everything else that it held."""
        for _ in range(100):
            try:
                self.work.throw(KilledError())
            except BaseException:  # whatever its handlers stumble over, it is over
                return


async def after_the_death_of(process: Mortal, database_url: str) -> None:
    """The dead one's connections end, with what was not committed; the next process opens its own."""
    pool = getattr(Tortoise.get_connection("default"), "_pool", None)
    if pool is not None and hasattr(pool, "terminate"):
        pool.terminate()
    await Tortoise.close_connections()
    process.bury()
    await Tortoise.close_connections()
    await Tortoise.init(db_url=database_url, modules={"models": ["models"]}, _enable_global_fallback=True)


@dataclass
class Moment:
    rows: dict[type[Model], list[dict[str, Any]]] = field(default_factory=dict)
    transactions: int = 0
    head: int = 0
    lt: int = 0
    now: float = 0

    @classmethod
    async def of(cls, market: Market) -> Self:
        chain = market.world.chain
        rows = {model: await model.all().values() for model in (*WRITTEN, *CHANGED)}
        return cls(rows, len(chain.ledger), chain.head, chain._lt, market.world.clock.now())

    async def restore(self, market: Market) -> None:
        market.world.clock.freeze(self.now)
        self._rewind(market.world.chain)
        for model in WRITTEN:
            await model.all().delete()
        for model in reversed(WRITTEN):
            await model.bulk_create([model(**row) for row in self.rows[model]])
        for model in CHANGED:
            for row in self.rows[model]:
                await model.filter(pk=row["id"]).update(**{name: value for name, value in row.items() if name != "id"})

    def _rewind(self, chain: Chain) -> None:
        kept, chain.ledger = chain.ledger.transactions()[: self.transactions], Ledger()
        for transaction in kept:
            chain.ledger.append(transaction)
        chain.head, chain._lt = self.head, self.lt
