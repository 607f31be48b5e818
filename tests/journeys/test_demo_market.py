"""The demonstration market is no stage set: whoever asks one of its channels gets an answer, and a deal."""

from datetime import UTC, datetime

from app.demo import COUNT, seed, the_plan
from app.sandbox.house import CAST
from models import Deal, DealStatus
from tests.world import World


async def test_anna_finds_a_channel_among_two_hundred_and_its_owner_accepts(world: World) -> None:
    assert await seed(world.house, datetime.fromtimestamp(world.house.clock.now(), UTC)) == COUNT
    anna = world.anna
    await anna.starts()
    await anna.taps("Find channels")
    wanted = next(one for one in the_plan() if one.language == "ru" and one.category == "lifestyle")
    await anna.says(wanted.title.upper())
    await anna.taps(wanted.title)
    await anna.sees("Это демонстрационный канал", wanted.owner.first_name)
    await anna.taps("1/24")
    await anna.taps("Skip")
    await anna.taps("Send the request")

    owner = world.person(wanted.owner.user_id)
    assert owner.id not in {person.user_id for person in CAST}
    await owner.sees("Новый запрос")
    await owner.taps("Открыть сделку")
    await owner.taps("Принять")
    await owner.taps("Да")
    assert (await Deal.get()).status is DealStatus.OWNER_ACCEPTED
    await anna.sees("The owner agreed")
