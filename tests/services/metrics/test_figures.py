"""The figures say what the rows say, and are read no more often than promised."""

from datetime import timedelta
from typing import Any

import pytest
from tortoise import Tortoise

from models import (
    Batch,
    Check,
    CheckKind,
    CheckResult,
    Creative,
    Cursor,
    Deal,
    DealEvent,
    DealStatus,
    EscrowState,
    HoldState,
    Notice,
    Party,
    PayoutHold,
    Posting,
    PostingState,
    Verdict,
)
from services import metrics
from services.metrics import DUE, Metrics
from tests.makers import ADDRESSES, OWNER, START, StillClock, a_deal, an_escrow


@pytest.fixture
def figures(db: None, clock: StillClock) -> Metrics:
    return Metrics(clock)


async def a_posting(state: PostingState, **over: Any) -> Posting:
    deal = await a_deal(DealStatus.RETENTION_CHECK)
    creative = await Creative.create(deal_id=deal.id, version=1, author=Party.OWNER, user_id=OWNER, created_at=START)
    return await Posting.create(
        deal_id=deal.id, channel_id=deal.channel_id, creative_id=creative.id, state=state, due_at=START, **over
    )


async def a_check(posting: Posting, kind: CheckKind, result: CheckResult | None) -> None:
    done_at = START if result else None
    await Check.create(posting_id=posting.id, kind=kind, due_at=START, done_at=done_at, result=result)


async def test_every_status_and_state_is_named_also_where_there_is_none(figures: Metrics) -> None:
    found = await figures.read()
    assert found.deals_by_status == dict.fromkeys((status.value for status in DealStatus), 0)
    assert found.escrows_by_state == dict.fromkeys(
        ("none", "init", "funded", "released", "refunded", "split", "alien"), 0
    )
    assert found.postings == dict.fromkeys(("total", "posted", "verified", "retained", "failed"), 0)
    assert set(found.overdue_seconds.values()) == {0.0}
    assert set(found.waiting.values()) == {0}


async def test_deals_and_escrows_are_counted_by_what_they_are(figures: Metrics) -> None:
    for _ in range(2):
        await an_escrow(await a_deal(DealStatus.SCHEDULED), EscrowState.FUNDED)
    await an_escrow(await a_deal(DealStatus.RELEASED), EscrowState.RELEASED)
    found = await figures.read()
    assert {name: count for name, count in found.deals_by_status.items() if count} == {"scheduled": 2, "released": 1}
    assert {name: count for name, count in found.escrows_by_state.items() if count} == {"funded": 2, "released": 1}


async def test_postings_are_counted_by_how_far_they_came(figures: Metrics) -> None:
    await a_posting(PostingState.DUE)
    await a_posting(PostingState.MISSED)
    kept = await a_posting(PostingState.DELETED)
    await a_check(kept, CheckKind.BAND, CheckResult.INTACT)
    await a_check(kept, CheckKind.FINAL, CheckResult.INTACT)
    running = await a_posting(PostingState.POSTED)
    await a_check(running, CheckKind.BAND, CheckResult.INTACT)
    await a_check(running, CheckKind.FINAL, None)
    broken = await a_posting(PostingState.DELETED)
    await a_check(broken, CheckKind.BAND, CheckResult.VIOLATED)
    await a_check(broken, CheckKind.CONFIRM, CheckResult.VIOLATED)
    mended = await a_posting(PostingState.POSTED)
    await a_check(mended, CheckKind.CONFIRM, CheckResult.VIOLATED)
    await a_check(mended, CheckKind.FINAL, CheckResult.INTACT)
    found = await figures.read()
    assert found.postings == {"total": 6, "posted": 4, "verified": 3, "retained": 2, "failed": 2}


async def test_the_reserves_are_short_by_what_a_contract_lacks_whatever_others_have(figures: Metrics) -> None:
    rich = await an_escrow(await a_deal(DealStatus.SCHEDULED), balance_nano=3 * 10**10)
    await an_escrow(await a_deal(DealStatus.SCHEDULED), balance_nano=10**10 - 5)
    await an_escrow(await a_deal(DealStatus.RELEASED), EscrowState.RELEASED, balance_nano=7)
    found = await figures.read()
    assert (found.held_nano, found.owed_nano, found.short_nano) == (4 * 10**10 - 5, 2 * 10**10, 5)
    assert found.controllers == [rich.controller_address]


