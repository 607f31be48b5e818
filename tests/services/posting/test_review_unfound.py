"""A post whose answer was lost is looked for until the matter is settled, and nothing that may be up is forgotten."""

import pytest

from models import Deal, DealStatus, Dispute, PostingState, Verdict
from services.deals.lifecycle import Action
from services.posting.traces import PROBE_LIMIT
from tests.makers import OWNER
from tests.services.posting.stage import AD, CHANNEL, Stage
from tests.services.posting.taps import propose_to_cancel


async def unanswered(stage: Stage) -> Deal:
    """The post is up, and the answer to it was lost."""
    deal = await stage.scheduled()
    stage.telegram.world.faults.add("lost", method="sendMessage", chat_id=CHANNEL)
    stage.clock.pass_(hours=1)
    await stage.placement.post_due()
    return deal


async def test_a_proposal_to_cancel_during_the_search_does_not_lose_the_dispute(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    deal = await unanswered(stage)
    stage.clock.pass_(hours=3)

    async def unreadable(*_: object) -> None:
        await propose_to_cancel(stage, deal)

    monkeypatch.setattr("services.placement.find_traces", unreadable)
    await stage.placement.post_due()
    assert (await stage.now(deal)).status is DealStatus.DISPUTED
    assert await Dispute.all().count() == 1


async def test_a_posting_is_not_given_up_when_no_dispute_was_opened(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    deal = await unanswered(stage)

    async def no(*_: object) -> bool:
        return False

    monkeypatch.setattr("services.placement.dispute_by_platform", no)
    stage.telegram.world.faults.add("server", method="forwardMessage", times=10**6)
    stage.clock.pass_(hours=3)
    await stage.placement.post_due()
    assert (await stage.posting(deal)).state is PostingState.AMBIGUOUS


async def test_a_lost_post_of_a_refunded_deal_is_found_and_taken_down(stage: Stage) -> None:
    deal = await unanswered(stage)
    fault = stage.telegram.world.faults.add("server", method="forwardMessage", times=10**6)
    await stage.placement.access.take(stage.owner, deal.id, Action.WITHDRAW)
    assert (await stage.now(deal)).verdict is Verdict.REFUND
    await stage.let_pass(hours=2)
    stage.telegram.world.faults.remove(fault.id)
    await stage.let_pass(hours=2)
    assert stage.in_channel() == []
    assert (await stage.posting(deal)).state is PostingState.DELETED


async def test_after_a_day_of_searching_in_a_refunded_deal_its_owner_is_asked_to_look(stage: Stage) -> None:
    deal = await unanswered(stage)
    stage.telegram.world.faults.add("server", method="forwardMessage", times=10**6)
    await stage.placement.access.take(stage.owner, deal.id, Action.WITHDRAW)
    await stage.let_pass(hours=23)
    assert (await stage.posting(deal)).state is PostingState.AMBIGUOUS
    await stage.let_pass(hours=3)
    assert (await stage.posting(deal)).state is PostingState.MISSED
    assert await stage.told("notice-post-unfound-owner") == [OWNER]
    assert AD.text in [post.content["text"] for post in stage.in_channel()]


async def test_a_search_that_finds_the_vault_busy_gets_the_next_free_minute_before_any_check(stage: Stage) -> None:
    vaults = stage.placement.vaults
    assert await vaults.take(PROBE_LIMIT) is not None
    stage.clock.pass_(seconds=30)
    assert await vaults.take(PROBE_LIMIT, urgent=True) is None
    assert await vaults.take(1) is None
    stage.clock.pass_(seconds=60)
    assert await vaults.take(1) is None
    assert await vaults.take(PROBE_LIMIT, urgent=True) is not None
    assert await vaults.take(1) is not None


async def test_a_short_search_leaves_room_in_the_vault(stage: Stage) -> None:
    deal = await unanswered(stage)
    stage.clock.pass_(minutes=1, seconds=1)
    assert await stage.placement.post_due() == 1
    assert (await stage.now(deal)).status is DealStatus.RETENTION_CHECK
    assert await stage.placement.vaults.take(PROBE_LIMIT) is not None
