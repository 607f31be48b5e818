"""The TON network through liteservers (pytoniq): implements `services.escrow.EscrowChain`. Experimental.

Guarantees, beside those of `offline_chain`:
* A state is read with the proof that pytoniq checks (`TRUST`), from the servers of the network's config file.
* Whatever goes wrong with a server is `Unreachable`; a refused broadcast is `Refused`.

What it costs: a liteserver has no index of opcodes and no batch of accounts. `look` asks once per escrow, `ABREAST` at
a time, so its cost grows with the number of open escrows: use Toncenter where there are more than some hundreds.
`deposits_since` can only follow the escrows that `look` was asked about in this process: each time it asks for every
one that was not paid yet, and reads the transactions of those whose last one has changed. After a restart it begins at
the cursor, once each escrow has been looked at. What is sent to a settled escrow bounces without a word. Money never
depends on it: states alone confirm deposits, the messages say where to look now and why a payment came back.
"""

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from pytoniq.liteclient.balancer import LiteBalancer
from pytoniq.liteclient.client import LiteServerError
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell

from app.adapters.cells import raw
from app.adapters.controller import CODE, seqno_of
from app.adapters.offline_chain import NOTHING, Found, OfflineChain, seen_of
from contracts.escrow import OP_DEPOSIT
from models import EscrowState
from services.ports import EscrowTermsFacts, IncomingMessage, Refused, Seen, Unreachable, WalletFacts

TRUST: Final = 1
"""pytoniq's levels: 0 proves every block from the config's, 1 proves accounts against the block that a server names."""
ABREAST: Final = 20
HISTORY: Final = 64
"""The most transactions of one escrow that a reading goes back."""
NOT_ACCEPTED: Final = "cannot apply external message"
T = TypeVar("T")


class Liteservers(Protocol):
    """What is needed of pytoniq's `LiteBalancer`; what it returns has other types than it declares."""

    async def start_up(self) -> None: ...
    async def close_all(self) -> None: ...
    async def raw_get_account_state(self, address: Address) -> tuple[Any, Any]: ...
    async def get_transactions(
        self, address: Address, count: int, from_lt: int, from_hash: bytes, to_lt: int
    ) -> list[Any]: ...
    async def raw_send_message(self, message: bytes) -> int: ...


def from_config(path: Path) -> Liteservers:
    """The servers of a network's global config file."""
    servers: Liteservers = LiteBalancer.from_config(json.loads(path.read_text()), trust_level=TRUST)
    return servers


@dataclass
class _Followed:
    """How far the transactions of one escrow have been read, and how far there are."""

    is_unpaid: bool = True
    read_lt: int | None = None
    last_lt: int = 0
    last_hash: bytes = b""

    def note(self, shard: Any) -> None:
        if shard is not None:
            self.last_lt, self.last_hash = shard.last_trans_lt, shard.last_trans_hash


@dataclass(frozen=True)
class _Deposit:
    lt: int
    was_taken: bool
    message: IncomingMessage


