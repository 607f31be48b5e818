"""What happens to a post without being a breach, and what keeps the bot from looking: neither moves money by itself."""

from models import Check, CheckResult, Deal, DealStatus
from tests.journeys import steps
from tests.world import World

CHANNEL = "coffee_daily"


async def results() -> set[CheckResult | None]:
    return {check.result for check in await Check.exclude(done_at=None)}


async def test_reactions_views_and_the_edit_date_change_nothing(world: World) -> None:
    await steps.published(world)
    post_id = world.post_ids()[0]
    world.channels.react(CHANNEL, post_id, world.anna.id, "🔥")
    world.channels.react(CHANNEL, post_id, world.oleg.id, "👍")
    world.channels.add_views(CHANNEL, post_id, 4_000)
    world.channels.edit_post(CHANNEL, post_id, world.oleg.id, "Tea is here")
    await world.pass_time(hours=25)
    assert not world.oleg.shows("⚠️")
    assert await results() == {CheckResult.INTACT}
    await steps.oleg_has_it_less_the_fee(world)


async def test_protection_switched_on_is_a_dispute_at_the_end_and_no_refund(world: World) -> None:
    await steps.published(world)
    world.channels.change(CHANNEL, protected=True)
    await world.pass_until(lambda: world.oleg.shows("the channel forbids forwarding"), "a word to the owner")
    await world.anna.sees("The post cannot be checked right now")
    await world.pass_time(hours=5)
    assert (await Deal.get(id=1)).status is DealStatus.RETENTION_CHECK
    assert CheckResult.PRESENT in await results()
    await world.pass_until(lambda: world.anna.shows("A dispute was opened"), "a dispute")
    await world.oleg.sees("the post could not be checked for too long")
    await world.vera.sees("A dispute over 10 TON")
    deal = await Deal.get(id=1)
    assert (deal.status, deal.verdict) == (DealStatus.DISPUTED, None)
    assert deal.retention_ends_at is not None
    assert world.house.clock.now() >= deal.retention_ends_at.timestamp() + 7200
    await world.anna.opens_deal()
    await world.anna.taps("Checks")
    await world.anna.sees("it is there, its content could not be read")


async def test_a_bot_without_its_right_warns_then_disputes_and_refunds_nobody(world: World) -> None:
    await steps.published(world)
    world.channels.remove_admin(CHANNEL, "bot")
    await world.pass_until(lambda: world.oleg.shows("The bot cannot check the post"), "a word to the owner")
    await world.anna.sees("your money stays locked")
    await world.pass_time(hours=1)
    assert (await Deal.get(id=1)).status is DealStatus.RETENTION_CHECK
    await world.pass_time(hours=2)
    deal = await Deal.get(id=1)
    assert (deal.status, deal.verdict) == (DealStatus.DISPUTED, None)
    await world.anna.sees("A dispute was opened")
    assert world.anna.received()[-1] < steps.PRICE_NANO
    assert world.oleg.received() == []


async def test_a_right_given_back_in_time_and_the_owner_is_paid(world: World) -> None:
    await steps.published(world)
    world.channels.remove_admin(CHANNEL, "bot")
    await world.pass_until(lambda: world.oleg.shows("The bot cannot check the post"), "a word to the owner")
    await world.pass_time(minutes=30)
    world.channels.set_admin(CHANNEL, "bot", "all")
    await world.pass_time(hours=25)
    assert await results() == {CheckResult.INTACT}
    await steps.oleg_has_it_less_the_fee(world)


async def test_telegram_out_of_order_at_the_checks_costs_nobody_anything(world: World) -> None:
    await steps.published(world)
    faults = world.house.telegram.world.faults
    faults.add("server", method="forwardMessage", times=3)
    faults.add("flood", method="forwardMessage", times=1, retry_after=30)
    await world.pass_time(hours=25)
    assert not world.oleg.shows("⚠️")
    await steps.oleg_has_it_less_the_fee(world)
