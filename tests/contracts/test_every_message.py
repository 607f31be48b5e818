"""Every message, from every sender, in every state, before and after the deadline: who is refused and why, what the
state becomes, and that a refused message returns whole but for its gas and its way back.
"""

from dataclasses import dataclass
from itertools import product

import pytest
from pytoniq_core.boc.cell import Cell

from contracts import escrow
from contracts.escrow import Refusal, State
from tests.contracts.parties import (
    ADVERTISER,
    CONTROLLER,
    DAY,
    FEE_RECIPIENT,
    NOW,
    OWNER,
    PAYMENT_NANO,
    SPLIT_BPS,
    STRANGER,
    TERMS,
    comment,
    in_state,
    raw_body,
)
from tests.contracts.tvm import Tvm

SENDERS = {
    "advertiser": ADVERTISER,
    "owner": OWNER,
    "controller": CONTROLLER,
    "fee recipient": FEE_RECIPIENT,
    "stranger": STRANGER,
}
FORWARD_NANO = 400_000


@dataclass(frozen=True)
class Message:
    """What is sent, and with how much."""

    body: Cell | None
    value_nano: int = escrow.ACTION_VALUE_NANO


MESSAGES = {
    "deposit": Message(escrow.deposit_body(1), PAYMENT_NANO),
    "plain transfer": Message(None, PAYMENT_NANO),
    "comment": Message(comment("for the ad"), PAYMENT_NANO),
    "release": Message(escrow.release_body(1)),
    "refund": Message(escrow.refund_body(1)),
    "split": Message(escrow.split_body(1, SPLIT_BPS)),
    "split of too much": Message(raw_body(escrow.OP_SPLIT << 80 | 10_001, 112)),
    "auto_refund": Message(escrow.auto_refund_body(1)),
    "extend_deadline": Message(escrow.extend_deadline_body(1, NOW + 60 * DAY)),
    "sweep": Message(escrow.sweep_body(1)),
    "unknown": Message(raw_body(0x12345678 << 64, 96)),
    "half an opcode": Message(raw_body(0x47D5, 16)),
    "bounced": Message(raw_body(0xFFFFFFFF_64479EBF, 64)),
}
CELL_UNDERFLOW = 9
TIMES = {"before the deadline": TERMS.deadline - 1, "at the deadline": TERMS.deadline}


def paying(state: State, sender: str, now: int) -> Refusal | State:
    """The fate of a deposit."""
    if sender != "advertiser":
        return Refusal.NOT_ADVERTISER
    if state is not State.INIT:
        return Refusal.WRONG_STATE
    return Refusal.TOO_LATE if now >= TERMS.deadline else State.FUNDED


def settling(state: State, sender: str, outcome: State) -> Refusal | State:
    """The fate of the controller's three verdicts."""
    if sender != "controller":
        return Refusal.NOT_CONTROLLER
    return outcome if state is State.FUNDED else Refusal.WRONG_STATE


def extending(state: State, sender: str) -> Refusal | State:
    """The fate of a later deadline."""
    if sender != "advertiser":
        return Refusal.NOT_ADVERTISER
    return State.FUNDED if state is State.FUNDED else Refusal.WRONG_STATE


def auto_refunding(state: State, now: int) -> Refusal | State:
    """The fate of anybody's refund."""
    if state is not State.FUNDED:
        return Refusal.WRONG_STATE
    return State.REFUNDED if now >= TERMS.deadline else Refusal.TOO_EARLY


def sweeping(state: State) -> Refusal | State:
    """The fate of a sweep: the settled are empty, the deployed holds what the controller sent with it."""
    if state is State.FUNDED:
        return Refusal.WRONG_STATE
    return State.INIT if state is State.INIT else Refusal.NOTHING_LEFT


def splitting_too_much(state: State, sender: str) -> Refusal | State:
    """The fate of more than the whole."""
    fate = settling(state, sender, State.SPLIT)
    return Refusal.BAD_SHARE if fate is State.SPLIT else fate


def expected(message: str, state: State, sender: str, now: int) -> Refusal | State | int:
    """The law: a refusal, or the state afterwards. An int is the TVM's own exit code."""
    if message in ("plain transfer", "comment") and sender == "controller" and state is State.INIT:
        return State.INIT
    fates = {
        "deposit": paying(state, sender, now),
        "plain transfer": paying(state, sender, now),
        "comment": paying(state, sender, now),
        "release": settling(state, sender, State.RELEASED),
        "refund": settling(state, sender, State.REFUNDED),
        "split": settling(state, sender, State.SPLIT),
        "split of too much": splitting_too_much(state, sender),
        "auto_refund": auto_refunding(state, now),
        "extend_deadline": extending(state, sender),
        "sweep": sweeping(state),
        "unknown": Refusal.UNKNOWN_MESSAGE,
        "half an opcode": CELL_UNDERFLOW,
        "bounced": Refusal.UNKNOWN_MESSAGE,
    }
    return fates[message]


@pytest.mark.parametrize("state", list(State))
def test_each_message_does_what_the_table_says_whoever_sends_it(tvm: Tvm, state: State) -> None:
    start = in_state(tvm, state)
    for message, sender, when in product(MESSAGES, SENDERS, TIMES):
        what, now = MESSAGES[message], TIMES[when]
        after, outcome = start.at(now).send(SENDERS[sender], what.value_nano, what.body)
        fate = expected(message, state, sender, now)
        story = f"{message} from the {sender} in {state.name} {when}"
        if isinstance(fate, State):
            assert outcome.done, story
            assert after.state is fate, story
        else:
            assert outcome.exit_code == fate, story
            assert after.state is state, story
            returned = what.value_nano - outcome.gas_fee_nano - FORWARD_NANO
            assert [(sent.to, sent.value_nano, sent.bounced) for sent in outcome.sent] == [
                (SENDERS[sender], returned, True)
            ], story


@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize("message", MESSAGES)
def test_an_address_without_a_contract_returns_everything(tvm: Tvm, message: str, sender: str) -> None:
    what = MESSAGES[message]
    after, outcome = in_state(tvm, None).send(SENDERS[sender], what.value_nano, what.body)
    assert outcome.exit_code is None
    assert after.state is None
    assert outcome.paid_to(SENDERS[sender]) == what.value_nano - FORWARD_NANO


@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize("message", MESSAGES)
def test_a_first_message_with_the_contract_in_it_obeys_the_same_table(tvm: Tvm, message: str, sender: str) -> None:
    what = MESSAGES[message]
    init = escrow.state_init(TERMS)
    after, outcome = in_state(tvm, None).send(SENDERS[sender], what.value_nano, what.body, init)
    fate = expected(message, State.INIT, sender, NOW)
    if message == "sweep":
        fate = Refusal.NOTHING_LEFT
    assert after.status == "active", "even a refused deployment leaves the contract behind: active is not funded"
    assert after.state is (fate if isinstance(fate, State) else State.INIT)
    assert outcome.done is isinstance(fate, State)


def test_only_what_a_party_may_send_can_move_money(tvm: Tvm) -> None:
    """The owner and the fee recipient have no message of their own."""
    start = in_state(tvm, State.FUNDED)
    for message, whom in product(MESSAGES, (OWNER, FEE_RECIPIENT)):
        if message == "auto_refund":
            continue
        after, _ = start.at(TERMS.deadline).send(whom, MESSAGES[message].value_nano, MESSAGES[message].body)
        assert after.balance_nano >= TERMS.amount_nano
