"""An account as it stood after one of its transactions."""

from dataclasses import dataclass
from typing import Literal

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell
from pytoniq_core.tlb.account import ShardAccount

from app.sandbox.chain.cells import cell_hash, from_boc, parse, to_boc

Status = Literal["nonexist", "uninit", "active", "frozen"]
_STATUSES: dict[str, Status] = {"account_uninit": "uninit", "account_active": "active", "account_frozen": "frozen"}
NO_HASH = bytes(32)
EMPTY = to_boc(
    Builder().store_ref(Builder().store_bit_int(0).end_cell()).store_bytes(NO_HASH).store_uint(0, 64).end_cell()
)


@dataclass(frozen=True)
class Account:
    address: Address
    shard_account: str
    """The executor's own record of it, base64."""
    state_hash: bytes
    status: Status = "nonexist"
    balance_nano: int = 0
    code: Cell | None = None
    data: Cell | None = None
    frozen_hash: bytes | None = None
    last_lt: int = 0
    last_hash: bytes = NO_HASH

    @classmethod
    def missing(cls, address: Address) -> "Account":
        return cls.read(address, EMPTY)

    @classmethod
    def read(cls, address: Address, shard_account: str) -> "Account":
        cell = from_boc(shard_account)
        record = ShardAccount.deserialize(parse(cell))
        state_hash = cell_hash(cell.refs[0])
        last = {"last_lt": record.last_trans_lt, "last_hash": record.last_trans_hash}
        if record.account is None:
            return cls(address, shard_account, state_hash, **last)
        storage = record.account.storage
        state = storage.state
        status = _STATUSES[state.type_]
        init = state.state_init if status == "active" else None
        return cls(
            address,
            shard_account,
            state_hash,
            status,
            storage.balance.grams,
            init.code if init else None,
            init.data if init else None,
            bytes.fromhex(state.state_hash) if status == "frozen" else None,
            **last,
        )