async def test_what_is_late_is_told_by_the_job_that_should_have_done_it(figures: Metrics, clock: StillClock) -> None:
    late, soon = START - timedelta(minutes=5), START + timedelta(minutes=5)
    for due_at in (late, soon):
        await Notice.create(user_id=1, key="k", due_at=due_at)
    await Notice.create(user_id=1, key="k", due_at=late - timedelta(days=1), sent_at=START)
    await a_deal(DealStatus.NEGOTIATION, due_at=late, warn_at=late - timedelta(seconds=30))
    disputed = await a_deal(DealStatus.DISPUTED, due_at=late - timedelta(seconds=1))
    event = {"deal_id": disputed.id, "source": DealStatus.POSTED, "target": DealStatus.DISPUTED, "party": Party.OWNER}
    await DealEvent.create(action="dispute", created_at=late, **event)
    decided = await a_deal(DealStatus.RETENTION_CHECK, verdict=Verdict.RELEASE)
    await an_escrow(decided, verdict=Verdict.RELEASE, decided_at=late, observed_at=START, balance_nano=10**10)
    held = await an_escrow(await a_deal(DealStatus.RETENTION_CHECK), verdict=Verdict.RELEASE, decided_at=late)
    end = START + timedelta(days=1)
    await PayoutHold.create(escrow_id=held.id, state=HoldState.WAITING, until=end, created_at=late)
    passed = await an_escrow(await a_deal(DealStatus.RETENTION_CHECK), verdict=Verdict.RELEASE, decided_at=START)
    await PayoutHold.create(escrow_id=passed.id, state=HoldState.PASSED, until=START, created_at=late)
    await a_posting(PostingState.SENDING, claimed_until=late)
    found = await figures.read()
    overdue = {job: seconds for job, seconds in found.overdue_seconds.items() if seconds}
    assert overdue.pop("clocks-warn") == 330
    assert overdue.pop("dispute-cap") == 301
    assert overdue == {"notices": 300, "clocks-ring": 300, "relay": 300, "audit": 300, "escrow-settle": 300}
    assert found.waiting == {"notices": 1, "events": 1, "checks": 0, "postings": 1, "settlements": 2}
    clock.pass_(seconds=90)
    figures.forget()
    later = await figures.read()
    assert later.overdue_seconds["placement-post"] == 90
    assert later.overdue_seconds["escrow-watch"] == 90


async def test_a_cursor_that_stands_still_grows_old(figures: Metrics, clock: StillClock) -> None:
    row = await Cursor.create(name="deposits", value="5:ab")
    assert (await figures.read()).cursor_seconds == 0
    clock.pass_(minutes=3)
    figures.forget()
    assert (await figures.read()).cursor_seconds == 180
    await Cursor.filter(name=row.name).update(value="6:cd")
    figures.forget()
    assert (await figures.read()).cursor_seconds == 0


async def test_batches_under_way_and_escrows_in_alarm_are_counted(figures: Metrics) -> None:
    batch: dict[str, Any] = {
        "controller_address": ADDRESSES["controller"],
        "boc": "",
        "valid_until": 1,
        "created_at": START,
    }
    await Batch.create(seqno=1, message_hash="1", state="spent", **batch)
    await Batch.create(seqno=2, message_hash="2", state="sent", **batch)
    await an_escrow(await a_deal(DealStatus.SCHEDULED), alerted_at=START - timedelta(hours=2))
    await an_escrow(await a_deal(DealStatus.SCHEDULED), alerted_at=START - timedelta(days=2))
    found = await figures.read()
    assert (found.batches_open, found.escrows_in_alarm) == (1, 1)


async def test_figures_are_kept_for_a_while(figures: Metrics) -> None:
    first = await figures.read()
    await a_deal()
    assert await figures.read() is first
    figures.forget()
    assert (await figures.read()).deals_by_status["negotiation"] == 1


def test_every_job_tells_what_it_works_on() -> None:
    from app.tasks.jobs import JOBS

    assert set(DUE) == {job.name for job in JOBS}


async def test_each_count_is_one_walk_over_an_index_on_postgresql(migrated_url: str) -> None:
    await Tortoise.init(db_url=migrated_url, modules={"models": ["models"]}, _enable_global_fallback=True)
    try:
        await fill_with_finished_deals(MANY)
        connection = Tortoise.get_connection("default")
        plans = {}
        for query in (metrics.DEALS, metrics.ESCROWS, metrics.POSTINGS):
            rows = await connection.execute_query_dict(f"EXPLAIN {query}")
            plans[query] = "\n".join(str(row["QUERY PLAN"]) for row in rows)
        assert [plan for plan in plans.values() if "Index Only Scan" not in plan] == []
        assert (await Metrics(StillClock()).read()).deals_by_status["released"] == MANY
    finally:
        await Tortoise.close_connections()


MANY = 20_000


async def fill_with_finished_deals(many: int) -> None:
    """As many as make a planner think, without a client in between."""
    deal = await a_deal(DealStatus.RELEASED)
    escrow = await an_escrow(deal, EscrowState.RELEASED)
    posting = await a_posting(PostingState.DELETED)
    await Deal.filter(id=posting.deal_id).update(status=DealStatus.CANCELLED)
    connection = Tortoise.get_connection("default")
    columns = {
        "deals": ({"id": "g + 10"}, deal.id),
        "escrows": ({"id": "g + 10", "deal_id": "g + 10", "address": "'0:' || g"}, escrow.id),
        "postings": ({"id": "g + 10", "deal_id": "g + 10"}, posting.id),
    }
    for table, (own, template) in columns.items():
        fields = [str(row["column_name"]) for row in await connection.execute_query_dict(COLUMNS.format(table))]
        values = ", ".join(own.get(name, f'"{name}"') for name in fields)
        names = ", ".join(f'"{name}"' for name in fields)
        copies = f"FROM {table}, generate_series(1, {many - 1}) AS g WHERE id = {template}"
        await connection.execute_script(f"{TRUSTING} INSERT INTO {table} ({names}) SELECT {values} {copies}")
        await connection.execute_script("CHECKPOINT")  # or vacuum takes the rows for not yet safe on disk
        await connection.execute_script(f"VACUUM ANALYZE {table}")


TRUSTING = "SET session_replication_role = replica;"
"""The copies refer to what is there: a million of them need not be looked up."""
COLUMNS = "SELECT column_name FROM information_schema.columns WHERE table_name = '{}'"
