"""No term ends unseen: whatever comes between a check and what follows from it, somebody looks again."""

import pytest

from models import Check, Deal, DealStatus, Dispute, Posting, PostingState, Verdict
from services.posting.reading import Finding
from services.verification import Verification
from tests.services.posting.stage import Stage
from tests.services.posting.taps import propose_to_cancel


async def unseen_to_the_end(stage: Stage) -> Deal:
    deal = await stage.posted()
    stage.telegram.world.faults.add("server", method="forwardMessage", times=10**6)
    await stage.let_pass(hours=25, minutes=55)
    return deal


async def test_a_proposal_during_the_last_look_does_not_lose_the_dispute(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    deal = await unseen_to_the_end(stage)
    real = Verification._look

    async def look(self: Verification, posting: Posting, seen: Deal) -> Finding | None:
        finding = await real(self, posting, seen)
        await propose_to_cancel(stage, seen)
        return finding

    monkeypatch.setattr(Verification, "_look", look)
    await stage.let_pass(minutes=20)
    assert (await stage.now(deal)).status is DealStatus.DISPUTED
    assert await Dispute.all().count() == 1


async def test_a_check_stays_open_when_the_dispute_could_not_be_opened(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unseen_to_the_end(stage)

    async def gone(*_: object) -> bool:
        return False

    monkeypatch.setattr("services.verification.dispute_by_platform", gone)
    await stage.let_pass(minutes=20)
    assert await Check.filter(done_at=None).count() == 1


async def test_a_term_that_is_over_without_an_open_check_is_looked_at_again(stage: Stage) -> None:
    deal = await stage.posted()
    await Check.all().delete()
    await stage.let_pass(hours=25)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_after_hours_without_a_worker_the_first_look_is_not_the_last(stage: Stage) -> None:
    deal = await stage.posted()
    fault = stage.telegram.world.faults.add("server", method="forwardMessage", times=10**6)
    stage.clock.pass_(hours=30)
    await stage.verification.check_due()
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK
    stage.telegram.world.faults.remove(fault.id)
    await stage.let_pass(hours=2)
    assert (await stage.now(deal)).verdict is Verdict.RELEASE


async def test_a_post_that_is_being_sent_at_the_end_of_the_window_is_waited_for(stage: Stage) -> None:
    deal = await stage.posted()
    stale = await stage.posting(deal)
    stale.state = PostingState.DUE
    await Posting.filter(id=stale.id).update(state=PostingState.SENDING)
    deal.cure_ends_at = stage.clock.utcnow()
    check = await Check.filter(posting_id=stale.id).order_by("due_at").first()
    assert check is not None
    assert not await stage.verification._not_up(check, stale, deal)
    assert (await stage.posting(deal)).state is PostingState.SENDING
    assert (await stage.now(deal)).verdict is None
