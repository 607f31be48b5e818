"""Somebody blocks the bot in mid-deal: the deal goes on, nothing crashes, and he finds it when he comes back."""

from models import Deal, DealStatus, Notice, User
from tests.journeys import steps
from tests.world import World


async def test_an_advertiser_who_blocks_the_bot_still_gets_what_was_paid_for(world: World) -> None:
    await steps.scheduled(world)
    world.house.telegram.people.block(world.anna.id)
    await world.settle()
    await world.pass_time(hours=50)
    assert (await Deal.get(id=1)).status is DealStatus.RELEASED
    assert world.oleg.received() == [9_500_000_000]
    await world.oleg.sees("is in your wallet")
    assert not any("block" in text.lower() for text in world.oleg.texts())
    assert (await User.get(id=world.anna.id)).blocked_bot_at is not None
    assert await Notice.filter(user_id=world.anna.id, sent_at=None, failed=None).count() == 0
    await world.anna.opens_deal()
    await world.anna.sees("Completed")
    assert (await User.get(id=world.anna.id)).blocked_bot_at is None


async def test_an_owner_who_blocks_the_bot_and_comes_back_goes_on_where_he_was(world: World) -> None:
    await steps.paid(world)
    world.house.telegram.people.block(world.oleg.id)
    await world.settle()
    await world.anna.opens_deal()
    await world.anna.taps("Conversation")
    await world.anna.says("Are you there?")
    await world.pass_time(hours=30)
    world.house.telegram.people.unblock(world.oleg.id)
    await world.settle()
    await steps.oleg_writes(world)
    await world.oleg.taps("Conversation")
    await world.oleg.sees("Are you there?")
    await steps.anna_approves(world)
    assert (await Deal.get(id=1)).status is DealStatus.CREATIVE_APPROVED


async def test_an_owner_who_blocks_the_bot_for_good_costs_the_advertiser_nothing(world: World) -> None:
    await steps.paid(world)
    world.house.telegram.people.block(world.oleg.id)
    await world.pass_time(hours=50)
    assert (await Deal.get(id=1)).status is DealStatus.REFUNDED
    await world.anna.sees("is back in your wallet")
    assert sum(value >= 10 * 10**9 for value in world.anna.received()) == 1


async def test_a_deleted_account_stops_nothing(world: World) -> None:
    await steps.asked(world)
    world.house.telegram.people.deactivate(world.anna.id)
    await world.oleg.opens_deal()
    await world.oleg.taps("Accept")
    await world.oleg.taps("Yes")
    await world.oleg.sees("wallets needed")
    await world.pass_time(hours=60)
    assert (await Deal.get(id=1)).status is DealStatus.EXPIRED
    assert await Notice.filter(sent_at=None, failed=None).count() == 0
