"""Who gets how much, to the nano. On the emulator's network the forwarding of one cell costs 400000 nano."""

import pytest
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell

from contracts import escrow
from contracts.escrow import ACTION_VALUE_NANO, STORAGE_RESERVE_NANO, State
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
    TON,
    comment,
    deployed,
    done,
    funded,
    nowhere,
    with_terms,
)
from tests.contracts.tvm import Chain, Outcome, Tvm

FORWARD_NANO = 400_000
LATE = TERMS.deadline


def change_of(outcome: Outcome, value_nano: int = ACTION_VALUE_NANO) -> int:
    """What a caller gets back: its value less the gas and the way back."""
    return value_nano - outcome.gas_fee_nano - FORWARD_NANO


def test_a_deposit_leaves_the_amount_and_the_reserve_and_returns_the_rest(tvm: Tvm) -> None:
    after, outcome = nowhere(tvm).send(ADVERTISER, PAYMENT_NANO, escrow.deposit_body(1), escrow.state_init(TERMS))
    assert after.state is State.FUNDED
    assert after.balance_nano == TERMS.amount_nano + STORAGE_RESERVE_NANO
    assert outcome.paid_to(ADVERTISER) == escrow.DEPOSIT_GAS_NANO - outcome.gas_fee_nano - FORWARD_NANO


def test_one_nano_less_bounces_and_the_same_address_may_still_be_paid(tvm: Tvm) -> None:
    init = escrow.state_init(TERMS)
    after, outcome = nowhere(tvm).send(ADVERTISER, PAYMENT_NANO - 1, escrow.deposit_body(1), init)
    assert outcome.exit_code == escrow.Refusal.TOO_LITTLE
    assert outcome.paid_to(ADVERTISER) == change_of(outcome, PAYMENT_NANO - 1)
    assert after.status == "active"
    assert after.state is State.INIT
    assert done(after.send(ADVERTISER, PAYMENT_NANO, escrow.deposit_body(2))).state is State.FUNDED


@pytest.mark.parametrize("value_nano", [1, 9_900_000_000, PAYMENT_NANO - 1])
def test_a_partial_payment_never_funds(tvm: Tvm, value_nano: int) -> None:
    after, _ = deployed(tvm).send(ADVERTISER, value_nano, escrow.deposit_body(1))
    assert after.state is State.INIT


def test_an_overpayment_returns_to_the_payer(tvm: Tvm) -> None:
    after, outcome = deployed(tvm).send(ADVERTISER, 25 * TON, escrow.deposit_body(1))
    assert after.balance_nano == TERMS.amount_nano + STORAGE_RESERVE_NANO
    assert outcome.paid_to(ADVERTISER) > 25 * TON - PAYMENT_NANO


def test_a_second_deposit_returns_to_the_payer(tvm: Tvm) -> None:
    start = funded(tvm)
    after, outcome = start.send(ADVERTISER, PAYMENT_NANO, escrow.deposit_body(2))
    assert after.balance_nano == start.balance_nano
    assert outcome.paid_to(ADVERTISER) == change_of(outcome, PAYMENT_NANO)


def test_a_deposit_at_the_deadline_returns_to_the_payer(tvm: Tvm) -> None:
    after, outcome = deployed(tvm).at(LATE).send(ADVERTISER, PAYMENT_NANO, escrow.deposit_body(1))
    assert outcome.exit_code == escrow.Refusal.TOO_LATE
    assert after.state is State.INIT
    assert outcome.paid_to(ADVERTISER) == change_of(outcome, PAYMENT_NANO)


@pytest.mark.parametrize("body", [None, comment(""), comment("ad in your channel")])
def test_a_transfer_without_a_deposit_message_funds_too(tvm: Tvm, body: Cell | None) -> None:
    after = done(nowhere(tvm).send(ADVERTISER, PAYMENT_NANO, body, escrow.state_init(TERMS)))
    assert after.state is State.FUNDED


def test_coins_that_lay_on_the_address_come_to_the_advertiser_with_his_change(tvm: Tvm) -> None:
    start = done(deployed(tvm).send(CONTROLLER, 3 * TON, bounce=False))
    after, outcome = start.send(ADVERTISER, PAYMENT_NANO, escrow.deposit_body(1))
    assert after.balance_nano == TERMS.amount_nano + STORAGE_RESERVE_NANO
    assert outcome.paid_to(ADVERTISER) > 3 * TON


