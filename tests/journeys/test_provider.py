"""The chain's provider is away, slow or talks nonsense: nothing is lost, nothing is made up."""

from collections.abc import Awaitable, Callable

import pytest

from app.sandbox.toncenter import Fault
from models import Deal, DealStatus
from tests.journeys import steps
from tests.world import World


async def pays_by_link(world: World) -> None:
    await world.anna.opens_deal()
    await world.anna.taps("Pay")
    request = await world.anna.wallet.pay(world.anna.link("transfer"))
    assert request is not None
    await world.anna.wallet.confirm(request.id)


async def is_paid(world: World) -> None:
    await world.anna.sees("Your payment of", "arrived")
    assert (await Deal.get(id=1)).status is DealStatus.CREATIVE_PENDING_OWNER


async def test_a_deposit_made_while_the_provider_was_down_for_an_hour_is_found(world: World) -> None:
    await steps.awaiting_payment(world)
    world.house.ton_faults.add(Fault("v3/*", "status", times=None, status=503))
    await pays_by_link(world)
    await world.pass_time(hours=1)
    assert (await Deal.get(id=1)).status is DealStatus.AWAITING_ESCROW_PAYMENT
    world.house.ton_faults.clear()
    await world.pass_time(minutes=1)
    await is_paid(world)


async def test_a_deal_is_not_cancelled_while_the_chain_cannot_be_asked(world: World) -> None:
    """She has paid, nobody knows yet, and he wants to leave: "try again", not "cancelled"."""
    await steps.awaiting_payment(world)
    world.house.ton_faults.add(Fault("*", "drop", times=None))
    await world.oleg.opens_deal()
    await world.oleg.taps("Cancel")
    answer = await world.oleg.taps("Yes, cancel")
    assert "did not answer" in answer
    assert (await Deal.get(id=1)).status is DealStatus.AWAITING_ESCROW_PAYMENT
    world.house.ton_faults.clear()
    await world.oleg.opens_deal()
    await world.oleg.taps("Cancel")
    await world.oleg.taps("Yes, cancel")
    assert (await Deal.get(id=1)).status is DealStatus.CANCELLED


async def test_an_unpaid_deal_does_not_expire_while_the_chain_cannot_be_asked(world: World) -> None:
    await steps.awaiting_payment(world)
    world.house.ton_faults.add(Fault("v3/*", "status", times=None, status=500))
    await pays_by_link(world)
    world.house.clock.advance(26 * 3600)
    await world.until_row(asked_in_vain(world), "a question to the chain")
    assert (await Deal.get(id=1)).status is DealStatus.AWAITING_ESCROW_PAYMENT
    world.house.ton_faults.clear()
    await world.pass_time(minutes=10)
    await is_paid(world)


def asked_in_vain(world: World) -> Callable[[], Awaitable[bool]]:
    before = sum(world.house.ton_faults.calls.values())

    async def fact() -> bool:
        return sum(world.house.ton_faults.calls.values()) > before + 5

    return fact


@pytest.mark.parametrize(
    "trouble",
    [
        Fault("v3/*", "status", times=4, status=429),
        Fault("v3/*", "status", times=4, status=500),
        Fault("v3/*", "garbage", times=4),
        Fault("v3/*", "drop", times=4),
    ],
    ids=["too-many-requests", "server-error", "garbage", "dropped"],
)
async def test_a_deposit_is_found_through_trouble(world: World, trouble: Fault) -> None:
    await steps.awaiting_payment(world)
    world.house.ton_faults.add(Fault(trouble.route, trouble.kind, trouble.times, trouble.status))
    await pays_by_link(world)
    await world.pass_time(minutes=2)
    await is_paid(world)
