"""What no rule can decide: people state their case, concede, or an admin decides; silence is decided by the checks."""

from datetime import timedelta
from typing import Any

import pytest

from models import Cause, Check, CheckKind, CheckResult, Deal, DealStatus, Dispute, Escrow, Party, Verdict
from services.actor import PLATFORM, Actor
from services.disputes import capped_verdict, open_dispute
from services.errors import BadShare, EmptyMessage, GoneAhead, NotFound, Settling
from tests.makers import ADVERTISER, OWNER, STRANGER
from tests.services.posting.stage import Stage


async def disputed(stage: Stage) -> Deal:
    deal = await stage.posted()
    await stage.disputes.open(stage.advertiser, deal.id, "It is not what we agreed")
    return await stage.now(deal)


async def test_both_sides_state_their_case_and_see_the_same_evidence(stage: Stage) -> None:
    deal = await disputed(stage)
    await stage.disputes.state_case(stage.owner, deal.id, "It is")
    await stage.disputes.state_case(stage.advertiser, deal.id, "It is not")
    for actor in (stage.owner, stage.advertiser, stage.admin):
        seen = await stage.disputes.evidence(actor, deal.id)
        assert seen.dispute is not None
        assert [said["text"] for said in seen.dispute.statements] == ["It is", "It is not"]
        assert seen.posting is not None
        assert seen.posting.snapshot
        assert [one.version for one in seen.versions] == [1]
    with pytest.raises(NotFound):
        await stage.disputes.evidence(Actor(STRANGER), deal.id)


async def test_an_empty_reason_is_no_reason(stage: Stage) -> None:
    deal = await stage.posted()
    with pytest.raises(EmptyMessage):
        await stage.disputes.open(stage.owner, deal.id, "  ")


@pytest.mark.parametrize(("who", "verdict"), [("owner", Verdict.REFUND), ("advertiser", Verdict.RELEASE)])
async def test_who_concedes_gives_the_money_to_the_other(stage: Stage, who: str, verdict: Verdict) -> None:
    deal = await disputed(stage)
    await stage.disputes.concede(getattr(stage, who), deal.id)
    assert (await stage.now(deal)).verdict is verdict
    dispute = await Dispute.get(deal_id=deal.id)
    assert (dispute.decision, dispute.decided_by) == (verdict, {"owner": OWNER, "advertiser": ADVERTISER}[who])


async def test_an_admin_splits_and_the_share_reaches_the_escrow(stage: Stage) -> None:
    deal = await disputed(stage)
    await stage.disputes.decide(stage.admin, deal.id, Verdict.SPLIT, 3000)
    escrow = await Escrow.get(deal_id=deal.id)
    assert (escrow.verdict, escrow.split_bps) == (Verdict.SPLIT, 3000)


async def test_a_split_needs_a_share_and_nothing_else_takes_one(stage: Stage) -> None:
    deal = await disputed(stage)
    for verdict, share in ((Verdict.SPLIT, None), (Verdict.SPLIT, 10_001), (Verdict.RELEASE, 5000)):
        with pytest.raises(BadShare):
            await stage.disputes.decide(stage.admin, deal.id, verdict, share)


async def test_only_an_admin_decides_and_only_once(stage: Stage) -> None:
    deal = await disputed(stage)
    with pytest.raises(GoneAhead):
        await stage.disputes.decide(stage.owner, deal.id, Verdict.RELEASE)
    await stage.disputes.decide(stage.admin, deal.id, Verdict.RELEASE)
    with pytest.raises(Settling):
        await stage.disputes.decide(stage.admin, deal.id, Verdict.REFUND)


async def test_an_admin_does_not_meddle_where_nothing_is_disputed(stage: Stage) -> None:
    deal = await stage.posted()
    with pytest.raises(GoneAhead):
        await stage.disputes.decide(stage.admin, deal.id, Verdict.REFUND)


async def test_while_a_dispute_is_open_checks_go_on_and_decide_nothing(stage: Stage) -> None:
    deal = await disputed(stage)
    await stage.let_pass(hours=25)
    deal = await stage.now(deal)
    assert (deal.status, deal.verdict) == (DealStatus.DISPUTED, None)
    assert await stage.results(deal) == [CheckResult.INTACT] * 5


async def test_a_dispute_that_nobody_decides_is_decided_at_its_cap(stage: Stage) -> None:
    deal = await disputed(stage)
    await stage.let_pass(hours=25)
    stage.clock.pass_(days=5, hours=22)
    assert await stage.disputes.cap_due() == 0
    stage.clock.pass_(hours=1)
    assert await stage.disputes.cap_due() == 1
    deal = await stage.now(deal)
    assert (deal.verdict, deal.verdict_reason) == (Verdict.RELEASE, "dispute_cap")


EARLY, LATE = 2, 23
INTACT, VIOLATED, UNKNOWN = CheckResult.INTACT, CheckResult.VIOLATED, CheckResult.UNKNOWN
DARK = None
"""The owner keeps us from looking."""


@pytest.mark.parametrize(
    ("cause", "seen", "verdict"),
    [
        (Cause.OURS, [], Verdict.SPLIT),
        (Cause.OURS, [(EARLY, UNKNOWN)], Verdict.SPLIT),
        (Cause.OURS, [(EARLY, INTACT), (LATE, UNKNOWN)], Verdict.RELEASE),
        (Cause.OURS, [(EARLY, INTACT), (LATE, VIOLATED)], Verdict.REFUND),
        (Cause.OWNERS, [], Verdict.REFUND),
        (Cause.OWNERS, [(EARLY, INTACT)], Verdict.REFUND),
        (Cause.OWNERS, [(LATE, INTACT)], Verdict.RELEASE),
        (Cause.OWNERS, [(EARLY, VIOLATED), (LATE, INTACT)], Verdict.RELEASE),
        (None, [(EARLY, INTACT)], Verdict.RELEASE),
        (None, [(EARLY, INTACT), (LATE, DARK)], Verdict.REFUND),
        (None, [(LATE, DARK)], Verdict.REFUND),
        (None, [(EARLY, DARK), (LATE, INTACT)], Verdict.RELEASE),
        (None, [(LATE, VIOLATED)], Verdict.REFUND),
    ],
)
async def test_at_the_cap_the_last_content_check_decides(
    stage: Stage, cause: Cause | None, seen: list[tuple[int, CheckResult | None]], verdict: Verdict
) -> None:
    deal = await stage.posted()
    posting = await stage.posting(deal)
    for hours, result in seen:
        at = stage.clock.utcnow() + timedelta(hours=hours)
        told: dict[str, Any] = {"result": result or UNKNOWN, "cause": None if result else Cause.OWNERS}
        await Check.create(posting_id=posting.id, kind=CheckKind.BAND, due_at=at, done_at=at, **told)
    await open_dispute(deal, Party.PLATFORM, PLATFORM, "a test", cause, stage.clock)
    assert await capped_verdict(deal) is verdict
