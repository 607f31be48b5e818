"""The rest of the odd payments: plain transfers on every kind of address, late ones, and providers that lie.

A plain transfer that bounces is told by the payer's own wallet alone: it carries no opcode, so no provider indexes it.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder

from app.adapters.cells import raw, to_boc
from app.adapters.toncenter import ToncenterChain
from app.adapters.toncenter_http import Toncenter
from contracts import escrow as contract
from models import DealStatus, Escrow, EscrowState, Party, Verdict
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from services.escrow.chain import facts_of
from tests.sandbox.ton.world import COIN, DAY
from tests.services.money.market import (
    ADMIN,
    ADVERTISER_ACTOR,
    KEY,
    TESTNET,
    Market,
    state_of,
    status_of,
    told,
)

GAS = COIN // 20
REREAD_SECONDS = 31


async def passes(market: Market, times: int = 4) -> None:
    """Watcher and sender at work for a while."""
    for _ in range(times):
        await market.escrows.watch()
        await market.escrows.settle_due()
        market.pass_(REREAD_SECONDS)


async def test_before_the_deployment_a_plain_transfer_that_may_bounce_comes_back_by_itself(market: Market) -> None:
    deal, escrow = await market.opened()
    before = market.balance(market.payer.address)
    await market.payer.send(Address(escrow.address), escrow.required_nano)
    assert before - market.balance(market.payer.address) < GAS
    await passes(market)
    assert await state_of(escrow) is EscrowState.NONE
    await market.pay(deal)
    await passes(market)
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_a_plain_transfer_of_too_little_comes_back_by_itself(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.world.chain.faucet(market.payer.address, COIN)
    await market.pay(deal, COIN)
    before = market.balance(market.payer.address)
    await market.payer.send(Address(escrow.address), escrow.required_nano - 1)
    assert before - market.balance(market.payer.address) < GAS
    await passes(market)
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT


async def test_a_plain_transfer_of_enough_that_cannot_bounce_is_a_deposit_where_the_contract_lives(
    market: Market,
) -> None:
    deal, escrow = await market.opened()
    await market.pay(deal, COIN)  # refused, but it deploys
    await market.payer.send(Address(escrow.address), escrow.required_nano, bounce=False)
    await passes(market)
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_too_little_that_cannot_bounce_is_brought_back_and_told(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.pay(deal, COIN)
    before = market.balance(market.payer.address)
    await market.payer.send(Address(escrow.address), escrow.required_nano - COIN, bounce=False)
    await passes(market)
    assert before - market.balance(market.payer.address) < GAS
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    assert len(await told("notice-stray-coins-returned")) == 1


async def test_a_strangers_plain_transfer_never_funds_and_ends_at_a_fixed_party(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.pay(deal, COIN)
    stranger = await market.world.wallet("stranger")
    before, his = market.balance(stranger.address), market.balance(market.payer.address)
    await stranger.send(Address(escrow.address), escrow.required_nano)
    assert before - market.balance(stranger.address) < GAS, "it bounced"
    await stranger.send(Address(escrow.address), escrow.required_nano, bounce=False)
    await passes(market)
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    assert market.balance(market.payer.address) > his + escrow.required_nano - GAS, "he could not be reached"


async def test_a_contract_that_a_stranger_deployed_serves_the_advertiser_as_well(market: Market) -> None:
    deal, escrow = await market.opened()
    stranger = await market.world.wallet("stranger")
    await market.pay(deal, COIN, wallet=stranger)
    await passes(market)
    assert await state_of(escrow) is EscrowState.INIT
    await market.pay(deal)
    await passes(market)
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER
    assert (await Escrow.get(id=escrow.id)).balance_nano >= escrow.amount_nano


async def test_a_strangers_own_escrow_for_the_same_deal_lives_elsewhere_and_is_nobodys_business(
    market: Market,
) -> None:
    deal, escrow = await market.opened()
    stranger = await market.world.wallet("stranger")
    row = await Escrow.get(id=escrow.id)
    row.advertiser_address = raw(stranger.address)
    row.address = market.chain.plan(facts_of(row)).address
    assert row.address != escrow.address
    await market.pay_to(row, wallet=stranger)
    await passes(market)
    assert await market.world.state_of(Address(row.address)) == EscrowState.FUNDED
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    assert await told("notice-deposit-returned") == []


async def test_a_deposit_after_the_advertiser_cancelled_is_returned_to_him(market: Market) -> None:
    deal, escrow = await market.opened()
    await advance(deal, Move(Action.CANCEL, Party.ADVERTISER, ADVERTISER_ACTOR), market.world.clock)
    before = market.balance(market.payer.address)
    await market.pay(deal)
    await passes(market)
    assert await state_of(escrow) is EscrowState.REFUNDED
    assert await status_of(deal) is DealStatus.CANCELLED
    assert before - market.balance(market.payer.address) < GAS


async def test_a_deposit_after_the_contracts_own_deadline_bounces_and_is_told(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.escrows.watch()
    market.pass_(escrow.deadline - market.world.clock.now())
    before = market.balance(market.payer.address)
    await market.pay(deal)
    assert before - market.balance(market.payer.address) < GAS
    await passes(market)
    (notice,) = await told("notice-deposit-returned")
    assert notice.args["reason"] == "late"


@pytest.mark.parametrize("verdict", [Verdict.RELEASE, Verdict.REFUND])
async def test_a_deposit_after_the_settlement_bounces_is_told_and_changes_nothing(
    market: Market, verdict: Verdict
) -> None:
    deal, escrow = await market.funded()
    await market.decide(deal, verdict)
    await passes(market)
    ended, paid = await status_of(deal), market.payouts_to(market.payout.address)
    before = market.balance(market.payer.address)
    await market.pay(deal)
    await passes(market)
    assert before - market.balance(market.payer.address) < GAS
    (notice,) = await told("notice-deposit-returned")
    assert notice.args["reason"] == "twice"
    assert (await status_of(deal), market.payouts_to(market.payout.address)) == (ended, paid)
    assert await state_of(escrow) in (EscrowState.RELEASED, EscrowState.REFUNDED)


# ---- providers that lie

Lie = Callable[[str, dict[str, Any]], None]


@dataclass
class Liar:
    """A Toncenter between the app and the chain, which changes the answers."""

    truth: str
    http: aiohttp.ClientSession
    lie: Lie = field(default=lambda route, answer: None)

    async def answer(self, request: web.Request) -> web.Response:
        body = await request.read()
        url = f"{self.truth}{request.path_qs}"
        async with self.http.request(
            request.method, url, data=body, headers={"Content-Type": "application/json"}
        ) as it:
            answer, status = await it.json(), it.status
        if status == 200:
            self.lie(request.path.rsplit("/", 1)[1], answer)
        return web.json_response(answer, status=status)


@pytest.fixture
async def liar(market: Market) -> AsyncIterator[Liar]:
    """The market's provider is the liar from now on; people's own wallets have the true one."""
    liar, app = Liar(market.world.ton_url, market.http), web.Application()
    app.router.add_route("*", "/{path:.*}", liar.answer)
    server = TestServer(app)
    await server.start_server()
    url = str(server.make_url("")).rstrip("/")
    lied_to = ToncenterChain(Toncenter(market.http, url, attempts=1), (KEY,), TESTNET, market.world.clock)
    market.escrows = replace(market.escrows, chain=lied_to)
    yield liar
    await server.close()


def accounts_of(route: str, answer: dict[str, Any]) -> list[dict[str, Any]]:
    return list(answer["accounts"]) if route == "accountStates" else []


async def test_a_provider_that_tells_of_a_balance_and_a_delivered_deposit_is_not_believed_before_the_data_says_funded(
    market: Market, liar: Liar
) -> None:
    deal, escrow = await market.opened()

    def lie(route: str, answer: dict[str, Any]) -> None:
        for account in accounts_of(route, answer):
            account["balance"] = str(10**15)
        for transaction in answer.get("transactions", []):
            transaction["description"]["aborted"] = False

    liar.lie = lie
    await market.pay(deal, escrow.required_nano - 1)  # bounced, and deployed the contract in INIT
    await market.escrows.watch()
    assert await state_of(escrow) is EscrowState.INIT
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT


FUNDED_DATA: dict[str, Callable[[contract.EscrowTerms], contract.EscrowTerms]] = {
    "of another owner": lambda terms: replace(terms, owner=Address((0, b"\x66" * 32))),
    "of a smaller amount": lambda terms: replace(terms, amount_nano=1),
    "of another controller": lambda terms: replace(terms, controller=Address((0, b"\x66" * 32))),
    "of another deal": lambda terms: replace(terms, deal_id=terms.deal_id + 1),
    "of an earlier deadline": lambda terms: replace(terms, deadline=terms.deadline - DAY),
}


@pytest.mark.parametrize("kind", FUNDED_DATA)
async def test_funded_data_with_other_terms_at_the_computed_address_is_alien(
    market: Market, liar: Liar, kind: str
) -> None:
    deal, escrow = await market.opened()
    await market.pay(deal, COIN)
    false = contract.data_cell(FUNDED_DATA[kind](terms_of(escrow)), contract.State.FUNDED)

    def lie(route: str, answer: dict[str, Any]) -> None:
        for account in accounts_of(route, answer):
            account["data_boc"] = to_boc(false)

    liar.lie = lie
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    (alert,) = await told("notice-chain-alien-admin")
    assert alert.user_id == ADMIN


async def test_other_code_at_the_computed_address_is_alien_even_with_our_data(market: Market, liar: Liar) -> None:
    deal, _ = await market.opened()
    await market.pay(deal)
    other = Builder().store_uint(1, 8).end_cell()

    def lie(route: str, answer: dict[str, Any]) -> None:
        for account in accounts_of(route, answer):
            account["code_hash"] = "AQ" + "A" * 41 + "="
            account["code_boc"] = to_boc(other)

    liar.lie = lie
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    assert len(await told("notice-chain-alien-admin")) == 1
    liar.lie = lambda route, answer: None
    market.pass_(REREAD_SECONDS)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER, "once the truth is told, it counts"


async def test_a_provider_that_takes_a_settlement_back_moves_nothing_and_pays_nobody_twice(
    market: Market, liar: Liar
) -> None:
    deal, escrow = await market.funded()
    await market.decide(deal, Verdict.RELEASE)
    await passes(market)
    assert await status_of(deal) is DealStatus.RELEASED
    funded = contract.data_cell(terms_of(escrow), contract.State.FUNDED)

    def lie(route: str, answer: dict[str, Any]) -> None:
        for account in accounts_of(route, answer):
            if raw(str(account["address"])) == escrow.address:
                account["data_boc"] = to_boc(funded)

    liar.lie = lie
    await passes(market)
    assert await state_of(escrow) is EscrowState.RELEASED
    assert market.payouts_to(market.payout.address) == 1


def terms_of(escrow: Escrow) -> contract.EscrowTerms:
    return contract.EscrowTerms(
        deal_id=escrow.contract_id,
        advertiser=Address(escrow.advertiser_address),
        owner=Address(escrow.owner_address),
        amount_nano=escrow.amount_nano,
        deadline=escrow.deadline,
        controller=Address(escrow.controller_address),
        fee_recipient=Address(escrow.fee_recipient),
        fee_bps=escrow.fee_bps,
    )
