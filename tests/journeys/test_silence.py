"""Somebody falls silent: both are warned, the clock rings, and it is clear whose money goes where."""

from collections.abc import Awaitable, Callable

import pytest

from models import Deal, DealStatus
from tests.journeys import steps
from tests.world import World

Chapter = Callable[[World], Awaitable[None]]
STAGE_HOURS = {
    DealStatus.NEGOTIATION: 72,
    DealStatus.OWNER_ACCEPTED: 48,
    DealStatus.AWAITING_ESCROW_PAYMENT: 24,
    DealStatus.CREATIVE_PENDING_OWNER: 48,
    DealStatus.CREATIVE_SUBMITTED: 48,
    DealStatus.CREATIVE_CHANGES_REQUESTED: 48,
    DealStatus.CREATIVE_APPROVED: 48,
}


async def asked(world: World) -> None:
    await steps.oleg_sells_posts(world)
    await steps.anna_asks(world)


async def written(world: World) -> None:
    await steps.paid(world)
    await steps.oleg_writes(world)


async def sent_back(world: World) -> None:
    await written(world)
    await world.anna.opens_deal()
    await world.anna.taps("Check the post")
    await world.anna.taps("Ask for changes")
    await world.anna.says("More about the price, please.")
    await world.oleg.sees("The other side asks for changes", "More about the price")


async def one_time_proposed(world: World) -> None:
    await steps.approved(world)
    await world.anna.opens_deal()
    await world.anna.taps("Propose a time")
    await steps.says_where(world.anna)
    await world.anna.says("tomorrow 12:00")
    await world.oleg.sees("proposes to publish")


async def until_the_warning(world: World, status: DealStatus, words: str) -> None:
    """The card says what is coming; half a minute before the warning nobody is bothered, then both are."""
    deal = await Deal.get(id=1)
    assert deal.status is status
    assert deal.due_at is not None
    assert deal.warn_at is not None
    assert (deal.due_at - deal.entered_at).total_seconds() == STAGE_HOURS[status] * 3600
    for person in (world.anna, world.oleg):
        await person.opens_deal()
        await person.sees("If nothing happens by")
    await world.pass_time(seconds=deal.warn_at.timestamp() - world.house.clock.now() - 30)
    assert not world.anna.shows("left. If nothing happens")
    await world.pass_time(seconds=31)
    for person in (world.anna, world.oleg):
        await person.sees("left. If nothing happens", words)


async def until_the_bell(world: World) -> None:
    due_at = (await Deal.get(id=1)).due_at
    assert due_at is not None
    await world.pass_time(seconds=due_at.timestamp() - world.house.clock.now() - 30)
    assert (await Deal.get(id=1)).due_at == due_at
    await world.pass_time(seconds=31)


@pytest.mark.parametrize(
    ("chapter", "status"),
    [
        pytest.param(asked, DealStatus.NEGOTIATION, id="nobody-answers-the-request"),
        pytest.param(steps.agreed, DealStatus.OWNER_ACCEPTED, id="no-wallets"),
        pytest.param(steps.awaiting_payment, DealStatus.AWAITING_ESCROW_PAYMENT, id="no-payment"),
    ],
)
async def test_silence_before_the_money_closes_the_deal(world: World, chapter: Chapter, status: DealStatus) -> None:
    await chapter(world)
    await until_the_warning(world, status, "the deal closes and nobody pays")
    await until_the_bell(world)
    assert (await Deal.get(id=1)).status is DealStatus.EXPIRED
    for person in (world.anna, world.oleg):
        await person.sees("Nobody acted in time")
        await person.opens_deal()
        await person.sees("Expired", "Nothing is owed")
        assert person.received() == []


@pytest.mark.parametrize(
    ("chapter", "status"),
    [
        pytest.param(steps.paid, DealStatus.CREATIVE_PENDING_OWNER, id="the-owner-writes-nothing"),
        pytest.param(written, DealStatus.CREATIVE_SUBMITTED, id="the-advertiser-does-not-look"),
        pytest.param(sent_back, DealStatus.CREATIVE_CHANGES_REQUESTED, id="the-owner-changes-nothing"),
        pytest.param(one_time_proposed, DealStatus.CREATIVE_APPROVED, id="no-answer-to-the-time"),
    ],
)
async def test_silence_after_the_money_gives_it_all_back(world: World, chapter: Chapter, status: DealStatus) -> None:
    await chapter(world)
    await until_the_warning(world, status, "the advertiser gets the money back")
    await until_the_bell(world)
    await world.anna.sees("Time ran out, so you get your money back")
    await world.oleg.sees("Time ran out, so the advertiser gets the money back")
    await steps.anna_has_it_all_back(world)
