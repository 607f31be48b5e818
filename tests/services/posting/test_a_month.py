"""A month passes over a channel with many deals: each is decided rightly, and nothing is left behind."""

import os
from datetime import timedelta

from models import Check, Deal, DealStatus, Posting, PostingState, Verdict
from tests.makers import OWNER
from tests.services.posting.crashes import LONG_WINDOW
from tests.services.posting.stage import CHANNEL, VAULT, Stage

DEALS = 30 if os.environ.get("LONG") == "1" else 18
FATES = ("kept", "deleted", "kept", "edited", "kept", "permanent")


async def test_a_month_of_deals_in_one_channel(stage: Stage) -> None:
    before = len(stage.telegram.people.messages(VAULT))
    deals = [await _agreed(stage, number) for number in range(DEALS)]
    for number, deal in enumerate(deals):
        slot = (await stage.now(deal)).publish_at
        assert slot is not None
        await stage.let_pass(seconds=(slot - stage.clock.utcnow()).total_seconds() + 3600)
        _meet_fate(stage, _fate(number), (await stage.posting(deal)).message_ids[0])
    await stage.let_pass(days=4)
    for number, deal in enumerate(deals):
        fresh, posting = await stage.now(deal), await stage.posting(deal)
        fate = _fate(number)
        assert fresh.verdict is (Verdict.RELEASE if fate in ("kept", "permanent") else Verdict.REFUND), number
        assert posting.state is (PostingState.POSTED if fate == "permanent" else PostingState.DELETED), number
    assert len(stage.in_channel()) == sum(_fate(number) == "permanent" for number in range(DEALS))
    assert len(stage.telegram.people.messages(VAULT)) == before
    assert not await Check.filter(done_at=None).exists()
    assert not await Posting.exclude(state__in=[PostingState.POSTED, PostingState.DELETED]).exists()
    assert not await Deal.filter(status=DealStatus.DISPUTED).exists()


def _fate(number: int) -> str:
    return FATES[number % len(FATES)]


async def _agreed(stage: Stage, number: int) -> Deal:
    """One a day, for one to three days: their terms overlap, their hours on top do not."""
    stays, hours = _fate(number) == "permanent", 24 * (1 + number % 3)
    deal = await stage.approved(window_end_unix=LONG_WINDOW, feed_hours=hours, is_permanent=stays)
    at = stage.clock.utcnow() + timedelta(days=number, hours=1)
    await stage.placement.propose_time(stage.advertiser, deal.id, at)
    return await stage.placement.agree_time(stage.owner, deal.id)


def _meet_fate(stage: Stage, fate: str, post: int) -> None:
    if fate == "deleted":
        stage.telegram.channels.delete_post(CHANNEL, post, OWNER)
    elif fate == "edited":
        stage.telegram.channels.edit_post(CHANNEL, post, OWNER, "Buy coffee")