def test_stray_coins_do_not_pay_a_part_of_a_deposit(tvm: Tvm) -> None:
    start = done(deployed(tvm).send(CONTROLLER, 3 * TON, bounce=False))
    _, outcome = start.send(ADVERTISER, PAYMENT_NANO - 1, escrow.deposit_body(1))
    assert outcome.exit_code == escrow.Refusal.TOO_LITTLE


@pytest.mark.parametrize("fee_bps", [0, 1, 500, 10_000])
@pytest.mark.parametrize("amount_nano", [1, 19, 999_999_999, 10 * TON, 1_000_000 * TON])
def test_a_release_pays_the_owner_exactly_the_amount_less_the_fee(tvm: Tvm, amount_nano: int, fee_bps: int) -> None:
    terms = with_terms(amount_nano=amount_nano, fee_bps=fee_bps)
    start = funded(tvm, terms)
    after, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(1))
    owner_nano, fee_nano = escrow.release_parts(amount_nano, fee_bps)
    payouts = 2 if fee_bps else 1
    assert outcome.paid_to(OWNER) == owner_nano
    assert outcome.paid_to(FEE_RECIPIENT) == fee_nano
    assert outcome.paid_to(CONTROLLER) == change_of(outcome)
    assert outcome.paid_to(ADVERTISER) == STORAGE_RESERVE_NANO - (payouts + 1) * FORWARD_NANO
    assert (after.state, after.balance_nano) == (State.RELEASED, 0)


def test_a_refund_gives_the_advertiser_everything_but_the_postage(tvm: Tvm) -> None:
    start = funded(tvm)
    after, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.refund_body(1))
    assert outcome.paid_to(ADVERTISER) == TERMS.amount_nano + STORAGE_RESERVE_NANO - FORWARD_NANO
    assert outcome.paid_to(CONTROLLER) == change_of(outcome)
    assert outcome.paid_to(OWNER) == outcome.paid_to(FEE_RECIPIENT) == 0
    assert (after.state, after.balance_nano) == (State.REFUNDED, 0)


@pytest.mark.parametrize("owner_bps", [0, 1, 3_333, 5_000, 9_999, 10_000])
@pytest.mark.parametrize("amount_nano", [1, 20_001, 10 * TON + 7])
def test_a_split_divides_the_amount_as_the_wrapper_computes_it(tvm: Tvm, amount_nano: int, owner_bps: int) -> None:
    start = funded(tvm, with_terms(amount_nano=amount_nano))
    after, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.split_body(1, owner_bps))
    owner_nano, fee_nano, advertiser_nano = escrow.split_parts(amount_nano, TERMS.fee_bps, owner_bps)
    payouts = (owner_nano > 0) + (fee_nano > 0)
    assert outcome.paid_to(OWNER) == owner_nano
    assert outcome.paid_to(FEE_RECIPIENT) == fee_nano
    assert outcome.paid_to(ADVERTISER) == advertiser_nano + STORAGE_RESERVE_NANO - (payouts + 1) * FORWARD_NANO
    assert outcome.paid_to(CONTROLLER) == change_of(outcome)
    assert (after.state, after.balance_nano) == (State.SPLIT, 0)


@pytest.mark.parametrize("caller", [STRANGER, OWNER, CONTROLLER])
def test_after_the_deadline_anybody_refunds_the_advertiser_and_gets_his_own_change(tvm: Tvm, caller: Address) -> None:
    start = funded(tvm).at(LATE)
    after, outcome = start.send(caller, ACTION_VALUE_NANO, escrow.auto_refund_body(1))
    assert outcome.paid_to(caller) == change_of(outcome)
    whole = TERMS.amount_nano + STORAGE_RESERVE_NANO - outcome.storage_fee_nano - FORWARD_NANO
    assert outcome.paid_to(ADVERTISER) == whole
    assert (after.state, after.balance_nano) == (State.REFUNDED, 0)


def test_the_advertiser_may_call_the_refund_himself_and_gets_all_in_one_message(tvm: Tvm) -> None:
    after, outcome = funded(tvm).at(LATE).send(ADVERTISER, ACTION_VALUE_NANO, escrow.auto_refund_body(1))
    assert len(outcome.sent) == 1
    assert outcome.paid_to(ADVERTISER) > TERMS.amount_nano + STORAGE_RESERVE_NANO
    assert after.state is State.REFUNDED


