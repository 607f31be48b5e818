"""People go on pressing buttons while a post is on its way; what leaves the deal where it was changes nothing."""

from dataclasses import replace
from datetime import timedelta

from models import Check, Deal, DealStatus, PostingState
from services.placement import Placement
from tests.services.posting.stage import Stage
from tests.services.posting.taps import deals_of, propose_to_cancel


def tapped(stage: Stage) -> Placement:
    """A worker during whose questions the advertiser proposes to cancel."""

    async def funded(deal: Deal) -> bool:
        await propose_to_cancel(stage, deal)
        return True

    return replace(stage.placement, funded=funded)


async def test_a_proposal_to_cancel_during_the_sending_gives_nobody_a_free_post(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.clock.pass_(hours=1)
    assert await tapped(stage).post_due() == 1
    deal = await stage.now(deal)
    assert (deal.status, deal.verdict) == (DealStatus.RETENTION_CHECK, None)
    assert deal.retention_ends_at == stage.clock.utcnow() + timedelta(hours=24)
    assert await Check.all().count() == 5


async def test_a_slot_is_missed_although_somebody_proposes_to_cancel_at_that_moment(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.clock.pass_(hours=4)
    late = await stage.now(deal)
    posting = await stage.posting(deal)
    await propose_to_cancel(stage, deal)
    await stage.placement._miss(late, posting)
    assert (await stage.now(deal)).verdict_reason == "slot"


async def test_the_clock_of_the_slot_does_not_ring_for_a_post_that_is_up(stage: Stage) -> None:
    deal = await stage.scheduled()
    posting = await stage.posting(deal)
    posting.state = PostingState.POSTED
    await posting.save()
    stage.clock.pass_(hours=4)
    assert await deals_of(stage).ring_due() == 0
    assert (await stage.now(deal)).verdict is None
