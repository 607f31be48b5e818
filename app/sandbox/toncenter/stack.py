"""The TVM stack in Toncenter's notations: pairs in v2, objects in v3.

Values are Python's: int, Cell, Slice, None, tuples. Like the public service, slices come out as cells.
"""

from typing import Any

from pytoniq_core.boc.cell import Cell
from pytoniq_core.boc.slice import Slice
from pytoniq_core.tlb.vm_stack import VmTuple

from app.sandbox.chain.cells import from_boc, parse, to_boc
from app.sandbox.toncenter.errors import ApiError

_NUMBERS = {"num", "number", "int"}
_CELLS = {"cell", "tvm.cell"}
_SLICES = {"slice", "tvm.slice"}
_TUPLES = {"tuple", "list", "tvm.tuple"}


def decode(item: Any) -> Any:
    """One argument of a get-method: a pair (v2) or an object with type and value (v3)."""
    try:
        kind, value = (item["type"], item.get("value")) if isinstance(item, dict) else item
        return _decode(str(kind).lower(), value)
    except (ValueError, KeyError, TypeError) as error:
        raise ApiError(422, f"failed to parse stack: {error}") from None


def _decode(kind: str, value: Any) -> Any:
    if kind in _NUMBERS:
        return int(str(value), 0)
    if kind in _CELLS:
        return from_boc(_boc(value))
    if kind in _SLICES:
        return parse(from_boc(_boc(value)))
    if kind in _TUPLES:
        return VmTuple([decode(item) for item in (value["elements"] if isinstance(value, dict) else value)])
    if kind == "null":
        return None
    raise ValueError(f"unknown type {kind}")


def _boc(value: Any) -> str:
    return str(value["bytes"] if isinstance(value, dict) else value)


def encode_v2(value: Any) -> list[Any]:
    if value is None:
        return ["list", {"@type": "tvm.list", "elements": []}]
    if isinstance(value, int):
        return ["num", hex(value)]
    if isinstance(value, VmTuple | list):
        return ["tuple", {"@type": "tvm.tuple", "elements": [_entry_v2(item) for item in _items(value)]}]
    return ["cell", {"bytes": _cell_boc(value), "object": {}}]


def _entry_v2(value: Any) -> dict[str, Any]:
    if value is None:
        return {"@type": "tvm.stackEntryList", "list": {"@type": "tvm.list", "elements": []}}
    if isinstance(value, int):
        return {
            "@type": "tvm.stackEntryNumber",
            "number": {"@type": "tvm.numberDecimal", "number": str(value)},
        }
    if isinstance(value, VmTuple | list):
        elements = [_entry_v2(item) for item in _items(value)]
        return {"@type": "tvm.stackEntryTuple", "tuple": {"@type": "tvm.tuple", "elements": elements}}
    return {"@type": "tvm.stackEntryCell", "cell": {"@type": "tvm.cell", "bytes": _cell_boc(value)}}


def encode_v3(value: Any) -> dict[str, Any]:
    if value is None:
        return {"type": "list", "value": []}
    if isinstance(value, int):
        return {"type": "num", "value": hex(value)}
    if isinstance(value, VmTuple | list):
        return {"type": "tuple", "value": [encode_v3(item) for item in _items(value)]}
    return {"type": "cell", "value": _cell_boc(value)}


def _items(value: VmTuple | list[Any]) -> list[Any]:
    return list(value.list) if isinstance(value, VmTuple) else value


def _cell_boc(value: Any) -> str:
    if isinstance(value, Cell):
        return to_boc(value)
    untyped: Any = value
    return to_boc(untyped.to_cell() if isinstance(value, Slice) else untyped.end_cell())
