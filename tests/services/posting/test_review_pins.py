"""A channel shows one pinned post: two deals do not sell it for the same time."""

import pytest

from services.errors import SlotTaken
from tests.services.posting.stage import HOUR, Stage


@pytest.mark.parametrize("hours", [2, 20, 29])
async def test_the_terms_of_two_pinned_posts_do_not_overlap(stage: Stage, hours: int) -> None:
    await stage.scheduled(in_hours=5, pinned=True)
    other = await stage.approved(pinned=True)
    with pytest.raises(SlotTaken):
        await stage.placement.propose_time(stage.owner, other.id, stage.clock.utcnow() + hours * HOUR)


async def test_a_pinned_post_that_is_up_keeps_its_place_to_the_end(stage: Stage) -> None:
    await stage.posted(pinned=True)
    other = await stage.approved(pinned=True)
    for hours in (2, 23):
        with pytest.raises(SlotTaken):
            await stage.placement.propose_time(stage.owner, other.id, stage.clock.utcnow() + hours * HOUR)
    await stage.placement.propose_time(stage.owner, other.id, stage.clock.utcnow() + 48 * HOUR)


async def test_beside_a_pinned_post_others_may_go_out(stage: Stage) -> None:
    await stage.posted(pinned=True)
    plain = await stage.approved()
    await stage.placement.propose_time(stage.owner, plain.id, stage.clock.utcnow() + 2 * HOUR)
