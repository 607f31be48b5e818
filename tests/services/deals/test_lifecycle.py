"""Every status x action x party is decided: the step happens whole, or it is refused and nothing moves."""

import itertools

import pytest

from models import FINAL_STATUSES, FUNDED_STATUSES, Creative, Deal, DealEvent, DealStatus, Escrow, Party, Verdict
from services.actor import Actor
from services.deals.lifecycle import LIFECYCLE, Action, Role, mermaid
from services.deals.roles import MAX_CHANGE_ROUNDS, actions_for, parties_of
from services.deals.transition import Move, advance
from services.errors import GoneAhead, Refusal, Settling
from tests.makers import ADVERTISER, StillClock, a_deal, an_escrow

PARTIES = list(Party)
ACTOR = Actor(ADVERTISER)


def allowed(deal: Deal, action: Action, party: Party) -> bool:
    """The table read in the plainest way, beside the code that the product uses."""
    return any(
        party in parties_of(role, deal, False)
        for step in LIFECYCLE
        if step.action is action and deal.status in step.sources
        for role in step.by
    )


@pytest.mark.parametrize("status", list(DealStatus))
async def test_every_action_of_every_party_is_decided_by_the_table(
    status: DealStatus, db: None, clock: StillClock
) -> None:
    deal = await a_deal(status, proposed_by=Party.OWNER, cancel_proposed_by=Party.OWNER)
    if status in FUNDED_STATUSES:
        await an_escrow(deal)
    before = await Deal.get(id=deal.id).values()
    for action, party in itertools.product(Action, PARTIES):
        fresh = await Deal.get(id=deal.id)
        may = allowed(fresh, action, party)
        try:
            await advance(fresh, Move(action, party, ACTOR), clock)
            moved = True
        except Refusal:
            moved = False
        assert moved == may, (status, action, party)
        assert await DealEvent.filter(deal_id=deal.id).count() == int(moved)
        now = await Deal.get(id=deal.id).values()
        assert moved or now == before
        await DealEvent.filter(deal_id=deal.id).delete()
        await Escrow.filter(deal_id=deal.id).update(verdict=None)
        await Deal.filter(id=deal.id).update(**{k: v for k, v in before.items() if k != "id"})


def test_only_the_platform_confirms_what_the_chain_says() -> None:
    confirms = [step for step in LIFECYCLE if step.action.value.startswith("confirm_")]
    assert confirms
    assert all(step.by == {Role.PLATFORM} for step in confirms)


def test_no_step_leads_to_released_or_refunded_but_the_chains_confirmations() -> None:
    for step in LIFECYCLE:
        if step.target in (DealStatus.RELEASED, DealStatus.REFUNDED):
            assert step.action in (Action.CONFIRM_RELEASE, Action.CONFIRM_REFUND, Action.CONFIRM_SPLIT)


def test_every_status_can_be_left_unless_it_is_final() -> None:
    for status in DealStatus:
        leaving = [s for s in LIFECYCLE if status in s.sources and s.target not in (None, status)]
        assert bool(leaving) != (status in FINAL_STATUSES), status


def test_nobody_can_ever_give_himself_the_money() -> None:
    for step in LIFECYCLE:
        if step.verdict is Verdict.RELEASE:
            assert Role.OWNER not in step.by
        if step.verdict is Verdict.REFUND and Role.ADVERTISER in step.by:
            pytest.fail(f"{step.action} lets the advertiser take the money back alone")


async def test_a_settling_deal_refuses_everything_but_the_chain(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.RETENTION_CHECK)
    await an_escrow(deal)
    await advance(deal, Move(Action.DECIDE_RELEASE, Party.PLATFORM, Actor(0)), clock)
    for party in PARTIES:
        open_now = actions_for(deal, party)
        assert all(a.value.startswith("confirm_") for a in open_now), (party, open_now)
    with pytest.raises(Settling):
        await advance(deal, Move(Action.DISPUTE, Party.ADVERTISER, ACTOR), clock)
    await advance(deal, Move(Action.CONFIRM_RELEASE, Party.PLATFORM, Actor(0)), clock)
    assert (await Deal.get(id=deal.id)).status is DealStatus.RELEASED


async def test_the_one_who_was_slower_changes_nothing(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.NEGOTIATION)
    mine, theirs = await Deal.get(id=deal.id), await Deal.get(id=deal.id)
    await advance(theirs, Move(Action.CANCEL, Party.ADVERTISER, ACTOR), clock)
    with pytest.raises(GoneAhead):
        await advance(mine, Move(Action.ACCEPT, Party.OWNER, ACTOR), clock)
    assert [event.action for event in await DealEvent.all()] == ["cancel"]


async def test_a_verdict_is_written_once_and_with_the_event(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.DISPUTED)
    escrow = await an_escrow(deal)
    mine, theirs = await Deal.get(id=deal.id), await Deal.get(id=deal.id)
    await advance(theirs, Move(Action.DECIDE_SPLIT, Party.ADMIN, ACTOR, split_bps=2500), clock)
    with pytest.raises(GoneAhead):
        await advance(mine, Move(Action.DECIDE_REFUND, Party.ADMIN, ACTOR), clock)
    escrow = await Escrow.get(id=escrow.id)
    assert (escrow.verdict, escrow.split_bps) == (Verdict.SPLIT, 2500)
    assert await DealEvent.all().count() == 1


async def test_a_verdict_without_an_escrow_to_carry_it_is_refused_whole(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.SCHEDULED)
    with pytest.raises(GoneAhead):
        await advance(deal, Move(Action.WITHDRAW, Party.OWNER, ACTOR), clock)
    assert (await Deal.get(id=deal.id)).verdict is None
    assert await DealEvent.all().count() == 0


async def test_the_advertiser_may_leave_before_a_creative_exists_and_not_after(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.CREATIVE_PENDING_OWNER)
    await an_escrow(deal)
    assert Action.WITHDRAW in actions_for(deal, Party.ADVERTISER, has_creative=False)
    assert Action.WITHDRAW not in actions_for(deal, Party.ADVERTISER, has_creative=True)
    await Creative.create(deal_id=deal.id, version=1, author=Party.OWNER, user_id=1, created_at=clock.utcnow())
    with pytest.raises(GoneAhead):
        await advance(deal, Move(Action.WITHDRAW, Party.ADVERTISER, ACTOR), clock)


async def test_after_three_rounds_of_changes_either_side_may_leave(db: None) -> None:
    deal = await a_deal(DealStatus.CREATIVE_SUBMITTED, change_rounds=MAX_CHANGE_ROUNDS)
    assert Action.WITHDRAW in actions_for(deal, Party.ADVERTISER, has_creative=True)


async def test_nobody_agrees_to_his_own_offer(db: None) -> None:
    deal = await a_deal(DealStatus.NEGOTIATION, offered_by=Party.OWNER)
    assert Action.ACCEPT not in actions_for(deal, Party.OWNER)
    assert Action.ACCEPT in actions_for(deal, Party.ADVERTISER)
    deal = await a_deal(DealStatus.CREATIVE_APPROVED, proposed_by=Party.OWNER)
    assert Action.AGREE_TIME not in actions_for(deal, Party.OWNER)
    assert Action.AGREE_TIME in actions_for(deal, Party.ADVERTISER)


def test_the_diagram_names_every_status() -> None:
    drawn = mermaid()
    assert all(status.value in drawn for status in DealStatus)
