"""The last nano on each side of every decision about money, the words of every message that leaves, and a network that
has become so dear that a deposit's attachment no longer pays for it.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell
from pytoniq_core.boc.slice import Slice

from contracts import escrow
from contracts.escrow import ACTION_VALUE_NANO, EscrowTerms, Refusal, State
from tests.contracts.parties import (
    ADVERTISER,
    CONTROLLER,
    FEE_RECIPIENT,
    OWNER,
    PAYMENT_NANO,
    STRANGER,
    TERMS,
    TON,
    YEAR,
    deployed,
    done,
    funded,
    raw_body,
    with_terms,
)
from tests.contracts.tvm import Chain, Outcome, Prices, Tvm, internal_message

FORWARD_NANO = 400_000
NOT_ENOUGH_COINS = 37
CRUMB = with_terms(amount_nano=1)


def with_left(tvm: Tvm, left_nano: int, terms: EscrowTerms = TERMS, owed_nano: int = 0) -> Chain:
    """FUNDED, holding what is owed and exactly so much more: storage ate the rest, a stranger filled it up."""
    eaten = funded(tvm, terms).later(30 * YEAR)
    probe = eaten.send(STRANGER, TON, bounce=False)[0]
    value_nano = TON + owed_nano + left_nano - probe.balance_nano
    filled = eaten.send(STRANGER, value_nano, bounce=False)[0]
    assert (filled.state, filled.balance_nano) == (State.FUNDED, owed_nano + left_nano)
    return filled


def change_of(outcome: Outcome) -> int:
    return ACTION_VALUE_NANO - outcome.gas_fee_nano - FORWARD_NANO


SETTLEMENTS: dict[str, tuple[EscrowTerms, Cell, int, int]] = {
    "release": (TERMS, escrow.release_body(1), TERMS.amount_nano, 2),
    "split": (TERMS, escrow.split_body(1, 10_000), TERMS.amount_nano, 2),
    "refund": (CRUMB, escrow.refund_body(1), 0, 0),
}


@pytest.mark.parametrize("settlement", SETTLEMENTS)
def test_the_first_nano_that_is_left_over_is_the_advertisers(tvm: Tvm, settlement: str) -> None:
    terms, body, owed_nano, payouts = SETTLEMENTS[settlement]
    start = with_left(tvm, (payouts + 1) * FORWARD_NANO + 1, terms, owed_nano)
    after, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, body)
    assert outcome.paid_to(ADVERTISER) == 1
    assert outcome.paid_to(CONTROLLER) == change_of(outcome)
    assert (after.balance_nano, len(outcome.sent)) == (0, payouts + 2)


@pytest.mark.parametrize("settlement", SETTLEMENTS)
def test_what_does_not_pay_its_own_way_to_the_advertiser_goes_with_the_callers_change(
    tvm: Tvm, settlement: str
) -> None:
    terms, body, owed_nano, payouts = SETTLEMENTS[settlement]
    start = with_left(tvm, (payouts + 1) * FORWARD_NANO, terms, owed_nano)
    after, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, body)
    assert outcome.paid_to(ADVERTISER) == 0
    assert outcome.paid_to(CONTROLLER) == change_of(outcome) + FORWARD_NANO
    assert (after.balance_nano, len(outcome.sent)) == (0, payouts + 1)


def refundable(tvm: Tvm, left_nano: int) -> Chain:
    return with_left(tvm, left_nano, CRUMB)


def sweepable(tvm: Tvm, left_nano: int) -> Chain:
    empty = done(refundable(tvm, FORWARD_NANO + 1).send(CONTROLLER, TON, escrow.refund_body(1)))
    probe = empty.send(STRANGER, TON, bounce=False)[0]
    return empty.send(STRANGER, TON + left_nano - probe.balance_nano, bounce=False)[0]


@pytest.mark.parametrize(
    ("holding", "body"), [(refundable, escrow.auto_refund_body(1)), (sweepable, escrow.sweep_body(1))]
)
def test_a_stranger_may_bring_home_a_single_nano_but_not_less(
    tvm: Tvm, holding: Callable[[Tvm, int], Chain], body: Cell
) -> None:
    _, refused = holding(tvm, FORWARD_NANO).send(STRANGER, ACTION_VALUE_NANO, body)
    assert refused.exit_code == Refusal.NOTHING_LEFT
    after, outcome = holding(tvm, FORWARD_NANO + 1).send(STRANGER, ACTION_VALUE_NANO, body)
    assert outcome.paid_to(ADVERTISER) == 1
    assert outcome.paid_to(STRANGER) == change_of(outcome)
    assert after.balance_nano == 0


@pytest.mark.parametrize(("amount_nano", "fee_bps", "sent"), [(20, 500, 4), (19, 500, 3), (20, 10_000, 3), (20, 0, 3)])
def test_a_part_of_nothing_is_not_sent_and_a_part_of_one_nano_is(
    tvm: Tvm, amount_nano: int, fee_bps: int, sent: int
) -> None:
    start = funded(tvm, with_terms(amount_nano=amount_nano, fee_bps=fee_bps))
    _, outcome = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.split_body(1, 10_000))
    owner_nano, fee_nano, _ = escrow.split_parts(amount_nano, fee_bps, 10_000)
    assert (outcome.paid_to(OWNER), outcome.paid_to(FEE_RECIPIENT)) == (owner_nano, fee_nano)
    assert len(outcome.sent) == sent


@pytest.mark.parametrize("fee_bps", [0, 1])
def test_a_release_sends_a_commission_if_and_only_if_there_is_a_fee(tvm: Tvm, fee_bps: int) -> None:
    _, outcome = funded(tvm, with_terms(fee_bps=fee_bps)).send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(1))
    assert [one.to for one in outcome.sent].count(FEE_RECIPIENT) == fee_bps


@pytest.mark.parametrize("opcode", [1, 2, 1 << 31])
def test_only_the_opcode_zero_is_a_comment(tvm: Tvm, opcode: int) -> None:
    _, outcome = deployed(tvm).send(ADVERTISER, PAYMENT_NANO, raw_body(opcode, 32))
    assert outcome.exit_code == Refusal.UNKNOWN_MESSAGE


def test_a_comment_of_no_letters_is_a_deposit(tvm: Tvm) -> None:
    assert done(deployed(tvm).send(ADVERTISER, PAYMENT_NANO, raw_body(0, 32))).state is State.FUNDED


def words(outcome: Outcome, whom: Address) -> list[tuple[int, int]]:
    """Opcode and query id of what was sent to somebody."""
    read: list[tuple[int, int]] = []
    for sent in outcome.sent:
        body = Slice.from_cell(sent.body)
        if sent.to == whom:
            read.append((body.load_uint(32), body.load_uint(64)))
    return read


def test_every_message_that_leaves_says_what_it_is(tvm: Tvm) -> None:
    start = funded(tvm)
    _, released = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.release_body(9))
    _, divided = start.send(CONTROLLER, ACTION_VALUE_NANO, escrow.split_body(9, 5_000))
    for outcome in (released, divided):
        assert words(outcome, OWNER) == [(escrow.OP_PAYOUT, TERMS.deal_id)]
        assert words(outcome, FEE_RECIPIENT) == [(escrow.OP_COMMISSION, TERMS.deal_id)]
        assert words(outcome, ADVERTISER) == words(outcome, CONTROLLER) == [(escrow.OP_EXCESSES, TERMS.deal_id)]


def test_a_stranger_gets_his_change_under_his_own_query_id_and_none_can_bounce(tvm: Tvm) -> None:
    _, refunded = funded(tvm).at(TERMS.deadline).send(STRANGER, ACTION_VALUE_NANO, escrow.auto_refund_body(5))
    _, swept = deployed(tvm).send(STRANGER, ACTION_VALUE_NANO, escrow.sweep_body(6))
    assert words(refunded, STRANGER) == [(escrow.OP_EXCESSES, 5)]
    assert words(swept, STRANGER) == [(escrow.OP_EXCESSES, 6)]
    assert not any(sent.bounceable for sent in [*refunded.sent, *swept.sent])


@pytest.mark.parametrize("prices", ["dear gas", "dear postage"])
def test_where_the_network_became_too_dear_for_the_attachment_a_deposit_bounces_whole(tvm: Tvm, prices: Prices) -> None:
    start = replace(deployed(tvm), prices=prices)
    after, outcome = start.send(ADVERTISER, PAYMENT_NANO, escrow.deposit_body(1))
    assert (outcome.exit_code, outcome.action_code) == (0, NOT_ENOUGH_COINS)
    assert after.state is State.INIT
    assert outcome.paid_to(ADVERTISER) > TERMS.amount_nano
    assert after.balance_nano <= start.balance_nano
    assert done(after.send(ADVERTISER, PAYMENT_NANO + TON, escrow.deposit_body(2))).state is State.FUNDED


def test_where_the_network_became_too_dear_for_the_reserve_the_callers_message_pays_or_returns(tvm: Tvm) -> None:
    start = replace(funded(tvm), prices="dear postage")
    failed, outcome = start.send(CONTROLLER, 6 * TON // 100, escrow.release_body(1))
    assert outcome.action_code == NOT_ENOUGH_COINS
    assert failed.state is State.FUNDED
    assert outcome.paid_to(CONTROLLER) > 0
    after, healed = failed.send(CONTROLLER, TON, escrow.release_body(2))
    assert (healed.paid_to(OWNER), healed.paid_to(FEE_RECIPIENT)) == escrow.release_parts(10 * TON, 500)
    assert (after.state, after.balance_nano) == (State.RELEASED, 0)


def test_a_message_with_the_bounced_flag_changes_nothing(tvm: Tvm) -> None:
    """As the network writes it: all bits set before what was sent."""
    start = funded(tvm)
    body = raw_body(0xFFFFFFFF_64479EBF, 64)
    after, outcome = start.accept(internal_message(CONTROLLER, start.address, TON, body, None, False, start, True))
    assert outcome.exit_code == Refusal.UNKNOWN_MESSAGE
    assert (after.state, outcome.sent) == (State.FUNDED, [])


def test_an_external_message_is_never_accepted(tvm: Tvm) -> None:
    external = Builder().store_uint(0b10, 2).store_uint(0, 2).store_address(escrow.address(TERMS)).store_coins(0)
    message = external.store_bool(False).store_bool(True).store_ref(escrow.release_body(1)).end_cell()
    with pytest.raises(RuntimeError, match="not accepted"):
        funded(tvm).accept(message)
