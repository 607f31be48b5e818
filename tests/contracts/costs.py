"""What every operation costs, measured on the TVM. `python -m tests.contracts.costs` writes `contracts/gas.json` and
the tables of `contracts/README.md` anew; a test compares both with what is measured.

The gas is of these terms (10 coins, 5 %, settled three days after the deposit) and differs by a few dozen for others.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pytoniq_core.boc.cell import Cell

from app.adapters.controller import ControllerWallet, Transfer
from contracts import escrow
from contracts.escrow import ACTION_VALUE_NANO
from tests.contracts.parties import (
    ADVERTISER,
    CONTROLLER,
    DAY,
    NOW,
    OWNER,
    PAYMENT_NANO,
    STRANGER,
    TERMS,
    TON,
    YEAR,
    done,
    funded,
    nowhere,
)
from tests.contracts.tvm import Chain, Outcome, Prices, Tvm

CONTRACTS: Final = Path(escrow.__file__).parent
GAS_JSON: Final = CONTRACTS / "gas.json"
README: Final = CONTRACTS / "README.md"
BEGIN, END = "<!-- costs: begin (python -m tests.contracts.costs) -->", "<!-- costs: end -->"
TRANSFERS: Final = "*two plain transfers between wallets*"
MEASURED: Final[tuple[Prices, Prices]] = ("default", "sixth")
SETTLED_AFTER: Final = 3 * DAY


@dataclass(frozen=True)
class Forwarding:
    """Prices of a message in nano; those of bits and cells in units of 2^-16 nano."""

    lump: int
    bit: int
    cell: int

    def of(self, *attached: Cell) -> int:
        """The forwarding of a message that carries these cells behind its root."""
        bits, cells = size_of(*attached)
        return self.lump - (-(bits * self.bit + cells * self.cell) >> 16)


FORWARDING: Final[dict[Prices, Forwarding]] = {
    "default": Forwarding(400_000, 26_214_400, 2_621_440_000),
    "sixth": Forwarding(66_666, 4_369_066, 436_906_666),
}


def size_of(*roots: Cell) -> tuple[int, int]:
    """Bits and cells of these trees, equal cells counted once."""
    seen: dict[bytes, int] = {}
    todo = list(roots)
    while todo:
        cell = todo.pop()
        if cell.hash not in seen:
            seen[cell.hash] = len(cell.bits)
            todo.extend(cell.refs)
    return sum(seen.values()), len(seen)


def measure(tvm: Tvm) -> dict[str, Any]:
    """The whole table."""
    bits, cells = size_of(escrow.code())
    return {
        "code_hash": escrow.code_hash().hex(),
        "code": {"bits": bits, "cells": cells},
        "account": {"bits": funded(tvm).bits, "cells": funded(tvm).cells},
        "prices": {prices: _measure_at(tvm, prices) for prices in MEASURED},
    }


def _measure_at(tvm: Tvm, prices: Prices) -> dict[str, Any]:
    outcomes = _operations(tvm, prices)
    forwarding, init = FORWARDING[prices], escrow.state_init(TERMS)
    deposit = forwarding.of(init, escrow.deposit_body(1))
    year = funded(tvm, prices=prices).later(YEAR).send(CONTROLLER, ACTION_VALUE_NANO, escrow.refund_body(1))[1]
    return {
        "operations": {name: _row(outcome) for name, outcome in outcomes.items()},
        "two_plain_transfers": _two_plain_transfers(tvm, prices),
        "deposit_message_nano": {"with_state_init": deposit, "without": forwarding.of(escrow.deposit_body(1))},
        "storage_per_year_nano": year.storage_fee_nano,
        "advertiser": {name: _advertiser(outcomes, name) for name in ("release", "refund", "split", "auto_refund")},
    }


def _operations(tvm: Tvm, prices: Prices) -> dict[str, Outcome]:
    """One transaction of each kind."""
    body, init = escrow.deposit_body(1), escrow.state_init(TERMS)
    empty, paid = nowhere(tvm, prices=prices), funded(tvm, prices=prices)
    ready, late = paid.later(SETTLED_AFTER), paid.at(TERMS.deadline)
    predeployed = done(empty.send(CONTROLLER, escrow.DEPLOY_VALUE_NANO, init=init))
    settled = done(paid.send(CONTROLLER, ACTION_VALUE_NANO, escrow.refund_body(2)))
    stray = settled.send(STRANGER, TON, bounce=False)[0]
    value = ACTION_VALUE_NANO
    return {
        "deposit": empty.send(ADVERTISER, PAYMENT_NANO, body, init)[1],
        "deposit as a plain transfer": predeployed.send(ADVERTISER, PAYMENT_NANO)[1],
        "deployment ahead of the deposit": empty.send(CONTROLLER, escrow.DEPLOY_VALUE_NANO, init=init)[1],
        "release": ready.send(CONTROLLER, value, escrow.release_body(2))[1],
        "refund": ready.send(CONTROLLER, value, escrow.refund_body(2))[1],
        "split": ready.send(CONTROLLER, value, escrow.split_body(2, 5_000))[1],
        "auto_refund": late.send(STRANGER, value, escrow.auto_refund_body(2))[1],
        "auto_refund by the advertiser": late.send(ADVERTISER, value, escrow.auto_refund_body(2))[1],
        "extend_deadline": ready.send(ADVERTISER, value, escrow.extend_deadline_body(2, NOW + 60 * DAY))[1],
        "sweep": stray.send(STRANGER, value, escrow.sweep_body(2))[1],
        "refused deposit": empty.send(ADVERTISER, PAYMENT_NANO - 1, body, init)[1],
    }


def _two_plain_transfers(tvm: Tvm, prices: Prices) -> dict[str, int]:
    """What it would take without an escrow: from wallet to wallet, and on to a third. Wallets v5r1, in use already."""
    payer, payee = (_wallet(tvm, ControllerWallet(bytes([seed]) * 32, -3), prices) for seed in (1, 2))
    message = ControllerWallet(b"\x01" * 32, -3).external(1, NOW + DAY, [Transfer(payee.address, TON, Cell.empty())])[0]
    sent = payer.accept(message)[1]
    received = payee.send(payer.address, sent.sent[0].value_nano)[1]
    fees_nano = sent.cost_nano + received.cost_nano - sent.storage_fee_nano - received.storage_fee_nano
    gas_fee_nano = sent.gas_fee_nano + received.gas_fee_nano
    return {
        "gas": 2 * (sent.gas + received.gas),
        "gas_fee_nano": 2 * gas_fee_nano,
        "forwarding_nano": 2 * (fees_nano - gas_fee_nano),
        "messages": 2,
    }


def _wallet(tvm: Tvm, wallet: ControllerWallet, prices: Prices) -> Chain:
    """A wallet that has coins and has sent something."""
    paid = Chain(tvm, wallet.address, NOW, prices).send(STRANGER, 100 * TON, bounce=False)[0]
    return done(paid.accept(wallet.external(0, NOW + DAY, [Transfer(OWNER, TON, Cell.empty(), bounce=False)])[0]))


def _row(outcome: Outcome) -> dict[str, int]:
    return {
        "gas": outcome.gas,
        "gas_fee_nano": outcome.gas_fee_nano,
        "forwarding_nano": outcome.cost_nano - outcome.gas_fee_nano - outcome.storage_fee_nano,
        "messages": len(outcome.sent),
    }


def _advertiser(outcomes: dict[str, Outcome], settlement: str) -> dict[str, int]:
    """What the advertiser attached, what came back at once, what came back at the end, and what it cost him."""
    change = outcomes["deposit"].paid_to(ADVERTISER)
    back = outcomes[settlement].paid_to(ADVERTISER)
    _, _, his = escrow.split_parts(TERMS.amount_nano, TERMS.fee_bps, 5_000)
    due = {"release": 0, "split": his}.get(settlement, TERMS.amount_nano)
    cost = PAYMENT_NANO - TERMS.amount_nano + due - change - back
    return {"attached_nano": PAYMENT_NANO, "change_nano": change, "back_nano": back, "cost_nano": cost}


def coins(nano: int) -> str:
    """Nano as coins, for the tables."""
    return f"{nano / TON:.9f}".rstrip("0").rstrip(".")


def tables(measured: dict[str, Any]) -> str:
    """The README's section, from the measured figures."""
    return "\n\n".join([_size(measured), _operations_table(measured["prices"]), _advertiser_table(measured["prices"])])


