"""Silence never locks funds, and no funded path of a deal outlives the contract's deadline."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import FINAL_STATUSES, FUNDED_STATUSES, Deal, DealEvent, DealStatus, Escrow, Party, Verdict
from services.deals.access import DealAccess
from services.deals.clocks import CLOCK_OF, CLOCKS, Ends, clock_for, deadline_of
from services.deals.terms import Terms
from services.deals.usecases import Deals
from services.errors import TryAgain
from services.settings import MarketSettings
from tests.makers import START, Everybody, StillClock, a_deal, an_escrow, some_terms

EVENT_DRIVEN = {DealStatus.POSTED}
"""Left by the platform in the same breath: no clock is needed."""


async def chain_says_nothing(_: Deal) -> None:
    """The chain was asked and has no deposit."""


def deals(clock: StillClock, ask_chain: Any = chain_says_nothing) -> Deals:
    return Deals(clock, MarketSettings(), DealAccess(clock, Everybody()), ask_chain)


def test_every_living_status_has_a_clock() -> None:
    assert set(CLOCK_OF) == set(DealStatus) - FINAL_STATUSES - EVENT_DRIVEN
    assert len(CLOCKS) == len(CLOCK_OF)


def test_an_unfunded_deal_expires_and_a_funded_one_never_does() -> None:
    for row in CLOCKS:
        assert (row.ends is Ends.EXPIRE) == (row.status not in FUNDED_STATUSES)


class _Row:
    """As much of a deal as a clock reads."""

    def __init__(self, status: DealStatus, entered_at: datetime, terms: Terms, **more: object) -> None:
        self.status, self.entered_at, self.terms = status, entered_at, terms
        self.publish_at: datetime | None = None
        self.retention_ends_at: datetime | None = None
        self.__dict__.update(more)


def row(*args: Any, **more: Any) -> Any:
    return _Row(*args, **more)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(data=st.data())
def test_every_funded_path_ends_before_the_contracts_deadline(data: st.DataObject) -> None:
    days, hours = data.draw(st.integers(2, 60)), data.draw(st.integers(1, 30 * 24))
    window_end = int((START + timedelta(days=days)).timestamp())
    terms = some_terms(window_end_unix=window_end, feed_hours=hours)
    now = START
    ladder = [
        DealStatus.ESCROW_FUNDED,
        DealStatus.CREATIVE_PENDING_OWNER,
        *[DealStatus.CREATIVE_SUBMITTED, DealStatus.CREATIVE_CHANGES_REQUESTED] * data.draw(st.integers(0, 9)),
        DealStatus.CREATIVE_SUBMITTED,
        DealStatus.CREATIVE_APPROVED,
    ]
    for status in ladder:  # everybody answers at the very last moment
        due, _ = clock_for(row(status, now, terms), terms)
        assert due is not None
        assert due <= terms.window_end or due <= now
        now = max(now, due)
    publish_at = terms.window_end  # the latest slot that the backend accepts
    due, _ = clock_for(row(DealStatus.SCHEDULED, now, terms, publish_at=publish_at), terms)
    assert due is not None
    retention_ends = due + timedelta(seconds=terms.retention_seconds + terms.clocks["cure_seconds"])
    disputed = row(DealStatus.DISPUTED, retention_ends, terms)
    cap, _ = clock_for(disputed, terms)
    assert cap is not None
    paid_by = cap.timestamp() + terms.clocks["veto_seconds"]  # a large payout that an admin looks at
    assert paid_by + terms.clocks["margin_seconds"] <= deadline_of(terms)


@pytest.mark.parametrize("status", [row.status for row in CLOCKS if row.ends is Ends.EXPIRE])
async def test_a_silent_unfunded_deal_expires(status: DealStatus, db: None, clock: StillClock) -> None:
    deal = await a_deal(status, due_at=START + timedelta(hours=1))
    assert await deals(clock).ring_due() == 0
    clock.pass_(hours=2)
    assert await deals(clock).ring_due() == 1
    assert (await Deal.get(id=deal.id)).status is DealStatus.EXPIRED
    assert await deals(clock).ring_due() == 0


@pytest.mark.parametrize("status", [row.status for row in CLOCKS if row.ends is Ends.REFUND])
async def test_a_silent_funded_deal_is_refunded_to_the_advertiser(
    status: DealStatus, db: None, clock: StillClock
) -> None:
    deal = await a_deal(status, due_at=START + timedelta(hours=1))
    await an_escrow(deal)
    clock.pass_(hours=2)
    assert await deals(clock).ring_due() == 1
    deal = await Deal.get(id=deal.id)
    assert (deal.status, deal.verdict) == (status, Verdict.REFUND)
    assert (await Escrow.get(deal_id=deal.id)).verdict is Verdict.REFUND
    assert (await DealEvent.get(deal_id=deal.id)).payload == {"was": status.value}


async def test_a_deal_that_awaits_payment_is_not_closed_while_the_chain_cannot_be_asked(
    db: None, clock: StillClock
) -> None:
    async def unreachable(_: Deal) -> None:
        raise TryAgain()

    deal = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT, due_at=START)
    assert await deals(clock, unreachable).ring_due() == 0
    assert (await Deal.get(id=deal.id)).status is DealStatus.AWAITING_ESCROW_PAYMENT


async def test_both_sides_are_warned_once(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.NEGOTIATION, due_at=START + timedelta(hours=12), warn_at=START)
    assert await deals(clock).warn_due() == 1
    assert await deals(clock).warn_due() == 0
    assert (await Deal.get(id=deal.id)).warn_at is None


async def test_an_answer_starts_the_clock_anew_and_a_word_that_is_none_does_not(db: None, clock: StillClock) -> None:
    from services.actor import Actor
    from services.deals.lifecycle import Action
    from services.deals.transition import Move, advance

    deal = await a_deal(DealStatus.NEGOTIATION)
    await advance(deal, Move(Action.COUNTER, Party.OWNER, Actor(1)), clock)
    first = deal.due_at
    clock.pass_(hours=5)
    await advance(deal, Move(Action.SET_PAYER_WALLET, Party.ADVERTISER, Actor(1)), clock)
    assert deal.due_at == first
    await advance(deal, Move(Action.COUNTER, Party.ADVERTISER, Actor(1)), clock)
    assert deal.due_at == START + timedelta(hours=5 + 72)
