"""The escrow contract as cells: what to send to it, where it lives, and how to read it. No network, no clock, no I/O.

Guarantees:
* `address(terms)` is the only place where an escrow with these terms can live: every term is hashed into it.
* `matches(terms, code_hash, data)` says whether an account runs our code with exactly these terms; only then does the
  state in `parse_data` mean anything. The state and the deadline are the only parts that may differ from the start.
* All money is integer nano; `release_parts` and `split_parts` round exactly as the contract does.

`README.md` beside this file tells who may send what, when, and what it costs; `escrow.tlb` is the layout.
"""

import json
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Final

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell
from pytoniq_core.boc.slice import Slice
from pytoniq_core.tlb.account import StateInit

OP_DEPOSIT: Final = 0x47D54391
OP_RELEASE: Final = 0x64479EBF
OP_REFUND: Final = 0x5C8E44F8
OP_SPLIT: Final = 0x4FDFE1C9
OP_AUTO_REFUND: Final = 0x618CA562
OP_EXTEND_DEADLINE: Final = 0x39BD653D
OP_SWEEP: Final = 0x5599B135
OP_PAYOUT: Final = 0x3778824D
OP_COMMISSION: Final = 0x497DAA1D
OP_EXCESSES: Final = 0xD53276DB

STORAGE_RESERVE_NANO: Final = 60_000_000
DEPOSIT_GAS_NANO: Final = 10_000_000
DEPOSIT_ATTACHMENT_NANO: Final = STORAGE_RESERVE_NANO + DEPOSIT_GAS_NANO
ACTION_VALUE_NANO: Final = 10_000_000
"""Attach this to every message but the deposit; what is not spent comes back to the caller."""
DEPLOY_VALUE_NANO: Final = 5_000_000
"""Attach this to an empty message with the StateInit to deploy before the deposit; it ends at the advertiser."""
MAX_EXTENSION_SECONDS: Final = 366 * 86_400
WHOLE_BPS: Final = 10_000

# int_msg_info$0 with ihr disabled, no bounce, not bounced and no source: how an envelope starts
_ENVELOPE_HEADER: Final = 0b010000
# after the value: extra currencies, ihr fee, forward fee, created_lt, created_at, no StateInit, body in place
_ENVELOPE_REST_BITS: Final = 1 + 4 + 4 + 64 + 32 + 1 + 1


class State(IntEnum):
    """What the chain says about the money; the numbers are the contract's."""

    INIT = 0
    FUNDED = 1
    RELEASED = 2
    REFUNDED = 3
    SPLIT = 4


class Refusal(IntEnum):
    """Exit codes of the compute phase: why the contract refused (and bounced) a message."""

    NOT_ADVERTISER = 0x101
    NOT_CONTROLLER = 0x102
    WRONG_STATE = 0x103
    TOO_LITTLE = 0x104
    TOO_EARLY = 0x105
    TOO_LATE = 0x106
    BAD_SHARE = 0x107
    BAD_DEADLINE = 0x108
    NOTHING_LEFT = 0x109
    UNKNOWN_MESSAGE = 0xFFFF


@dataclass(frozen=True)
class EscrowTerms:
    """Everything that is hashed into the address. `deadline` is the first one; it may be extended later."""

    deal_id: int
    advertiser: Address
    owner: Address
    amount_nano: int
    deadline: int
    controller: Address
    fee_recipient: Address
    fee_bps: int

    def __post_init__(self) -> None:
        _require(0 <= self.deal_id < 1 << 64, "deal_id is a uint64")
        _require(0 < self.amount_nano < 1 << 120, "amount_nano is positive and fits in coins")
        _require(0 <= self.deadline < 1 << 32, "deadline is unix seconds")
        _require(0 <= self.fee_bps <= WHOLE_BPS, "fee_bps is at most 10000")
        parties = (self.advertiser, self.owner, self.controller, self.fee_recipient)
        _require(all(party.wc == 0 for party in parties), "every party lives in workchain 0")
        _require(self.advertiser != self.controller, "the controller cannot be the advertiser")


@dataclass(frozen=True)
class EscrowData:
    """The decoded data cell of an escrow; `terms.deadline` and `deadline` are both the present deadline."""

    state: State
    deadline: int
    terms: EscrowTerms


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise ValueError(what)


@cache
def code() -> Cell:
    """The compiled contract, as committed in `build/escrow.json`."""
    return Cell.one_from_boc(_artifact()["code_boc"])


@cache
def _artifact() -> dict[str, str]:
    found: dict[str, str] = json.loads((Path(__file__).parent / "build" / "escrow.json").read_text())
    return found


def code_hash() -> bytes:
    """The hash that `accountStates` of a true escrow must show."""
    return bytes(code().hash)


def data_cell(terms: EscrowTerms, state: State = State.INIT, deadline: int | None = None) -> Cell:
    """The contract's data with these terms, by default as it is deployed."""
    payout_nano, fee_nano = release_parts(terms.amount_nano, terms.fee_bps)
    root: Cell = (
        Builder()
        .store_uint(state, 8)
        .store_uint(terms.deadline if deadline is None else deadline, 32)
        .store_coins(terms.amount_nano)
        .store_uint(terms.fee_bps, 16)
        .store_uint(terms.deal_id, 64)
        .store_ref(_envelope(terms.advertiser, 0, OP_EXCESSES, terms.deal_id))
        .store_ref(_envelope(terms.controller, 0, OP_EXCESSES, terms.deal_id))
        .store_ref(_envelope(terms.owner, payout_nano, OP_PAYOUT, terms.deal_id))
        .store_ref(_envelope(terms.fee_recipient, fee_nano, OP_COMMISSION, terms.deal_id))
        .end_cell()
    )
    return root


