"""However many rows at the head of a queue cannot be worked on, those behind them are reached."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from app import redraw
from app.redraw import Redrawer
from models import Deal, DealEvent, DealStatus, Notice, Party
from services.deals.access import DealAccess
from services.deals.usecases import Deals
from services.errors import TryAgain
from services.notices import Notices
from services.settings import MarketSettings
from tests.makers import START, Everybody, StillClock, a_deal


class SilentChain:
    """A provider that is away; every question costs a while."""

    def __init__(self) -> None:
        self.asked = 0

    async def __call__(self, deal: Deal) -> None:
        self.asked += 1
        raise TryAgain()


async def an_event(deal: Deal) -> DealEvent:
    event: dict[str, Any] = {"source": DealStatus.DRAFT, "target": DealStatus.NEGOTIATION, "party": Party.ADVERTISER}
    return await DealEvent.create(deal_id=deal.id, action="send", created_at=START, **event)


async def test_events_behind_a_whole_page_of_broken_ones_are_relayed(db: None, clock: StillClock) -> None:
    broken, sound = await a_deal(), await a_deal()
    await Deal.filter(id=broken.id).update(terms={"nonsense": True})
    for _ in range(6):
        await an_event(broken)
    for _ in range(2):
        await an_event(sound)
    assert await Notices(clock).relay(limit=3) == 2
    assert await DealEvent.filter(relayed_at=None).count() == 6
    assert await Notice.filter(deal_id=sound.id).exists()


async def test_unpaid_deals_that_wait_for_a_silent_chain_hold_up_no_other_clock(db: None, clock: StillClock) -> None:
    late = START - timedelta(hours=1)
    for _ in range(5):
        await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT, due_at=late - timedelta(hours=1))
    silent = await a_deal(DealStatus.NEGOTIATION, due_at=late)
    chain = SilentChain()
    rung = await Deals(clock, MarketSettings(), DealAccess(clock, Everybody()), chain).ring_due(limit=5)
    assert rung == 1
    assert (await Deal.get(id=silent.id)).status is DealStatus.EXPIRED
    assert chain.asked == 3  # nor will it answer about the others


async def test_screens_follow_again_after_the_database_was_away(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[int, int]] = []
    away = [OSError("the connection was cut")]
    monkeypatch.setattr(redraw, "PAUSE_SECONDS", 0)

    async def draw(user_id: int, deal_id: int) -> None:
        drawn.append((user_id, deal_id))

    class Cut(Redrawer):
        async def drain(self) -> int:
            if away:
                raise away.pop()
            return await super().drain()

    deal = await a_deal()
    redrawer = Cut(draw)
    await redrawer.start()
    await an_event(deal)
    running = asyncio.create_task(redrawer.run())
    async with asyncio.timeout(10):
        while not drawn and not running.done():  # noqa: ASYNC110  # another task draws
            await asyncio.sleep(0)
    running.cancel()
    assert {deal_id for _, deal_id in drawn} == {deal.id}
