"""Storage eats the reserve, prices and values are too small: nobody's money is stuck, and no state lies."""

from typing import Final

import pytest

from contracts import escrow
from contracts.escrow import ACTION_VALUE_NANO, STORAGE_RESERVE_NANO, State
from tests.contracts.parties import (
    ADVERTISER,
    CONTROLLER,
    FEE_RECIPIENT,
    OWNER,
    STRANGER,
    TERMS,
    TON,
    YEAR,
    done,
    funded,
    nowhere,
    with_terms,
)
from tests.contracts.tvm import Tvm

NOT_ENOUGH_COINS: Final = 37
FORWARD_NANO: Final = 400_000
OWNER_NANO, FEE_NANO = escrow.release_parts(TERMS.amount_nano, TERMS.fee_bps)


def test_after_five_years_the_reserve_still_pays_for_everything(tvm: Tvm) -> None:
    start = funded(tvm).later(5 * YEAR)
    after, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(1))
    assert outcome.paid_to(OWNER) == OWNER_NANO
    assert outcome.paid_to(FEE_RECIPIENT) == FEE_NANO
    assert outcome.paid_to(CONTROLLER) == ACTION_VALUE_NANO - outcome.gas_fee_nano - FORWARD_NANO
    left = STORAGE_RESERVE_NANO - outcome.storage_fee_nano - 3 * FORWARD_NANO
    assert outcome.paid_to(ADVERTISER) == left > 0
    assert (after.state, after.balance_nano) == (State.RELEASED, 0)


def test_when_storage_has_eaten_the_reserve_a_small_release_fails_whole_and_a_bigger_one_heals(tvm: Tvm) -> None:
    start = funded(tvm).later(30 * YEAR)
    failed, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(1))
    assert (outcome.exit_code, outcome.action_code) == (0, NOT_ENOUGH_COINS), "exit code 0 is not success"
    assert failed.state is State.FUNDED
    assert [sent.to for sent in outcome.sent] == [CONTROLLER], "the value came back"
    after, healed = failed.send(CONTROLLER, TON, escrow.release_body(2))
    assert healed.paid_to(OWNER) == OWNER_NANO
    assert healed.paid_to(FEE_RECIPIENT) == FEE_NANO
    assert healed.paid_to(CONTROLLER) > TON // 2, "the caller pays only what is missing"
    assert (after.state, after.balance_nano) == (State.RELEASED, 0)


@pytest.mark.parametrize("years", [1, 5, 6, 7, 8, 20])
def test_the_owner_gets_exactly_his_part_however_long_it_took(tvm: Tvm, years: int) -> None:
    _, outcome = funded(tvm).later(years * YEAR).send(CONTROLLER, TON, escrow.release_body(1))
    assert outcome.done
    assert (outcome.paid_to(OWNER), outcome.paid_to(FEE_RECIPIENT)) == (OWNER_NANO, FEE_NANO)


@pytest.mark.parametrize("owner_bps", [1, 5_000, 9_000])
def test_in_a_split_the_overrun_of_storage_is_the_advertisers_and_nobody_elses(tvm: Tvm, owner_bps: int) -> None:
    start = funded(tvm).later(30 * YEAR)
    _, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.split_body(1, owner_bps))
    owner_nano, fee_nano, his_nano = escrow.split_parts(TERMS.amount_nano, TERMS.fee_bps, owner_bps)
    overrun = outcome.storage_fee_nano - STORAGE_RESERVE_NANO
    assert overrun > 0
    assert (outcome.paid_to(OWNER), outcome.paid_to(FEE_RECIPIENT)) == (owner_nano, fee_nano)
    assert outcome.paid_to(ADVERTISER) == his_nano - overrun - 3 * FORWARD_NANO
    assert outcome.paid_to(CONTROLLER) == ACTION_VALUE_NANO - outcome.gas_fee_nano - FORWARD_NANO


