"""People go on pressing buttons while a post is on its way; what leaves the deal where it was changes nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models import Check, Deal, DealStatus, Posting, PostingState, Verdict
from services.errors import TryAgain
from services.placement import Placement
from services.posting.reading import Finding
from services.verification import Verification
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


async def test_a_chain_that_says_nothing_only_delays_the_post(stage: Stage) -> None:
    deal = await stage.scheduled()
    stage.clock.pass_(hours=1)

    async def silent(_: Deal) -> bool:
        raise TryAgain()

    assert await replace(stage.placement, funded=silent).post_due() == 0
    assert (await stage.posting(deal)).state is PostingState.DUE
    await stage.let_pass(minutes=2)
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK


async def test_a_posting_that_cannot_be_worked_on_keeps_no_other_waiting(stage: Stage) -> None:
    broken = await stage.scheduled(in_hours=1)
    other = await stage.scheduled(in_hours=3)
    stage.clock.pass_(hours=3)

    async def funded(deal: Deal) -> bool:
        return deal.id != broken.id or bool(1 // 0)

    assert await replace(stage.placement, funded=funded).post_due() == 1
    assert (await stage.now(other)).status is DealStatus.RETENTION_CHECK


async def test_a_check_that_cannot_be_made_keeps_no_other_waiting(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, other = await stage.posted(), await stage.posted()
    real = Verification._look

    async def look(self: Verification, posting: Posting, deal: Deal) -> Finding | None:
        if deal.id == broken.id:
            raise ZeroDivisionError
        return await real(self, posting, deal)

    monkeypatch.setattr(Verification, "_look", look)
    await stage.let_pass(hours=25)
    assert (await stage.now(other)).verdict is Verdict.RELEASE
