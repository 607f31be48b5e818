"""Anybody can check that the contracts hold what the deals need: each contract is listed, none can hide another."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from app.config import read_settings
from app.texts import Texts
from app.web.api import add_api
from app.web.pages import add_pages
from app.web.reserves import add_reserves
from app.web.server import Context, make_web_app
from models import DealStatus, Escrow, EscrowState, Verdict
from services.reserves import ReservesProof
from tests.sandbox.ton.world import COIN
from tests.services.money.market import Market
from tests.services.money.test_words import ROOT


@pytest.fixture
async def browser(market: Market) -> AsyncIterator[TestClient[Any, Any]]:
    services: Any = SimpleNamespace(escrows=market.escrows)
    gate: Any = None
    app = make_web_app(Context(services, read_settings(_env_file=None), Texts(ROOT / "locales", strict=True), gate))
    for add in (add_pages, add_reserves, add_api):
        add(app)
    async with TestClient(TestServer(app)) as client:
        yield client


async def proof_of(market: Market) -> ReservesProof:
    return await market.escrows.reserves()


async def test_the_sum_of_the_contracts_covers_the_sum_of_the_deals_by_the_chains_own_word(market: Market) -> None:
    await market.world.chain.faucet(market.payer.address, 100 * COIN)
    funded = [(await market.funded())[1] for _ in range(2)]
    await market.opened()
    proof = await proof_of(market)
    assert [row.deal_id for row in proof.rows] == [escrow.deal_id for escrow in funded]
    assert proof.owed_nano == 20 * COIN
    assert proof.held_nano == sum(market.balance(escrow.address) for escrow in funded)
    assert proof.covered
    assert proof.observed_at == market.world.clock.utcnow()


async def test_a_settled_deal_leaves_both_sums_together(market: Market) -> None:
    deal, _ = await market.funded()
    await market.decide(deal, Verdict.RELEASE)
    assert [row.settling for row in (await proof_of(market)).rows] == [True]
    await market.escrows.settle_due()
    await market.escrows.watch()
    assert (await proof_of(market)).rows == []


async def test_a_deal_that_believes_in_money_that_is_not_there_stays_listed_and_is_not_covered(market: Market) -> None:
    await market.world.chain.faucet(market.payer.address, 100 * COIN)
    _, rich = await market.funded()
    _, poor = await market.funded()
    await Escrow.filter(id=rich.id).update(balance_nano=50 * COIN)
    await Escrow.filter(id=poor.id).update(balance_nano=0, state=EscrowState.INIT)
    proof = await proof_of(market)
    assert len(proof.rows) == 2
    assert proof.held_nano > proof.owed_nano
    assert not proof.covered, "what one has too much helps no other"
    assert proof.short_nano == 10 * COIN


async def test_a_deposit_on_its_way_back_is_listed_although_its_deal_is_over(market: Market) -> None:
    deal, _ = await market.opened()
    await market.kill(deal)
    await market.pay(deal)
    await market.escrows.watch()
    (row,) = (await proof_of(market)).rows
    assert (row.status, row.settling) == (DealStatus.EXPIRED.value, True)


async def test_the_page_and_the_figures_are_public(market: Market, browser: TestClient[Any, Any]) -> None:
    empty = await browser.get("/reserves")
    assert empty.status == 200
    deal, escrow = await market.funded()
    address = market.chain.friendly(escrow.address)
    for language in ("en", "ru"):
        page = await browser.get("/reserves", headers={"Accept-Language": language})
        html = await page.text()
        assert f"#{deal.id}" in html
        assert address in html
        assert "10.06 TON" in html
    figures = await (await browser.get("/api/reserves")).json()
    assert figures["covered"] is True
    assert (figures["owed"], figures["owed_nano"]) == ("10", 10 * COIN)
    assert figures["escrows"][0]["address"] == address


async def test_a_shortfall_is_said_out_loud(market: Market, browser: TestClient[Any, Any]) -> None:
    await market.funded()
    await Escrow.all().update(balance_nano=COIN)
    html = await (await browser.get("/reserves")).text()
    assert "9 TON" in html
    assert (await (await browser.get("/api/reserves")).json())["covered"] is False