def test_a_split_that_is_all_the_owners_is_paid_like_a_release(tvm: Tvm) -> None:
    start = funded(tvm).later(30 * YEAR)
    failed, _ = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.split_body(1, escrow.WHOLE_BPS))
    assert failed.state is State.FUNDED
    after, outcome = failed.send(CONTROLLER, TON, escrow.split_body(2, escrow.WHOLE_BPS))
    assert (outcome.paid_to(OWNER), outcome.paid_to(FEE_RECIPIENT)) == (OWNER_NANO, FEE_NANO)
    assert (after.state, after.balance_nano) == (State.SPLIT, 0)


def test_the_advertiser_pays_the_storage_of_a_refund(tvm: Tvm) -> None:
    _, outcome = funded(tvm).later(30 * YEAR).send(CONTROLLER, ACTION_VALUE_NANO, escrow.refund_body(1))
    whole = TERMS.amount_nano + STORAGE_RESERVE_NANO
    assert outcome.paid_to(ADVERTISER) == whole - outcome.storage_fee_nano - FORWARD_NANO


def test_a_crumb_that_storage_ate_can_still_be_closed(tvm: Tvm) -> None:
    start = funded(tvm, with_terms(amount_nano=1)).later(8 * YEAR)
    _, refused = start.send(STRANGER, TON, escrow.auto_refund_body(1))
    assert refused.exit_code == escrow.Refusal.NOTHING_LEFT
    after, outcome = start.send(CONTROLLER, TON, escrow.refund_body(1))
    assert after.state is State.REFUNDED
    assert outcome.paid_to(CONTROLLER) > 9 * TON // 10


@pytest.mark.parametrize("value_nano", [1, 100_000, 1_000_000, 2_000_000])
@pytest.mark.parametrize("verdict", ["release", "refund", "split", "auto_refund"])
def test_a_message_that_cannot_pay_its_own_gas_settles_nothing(tvm: Tvm, verdict: str, value_nano: int) -> None:
    bodies = {
        "release": escrow.release_body(1),
        "refund": escrow.refund_body(1),
        "split": escrow.split_body(1, 5_000),
        "auto_refund": escrow.auto_refund_body(1),
    }
    caller = STRANGER if verdict == "auto_refund" else CONTROLLER
    start = funded(tvm).at(TERMS.deadline)
    after, outcome = start.send(caller, value_nano, bodies[verdict])
    if outcome.done:
        assert outcome.paid_to(caller) == value_nano - outcome.gas_fee_nano - FORWARD_NANO
        return
    assert after.state is State.FUNDED
    assert after.balance_nano >= start.balance_nano - outcome.storage_fee_nano
    assert done(after.send(caller, ACTION_VALUE_NANO, bodies[verdict])).balance_nano == 0


def test_at_lower_prices_the_same_contract_works_and_returns_more(tvm: Tvm) -> None:
    dear = funded(tvm).send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(1))[1]
    cheap = funded(tvm, prices="sixth").send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(1))[1]
    assert cheap.paid_to(OWNER) == dear.paid_to(OWNER)
    assert cheap.paid_to(CONTROLLER) > dear.paid_to(CONTROLLER)
    assert cheap.paid_to(ADVERTISER) > dear.paid_to(ADVERTISER)


def test_coins_of_a_stranger_that_cannot_bounce_end_at_the_advertiser(tvm: Tvm) -> None:
    init = escrow.state_init(TERMS)
    lost, refused = nowhere(tvm).send(STRANGER, 2 * TON, None, init, bounce=False)
    assert refused.exit_code == escrow.Refusal.NOT_ADVERTISER
    assert lost.state is State.INIT
    _, swept = lost.send(STRANGER, ACTION_VALUE_NANO, escrow.sweep_body(1))
    assert swept.paid_to(ADVERTISER) == lost.balance_nano - FORWARD_NANO


def test_an_own_payment_that_came_too_late_and_cannot_bounce_can_be_swept_back(tvm: Tvm) -> None:
    late = nowhere(tvm).at(TERMS.deadline)
    kept, _ = late.send(ADVERTISER, 10 * TON, None, escrow.state_init(TERMS), bounce=False)
    _, swept = kept.send(ADVERTISER, ACTION_VALUE_NANO, escrow.sweep_body(1))
    assert swept.paid_to(ADVERTISER) > 10 * TON - 5_000_000
