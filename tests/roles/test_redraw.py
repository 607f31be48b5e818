"""Of several bot processes one draws each event, whichever is first; a long silence is not drawn all over again."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from app import database, redraw
from app.redraw import Redrawer
from models import Deal, DealEvent, DealStatus, Party
from tests.makers import ADVERTISER, OWNER, START, a_deal
from tests.stores import Stores


@pytest.fixture(autouse=True)
async def db(stores: Stores) -> AsyncIterator[None]:
    await database.connect(stores.database_url)
    yield
    await database.disconnect()


async def an_event(deal: Deal) -> None:
    await DealEvent.create(
        deal_id=deal.id,
        action="counter",
        source="negotiation",
        target="negotiation",
        party=Party.OWNER,
        payload={},
        created_at=START,
    )


def drawing_into(drawn: list[tuple[int, int]]) -> Redrawer:
    async def draw(user_id: int, deal_id: int) -> None:
        await asyncio.sleep(0)
        drawn.append((user_id, deal_id))

    return Redrawer(draw)


async def test_each_event_is_drawn_once_by_one_of_several_processes() -> None:
    deal = await a_deal(DealStatus.NEGOTIATION)
    await an_event(deal)  # before anybody started
    drawn: list[tuple[int, int]] = []
    several = [drawing_into(drawn) for _ in range(3)]
    for each in several:
        await each.start()
    for _ in range(4):
        await an_event(deal)
        await asyncio.gather(*(each.drain() for each in several))
    assert sorted(set(drawn)) == [(ADVERTISER, deal.id), (OWNER, deal.id)]
    assert len(drawn) == 8


async def test_one_that_dies_half_way_leaves_the_rest_to_the_others() -> None:
    deal = await a_deal(DealStatus.NEGOTIATION)
    drawn: list[tuple[int, int]] = []
    first, second = drawing_into(drawn), drawing_into(drawn)
    await first.start()
    await an_event(deal)
    assert await first.drain() == 1
    await an_event(deal)
    assert await second.drain() == 1
    assert await first.drain() == 0


async def test_after_a_long_silence_only_the_newest_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redraw, "OLD_EVENTS", 2)
    deal = await a_deal(DealStatus.NEGOTIATION)
    one = drawing_into([])
    await one.start()
    for _ in range(5):
        await an_event(deal)
    assert await one.drain() == 2
    assert await one.drain() == 0
