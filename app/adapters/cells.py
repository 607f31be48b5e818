"""Addresses and bags of cells as text, in the forms that the services store and the network takes."""

import base64

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell


def raw(address: Address | str) -> str:
    """`0:hex` in lower case: the form in which rows are compared."""
    found = address if isinstance(address, Address) else Address(address.strip())
    return f"{found.wc}:{found.hash_part.hex()}"


def to_boc(cell: Cell) -> str:
    return base64.b64encode(cell.to_boc()).decode()


def from_boc(text: str) -> Cell:
    cell: Cell = Cell.one_from_boc(base64.b64decode(text))
    return cell


def url_boc(text: str) -> str:
    """A base64 bag of cells in the alphabet that links take."""
    return text.replace("+", "-").replace("/", "_").rstrip("=")


def external_message(destination: Address, body: Cell, init: Cell | None = None) -> Cell:
    """An external message: no source, no import fee, everything in references.

    Without `init` it is the normalised form, whose hash names the message however it was packed (TEP-467).
    """
    builder = Builder().store_uint(0b10, 2).store_uint(0, 2).store_address(destination).store_coins(0)
    return _finished(builder, body, init)


def internal_message(
    destination: Address, value_nano: int, body: Cell, *, bounce: bool, init: Cell | None = None
) -> Cell:
    """A message for a wallet to send: the source and the times are filled in by the network."""
    builder = Builder().store_uint(0b01, 2).store_bool(bounce).store_bool(False).store_uint(0, 2)
    builder.store_address(destination).store_coins(value_nano).store_bit_int(0).store_coins(0).store_coins(0)
    builder.store_uint(0, 64).store_uint(0, 32)
    return _finished(builder, body, init)


def _finished(builder: Builder, body: Cell, init: Cell | None) -> Cell:
    if init is None:
        builder.store_bit_int(0)
    else:
        builder.store_bit_int(1).store_bit_int(1).store_ref(init)
    message: Cell = builder.store_bit_int(1).store_ref(body).end_cell()
    return message
