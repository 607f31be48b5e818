"""What the chain did is followed to the end: late, after a failure, and by the post that the money was for."""

from datetime import timedelta
from typing import Any

import pytest

from models import Creative, Deal, DealStatus, Escrow, EscrowState, Party, Posting, PostingState, Verdict
from services.deals.chain_table import Reaction
from services.escrow import reconciling
from services.escrow.alerts import Alerts
from services.escrow.reconciling import Reconciler
from services.escrow.watching import Watcher
from services.ports import Seen
from services.posting.cleanup import clean_up
from services.settings import MarketSettings
from tests.makers import START, StillClock, a_deal, an_escrow, some_terms


class ShownChain:
    """Shows every escrow in one state and tells of no deposits."""

    def __init__(self, state: EscrowState) -> None:
        self.state = state

    async def deposits_since(self, _: str) -> list[object]:
        return []

    async def look(self, escrows: dict[str, Any]) -> dict[str, Seen]:
        return {address: Seen(address, self.state, 0, facts.deadline) for address, facts in escrows.items()}


class ObedientTelegram:
    def __init__(self) -> None:
        self.deleted: list[int] = []

    async def delete(self, _: int, message_ids: list[int]) -> None:
        self.deleted += message_ids


def watcher(clock: StillClock, state: EscrowState) -> Watcher:
    chain: Any = ShownChain(state)
    return Watcher(clock, chain, Reconciler(clock, Alerts(clock, MarketSettings())))


async def decided(verdict: Verdict, **terms: object) -> tuple[Deal, Escrow]:
    over = {"verdict": verdict, "verdict_reason": "checks-passed", "retention_ends_at": START + timedelta(days=1)}
    deal = await a_deal(DealStatus.RETENTION_CHECK, some_terms(**terms), **over)
    return deal, await an_escrow(deal, verdict=verdict, decided_at=START)


async def a_post(deal: Deal, clock: StillClock) -> Posting:
    creative = await Creative.create(deal_id=deal.id, version=1, author=Party.OWNER, user_id=22, created_at=START)
    times: dict[str, Any] = {"due_at": START, "posted_at": START}
    ids: dict[str, Any] = {"deal_id": deal.id, "channel_id": deal.channel_id, "creative_id": creative.id}
    return await Posting.create(**ids, **times, state=PostingState.POSTED, message_ids=[5])


async def test_an_end_whose_follow_up_failed_is_followed_even_long_after_the_contracts_deadline(
    db: None, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    deal, escrow = await decided(Verdict.RELEASE)

    async def fails(*_: object) -> bool:
        raise OSError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setitem(reconciling.HANDLERS, Reaction.CONFIRM_RELEASE, fails)
        await watcher(clock, EscrowState.RELEASED).watch()
    row = await Escrow.get(id=escrow.id)
    assert (row.state, row.settled_at) == (EscrowState.RELEASED, None)
    clock.pass_(days=90)
    assert row.deadline < clock.now.timestamp()
    assert await watcher(clock, EscrowState.RELEASED).watch() == 1
    assert (await Deal.get(id=deal.id)).status is DealStatus.RELEASED


@pytest.mark.parametrize("is_permanent", [True, False])
async def test_a_post_that_was_to_stay_is_taken_down_when_the_chain_gave_the_money_back(
    db: None, clock: StillClock, is_permanent: bool
) -> None:
    deal, _ = await decided(Verdict.RELEASE, is_permanent=is_permanent)
    posting = await a_post(deal, clock)
    telegram: Any = ObedientTelegram()
    assert await clean_up(telegram, clock, 10) == 0
    planned = (await Posting.get(id=posting.id)).delete_at
    assert planned is not None
    assert planned > clock.now
    await watcher(clock, EscrowState.REFUNDED).watch()
    assert await clean_up(telegram, clock, 10) == 1
    assert telegram.deleted == [5]
    assert (await Deal.get(id=deal.id)).status is DealStatus.REFUNDED
