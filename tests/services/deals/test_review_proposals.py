"""A proposal to cancel is about the deal as it stood: it lapses when the deal moves, and made twice it is one."""

import pytest

from models import Deal, DealEvent, DealStatus, Party
from services.actor import PLATFORM, Actor
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from services.deals.usecases import Deals
from services.errors import GoneAhead
from services.settings import MarketSettings
from tests.makers import ADVERTISER, OWNER, Everybody, StillClock, a_deal, an_escrow

OWNER_SIDE, BUYER = Actor(OWNER), Actor(ADVERTISER)


async def chain_says_nothing(_: Deal) -> None:
    """The chain was asked and has no deposit."""


def deals(clock: StillClock) -> Deals:
    return Deals(clock, MarketSettings(), DealAccess(clock, Everybody()), chain_says_nothing)


MOVES = [
    (DealStatus.ESCROW_FUNDED, Action.ASK_CREATIVE, Party.PLATFORM),
    (DealStatus.SCHEDULED, Action.MARK_POSTED, Party.PLATFORM),
    (DealStatus.RETENTION_CHECK, Action.START_CURE, Party.PLATFORM),
    (DealStatus.RETENTION_CHECK, Action.POST_AGAIN, Party.OWNER),
]


@pytest.mark.parametrize(("status", "action", "party"), MOVES, ids=[action for _, action, _ in MOVES])
async def test_what_was_proposed_before_the_deal_moved_can_be_agreed_to_no_more(
    db: None, clock: StillClock, status: DealStatus, action: Action, party: Party
) -> None:
    deal = await a_deal(status)
    await an_escrow(deal)
    await deals(clock).propose_cancel(OWNER_SIDE, deal.id)
    fresh = await Deal.get(id=deal.id)
    assert fresh.cancel_proposed_by is Party.OWNER
    await advance(fresh, Move(action, party, PLATFORM), clock)
    assert (await Deal.get(id=deal.id)).cancel_proposed_by is None
    with pytest.raises(GoneAhead):
        await deals(clock).agree_cancel(BUYER, deal.id)
    assert (await Deal.get(id=deal.id)).verdict is None


async def test_a_proposal_stands_while_only_words_are_exchanged(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.CREATIVE_APPROVED, proposed_by=Party.OWNER)
    await an_escrow(deal)
    await deals(clock).propose_cancel(OWNER_SIDE, deal.id)
    await advance(await Deal.get(id=deal.id), Move(Action.PROPOSE_TIME, Party.OWNER, OWNER_SIDE), clock)
    assert (await deals(clock).agree_cancel(BUYER, deal.id)).verdict is not None


async def test_proposing_again_what_stands_writes_nothing(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.SCHEDULED)
    for _ in range(3):
        deal = await deals(clock).propose_cancel(OWNER_SIDE, deal.id)
    assert (deal.cancel_proposed_by, deal.version) == (Party.OWNER, 1)
    assert await DealEvent.filter(deal_id=deal.id).count() == 1
