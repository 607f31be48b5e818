"""Funded deals that people leave before the post: the owner withdraws, both agree to cancel, or the slot passes."""

from tests.journeys import steps
from tests.world import World

CHANNEL = "coffee_daily"


async def test_the_owner_withdraws_and_the_advertiser_has_everything_back(world: World) -> None:
    await steps.paid(world)
    await world.oleg.opens_deal()
    await world.oleg.taps("Leave with refund")
    await world.oleg.sees("The advertiser gets all of the money back")
    await world.oleg.taps("Yes")
    await world.anna.sees("The owner left the deal")
    await steps.anna_has_it_all_back(world)


async def test_the_advertiser_leaves_only_as_long_as_nothing_was_written(world: World) -> None:
    await steps.paid(world)
    await world.anna.opens_deal()
    await world.anna.taps("Leave with refund")
    yes = world.anna.remember("Yes")
    await steps.oleg_writes(world)
    await world.anna.taps_old(*yes)
    assert world.anna.received()[-1] < steps.PRICE_NANO
    await world.anna.opens_deal()
    await world.anna.sees("The post is being checked")
    assert not any("Leave" in label for label in world.anna.buttons())


async def test_both_cancel_a_scheduled_deal_by_agreement(world: World) -> None:
    await steps.scheduled(world)
    await world.anna.opens_deal()
    await world.anna.taps("Propose to cancel")
    await world.anna.sees("Until then everything goes on")
    await world.anna.taps("Yes")
    await world.anna.sees("You proposed to cancel")
    assert not any("cancel" in label for label in world.anna.buttons())
    await world.oleg.sees("The advertiser proposes to cancel")
    await world.oleg.opens_deal()
    await world.oleg.taps("Agree to cancel")
    await world.oleg.taps("Yes")
    await world.anna.sees("The owner agreed to cancel")
    await steps.anna_has_it_all_back(world)
    await world.pass_time(hours=24)
    assert world.posts() == []


async def test_a_post_that_already_stands_is_cancelled_by_agreement_and_taken_down(world: World) -> None:
    await steps.published(world)
    await world.oleg.opens_deal()
    await world.oleg.taps("Propose to cancel")
    await world.oleg.taps("Yes")
    await world.anna.opens_deal()
    await world.anna.taps("Agree to cancel")
    await world.anna.taps("Yes")
    await steps.anna_has_it_all_back(world)
    assert world.posts() == []


async def test_a_missed_slot_is_a_refund_when_the_grace_has_passed(world: World) -> None:
    await steps.scheduled(world)
    world.channels.set_admin(CHANNEL, "bot", {"can_edit_messages": True, "can_delete_messages": True})
    await world.pass_until(lambda: world.oleg.shows("it cannot go out"), "a word to the owner")
    await world.oleg.sees("the bot lacks its rights")
    assert world.posts() == []
    await world.pass_time(hours=1, minutes=59)
    await world.oleg.opens_deal()
    await world.oleg.sees("Scheduled", "If the post is not out by")
    await world.pass_time(minutes=3)
    await world.anna.sees("Time ran out, so you get your money back")
    await steps.anna_has_it_all_back(world)
    assert world.posts() == []


async def test_a_right_given_back_within_the_grace_lets_the_post_out(world: World) -> None:
    await steps.scheduled(world)
    world.channels.remove_admin(CHANNEL, "bot")
    await world.pass_until(lambda: world.oleg.shows("it cannot go out"), "a word to the owner")
    await world.pass_time(minutes=30)
    world.channels.set_admin(CHANNEL, "bot", "all")
    await world.pass_time(minutes=5)
    assert world.posts() == ["Tea is here"]
    await world.pass_time(hours=25)
    await steps.oleg_has_it_less_the_fee(world)