def _envelope(to: Address, value_nano: int, op: int, deal_id: int) -> Cell:
    """A ready message that never bounces, whose body is an opcode with the deal's id as query id."""
    envelope: Cell = (
        Builder()
        .store_uint(_ENVELOPE_HEADER, 6)
        .store_address(to)
        .store_coins(value_nano)
        .store_uint(0, _ENVELOPE_REST_BITS)
        .store_uint(op, 32)
        .store_uint(deal_id, 64)
        .end_cell()
    )
    return envelope


def state_init(terms: EscrowTerms) -> Cell:
    """What a deploying message carries; its hash is the address."""
    return StateInit(code=code(), data=data_cell(terms)).serialize()


def address(terms: EscrowTerms) -> Address:
    """Where an escrow with these terms lives (workchain 0)."""
    return Address((0, state_init(terms).hash))


def matches(terms: EscrowTerms, found_code_hash: bytes, found_data: Cell) -> bool:
    """Is this account our contract with exactly these terms? The deadline may only have moved forward."""
    if found_code_hash != code_hash():
        return False
    try:
        found = parse_data(found_data)
    except ValueError:
        return False
    expected = data_cell(terms, found.state, found.deadline)
    return found.deadline >= terms.deadline and found_data.hash == expected.hash


def parse_data(cell: Cell) -> EscrowData:
    """Read an escrow's data cell; anything that is not one raises ValueError."""
    try:
        return _parse(cell)
    except ValueError:
        raise
    except Exception as broken:  # the cell library raises several kinds, bare ones among them
        raise ValueError("not an escrow's data") from broken


def _parse(cell: Cell) -> EscrowData:
    root = Slice.from_cell(cell)
    state, deadline = State(root.load_uint(8)), root.load_uint(32)
    amount_nano, fee_bps, deal_id = root.load_coins(), root.load_uint(16), root.load_uint(64)
    advertiser, controller, owner, fee_recipient = (_addressee(root.load_ref()) for _ in range(4))
    terms = EscrowTerms(deal_id, advertiser, owner, amount_nano, deadline, controller, fee_recipient, fee_bps)
    return EscrowData(state, deadline, terms)


def _addressee(cell: Cell) -> Address:
    envelope = Slice.from_cell(cell)
    _require(envelope.load_uint(6) == _ENVELOPE_HEADER, "not an envelope")
    return _std_address(envelope)


def _std_address(source: Slice) -> Address:
    found = source.load_address()
    if not isinstance(found, Address):
        raise ValueError("not a standard address")
    return found


def _body(op: int, query_id: int, *arguments: tuple[int, int]) -> Cell:
    """Opcode, query id, and then (value, bits) of each argument."""
    builder = Builder().store_uint(op, 32).store_uint(query_id, 64)
    for value, bits in arguments:
        builder.store_uint(value, bits)
    body: Cell = builder.end_cell()
    return body


def deposit_body(query_id: int) -> Cell:
    """The advertiser pays: attach at least `required_deposit_nano`; what is over comes back."""
    return _body(OP_DEPOSIT, query_id)


def release_body(query_id: int) -> Cell:
    """The controller pays the owner."""
    return _body(OP_RELEASE, query_id)


def refund_body(query_id: int) -> Cell:
    """The controller gives everything back to the advertiser."""
    return _body(OP_REFUND, query_id)


def split_body(query_id: int, owner_bps: int) -> Cell:
    """The controller divides: the owner's part of the amount, in basis points, before the fee on that part."""
    _require(0 <= owner_bps <= WHOLE_BPS, "owner_bps is at most 10000")
    return _body(OP_SPLIT, query_id, (owner_bps, 16))


def auto_refund_body(query_id: int) -> Cell:
    """Anybody gives everything back to the advertiser, from the deadline on."""
    return _body(OP_AUTO_REFUND, query_id)


def extend_deadline_body(query_id: int, deadline: int) -> Cell:
    """The advertiser moves the deadline forward, to at most `MAX_EXTENSION_SECONDS` from now."""
    return _body(OP_EXTEND_DEADLINE, query_id, (deadline, 32))


def sweep_body(query_id: int) -> Cell:
    """Anybody sends stray coins of an escrow that holds no deposit to the advertiser."""
    return _body(OP_SWEEP, query_id)


def required_deposit_nano(amount_nano: int) -> int:
    """The least value of a deposit; the same number as the contract's `get_required_deposit`."""
    return amount_nano + DEPOSIT_ATTACHMENT_NANO


def release_parts(amount_nano: int, fee_bps: int) -> tuple[int, int]:
    """What the owner and the fee recipient get from a release."""
    fee = amount_nano * fee_bps // WHOLE_BPS
    return amount_nano - fee, fee


def split_parts(amount_nano: int, fee_bps: int, owner_bps: int) -> tuple[int, int, int]:
    """What the owner, the fee recipient and the advertiser get of the amount from a split."""
    share = amount_nano * owner_bps // WHOLE_BPS
    owner, fee = release_parts(share, fee_bps)
    return owner, fee, amount_nano - share
