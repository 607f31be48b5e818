"""Deals in parallel on a fleet that is killed, flushed, cut and failed all the time: nothing lost, nothing doubled.

Two bots, two workers, two schedulers. While people ask, accept in the chat, pay, write, agree, and while posts go out
and are watched, a seeded hand kills processes with SIGKILL, flushes and restarts Redis, cuts the database's connections
and makes Telegram and the chain's provider fail, also after they have acted. Then the trouble ends, and every deal must
have ended as it should: each escrow paid out once, to the right side; each post out once; each update taken.
"""

import asyncio
import os
import random
import time
from collections.abc import Callable

import pytest

from models import Deal, DealEvent, DealStatus, Escrow, EscrowState, Notice, Posting, PostingState
from services.agenda import next_due
from tests.fleet.deals import PAYOUT_NANO, PRICE_NANO, Story, calmly, people
from tests.fleet.fleet import Fleet
from tests.fleet.trouble import Trouble
from tests.stores import Postgres, RedisServer

LONG = os.environ.get("LONG") == "1"
DEALS = int(os.environ.get("CHAOS_DEALS", "54" if LONG else "3"))
SEED = int(os.environ.get("CHAOS_SEED", "7"))
STEP_SECONDS = 1800 if LONG else 3600
"""Time is stepped by so much at least while posts are watched."""
PAUSE_SECONDS = (0.8, 3.0) if LONG else (0.3, 1.2)
"""Between two strokes of fate."""
CALM_STEP_SECONDS = 3 * STEP_SECONDS
REAL_SECONDS = 2.0 if LONG else 0.8
"""How long the fleet is left to work, and to suffer, after each step."""
CLAIM_SECONDS = 320
NOT_UP_YET = (PostingState.DUE, PostingState.SENDING, PostingState.AMBIGUOUS)
ENDS = (DealStatus.RELEASED, DealStatus.REFUNDED)


@pytest.mark.timeout(3000 if LONG else 300)
async def test_whatever_dies_nothing_is_lost_and_nothing_is_doubled(
    fleet: Fleet, postgres: Postgres, redis_server: RedisServer, record_property: Callable[[str, object], None]
) -> None:
    started = time.monotonic()
    stories = [Story(fleet, number, removed_by_owner=number % 4 == 2) for number in range(DEALS)]
    await people(fleet, stories)
    trouble = Trouble(fleet, postgres, redis_server, random.Random(SEED), PAUSE_SECONDS)
    suffering = asyncio.create_task(trouble.run())
    try:
        await asyncio.gather(*(story.play() for story in stories))
        await the_posts_live_their_time(fleet, stories)
    finally:
        suffering.cancel()
        await asyncio.gather(suffering, return_exceptions=True)
    await trouble.heal()
    await everything_ends(fleet, stories)
    for story in stories:
        await it_ended_well(story)
    await everybody_was_heard_and_told(fleet)
    minutes = (time.monotonic() - started) / 60
    print(f"\n{DEALS} deals, {dict(sorted(trouble.done.items()))}, {minutes:.1f} minutes, {await notices_doubled()} ")
    record_property("trouble", dict(trouble.done))


async def the_posts_live_their_time(fleet: Fleet, stories: list[Story]) -> None:
    """From the first post to well into the terms, in steps, with trouble all the while."""
    until = fleet.house.clock.now() + (16 if LONG else 8) * 3600
    while fleet.house.clock.now() < until:
        await step(fleet)
        for story in stories:
            await calmly(story.remove_post)


async def everything_ends(fleet: Fleet, stories: list[Story]) -> None:
    limit = time.monotonic() + (1500 if LONG else 150)
    while await Deal.exclude(status__in=list(ENDS)).exists():
        if time.monotonic() > limit:
            left = [(deal.id, deal.status, deal.verdict) for deal in await Deal.exclude(status__in=list(ENDS))]
            raise AssertionError(f"these deals do not end: {left}")
        for story in stories:
            await calmly(story.remove_post)
        await step(fleet, CALM_STEP_SECONDS)


async def step(fleet: Fleet, least_seconds: float = STEP_SECONDS) -> None:
    """To the next thing that is due, or by the step if that is further; then the fleet works for a while."""
    await asyncio.sleep(REAL_SECONDS)
    await calmly(lambda: _step(fleet, least_seconds))


async def _step(fleet: Fleet, least_seconds: float) -> None:
    """A post that is due and not up yet has two hours of grace: there time goes by in pieces, a claim's length each."""
    now = fleet.house.clock.utcnow()
    if await Posting.filter(state__in=NOT_UP_YET, due_at__lte=now).exists():
        await asyncio.sleep(1)
        await fleet.jump(CLAIM_SECONDS)
        return
    due = await next_due()
    await fleet.jump(max(least_seconds, (due - now).total_seconds() if due else 0))


async def it_ended_well(story: Story) -> None:
    deal = await story.deal()
    escrow = await Escrow.get(deal_id=deal.id)
    to_owner, to_advertiser = story.payouts(escrow)
    actions = [event.action for event in await DealEvent.filter(deal_id=deal.id).order_by("id")]
    facts = f"deal {deal.id}: {deal.status} {to_owner} {to_advertiser} {actions}"
    assert await Deal.filter(advertiser_id=deal.advertiser_id, listing_id=deal.listing_id).count() == 1, facts
    assert story.fleet.posted[story.text] == 1, f"{facts} posted {story.fleet.posted[story.text]} times"
    for once in ("send", "accept", "open_escrow", "confirm_deposit", "mark_posted"):
        assert actions.count(once) == 1, facts
    if story.removed_by_owner:
        assert (deal.status, escrow.state, to_owner) == (DealStatus.REFUNDED, EscrowState.REFUNDED, []), facts
        assert len(to_advertiser) == 1, facts
        assert to_advertiser[0] >= PRICE_NANO, facts
    else:
        assert (deal.status, escrow.state) == (DealStatus.RELEASED, EscrowState.RELEASED), facts
        assert (to_owner, to_advertiser) == ([PAYOUT_NANO], []), facts


async def everybody_was_heard_and_told(fleet: Fleet) -> None:
    await fleet.updates_taken()

    async def all_told() -> bool:
        if await DealEvent.filter(relayed_at=None).exists():
            return False
        return not await Notice.filter(sent_at=None, failed=None).exists()

    for _ in range(10):
        if await all_told():
            break
        await step(fleet)
    await fleet.until(all_told, "every event to be told")


async def notices_doubled() -> str:
    """Rows are made exactly once for an event; this is what the figures say of them."""
    return f"{await Notice.all().count()} notices, {await Notice.exclude(failed=None).count()} refused"
