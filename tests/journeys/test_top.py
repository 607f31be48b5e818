"""Hours on top are promised and watched; the time zone is asked once; a time is moved; a vault is set up."""

from models import Deal, DealStatus, User
from tests.journeys import steps
from tests.world import World

CHANNEL = "coffee_daily"


async def test_a_post_above_the_ad_is_told_to_both_at_once_and_stands_among_the_checks(world: World) -> None:
    await steps.scheduled(world)
    await world.pass_until(world.posts, "the post")
    await world.oleg.sees("Please post nothing else in the channel before")
    await world.oleg.opens_deal()
    await world.oleg.sees("On top until", "please post nothing else before that")
    world.channels.post(CHANNEL, world.oleg.id, "News of the day")
    await world.settle()
    await world.oleg.sees("Another post has appeared above the ad")
    await world.anna.sees("Another post has appeared above yours")
    await world.anna.opens_deal()
    await world.anna.taps("Checks")
    await world.anna.sees("another post appeared during the hours on top")


async def test_after_its_hours_on_top_the_channel_goes_on_as_it_likes(world: World) -> None:
    await steps.published(world)
    await world.pass_time(hours=1)
    world.channels.post(CHANNEL, world.oleg.id, "News of the day")
    await world.pass_time(hours=24)
    assert not any("Another post" in text for text in world.oleg.texts())
    await steps.oleg_has_it_less_the_fee(world)


async def test_the_time_zone_is_asked_once_and_times_are_shown_in_it(world: World) -> None:
    await steps.approved(world)
    anna = world.anna
    await anna.opens_deal()
    await anna.taps("Propose a time")
    await anna.sees("What time is it where you are", "Asked once")
    await anna.taps("Moscow")
    await anna.says("tomorrow 12:00")
    await anna.sees("You propose", "12:00")
    proposed = (await Deal.get(id=1)).proposed_publish_at
    assert proposed is not None
    assert proposed.hour == 9
    assert (await User.get(id=anna.id)).timezone == "Europe/Moscow"
    await anna.taps("Propose a time")
    await anna.sees("When should the post go out")
    await world.oleg.opens_deal()
    await world.oleg.taps("Agree to the time")
    await world.oleg.says("UTC+2")
    await world.oleg.sees("Publish on", "11:00")
    await world.oleg.taps("Yes")
    await world.oleg.sees("Scheduled", "11:00")


async def test_a_time_that_was_agreed_is_moved_by_agreement(world: World) -> None:
    await steps.scheduled(world)
    first = (await Deal.get(id=1)).publish_at
    await world.oleg.opens_deal()
    await world.oleg.taps("Propose a time")
    await world.oleg.says("tomorrow 15:00")
    await world.anna.opens_deal()
    await world.anna.sees("The other side proposes", "15:00", "12:00")
    await world.anna.taps("Agree to the time")
    await world.anna.taps("Yes")
    deal = await Deal.get(id=1)
    assert first is not None
    assert deal.publish_at is not None
    assert (deal.status, (deal.publish_at - first).total_seconds()) == (DealStatus.SCHEDULED, 3 * 3600)
    await world.pass_until(world.posts, "the post")
    assert world.house.clock.now() >= deal.publish_at.timestamp()


async def test_an_administrator_sets_up_a_vault_by_picking_a_private_channel(world: World) -> None:
    chat = world.house.telegram.world.add_channel("Posts compared", world.vera.id, username=None)
    vera = world.vera
    await vera.starts()
    await vera.taps("Administration")
    await vera.sees("No vault is set up")
    await vera.taps("Vaults")
    await vera.taps("Add a vault")
    await vera.sees("A new vault", "tries it out")
    vera._people.choose_channel(vera.id, chat.id)
    await world.settle()
    await vera.sees("Vaults", str(chat.id))
    assert world.channels.posts(chat.id) == []
    await steps.published(world)
    await world.pass_time(hours=25)
    await steps.oleg_has_it_less_the_fee(world)
    assert world.channels.posts(chat.id) == []
