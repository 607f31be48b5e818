"""Chain x deal x verdict x current: every cell is decided, and no decision loses money."""

from itertools import product

from models import FINAL_STATUSES, FUNDED_STATUSES, DealStatus, EscrowState, Verdict
from services.deals.chain_table import CHAIN_TABLE, DEAD, DONE, Reaction, reaction_to
from services.deals.lifecycle import LIFECYCLE, Action

VERDICTS = (None, *Verdict)
SETTLED = {EscrowState.RELEASED, EscrowState.REFUNDED, EscrowState.SPLIT}
CONFIRMS = {Reaction.CONFIRM_RELEASE, Reaction.CONFIRM_REFUND, Reaction.CONFIRM_SPLIT, Reaction.FOLLOW_AND_ALERT}
LIVE = set(DealStatus) - FINAL_STATUSES
UNREACHABLE_HELD = "held money with a verdict that no step can have written"


def test_every_cell_is_decided() -> None:
    cells = set(product(EscrowState, DealStatus, VERDICTS, (True, False)))
    assert set(CHAIN_TABLE) == cells
    assert len(cells) == 7 * 17 * 4 * 2


def test_held_money_always_waits_for_somebody_or_is_on_its_way() -> None:
    for (state, status, verdict, current), reaction in CHAIN_TABLE.items():
        if state is not EscrowState.FUNDED:
            continue
        if verdict is None and not current:
            assert reaction in {Reaction.RETURN_STRAY, Reaction.RETURN_DEPOSIT}
        elif verdict is None and status in DEAD:
            assert reaction is Reaction.RETURN_DEPOSIT
        elif verdict is None and status in FUNDED_STATUSES:
            assert reaction in {Reaction.WAIT, Reaction.FOLLOW_UP}, "the deal's own clock ends this"
        elif (current and status in LIVE and verdict) or (verdict is Verdict.REFUND and status not in DONE):
            assert reaction is Reaction.SETTLE
        else:
            assert reaction not in {Reaction.IGNORE, Reaction.WAIT}, UNREACHABLE_HELD


def test_money_that_is_waited_for_is_confirmed_in_one_place_only() -> None:
    confirming = {cell for cell, reaction in CHAIN_TABLE.items() if reaction is Reaction.CONFIRM_DEPOSIT}
    assert confirming == {(EscrowState.FUNDED, DealStatus.AWAITING_ESCROW_PAYMENT, None, True)}


def test_a_live_deal_follows_whatever_the_chain_did_to_its_escrow() -> None:
    for state, status, verdict in product(SETTLED, LIVE, VERDICTS):
        assert reaction_to(state, status, verdict, True) in CONFIRMS


def test_a_settlement_against_our_verdict_is_never_quiet() -> None:
    agreeing = {Verdict.RELEASE: EscrowState.RELEASED, Verdict.REFUND: EscrowState.REFUNDED}
    agreeing[Verdict.SPLIT] = EscrowState.SPLIT
    for state, status, verdict in product(SETTLED, LIVE, VERDICTS):
        quiet = reaction_to(state, status, verdict, True) is not Reaction.FOLLOW_AND_ALERT
        assert quiet == (verdict is not None and agreeing[verdict] is state)


def test_only_the_chain_ends_a_deal_with_money_in_it() -> None:
    for (state, _, _, _), reaction in CHAIN_TABLE.items():
        if reaction in CONFIRMS:
            assert state in SETTLED


def test_an_alien_is_believed_in_nothing() -> None:
    alien = {reaction for (state, *_), reaction in CHAIN_TABLE.items() if state is EscrowState.ALIEN}
    assert alien == {Reaction.ALIEN_ALERT}


def test_each_reaction_that_is_a_step_of_the_deal_has_its_row_in_the_lifecycle() -> None:
    for (_, status, _, _), reaction in CHAIN_TABLE.items():
        if reaction.value not in set(Action):
            continue
        assert any(step.action == reaction.value and status in step.sources for step in LIFECYCLE), (status, reaction)