class LiteserverChain(OfflineChain):
    def __init__(
        self, servers: Liteservers, controller_seeds: Sequence[bytes], network_id: int, explorer: str | None = None
    ) -> None:
        super().__init__(controller_seeds, network_id, explorer)
        self._servers = servers
        self._started = False
        self._starting = asyncio.Lock()
        self._room = asyncio.Semaphore(ABREAST)
        self._followed: dict[str, _Followed] = {}
        self._deposits: dict[str, _Deposit] = {}
        self._handed_out: set[str] = set()

    async def close(self) -> None:
        if self._started:
            self._started = False
            await self._servers.close_all()

    async def look(self, terms_by_address: dict[str, EscrowTermsFacts]) -> dict[str, Seen]:
        accounts = await asyncio.gather(*(self._account(one) for one in terms_by_address))
        found: dict[str, Seen] = {}
        for (address, facts), (account, shard) in zip(terms_by_address.items(), accounts, strict=True):
            found[address] = seen_of(address, facts, _found(account))
            followed = self._followed.setdefault(address, _Followed())
            followed.is_unpaid = found[address].state in (EscrowState.NONE, EscrowState.INIT)
            followed.note(shard)
        return found

    async def deposits_since(self, cursor: str) -> list[IncomingMessage]:
        """Deposits to the escrows that were looked at, oldest first. What was handed out up to the cursor is done."""
        lt, _, digest = cursor.partition(":")
        after = (int(lt or 0), digest)
        unpaid = [address for address, followed in self._followed.items() if followed.is_unpaid]
        accounts = await asyncio.gather(*(self._account(one) for one in unpaid))
        for address, (_, shard) in zip(unpaid, accounts, strict=True):
            self._followed[address].note(shard)
        for address, followed in list(self._followed.items()):
            if followed.read_lt is None:
                followed.read_lt = after[0]
            if followed.last_lt > followed.read_lt:
                await self._read(address, followed)
        done = {one for one in self._handed_out if (self._deposits[one].lt, one) <= after}
        self._deposits = {one: item for one, item in self._deposits.items() if one not in done}
        self._handed_out = set(self._deposits)
        ordered = sorted(self._deposits.items(), key=lambda item: (item[1].lt, item[0]))
        return [deposit.message for _, deposit in ordered]

    async def outcomes(self, message_hashes: Sequence[str]) -> dict[str, bool]:
        return {one: self._deposits[one].was_taken for one in message_hashes if one in self._deposits}

    async def wallet(self, controller: str) -> WalletFacts:
        found = _found((await self._account(controller))[0])
        if not found.is_active:
            return WalletFacts(controller, found.balance_nano, 0)
        if found.code_hash != CODE.hash or found.data is None:
            raise Refused(f"{controller} is not a wallet v5r1")
        return WalletFacts(controller, found.balance_nano, seqno_of(found.data))

    async def send(self, boc: str) -> None:
        message = base64.b64decode(boc)
        try:
            await self._call(lambda: self._servers.raw_send_message(message))
        except Unreachable as trouble:
            raise Unreachable(str(trouble), sent=True) from trouble

    async def _account(self, address: str) -> tuple[Any, Any]:
        return await self._call(lambda: self._servers.raw_get_account_state(Address(address)))

    async def _read(self, address: str, followed: _Followed) -> None:
        """The deposits among the transactions that are new since the last reading."""
        lt, digest, read = followed.last_lt, followed.last_hash, followed.read_lt or 0
        for one in await self._call(
            lambda: self._servers.get_transactions(Address(address), HISTORY, lt, digest, read)
        ):
            deposit = _deposit(one)
            if deposit is not None:
                self._deposits.setdefault(deposit.message.message_hash, deposit)
        followed.read_lt = lt

    async def _call(self, ask: Callable[[], Awaitable[T]]) -> T:
        try:
            await self._start()
            async with self._room:
                return await ask()
        except LiteServerError as no:
            if NOT_ACCEPTED in str(no.message):
                raise Refused(str(no.message), int(no.code)) from no
            raise Unreachable(f"{no.code}: {no.message}") from no
        except Exception as error:  # pytoniq lets assertions, proof, key and socket errors through
            raise Unreachable(f"{type(error).__name__}: {error}") from error

    async def _start(self) -> None:
        async with self._starting:
            if not self._started:
                await self._servers.start_up()
                self._started = True


def _found(account: Any) -> Found:
    if account is None:
        return NOTHING
    storage = account.storage
    is_active, is_frozen = (storage.state.type_ == f"account_{name}" for name in ("active", "frozen"))
    if not is_active:
        return Found(is_active, is_frozen, storage.balance.grams)
    init = storage.state.state_init
    return Found(True, False, storage.balance.grams, bytes(init.code.hash), init.data)


def _deposit(transaction: Any) -> _Deposit | None:
    """The deposit message that caused the transaction, if one did."""
    message = transaction.in_msg
    if message is None or not message.is_internal or _opcode(message.body) != OP_DEPOSIT:
        return None
    info, digest = message.info, transaction.cell.refs[0].refs[0].hash.hex()
    found = IncomingMessage(
        cursor=f"{info.created_lt}:{digest}",
        destination=raw(info.dest),
        source=raw(info.src),
        value_nano=info.value.grams,
        message_hash=digest,
    )
    return _Deposit(info.created_lt, not transaction.description.aborted, found)


def _opcode(body: Cell) -> int | None:
    return int(body.begin_parse().load_uint(32)) if len(body.bits) >= 32 else None
