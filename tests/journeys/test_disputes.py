"""Disputes: opened by either side, argued, decided by the admin, conceded, or left to the cap."""

import pytest

from models import Deal, DealStatus, Dispute, Verdict
from tests.journeys import steps
from tests.world import COIN, Person, World, controller_of


async def complains(person: Person, words: str) -> None:
    await person.opens_deal()
    await person.taps("Open a dispute")
    await person.sees("Sending it opens a dispute")
    await person.says(words)
    await person.sees("In dispute")


async def adds(person: Person, words: str) -> None:
    await person.opens_deal()
    await person.taps("Add a statement")
    await person.says(words)
    await person.sees("In dispute")


async def vera_opens_the_dispute(world: World) -> None:
    await world.vera.starts()
    await world.vera.taps("Administration")
    await world.vera.taps("Disputes")
    await world.vera.taps("#1")


async def test_anna_complains_both_speak_and_the_admin_splits_30_to_70(world: World) -> None:
    await steps.published(world)
    await complains(world.anna, "The post hangs under ten others.")
    await world.oleg.sees("A dispute was opened", "under ten others")
    await world.vera.sees("A dispute over 10 TON", "under ten others")
    await adds(world.oleg, "They came after it, as always.")
    await world.anna.sees("The other side adds", "as always")
    await world.vera.sees("A new statement", "as always")

    await vera_opens_the_dispute(world)
    await world.vera.sees("The advertiser: The post hangs", "They came after it")
    await world.vera.taps("Split")
    for _ in range(4):
        await world.vera.taps("−5")
    await world.vera.sees("The owner's share is 30", "Owner: 2.85", "Advertiser: 7", "Fee: 0.15")
    await world.vera.taps("Yes, decide so")
    await world.vera.sees("No dispute is waiting")

    await world.oleg.sees("2.85 TON is in your wallet", "the advertiser got 7 TON")
    await world.anna.sees("7 TON is back in your wallet", "the owner got 2.85 TON")
    assert world.oleg.received() == [2_850_000_000]
    back = world.anna.received()[-1]
    assert 7 * COIN <= back < 7 * COIN + COIN // 10
    assert 150_000_000 in world.received_by(await controller_of(world.settings))
    deal = await Deal.get(id=1)
    assert (deal.status, deal.outcome) == (DealStatus.RELEASED, Verdict.SPLIT)


@pytest.mark.parametrize(("label", "verdict"), [("Pay the owner", Verdict.RELEASE), ("Refund", Verdict.REFUND)])
async def test_oleg_complains_and_the_admin_decides(world: World, label: str, verdict: Verdict) -> None:
    await steps.published(world)
    await complains(world.oleg, "She asks for things that were not agreed.")
    await world.anna.sees("A dispute was opened", "not agreed")
    await vera_opens_the_dispute(world)
    await world.vera.taps(label)
    await world.vera.taps("Yes, decide so")
    if verdict is Verdict.RELEASE:
        await world.oleg.sees("Decided: you are paid")
        await steps.oleg_has_it_less_the_fee(world)
    else:
        await world.anna.sees("An administrator decided")
        await steps.anna_has_it_all_back(world)
    dispute = await Dispute.get(deal_id=1)
    assert (dispute.decision, dispute.decided_by) == (verdict, world.vera.id)


async def test_the_advertiser_concedes_and_the_owner_is_paid(world: World) -> None:
    await steps.published(world)
    await complains(world.anna, "I do not like it.")
    await world.anna.taps("Concede")
    await world.anna.sees("The owner is paid and you get nothing back")
    await world.anna.taps("Yes")
    await world.oleg.sees("over by agreement")
    await steps.oleg_has_it_less_the_fee(world)


async def test_the_owner_concedes_and_the_post_is_taken_down(world: World) -> None:
    await steps.published(world)
    await complains(world.anna, "My competitor is advertised above it.")
    await world.oleg.opens_deal()
    await world.oleg.taps("Concede")
    await world.oleg.taps("Yes")
    await steps.anna_has_it_all_back(world)
    assert world.posts() == []


async def test_nobody_decides_and_after_a_week_the_checks_do(world: World) -> None:
    await steps.published(world)
    await complains(world.anna, "I am not sure about it.")
    disputed_at = world.house.clock.now()
    await world.pass_time(days=6, hours=1)
    for person in (world.anna, world.oleg):
        await person.sees("If nobody decides, the checks of the post decide")
    assert (await Deal.get(id=1)).status is DealStatus.DISPUTED
    await world.pass_until(lambda: world.oleg.shows("is in your wallet"), "the money")
    assert world.house.clock.now() - disputed_at == 7 * 24 * 3600
    await steps.oleg_has_it_less_the_fee(world)


async def test_a_deleted_post_and_nobody_decides_is_a_refund(world: World) -> None:
    await steps.published(world)
    await complains(world.anna, "It will not stay.")
    world.channels.delete_post("coffee_daily", world.post_ids()[0])
    await world.pass_time(days=7, hours=1)
    await steps.anna_has_it_all_back(world)
