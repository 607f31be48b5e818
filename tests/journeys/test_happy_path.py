"""The main job, from /start to RELEASED."""

import pytest

from models import Deal, DealStatus
from tests.journeys import steps
from tests.world import World

pytestmark = pytest.mark.both_stores


async def test_from_the_first_start_to_the_owners_money(world: World) -> None:
    world.is_untouched = False  # every chapter is played
    await steps.published(world)
    await world.anna.opens_deal()
    await world.anna.sees("being watched")
    await world.pass_time(hours=25)
    await world.oleg.sees("paid")
    deal = await Deal.get(id=1)
    assert deal.status is DealStatus.RELEASED
    assert world.oleg.received() == [9_500_000_000]
    assert world.posts() == []
