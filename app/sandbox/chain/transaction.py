"""A transaction that happened, with its messages, its phases and the account on both sides of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell
from pytoniq_core.boc.slice import Slice
from pytoniq_core.tlb.transaction import Transaction as TransactionScheme

from app.sandbox.chain.account import Account
from app.sandbox.chain.cells import cell_hash, from_boc, parse
from app.sandbox.chain.messages import Message


@dataclass(frozen=True)
class Transaction:
    boc: str
    cell: Cell
    scheme: Any
    """pytoniq-core's reading of it (phases, fees)."""
    block: int
    trace: bytes
    """Hash of the first transaction of the cascade it belongs to."""
    before: Account
    after: Account
    in_message: Message | None
    out_messages: tuple[Message, ...]

    @classmethod
    def read(cls, boc: str, *, block: int, trace: bytes | None, before: Account, after: Account) -> "Transaction":
        cell = from_boc(boc)
        incoming, outgoing = _message_cells(cell)
        return cls(
            boc,
            cell,
            TransactionScheme.deserialize(parse(cell)),
            block,
            trace or cell_hash(cell),
            before,
            after,
            Message.read(incoming) if incoming is not None else None,
            tuple(Message.read(message) for message in outgoing),
        )

    @cached_property
    def hash(self) -> bytes:
        return cell_hash(self.cell)

    @property
    def address(self) -> Address:
        return self.after.address

    @property
    def lt(self) -> int:
        return int(self.scheme.lt)

    @property
    def now(self) -> int:
        return int(self.scheme.now)

    @property
    def total_fees_nano(self) -> int:
        return int(self.scheme.total_fees.grams)

    @property
    def storage_fees_nano(self) -> int:
        phase = self.scheme.description.storage_ph
        return int(phase.storage_fees_collected) if phase else 0

    @property
    def exit_code(self) -> int | None:
        """The contract's answer; None if nothing was computed (no code, no gas)."""
        phase = self.scheme.description.compute_ph
        return None if phase.type_ == "skipped" else int(phase.exit_code)

    @property
    def gas_used(self) -> int:
        phase = self.scheme.description.compute_ph
        return 0 if phase.type_ == "skipped" else int(phase.gas_used)

    @property
    def action_code(self) -> int | None:
        phase = self.scheme.description.action
        return int(phase.result_code) if phase else None

    @property
    def aborted(self) -> bool:
        return bool(self.scheme.description.aborted)


def _message_cells(transaction: Cell) -> tuple[Cell | None, list[Cell]]:
    """The message cells exactly as the transaction holds them."""
    messages: Slice = parse(transaction.refs[0])
    incoming = messages.load_maybe_ref()
    outgoing: dict[int, Cell] = messages.load_dict(15, value_deserializer=lambda value: value.load_ref()) or {}
    return incoming, [outgoing[index] for index in sorted(outgoing)]
