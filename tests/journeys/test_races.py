"""Two thumbs at the same moment: exactly one wins, and the other sees what is true."""

import pytest

from app.sandbox.telegram.acts.taps import Tap
from models import Creative, Deal, DealEvent, DealStatus, Verdict
from tests.journeys import steps
from tests.world import Person, World

pytestmark = pytest.mark.both_stores

DEAL_PRICE_NANO = 10_000_000_000


async def at_once(world: World, *thumbs: tuple[Person, str]) -> list[str]:
    """All of them tap, then the bot gets to work; the answers (alerts) in the same order."""
    taps: list[Tap] = [await person.taps_at_once(label) for person, label in thumbs]
    await world.settle()
    return [str((tap.callback.answer or {}).get("text") or "") if tap.callback else "" for tap in taps]


async def events(action: str) -> int:
    return await DealEvent.filter(action=action).count()


async def test_accept_against_cancel_one_of_them_happens(world: World) -> None:
    await steps.asked(world)
    await world.oleg.opens_deal()
    await world.oleg.taps("Accept")
    await world.anna.opens_deal()
    await world.anna.taps("Cancel")
    answers = await at_once(world, (world.oleg, "Yes, agree"), (world.anna, "Yes, cancel"))
    deal = await Deal.get(id=1)
    assert deal.status in (DealStatus.OWNER_ACCEPTED, DealStatus.CANCELLED)
    words = "Cancelled" if deal.status is DealStatus.CANCELLED else "wallets needed"
    assert await events("accept") + await events("cancel") == 1 or not any(answers)  # or the one right after the other
    assert sum("moved on" in answer for answer in answers) == (0 if not any(answers) else 1)
    for person in (world.oleg, world.anna):
        await person.opens_deal()
        await person.sees("deal #1", words)


async def test_a_cancelled_deal_is_not_accepted_by_a_question_that_was_open(world: World) -> None:
    await steps.asked(world)
    await world.oleg.opens_deal()
    await world.oleg.taps("Accept")
    question, yes = world.oleg.remember("Yes, agree")
    await world.anna.opens_deal()
    await world.anna.taps("Cancel")
    await world.anna.taps("Yes, cancel")
    await world.oleg.taps_old(question, yes)
    await world.oleg.sees("deal #1")
    assert (await Deal.get(id=1)).status is DealStatus.CANCELLED
    assert await events("accept") == 0


async def test_both_offer_other_terms_and_only_the_last_offer_can_be_accepted_by_the_other_side(world: World) -> None:
    await steps.asked(world)
    for person in (world.oleg, world.anna):
        await person.opens_deal()
        await person.taps("Other terms")
    people = world.house.telegram.people
    people.say(world.oleg.id, "12")
    people.say(world.anna.id, "9")
    await world.settle()
    deal = await Deal.get(id=1)
    assert await events("counter") >= 1  # at the very same moment one is refused: the terms have moved on
    assert deal.price_nano in (12 * 10**9, 9 * 10**9)
    last, other = (world.oleg, world.anna) if deal.price_nano == 12 * 10**9 else (world.anna, world.oleg)
    await last.opens_deal()
    assert "Accept" not in " ".join(last.buttons())
    await other.opens_deal()
    await other.taps("Accept")
    await other.taps("Yes, agree")
    assert (await Deal.get(id=1)).status is DealStatus.OWNER_ACCEPTED


async def test_the_owner_leaves_while_the_advertiser_approves_and_she_has_her_money_back(world: World) -> None:
    await steps.paid(world)
    await steps.oleg_writes(world)
    await world.anna.opens_deal()
    await world.anna.taps("Check the post")
    await world.oleg.opens_deal()
    await world.oleg.taps("Leave with refund")
    before = len(world.anna.received())
    await at_once(world, (world.anna, "Approve"), (world.oleg, "Yes, leave"))
    deal = await Deal.get(id=1)
    if deal.status is not DealStatus.REFUNDED:  # the approval was faster, so the question was about an older deal
        await world.oleg.opens_deal()
        await world.oleg.taps("Leave with refund")
        await world.oleg.taps("Yes, leave")
    assert (await Deal.get(id=1)).status is DealStatus.REFUNDED
    assert sum(value >= DEAL_PRICE_NANO for value in world.anna.received()[before:]) == 1
    assert await events("withdraw") == 1
    await world.anna.opens_deal()
    await world.anna.sees("Refunded")


async def test_a_new_version_sent_while_the_other_side_agrees_to_the_time_is_not_published_unseen(world: World) -> None:
    await steps.approved(world)
    await world.oleg.opens_deal()
    await world.oleg.taps("Propose a time")
    await steps.says_where(world.oleg)
    await world.oleg.says("tomorrow 12:00")
    await world.oleg.opens_deal()
    await world.oleg.taps("Change the post")
    await world.oleg.says("Tea is nowhere")
    await world.oleg.taps("See it as posted")
    await world.anna.opens_deal()
    await world.anna.taps("Agree to the time")
    await steps.says_where(world.anna)
    await at_once(world, (world.oleg, "Send for review"), (world.anna, "Yes, publish then"))
    deal = await Deal.get(id=1)
    versions = await Creative.filter(deal_id=1).count()
    assert (deal.status, versions) in ((DealStatus.CREATIVE_SUBMITTED, 2), (DealStatus.SCHEDULED, 1))
    await world.pass_time(hours=24)
    assert world.posts() == (["Tea is here"] if versions == 1 else [])


async def test_both_propose_to_cancel_and_money_moves_only_when_one_agrees(world: World) -> None:
    await steps.published(world)
    for person in (world.anna, world.oleg):
        await person.opens_deal()
        await person.taps("Propose to cancel")
    await at_once(world, (world.anna, "Yes, propose"), (world.oleg, "Yes, propose"))
    deal = await Deal.get(id=1)
    assert deal.verdict is None
    assert deal.cancel_proposed_by is not None
    other = world.oleg if deal.cancel_proposed_by.value == "advertiser" else world.anna
    await other.opens_deal()
    await other.taps("Agree to cancel")
    await other.taps("Yes, cancel")
    deal = await Deal.get(id=1)
    assert (deal.status, deal.outcome) == (DealStatus.REFUNDED, Verdict.REFUND)


async def test_a_triple_tap_acts_once(world: World) -> None:
    """On the request, on the acceptance, and on the payment."""
    anna, oleg = world.anna, world.oleg
    await steps.oleg_sells_posts(world)
    await anna.starts()
    await anna.taps("Find channels")
    await anna.taps("Coffee daily")
    await anna.taps("1/24")
    await anna.says("Hello!")
    await at_once(world, *[(anna, "Send the request")] * 3)
    assert await Deal.all().count() == 1
    await oleg.opens_deal()
    await oleg.taps("Accept")
    await at_once(world, *[(oleg, "Yes, agree")] * 3)
    assert await events("accept") == 1
    await steps.both_connect(world)
    await anna.opens_deal()
    await anna.taps("Pay")
    await at_once(world, *[(anna, "Pay in wallet")] * 3)
    request = await anna.wallet.wait_pending()
    assert len(anna.wallet.pending) == 1
    await anna.wallet.confirm(request.id)
    await world.settle()
    assert await events("confirm_deposit") == 1
