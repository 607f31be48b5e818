"""Cells, with types: the few calls of pytoniq-core that carry none are wrapped here once."""

import base64
from typing import Any

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell
from pytoniq_core.boc.slice import Slice


def from_boc(boc: str | bytes) -> Cell:
    """The single root of a bag of cells (base64 or bytes); ValueError if it is none."""
    try:
        raw = base64.b64decode(boc, validate=True) if isinstance(boc, str) else boc
        return Cell.one_from_boc(raw)
    except ValueError:
        raise
    except Exception as error:  # the parser raises whatever it stumbled on
        raise ValueError(f"not a bag of cells: {error}") from error


def to_boc(cell: Cell) -> str:
    return b64(boc_bytes(cell))


def boc_bytes(cell: Cell) -> bytes:
    untyped: Any = cell
    result: bytes = untyped.to_boc()
    return result


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def parse(cell: Cell) -> Slice:
    untyped: Any = cell
    result: Slice = untyped.begin_parse()
    return result


def cell_hash(cell: Cell) -> bytes:
    result: bytes = cell.hash
    return result


def raw(address: Address) -> str:
    """`0:AB...`, the form of Toncenter v3."""
    return f"{address.wc}:{address.hash_part.hex().upper()}"


def friendly(address: Address, bounceable: bool = True, testnet: bool = False) -> str:
    untyped: Any = address
    result: str = untyped.to_str(
        is_user_friendly=True, is_url_safe=True, is_bounceable=bounceable, is_test_only=testnet
    )
    return result