def _size(measured: dict[str, Any]) -> str:
    code, account = measured["code"], measured["account"]
    dear, cheap = (measured["prices"][prices] for prices in MEASURED)
    way = [coins(at["deposit_message_nano"][how]) for how in ("with_state_init", "without") for at in (dear, cheap)]
    lines = [
        f"Code: {code['bits']} bits in {code['cells']} cells, hash `{measured['code_hash']}`.",
        f"A funded account occupies {account['bits']} bits in {account['cells']} cells; storing it costs",
        f"{coins(dear['storage_per_year_nano'])} a year. The way of the deposit to the contract costs his wallet",
        f"{way[0]} with the StateInit ({way[1]} at a sixth) and {way[2]} without ({way[3]}).",
    ]
    return "\n".join(lines)


def _operations_table(prices: dict[str, Any]) -> str:
    lines = [
        "| operation | gas | messages out | gas fee | forwarding | both, at a sixth |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    rows = {at: {**prices[at]["operations"], TRANSFERS: prices[at]["two_plain_transfers"]} for at in MEASURED}
    for name, row in rows["default"].items():
        sixth = rows["sixth"][name]
        both = sixth["gas_fee_nano"] + sixth["forwarding_nano"]
        fees = f"{coins(row['gas_fee_nano'])} | {coins(row['forwarding_nano'])} | {coins(both)}"
        lines.append(f"| {name} | {row['gas']} | {row['messages']} | {fees} |")
    return "\n".join(lines)


def _advertiser_table(prices: dict[str, Any]) -> str:
    lines = [
        "| outcome | attached | change at once | back at the end | what it cost him | at a sixth |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, row in prices["default"]["advertiser"].items():
        figures = [coins(row[key]) for key in ("attached_nano", "change_nano", "back_nano", "cost_nano")]
        sixth = coins(prices["sixth"]["advertiser"][name]["cost_nano"])
        lines.append(f"| {name} | {' | '.join(figures)} | {sixth} |")
    return "\n".join(lines)


def written_into(readme: str, section: str) -> str:
    """The README with this section between its marks."""
    head, rest = readme.split(BEGIN)
    return f"{head}{BEGIN}\n{section}\n{END}{rest.split(END)[1]}"


def main() -> None:
    """Measure and write."""
    with Tvm() as tvm:
        measured = measure(tvm)
    GAS_JSON.write_text(json.dumps(measured, indent=2) + "\n")
    README.write_text(written_into(README.read_text(), tables(measured)))


if __name__ == "__main__":
    main()
