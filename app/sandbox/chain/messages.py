"""Messages as the chain sees them: read from their cells, or built for the two ways in (external, and minted)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell
from pytoniq_core.tlb.transaction import MessageAny

from app.sandbox.chain.cells import cell_hash, parse

Kind = Literal["internal", "external_in", "external_out"]


@dataclass(frozen=True)
class Message:
    """One message. `cell` is the original: hashes are never those of a re-serialised copy."""

    cell: Cell
    kind: Kind
    info: Any
    init: Cell | None
    body: Cell

    @classmethod
    def read(cls, cell: Cell) -> "Message":
        parsed = MessageAny.deserialize(parse(cell))
        kind: Kind = "internal" if parsed.is_internal else "external_in" if parsed.is_external else "external_out"
        init = parsed.init.serialize() if parsed.init is not None else None
        return cls(cell, kind, parsed.info, init, parsed.body)

    @cached_property
    def hash(self) -> bytes:
        return cell_hash(self.cell)

    @cached_property
    def normalized_hash(self) -> bytes:
        """The hash by which an external message is known however it was packed (TEP-467); else the plain hash."""
        if self.kind != "external_in":
            return self.hash
        return cell_hash(external_cell(self.info.dest, self.body))

    @property
    def source(self) -> Address | None:
        source = getattr(self.info, "src", None)
        return source if isinstance(source, Address) else None

    @property
    def destination(self) -> Address | None:
        destination = getattr(self.info, "dest", None)
        return destination if isinstance(destination, Address) else None

    @property
    def value_nano(self) -> int:
        return int(self.info.value.grams) if self.kind == "internal" else 0

    @property
    def created_lt(self) -> int | None:
        return None if self.kind == "external_in" else int(self.info.created_lt)

    @property
    def created_at(self) -> int | None:
        return None if self.kind == "external_in" else int(self.info.created_at)

    @property
    def opcode(self) -> int | None:
        """The first 32 bits of the body, if it has as many."""
        body = parse(self.body)
        return body.preload_uint(32) if body.remaining_bits >= 32 else None


def state_init(code: Cell, data: Cell) -> Cell:
    """The StateInit of an ordinary contract; its hash is the contract's address."""
    result: Cell = Builder().store_uint(0b00110, 5).store_ref(code).store_ref(data).end_cell()
    return result


def external_cell(destination: Address, body: Cell, init: Cell | None = None) -> Cell:
    """An external message in the normalised packing: no source, no import fee, body in a reference."""
    builder = Builder().store_uint(0b10, 2).store_uint(0, 2).store_address(destination).store_coins(0)
    return _finish(builder, init, body)


def internal_cell(
    source: Address | None,
    destination: Address,
    value_nano: int,
    *,
    created_lt: int = 0,
    created_at: int = 0,
    bounce: bool = False,
    body: Cell | None = None,
    init: Cell | None = None,
) -> Cell:
    """An internal message; a contract that sends one leaves source and times to the chain."""
    builder = Builder().store_uint(0b01, 2).store_bool(bounce).store_bool(False)
    builder.store_address(source).store_address(destination).store_coins(value_nano).store_bit_int(0)
    builder.store_coins(0).store_coins(0).store_uint(created_lt, 64).store_uint(created_at, 32)
    return _finish(builder, init, body or Builder().end_cell())


def _finish(builder: Builder, init: Cell | None, body: Cell) -> Cell:
    if init is None:
        builder.store_bit_int(0)
    else:
        builder.store_bit_int(1).store_bit_int(1).store_ref(init)
    result: Cell = builder.store_bit_int(1).store_ref(body).end_cell()
    return result