def test_an_extension_changes_nothing_but_the_deadline(tvm: Tvm) -> None:
    start = funded(tvm)
    later = TERMS.deadline + DAY
    after, outcome = start.send(ADVERTISER, ACTION_VALUE_NANO, escrow.extend_deadline_body(1, later))
    assert outcome.paid_to(ADVERTISER) == change_of(outcome)
    assert after.balance_nano == start.balance_nano
    assert after.data is not None
    assert escrow.parse_data(after.data).deadline == later
    assert escrow.matches(TERMS, after.code_hash, after.data)
    _, early = after.at(LATE).send(STRANGER, ACTION_VALUE_NANO, escrow.auto_refund_body(1))
    assert early.exit_code == escrow.Refusal.TOO_EARLY
    assert done(after.at(later).send(STRANGER, ACTION_VALUE_NANO, escrow.auto_refund_body(1))).state is State.REFUNDED


@pytest.mark.parametrize(
    "deadline", [0, NOW, TERMS.deadline - 1, TERMS.deadline, NOW + escrow.MAX_EXTENSION_SECONDS + 1, 2**32 - 1]
)
def test_a_deadline_never_moves_back_nor_beyond_the_cap(tvm: Tvm, deadline: int) -> None:
    _, outcome = funded(tvm).send(ADVERTISER, ACTION_VALUE_NANO, escrow.extend_deadline_body(1, deadline))
    assert outcome.exit_code == escrow.Refusal.BAD_DEADLINE


def test_the_last_moment_that_an_extension_may_reach_is_the_cap(tvm: Tvm) -> None:
    cap = NOW + escrow.MAX_EXTENSION_SECONDS
    done(funded(tvm).send(ADVERTISER, ACTION_VALUE_NANO, escrow.extend_deadline_body(1, cap)))


@pytest.mark.parametrize("verdict", [escrow.release_body(1), escrow.refund_body(1), escrow.split_body(1, 5_000)])
def test_money_leaves_once_whatever_comes_after(tvm: Tvm, verdict: Cell) -> None:
    settled = done(funded(tvm).send(CONTROLLER, ACTION_VALUE_NANO, verdict))
    rich = done_or_kept(settled.send(STRANGER, 50 * TON, bounce=False))
    for again in (escrow.release_body(2), escrow.refund_body(2), escrow.split_body(2, 5_000)):
        after, outcome = rich.send(CONTROLLER, ACTION_VALUE_NANO, again)
        assert outcome.exit_code == escrow.Refusal.WRONG_STATE
        assert after.balance_nano == rich.balance_nano


def test_a_settled_escrow_cannot_be_deployed_or_paid_again(tvm: Tvm) -> None:
    settled = done(funded(tvm).send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(1)))
    assert settled.status == "active", "the contract stays, else its address could start anew"
    after, outcome = settled.send(ADVERTISER, PAYMENT_NANO, escrow.deposit_body(2), escrow.state_init(TERMS))
    assert outcome.exit_code == escrow.Refusal.WRONG_STATE
    assert after.state is State.RELEASED
    assert outcome.paid_to(ADVERTISER) == change_of(outcome, PAYMENT_NANO)


def test_coins_that_arrive_after_the_end_can_be_swept_to_the_advertiser_by_anybody(tvm: Tvm) -> None:
    settled = done(funded(tvm).send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(1)))
    stray = done_or_kept(settled.send(STRANGER, 3 * TON, comment("hello"), bounce=False))
    assert stray.balance_nano > 2 * TON
    after, outcome = stray.send(OWNER, ACTION_VALUE_NANO, escrow.sweep_body(1))
    assert outcome.paid_to(OWNER) == change_of(outcome)
    assert outcome.paid_to(ADVERTISER) == stray.balance_nano - FORWARD_NANO
    assert (after.state, after.balance_nano) == (State.RELEASED, 0)


def test_nothing_that_leaves_the_escrow_on_purpose_can_bounce_back(tvm: Tvm) -> None:
    start = funded(tvm)
    for body in (escrow.release_body(1), escrow.refund_body(1), escrow.split_body(1, 5_000)):
        _, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, body)
        assert not any(sent.bounceable for sent in outcome.sent)


def done_or_kept(result: tuple[Chain, Outcome]) -> Chain:
    """The account after a message that may be refused but cannot bounce."""
    chain, outcome = result
    assert not outcome.sent
    return chain
