"""Whatever anybody sends in whatever order: money leaves once, only to the parties of the terms, and none is lost.

A short run with a fixed seed by default; `LONG=1` looks further, at new examples each time. Conservation to the nano is
checked by `Chain.send` for every single transaction.
"""

import os
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell

from contracts import escrow
from contracts.escrow import ACTION_VALUE_NANO, State
from tests.contracts.parties import (
    ADVERTISER,
    CONTROLLER,
    DAY,
    FEE_RECIPIENT,
    NOW,
    OWNER,
    PAYMENT_NANO,
    STRANGER,
    TERMS,
    comment,
    done,
    nowhere,
    raw_body,
    with_terms,
)
from tests.contracts.tvm import Chain, Outcome, Tvm

LONG = bool(os.environ.get("LONG"))
FORWARD_NANO = 400_000
NEXT = {
    State.INIT: {State.INIT, State.FUNDED},
    State.FUNDED: {State.FUNDED, State.RELEASED, State.REFUNDED, State.SPLIT},
    State.RELEASED: {State.RELEASED},
    State.REFUNDED: {State.REFUNDED},
    State.SPLIT: {State.SPLIT},
}


@dataclass(frozen=True)
class Step:
    """Somebody sends something, some time later."""

    sender: Address
    body: Cell | None
    value_nano: int
    bounce: bool
    wait_seconds: int


people = st.sampled_from([ADVERTISER, CONTROLLER, OWNER, FEE_RECIPIENT, STRANGER])
bodies = st.one_of(
    st.sampled_from(
        [
            None,
            comment("hello"),
            escrow.deposit_body(1),
            escrow.release_body(2),
            escrow.refund_body(3),
            escrow.auto_refund_body(4),
            escrow.sweep_body(5),
            raw_body(7, 3),
        ]
    ),
    st.integers(0, 10_000).map(lambda bps: escrow.split_body(6, bps)),
    st.integers(0, 2 * 366).map(lambda days: escrow.extend_deadline_body(7, NOW + days * DAY)),
    st.integers(0, 2**96 - 1).map(lambda bits: raw_body(bits, 96)),
)
values = st.one_of(
    st.sampled_from([1, ACTION_VALUE_NANO, PAYMENT_NANO - 1, PAYMENT_NANO, 3 * PAYMENT_NANO]),
    st.integers(1, 2 * PAYMENT_NANO),
)
anything = st.builds(Step, people, bodies, values, st.booleans(), st.integers(0, 40 * DAY))
likely = st.one_of(
    st.just(Step(ADVERTISER, escrow.deposit_body(1), PAYMENT_NANO, True, 0)),
    st.builds(lambda step: Step(CONTROLLER, step.body, ACTION_VALUE_NANO, True, step.wait_seconds), anything),
    anything,
)


@settings(
    max_examples=1_500 if LONG else 60,
    derandomize=not LONG,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(steps=st.lists(likely, min_size=3, max_size=14), fee_bps=st.integers(0, 10_000))
def test_no_sequence_of_messages_can_pay_twice_or_elsewhere(tvm: Tvm, steps: list[Step], fee_bps: int) -> None:
    terms = with_terms(fee_bps=fee_bps)
    chain = done(nowhere(tvm, terms).send(CONTROLLER, escrow.DEPLOY_VALUE_NANO, init=escrow.state_init(terms)))
    paid = {OWNER: 0, FEE_RECIPIENT: 0}
    for step in steps:
        before = chain.later(step.wait_seconds)
        chain, outcome = before.send(step.sender, step.value_nano, step.body, bounce=step.bounce)
        check_step(before, chain, step, outcome)
        for party in paid:
            if step.sender != party:
                paid[party] += outcome.paid_to(party)
    check_payouts(chain, paid, fee_bps)
    check_that_nothing_is_locked(chain)


def check_step(before: Chain, after: Chain, step: Step, outcome: Outcome) -> None:
    """One transaction moved the state along the diagram, and paid only who may be paid."""
    assert before.state is not None
    assert after.state in NEXT[before.state]
    settles = before.state is State.FUNDED and after.state is not State.FUNDED
    for sent in outcome.sent:
        if sent.to == ADVERTISER or (settles and sent.to in (OWNER, FEE_RECIPIENT, ADVERTISER)):
            continue
        assert sent.to == step.sender
        assert sent.value_nano < step.value_nano
    if after.state is State.FUNDED:
        assert after.balance_nano >= TERMS.amount_nano


def check_payouts(chain: Chain, paid: dict[Address, int], fee_bps: int) -> None:
    """The owner and the fee recipient got exactly what the final state says, once."""
    owner_nano, fee_nano = escrow.release_parts(TERMS.amount_nano, fee_bps)
    if chain.state is State.RELEASED:
        assert paid == {OWNER: owner_nano, FEE_RECIPIENT: fee_nano}
    elif chain.state is State.SPLIT:
        assert paid[OWNER] + paid[FEE_RECIPIENT] <= TERMS.amount_nano
    else:
        assert paid == {OWNER: 0, FEE_RECIPIENT: 0}


def check_that_nothing_is_locked(chain: Chain) -> None:
    """A stranger can always bring home what is there, at the latest when the deadline has come."""
    assert chain.data is not None
    body = escrow.sweep_body(9)
    if chain.state is State.FUNDED:
        chain = chain.at(max(chain.now, escrow.parse_data(chain.data).deadline))
        body = escrow.auto_refund_body(9)
    after, outcome = chain.send(STRANGER, ACTION_VALUE_NANO, body)
    if outcome.done:
        assert after.balance_nano == 0
        assert outcome.paid_to(ADVERTISER) == chain.balance_nano - outcome.storage_fee_nano - FORWARD_NANO
    else:
        assert outcome.exit_code == escrow.Refusal.NOTHING_LEFT
        assert chain.balance_nano <= FORWARD_NANO + outcome.storage_fee_nano
