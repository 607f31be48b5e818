"""The Python wrapper: terms to cells and back, and the check that an account is really our escrow."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell

from contracts import escrow
from contracts.escrow import EscrowTerms, State
from tests.contracts.parties import DAY, STRANGER, TERMS, with_terms

addresses = st.binary(min_size=32, max_size=32).map(lambda part: Address((0, part)))
any_terms = st.builds(
    EscrowTerms,
    deal_id=st.integers(0, 2**64 - 1),
    advertiser=addresses,
    owner=addresses,
    amount_nano=st.integers(1, 2**120 - 1),
    deadline=st.integers(0, 2**32 - 1),
    controller=st.just(STRANGER),
    fee_recipient=addresses,
    fee_bps=st.integers(0, 10_000),
)
OTHER = {
    "deal_id": 78,
    "advertiser": Address((0, b"a" * 32)),
    "owner": Address((0, b"o" * 32)),
    "amount_nano": TERMS.amount_nano + 1,
    "deadline": TERMS.deadline + 1,
    "controller": Address((0, b"c" * 32)),
    "fee_recipient": Address((0, b"f" * 32)),
    "fee_bps": 501,
}


@given(terms=any_terms, state=st.sampled_from(State))
def test_what_was_written_is_what_is_read(terms: EscrowTerms, state: State) -> None:
    data = escrow.parse_data(escrow.data_cell(terms, state))
    assert (data.state, data.deadline, data.terms) == (state, terms.deadline, terms)


@pytest.mark.parametrize("field", [field.name for field in fields(EscrowTerms)])
def test_every_term_is_hashed_into_the_address(field: str) -> None:
    assert escrow.address(with_terms(**{field: OTHER[field]})) != escrow.address(TERMS)


@pytest.mark.parametrize("field", [field.name for field in fields(EscrowTerms)])
def test_an_account_with_another_term_is_not_our_escrow(field: str) -> None:
    other = with_terms(**{field: OTHER[field]})
    expected = field == "deadline"
    assert escrow.matches(TERMS, escrow.code_hash(), escrow.data_cell(other)) is expected, "a deadline may be extended"
    assert not escrow.matches(other, escrow.code_hash(), escrow.data_cell(TERMS))


@pytest.mark.parametrize("state", list(State))
def test_an_escrow_is_ours_in_every_state(state: State) -> None:
    assert escrow.matches(TERMS, escrow.code_hash(), escrow.data_cell(TERMS, state, TERMS.deadline + DAY))
    assert not escrow.matches(TERMS, bytes(32), escrow.data_cell(TERMS, state))


def test_an_escrow_whose_payout_was_tampered_with_is_not_ours() -> None:
    true = escrow.data_cell(TERMS)
    thief = escrow.data_cell(with_terms(fee_bps=0)).refs[2]
    forged = Builder().store_bits(true.bits)
    for index, ref in enumerate(true.refs):
        forged.store_ref(thief if index == 2 else ref)
    assert escrow.parse_data(forged.end_cell()).terms == TERMS
    assert not escrow.matches(TERMS, escrow.code_hash(), forged.end_cell())


@pytest.mark.parametrize(
    "data",
    [
        Builder().end_cell(),
        Builder().store_uint(9, 8).store_uint(0, 32).end_cell(),
        Builder().store_uint(1, 8).store_uint(0, 32).store_coins(5).store_uint(0, 80).end_cell(),
    ],
)
def test_data_of_another_contract_is_refused_and_never_ours(data: Cell) -> None:
    with pytest.raises(ValueError):
        escrow.parse_data(data)
    assert not escrow.matches(TERMS, escrow.code_hash(), data)


@pytest.mark.parametrize(
    "changes",
    [
        {"amount_nano": 0},
        {"amount_nano": 2**120},
        {"fee_bps": 10_001},
        {"deal_id": -1},
        {"deadline": 2**32},
        {"controller": TERMS.advertiser},
        {"owner": Address((-1, bytes(32)))},
    ],
)
def test_impossible_terms_cannot_be_written(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        with_terms(**changes)


@given(amount=st.integers(1, 2**80), fee_bps=st.integers(0, 10_000), owner_bps=st.integers(0, 10_000))
def test_parts_always_add_up_to_the_amount(amount: int, fee_bps: int, owner_bps: int) -> None:
    assert sum(escrow.release_parts(amount, fee_bps)) == amount
    assert sum(escrow.split_parts(amount, fee_bps, owner_bps)) == amount
    assert escrow.split_parts(amount, fee_bps, 10_000) == (*escrow.release_parts(amount, fee_bps), 0)
    assert min(escrow.split_parts(amount, fee_bps, owner_bps)) >= 0


def test_a_share_of_more_than_the_whole_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError):
        escrow.split_body(1, 10_001)
