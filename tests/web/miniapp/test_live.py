"""A page follows its deal: told at once of what it missed, once of what happens, and only while its token lives."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientResponse

from app import database
from app.web.miniapp import live
from app.web.miniapp.live import HUB, MOST_PER_USER, Hub, states_of
from models import Check, CheckKind, Deal, DealMessage, DealStatus, Escrow, EscrowState, Party, Posting, PostingState
from services.actor import Actor
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from tests.makers import ADVERTISER, OWNER, START, STRANGER, StillClock, a_deal, an_escrow
from tests.stores import Stores
from tests.web.miniapp.conftest import Pages
from tests.web.miniapp.test_pages import a_creative

PATIENCE_SECONDS = 20


@pytest.fixture
def hub(pages: Pages) -> Hub:
    """The app's hub, whose looks at the database are ours to take."""
    server = pages.client.app
    assert server is not None
    hub: Hub = server[HUB]
    hub._pause = 3600
    return hub


@asynccontextmanager
async def following(pages: Pages, user_id: int, last: str = "") -> AsyncIterator[ClientResponse]:
    token = pages.gate.tokens(user_id, 0)["access_token"]
    headers = {"Authorization": f"Bearer {token}", **({"Last-Event-ID": last} if last else {})}
    async with pages.client.get("/app/live/deal/1", headers=headers) as stream:
        yield stream


async def told(stream: ClientResponse) -> dict[str, str]:
    """The next event."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        block = (await stream.content.readuntil(b"\n\n")).decode()
    lines = [line.partition(": ") for line in block.splitlines()]
    return {name: value for name, _, value in lines}


async def test_both_pages_hear_of_a_step_and_of_a_word(pages: Pages, hub: Hub) -> None:
    deal = await a_deal()
    async with following(pages, ADVERTISER) as anna, following(pages, OWNER) as oleg:
        assert (await told(anna))["event"] == (await told(oleg))["event"] == "hello"
        await advance(deal, Move(Action.COUNTER, Party.OWNER, Actor(OWNER)), pages.stage.clock)
        await hub.look()
        first = await told(anna)
        assert first == await told(oleg)
        assert first["event"] == "changed"
        await DealMessage.create(deal_id=1, party=Party.OWNER, user_id=OWNER, text="Tea?", created_at=START)
        await hub.look()
        assert (await told(anna))["id"] != first["id"]
        assert anna.headers["Content-Type"] == "text/event-stream"


async def test_whoever_comes_back_is_told_of_what_he_missed_and_of_nothing_else(pages: Pages, hub: Hub) -> None:
    deal = await a_deal()
    async with following(pages, ADVERTISER) as page:
        seen = (await told(page))["id"]
    async with following(pages, ADVERTISER, last=seen) as page:
        assert (await told(page))["event"] == "hello"
    await advance(deal, Move(Action.COUNTER, Party.OWNER, Actor(OWNER)), pages.stage.clock)
    async with following(pages, ADVERTISER, last=seen) as page:
        assert (await told(page))["event"] == "changed"


async def test_whatever_a_page_shows_changes_its_state(pages: Pages) -> None:
    deal = await a_deal(DealStatus.RETENTION_CHECK)
    creative, escrow = await a_creative(deal), await an_escrow(deal)
    facts: Any = {"deal_id": 1, "channel_id": deal.channel_id, "creative_id": creative.id, "due_at": START}
    posting = await Posting.create(**facts, state=PostingState.POSTED)
    states = [(await states_of([1]))[1]]
    check = await Check.create(posting_id=posting.id, kind=CheckKind.BAND, due_at=START)
    assert (await states_of([1]))[1] == states[0], "a check that was not made yet shows nothing"
    await Check.filter(id=check.id).update(done_at=START)
    states.append((await states_of([1]))[1])
    await Escrow.filter(id=escrow.id).update(state=EscrowState.RELEASED)
    states.append((await states_of([1]))[1])
    await Deal.filter(id=1).update(version=9)
    states.append((await states_of([1]))[1])
    assert len(set(states)) == len(states)
    assert await states_of([]) == {}


@pytest.mark.both_stores
async def test_what_there_is_to_see_is_read_alike_from_both_databases(stores: Stores) -> None:
    await database.connect(stores.database_url)
    try:
        deal, other = await a_deal(), await a_deal()
        await an_escrow(deal)
        await advance(deal, Move(Action.COUNTER, Party.OWNER, Actor(OWNER)), StillClock())
        await DealMessage.create(deal_id=deal.id, party=Party.OWNER, user_id=OWNER, text="Tea?", created_at=START)
        states = await states_of([deal.id, other.id])
        escrow = await Escrow.get(deal_id=deal.id)
        assert states == {deal.id: f"1.1.0.1.{escrow.id}-1", other.id: "0.0.0.0."}
    finally:
        await database.disconnect()


async def test_a_stream_ends_with_its_token(pages: Pages, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.01)
    await a_deal()
    async with following(pages, ADVERTISER) as page:
        await told(page)
        assert "" in await told(page), "a heartbeat is a comment"
        pages.stage.clock.pass_(minutes=16)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not page.content.at_eof():
                await page.content.readany()
    assert not hub._people


async def test_strangers_and_too_many_pages_are_refused(pages: Pages, hub: Hub) -> None:
    await a_deal()
    assert (await pages.get("/app/live/deal/1", STRANGER))[0] == 404
    assert (await pages.get("/app/live/deal/1", None))[0] == 401
    streams = [following(pages, ADVERTISER) for _ in range(MOST_PER_USER)]
    for stream in streams:
        await told(await stream.__aenter__())
    assert (await pages.get("/app/live/deal/1", ADVERTISER))[0] == 429
    async with following(pages, OWNER) as other:
        assert other.status == 200
    for stream in streams:
        await stream.__aexit__(None, None, None)
    async with following(pages, ADVERTISER) as again:
        assert again.status == 200, "pages that were closed do not count"
