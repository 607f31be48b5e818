"""The chain itself: takes messages in, executes the whole cascade, keeps blocks, logical time and the mempool.

An external message that its account accepts is executed together with everything it causes before the call returns:
each hop of the cascade is one block. While the chain is *paused* an accepted message waits in the mempool instead,
as on a busy network; `resume` executes what is still valid then and forgets the rest, as validators do. While it is
*slow* the messages that contracts send stay in flight (seen, not delivered) until `resume`. Neither outlives a restart.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell
from pytoniq_core.crypto.crc import crc16
from pytoniq_core.tlb.vm_stack import VmStack

from app.sandbox.chain.account import Account
from app.sandbox.chain.cells import from_boc, parse, raw, to_boc
from app.sandbox.chain.emulator import Emulator, Executed, NotAccepted
from app.sandbox.chain.ledger import Ledger
from app.sandbox.chain.messages import Message, internal_cell
from app.sandbox.chain.store import ChainStore, Row
from app.sandbox.chain.transaction import Transaction

LT_PER_BLOCK = 1_000_000
MINT = Address((-1, bytes(32)))
"""Where new coins come from, as for validators on the real network."""
NOT_ACTIVE_EXIT_CODE = -13

Listener = Callable[[list[Transaction]], None]


class Clock(Protocol):
    def now(self) -> float: ...


class NotAcceptedError(Exception):
    """No account accepts this external message: nothing happened."""

    def __init__(self, reason: str, exit_code: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.exit_code = exit_code


@dataclass(frozen=True)
class MethodResult:
    exit_code: int
    gas_used: int
    stack: list[Any]


class Chain:
    def __init__(
        self, clock: Clock, emulator: Emulator, store: ChainStore | None = None, seed: str = "sandbox"
    ) -> None:
        self.clock = clock
        self.emulator = emulator
        self.ledger = Ledger()
        self.head = 1
        """Sequence number of the last block."""
        self.listeners: list[Listener] = []
        self.paused = False
        self.slow = False
        self._mempool: list[Message] = []
        self._in_flight: list[tuple[Message, bytes]] = []
        self._seed = seed
        self._lt = LT_PER_BLOCK
        self._lock = asyncio.Lock()
        self._store = store
        if store is not None:
            self.continue_from(store.load())

    @property
    def in_flight(self) -> list[Message]:
        """Sent by a contract and not delivered yet (only while the chain is slow)."""
        return [message for message, _ in self._in_flight]

    @property
    def now(self) -> int:
        return int(self.clock.now())

    def account(self, address: Address, at: int | None = None) -> Account:
        return self.ledger.account(address, at)

    def trace(self, message: Message) -> list[Transaction]:
        """Everything that a message led to; empty while it has not been executed."""
        root = self.ledger.by_message(message.hash)
        return self.ledger.trace(root.trace) if root else []

    async def send_external(self, boc: bytes) -> Message:
        """Take in a message from outside (ValueError if it is no such message, NotAcceptedError if refused)."""
        message = _read(boc)
        if message.kind != "external_in" or message.destination is None:
            raise ValueError("not an external inbound message")
        async with self._lock:
            if self.paused:
                await self.dry_run(message.cell)
                self._mempool.append(message)
            else:
                await self._cascade(message)
        return message

    async def send_internal(
        self,
        source: Address,
        destination: Address,
        value_nano: int,
        *,
        body: Cell | None = None,
        init: Cell | None = None,
        bounce: bool = False,
    ) -> list[Transaction]:
        """Deliver a message with new coins from any address: the faucet, and strangers in tests."""
        async with self._lock:
            cell = internal_cell(
                source,
                destination,
                value_nano,
                created_lt=self._lt + 1,
                created_at=self.now,
                bounce=bounce,
                body=body,
                init=init,
            )
            return await self._cascade(Message.read(cell))

    async def faucet(self, destination: Address, value_nano: int) -> Transaction:
        return (await self.send_internal(MINT, destination, value_nano))[0]

    async def resume(self) -> None:
        """End a pause or slowness: what waits is executed in the order in which it came."""
        self.paused = self.slow = False
        async with self._lock:
            flying, self._in_flight = self._in_flight, []
            for message, trace in flying:
                await self._cascade(message, trace)
            waiting, self._mempool = self._mempool, []
            for message in waiting:
                try:
                    await self._cascade(message)
                except NotAcceptedError:
                    continue  # expired or overtaken while it waited

    def drop_mempool(self) -> int:
        """Forget what waits, as a network does that never got the message; returns how many."""
        dropped, self._mempool = len(self._mempool), []
        return dropped

    async def dry_run(self, message: Cell, *, check_signature: bool = True) -> Transaction:
        """What a message would do to its account now; nothing is kept."""
        incoming = Message.read(message)
        assert incoming.destination is not None
        before = self.account(incoming.destination)
        result = await self._execute(incoming, self._lt + LT_PER_BLOCK, before, check_signature=check_signature)
        after = Account.read(incoming.destination, result.account)
        return Transaction.read(result.transaction, block=self.head, trace=None, before=before, after=after)

    async def config(self) -> str:
        """The network's configuration, as a bag of cells."""
        return await asyncio.to_thread(self.emulator.config)

    async def run_get_method(
        self, address: Address, method: str | int, stack: list[Any] | None = None, at: int | None = None
    ) -> MethodResult:
        account = self.account(address, at)
        if account.code is None or account.data is None:
            return MethodResult(NOT_ACTIVE_EXIT_CODE, 0, [])
        run = await asyncio.to_thread(
            self.emulator.get_method,
            code=to_boc(account.code),
            data=to_boc(account.data),
            method_id=method if isinstance(method, int) else method_id(method),
            stack=to_boc(VmStack.serialize(list(stack or []))),
            address=raw(address),
            now=self.now,
            balance_nano=account.balance_nano,
        )
        return MethodResult(run.exit_code, run.gas_used, VmStack.deserialize(parse(from_boc(run.stack))))

    async def _cascade(self, first: Message, trace: bytes | None = None) -> list[Transaction]:
        """Execute a message and, block by block, all it causes. All or nothing: appended only when complete."""
        done: list[Transaction] = []
        flying: list[tuple[Message, bytes]] = []
        states: dict[str, Account] = {}
        block, lt, hop = self.head, self._lt, [first]
        while hop:
            block, lt = block + 1, max(lt + 1, (block + 1) * LT_PER_BLOCK)
            caused: list[Message] = []
            for message in hop:
                assert message.destination is not None
                before = states.get(raw(message.destination)) or self.account(message.destination)
                result = await self._execute(message, lt, before, len(done))
                after = Account.read(message.destination, result.account)
                transaction = Transaction.read(result.transaction, block=block, trace=trace, before=before, after=after)
                states[raw(message.destination)] = after
                done.append(transaction)
                trace = transaction.trace
                caused += [out for out in transaction.out_messages if out.kind == "internal"]
                lt = transaction.lt + len(transaction.out_messages) + 1
            hop = caused
            if self.slow:
                flying, hop = [(message, done[0].trace) for message in caused], []
        self._commit(done, block, lt)
        self._in_flight += flying
        return done

    async def _execute(
        self, message: Message, lt: int, before: Account, offset: int = 0, *, check_signature: bool = True
    ) -> Executed:
        result = await asyncio.to_thread(
            self.emulator.transaction,
            account=before.shard_account,
            message=to_boc(message.cell),
            now=self.now,
            lt=lt,
            seed=hashlib.sha256(f"{self._seed}:{len(self.ledger) + offset}".encode()).hexdigest(),
            check_signature=check_signature,
        )
        if isinstance(result, NotAccepted):
            raise NotAcceptedError(result.reason, result.exit_code)
        return result

    def _commit(self, transactions: list[Transaction], block: int, lt: int) -> None:
        if self._store is not None:
            self._store.add(
                Row(item.block, raw(item.address), item.boc, item.after.shard_account, item.trace)
                for item in transactions
            )
        for transaction in transactions:
            self.ledger.append(transaction)
        self.head, self._lt = block, lt
        for listener in self.listeners:
            listener(transactions)

    def continue_from(self, rows: Iterable[Row]) -> None:
        """Take over what was executed before, oldest first."""
        for row in rows:
            address = Address(row.address)
            after = Account.read(address, row.account_after)
            before = self.account(address)
            transaction = Transaction.read(row.boc, block=row.block, trace=row.trace, before=before, after=after)
            self.ledger.append(transaction)
            self.head = row.block
            self._lt = max(self._lt, transaction.lt + len(transaction.out_messages) + 1)


def _read(boc: bytes) -> Message:
    try:
        return Message.read(from_boc(boc))
    except ValueError:
        raise
    except Exception as error:  # the parser raises whatever it stumbled on
        raise ValueError(f"not a message: {error}") from error


def method_id(name: str) -> int:
    """The number by which a contract knows a get-method."""
    return int.from_bytes(crc16(name.encode()), "big") | 0x10000
