"""A slow provider delays settlements and stops none; a chore that cannot be asked about holds up no verdict."""

from typing import Any

import pytest

from models import Escrow, Verdict
from services.escrow.sweeping import Sweeper
from services.ports import Order, Unreachable
from tests.services.money.market import Market

SLOW_SECONDS = 40
"""Less than the lease for one answer, more than it for two."""


async def decided(market: Market) -> Escrow:
    deal, escrow = await market.funded()
    await market.decide(deal, Verdict.RELEASE)
    return escrow


async def test_a_provider_whose_every_answer_takes_long_still_gets_the_settlement(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    await decided(market)

    def slow(name: str) -> None:
        real = getattr(market.chain, name)

        async def answer(*args: Any) -> Any:
            market.pass_(SLOW_SECONDS)
            return await real(*args)

        monkeypatch.setattr(market.chain, name, answer)

    for name in ("wallet", "look"):
        slow(name)
    assert await market.escrows.settle_due() == 1


async def test_a_lost_lease_is_told_in_the_log(
    market: Market, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await decided(market)
    real = market.chain.wallet

    async def endless(controller: str) -> Any:
        market.pass_(3600)
        return await real(controller)

    monkeypatch.setattr(market.chain, "wallet", endless)
    assert await market.escrows.settle_due() == 0
    assert "the lease was lost" in caplog.text


async def test_a_chore_that_cannot_be_asked_about_holds_up_no_verdict(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    await decided(market)

    async def silent(*_: object) -> list[Order]:
        raise Unreachable("no answer")

    monkeypatch.setattr(Sweeper, "orders", silent)
    assert await market.escrows.settle_due() == 1
