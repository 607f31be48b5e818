"""The app is killed in every status of a deal, and at the worst moments between doing and saving: nothing is lost,
nothing is done twice.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from app.sandbox.toncenter import Fault
from models import Deal, DealEvent, DealStatus, Escrow, Notice, Settlement
from services.notices import event_key, people_of, told_parties
from tests.journeys import steps
from tests.world import World

pytestmark = pytest.mark.both_stores

PAYOUT_NANO = 9_500_000_000


@dataclass(frozen=True)
class Chapter:
    tell: Callable[[World], Awaitable[None]]
    leads_to: DealStatus


async def the_first_version_is_sent_back(world: World) -> None:
    await steps.oleg_writes(world, "Coffee is here")
    await world.anna.opens_deal()
    await world.anna.taps("Check the post")
    await world.anna.taps("Ask for changes")
    await world.anna.says("Write about tea")


async def the_post_goes_out(world: World) -> None:
    await world.pass_time(hours=24)


STORY = (
    Chapter(steps.asked, DealStatus.NEGOTIATION),
    Chapter(steps.oleg_accepts, DealStatus.OWNER_ACCEPTED),
    Chapter(steps.both_connect, DealStatus.AWAITING_ESCROW_PAYMENT),
    Chapter(steps.anna_pays, DealStatus.CREATIVE_PENDING_OWNER),
    Chapter(the_first_version_is_sent_back, DealStatus.CREATIVE_CHANGES_REQUESTED),
    Chapter(steps.oleg_writes, DealStatus.CREATIVE_SUBMITTED),
    Chapter(steps.anna_approves, DealStatus.CREATIVE_APPROVED),
    Chapter(steps.both_agree_on_time, DealStatus.SCHEDULED),
    Chapter(the_post_goes_out, DealStatus.RETENTION_CHECK),
)


async def test_a_deal_whose_platform_is_killed_in_every_status_ends_as_if_nothing_had_happened(world: World) -> None:
    for chapter in STORY:
        await chapter.tell(world)
        assert (await Deal.get(id=1)).status is chapter.leads_to
        await world.restart()
        await world.settle()
        assert (await Deal.get(id=1)).status is chapter.leads_to
    await world.pass_time(hours=25)
    await the_owner_was_paid_once(world)
    await every_notice_came_once(world)


@pytest.mark.parametrize("moment", ["drop", "lost"])
async def test_the_post_is_sent_once_although_telegrams_answer_to_it_is_lost(world: World, moment: str) -> None:
    """`lost`: the post is in the channel and nobody knows. `drop`: it never arrived."""
    await steps.scheduled(world)
    channel = world.house.telegram.world.channel("coffee_daily")
    world.house.telegram.world.faults.add(moment, method="sendMessage", chat_id=channel.id)
    await world.pass_time(hours=15)
    await world.restart()
    await world.pass_time(hours=2)
    assert world.posts() == ["Tea is here"]
    await world.pass_time(hours=25)
    await the_owner_was_paid_once(world)


async def test_the_owner_is_paid_once_although_the_answer_to_the_broadcast_is_lost(world: World) -> None:
    await steps.published(world)
    world.house.ton_faults.add(Fault("v2/sendBoc", "lost"))
    world.house.ton_faults.add(Fault("v3/message", "lost"))
    await world.pass_time(hours=25)
    await world.restart()
    await world.settle()
    await the_owner_was_paid_once(world)


async def test_a_verdict_that_could_not_be_sent_is_kept_and_sent_by_the_next_life(world: World) -> None:
    """The deal is settling while the network is away; it says "paid" only after the chain did."""
    await steps.published(world)
    refusal = Fault("*/sendBoc*", "status", times=None, status=500)
    world.house.ton_faults.add(refusal)
    deal = await Deal.get(id=1)
    assert deal.retention_ends_at is not None
    world.house.clock.advance(deal.retention_ends_at.timestamp() - world.house.clock.now())
    await world.restart()
    await world.until_row(lambda: Escrow.filter(deal_id=1).exclude(verdict=None).exists(), "a verdict")
    await world.restart()
    deal = await Deal.get(id=1)
    assert deal.status is DealStatus.RETENTION_CHECK
    assert world.oleg.received() == []
    world.house.ton_faults.clear()
    await world.pass_time(minutes=10)
    await the_owner_was_paid_once(world)


async def test_a_dispute_survives_and_the_decision_is_carried_out_once(world: World) -> None:
    await steps.published(world)
    await world.anna.opens_deal()
    await world.anna.taps("Open a dispute")
    await world.anna.says("This is not what I paid for")
    await world.restart()
    await world.oleg.opens_deal()
    await world.oleg.sees("In dispute")
    await world.oleg.taps("Concede")
    await world.restart()
    await world.oleg.opens_deal()
    await world.oleg.taps("Concede")
    await world.oleg.taps("Yes, concede")
    await world.restart()
    await world.settle()
    deal = await Deal.get(id=1)
    assert deal.status is DealStatus.REFUNDED
    assert sum(value >= 10_000_000_000 for value in world.anna.received()) == 1
    assert world.oleg.received() == []


async def test_what_happens_while_the_platform_is_dead_is_seen_when_it_lives_again(world: World) -> None:
    """Anna pays by a plain transfer, and the hour of the watch passes, with nobody there."""
    await steps.awaiting_payment(world)
    await world.anna.opens_deal()
    await world.anna.taps("Pay")
    link = world.anna.link("transfer")
    await world.stop_app()
    request = await world.anna.wallet.pay(link)
    assert request is not None
    await world.anna.wallet.confirm(request.id)
    world.house.clock.advance(3600)
    await world.start_app()
    await world.settle()
    await world.anna.sees("Your payment of", "arrived")
    await world.oleg.sees("The advertiser paid")
    assert (await Deal.get(id=1)).status is DealStatus.CREATIVE_PENDING_OWNER


async def the_owner_was_paid_once(world: World) -> None:
    assert (await Deal.get(id=1)).status is DealStatus.RELEASED
    assert world.oleg.received() == [PAYOUT_NANO]
    assert await Settlement.all().count() == 1
    assert await DealEvent.filter(action="mark_posted").count() == 1
    assert world.posts() == []  # the term is over, the bot took it down


async def every_notice_came_once(world: World) -> None:
    """What the events have to say, what the rows say, and what stands in the chats are the same."""
    deal = await Deal.get(id=1)
    expected: list[tuple[int, str]] = []
    for event in await DealEvent.all():
        for party in told_parties(deal, event):
            expected += [(who, event_key(event, party)) for who in await people_of(deal, party) if who != event.user_id]
    rows = [row for row in await Notice.all() if not row.key.startswith(("notice-warning", "notice-receipt"))]
    assert sorted((row.user_id, row.key) for row in rows) == sorted(expected)
    assert all(row.sent_at and not row.failed for row in rows)
    for person in (world.anna, world.oleg):
        told = await Notice.filter(user_id=person.id).count()
        assert len(person.notices()) == told
