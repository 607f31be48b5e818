"""People and administrators over the wire: a letter and its answer by a reply, a ban in mid-deal, a broadcast."""

from models import Broadcast, BroadcastState, Deal, DealStatus, Listing, ListingStatus, User
from tests.journeys import steps
from tests.world import Person, World


def message_with(person: Person, *words: str) -> int:
    """The id of the newest message of the bot that has all the words."""
    found = [message for message, text in zip(person.seen_messages(), person.texts(), strict=True) if has(text, words)]
    assert found, person
    return found[-1].id


def has(text: str, words: tuple[str, ...]) -> bool:
    return all(word in text for word in words)


async def test_a_letter_is_answered_by_a_reply_and_answered_back(world: World) -> None:
    anna, vera = world.anna, world.vera
    await vera.starts()
    await anna.says("/support")
    await anna.says("Where is my <money>?")
    await vera.says("In the contract", reply_to=message_with(vera, "asks:", "Where is my <money>?"))
    await anna.sees("Support:", "In the contract")
    await anna.says("Thank you", reply_to=message_with(anna, "In the contract"))
    await vera.sees("Anna", "Thank you")


async def test_a_banned_owners_paid_deal_goes_on_to_the_end_of_the_money(world: World) -> None:
    await steps.scheduled(world)
    vera, anna = world.vera, world.anna
    await vera.says("/admin")
    await vera.taps("Find")
    await vera.says("@coffee_daily")
    await vera.taps("Coffee daily")
    await vera.taps("The owner")
    await vera.taps("Ban")
    await vera.says("Sold the same hour twice")
    await vera.taps("Yes, do it")
    await anna.sees("The other side lost access")
    assert any("Sold the same hour twice" in text for text in world.oleg.texts())
    assert (await Listing.get()).status is ListingStatus.HIDDEN
    await world.oleg.says("/start")
    await world.pass_time(hours=50)
    assert (await Deal.get(id=1)).status is DealStatus.RELEASED
    assert world.oleg.received() == [9_500_000_000]


async def test_a_broadcast_reaches_whom_it_is_for_and_can_be_switched_off(world: World) -> None:
    for person in (world.anna, world.oleg, world.vera):
        await person.starts()
    vera = world.vera
    for number, expected in ((1, {world.anna.id, world.oleg.id, world.vera.id}), (2, {world.oleg.id, world.vera.id})):
        await vera.says("/admin")
        for label in ("More", "Broadcasts", "A new broadcast"):
            await vera.taps(label)
        await vera.says(f"News number {number}", html=f"News <b>number</b> {number}")
        await vera.taps("Next")
        await vera.taps("Yes, send")
        people = {person.id for person in (world.anna, world.oleg, vera) if f"News number {number}" in person.texts()}
        assert people == expected
        if number == 1:
            await world.anna.taps("What I get")
            await world.anna.taps("News of the marketplace")
    assert (await User.get(id=world.anna.id)).muted == ["news"]
    assert await Broadcast.filter(state=BroadcastState.DONE).count() == 2
