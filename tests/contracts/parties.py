"""Who takes part, and how an escrow gets into each of its states."""

from dataclasses import replace
from typing import Any

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell

from contracts import escrow
from contracts.escrow import EscrowTerms, State
from tests.contracts.tvm import Chain, Outcome, Prices, Tvm

DAY = 86_400
YEAR = 365 * DAY
NOW = 1_800_000_000
TON = 1_000_000_000

ADVERTISER, OWNER, CONTROLLER, FEE_RECIPIENT, STRANGER = (Address((0, bytes([byte]) * 32)) for byte in range(1, 6))

TERMS = EscrowTerms(
    deal_id=77,
    advertiser=ADVERTISER,
    owner=OWNER,
    amount_nano=10 * TON,
    deadline=NOW + 30 * DAY,
    controller=CONTROLLER,
    fee_recipient=FEE_RECIPIENT,
    fee_bps=500,
)
PAYMENT_NANO = escrow.required_deposit_nano(TERMS.amount_nano)
SPLIT_BPS = 3_333


def with_terms(**changes: Any) -> EscrowTerms:
    """The usual terms, but for what a test is about."""
    return replace(TERMS, **changes)


def nowhere(tvm: Tvm, terms: EscrowTerms = TERMS, prices: Prices = "default") -> Chain:
    """The address before anything reached it."""
    return Chain(tvm, escrow.address(terms), NOW, prices)


def deployed(tvm: Tvm, terms: EscrowTerms = TERMS) -> Chain:
    """INIT: the controller deployed it."""
    return done(nowhere(tvm, terms).send(terms.controller, escrow.DEPLOY_VALUE_NANO, init=escrow.state_init(terms)))


def funded(tvm: Tvm, terms: EscrowTerms = TERMS, prices: Prices = "default") -> Chain:
    """FUNDED: the advertiser's first message deployed it and paid exactly what is required."""
    required = escrow.required_deposit_nano(terms.amount_nano)
    sent = nowhere(tvm, terms, prices).send(
        terms.advertiser, required, escrow.deposit_body(1), escrow.state_init(terms)
    )
    return done(sent)


def in_state(tvm: Tvm, state: State | None) -> Chain:
    """An escrow with the usual terms in this state; None is an address without a contract."""
    if state is None:
        return nowhere(tvm)
    if state is State.INIT:
        return deployed(tvm)
    ways = {
        State.RELEASED: escrow.release_body(2),
        State.REFUNDED: escrow.refund_body(2),
        State.SPLIT: escrow.split_body(2, SPLIT_BPS),
    }
    chain = funded(tvm)
    if state is not State.FUNDED:
        chain = done(chain.send(CONTROLLER, escrow.ACTION_VALUE_NANO, ways[state]))
    assert chain.state is state
    return chain


def done(result: tuple[Chain, Outcome]) -> Chain:
    """The account after a message that must have gone through."""
    chain, outcome = result
    assert outcome.done, outcome
    return chain


def comment(text: str) -> Cell:
    """A transfer with a comment, as wallets write it."""
    body: Cell = Builder().store_uint(0, 32).store_string(text).end_cell()
    return body


def raw_body(value: int, bits: int) -> Cell:
    """Any bits."""
    body: Cell = Builder().store_uint(value, bits).end_cell()
    return body
