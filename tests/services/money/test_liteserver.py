"""The liteserver provider against a local liteserver: pytoniq's own client over real ADNL, the chain behind it."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from pytoniq.liteclient.balancer import LiteBalancer
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell

from app.adapters.cells import raw, to_boc
from app.adapters.clock import SystemClock
from app.adapters.liteserver import LiteserverChain
from app.config import BadSetting, read_settings
from app.wiring import make_chain
from contracts import escrow as contract
from models import DealStatus, EscrowState, Verdict
from services.ports import EscrowTermsFacts, Order, Refused, Unreachable
from tests.sandbox.ton.world import COIN, DAY, World, deposit, terms
from tests.services.money.adnl import LiteServer
from tests.services.money.market import HALF_A_MINUTE, KEY, TESTNET, Market, state_of, status_of, told


@pytest.fixture
async def server(world: World) -> AsyncIterator[LiteServer]:
    server = LiteServer(world.chain)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def chain(server: LiteServer) -> AsyncIterator[LiteserverChain]:
    servers = LiteBalancer.from_config(server.config, trust_level=2)
    chain = LiteserverChain(servers, [KEY], TESTNET)
    yield chain
    await chain.close()


async def test_a_wallet_that_nobody_paid_yet_has_nothing(chain: LiteserverChain) -> None:
    facts = await chain.wallet(chain.controller)
    assert (facts.balance_nano, facts.seqno) == (0, 0)


async def test_the_controllers_wallet_is_read(world: World, chain: LiteserverChain) -> None:
    await world.chain.faucet(Address(chain.controller), 3 * COIN)
    assert (await chain.wallet(chain.controller)).balance_nano > 2 * COIN


async def test_a_deal_is_paid_released_and_confirmed_through_liteservers_alone(
    market: Market, chain: LiteserverChain
) -> None:
    escrows = replace(market.escrows, chain=chain)
    deal, escrow = await market.opened()
    await escrows.watch()
    assert await state_of(escrow) is EscrowState.NONE
    await market.pay(deal)
    market.pass_(HALF_A_MINUTE)
    await escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER
    await market.decide(deal, Verdict.RELEASE)
    assert await escrows.settle_due() == 1
    await escrows.watch()
    assert await status_of(deal) is DealStatus.RELEASED
    assert market.payouts_to(market.payout.address) == 1


async def test_a_payment_that_came_back_is_told_once_and_survives_a_restart(
    market: Market, server: LiteServer, chain: LiteserverChain
) -> None:
    escrows = replace(market.escrows, chain=chain)
    deal, escrow = await market.opened()
    await market.pay(deal, escrow.required_nano - 1)
    for _ in range(3):
        await escrows.watch()
        market.pass_(HALF_A_MINUTE)
    (notice,) = await told("notice-deposit-returned")
    assert notice.args["reason"] == "little"
    again = LiteserverChain(LiteBalancer.from_config(server.config, trust_level=2), [KEY], TESTNET)
    await market.pay(deal, escrow.required_nano - 2)
    market.pass_(DAY)  # every escrow is looked at again
    for _ in range(3):
        await replace(escrows, chain=again).watch()
        market.pass_(HALF_A_MINUTE)
    await again.close()
    assert len(await told("notice-deposit-returned")) == 2


async def test_messages_are_handed_out_in_order_until_the_cursor_has_passed_them(
    world: World, chain: LiteserverChain
) -> None:
    payer, facts = await world.wallet("payer"), {}
    for number in (1, 2):
        deal = terms(payer.address, Address(chain.controller), deal_id=number)
        await deposit(world, payer, deal)
        facts[raw(contract.address(deal))] = facts_of_terms(deal)
    await chain.look(facts)
    first, second = await chain.deposits_since("")
    assert [first.destination, second.destination] == list(facts)
    assert await chain.outcomes([first.message_hash, second.message_hash]) == dict.fromkeys(
        (first.message_hash, second.message_hash), True
    )
    assert await chain.deposits_since(first.cursor) == [second]
    assert await chain.deposits_since(second.cursor) == []


async def test_the_cost_of_looking_grows_with_the_number_of_escrows(
    world: World, server: LiteServer, chain: LiteserverChain
) -> None:
    payer = await world.wallet("payer")
    deals = [terms(payer.address, Address(chain.controller), deal_id=number) for number in range(30)]
    await chain.look({raw(contract.address(deal)): facts_of_terms(deal) for deal in deals})
    assert server.calls["getAccountState"] == 30


async def test_another_contract_at_the_address_is_alien(world: World, chain: LiteserverChain) -> None:
    payer = await world.wallet("payer")
    deal = terms(payer.address, Address(chain.controller))
    await payer.send(payer.address, 1)
    (seen,) = (await chain.look({raw(payer.address): facts_of_terms(deal)})).values()
    assert seen.state is EscrowState.ALIEN


async def test_a_message_that_no_wallet_accepts_is_refused(world: World, chain: LiteserverChain) -> None:
    await world.chain.faucet(Address(chain.controller), COIN)
    order = Order(f"0:{'11' * 32}", None)
    signed = await chain.sign(chain.controller, 5, [order], world.clock.utcnow())
    with pytest.raises(Refused):
        await chain.send(signed.boc)


async def test_servers_that_are_gone_or_silent_are_unreachable_and_heal(
    world: World, server: LiteServer, chain: LiteserverChain
) -> None:
    await chain.wallet(chain.controller)
    port = server.config["liteservers"][0]["port"]
    await server.stop()
    with pytest.raises(Unreachable):
        await chain.wallet(chain.controller)
    with pytest.raises(Unreachable) as trouble:
        await chain.send(to_boc(Cell.empty()))
    assert trouble.value.sent, "it may have been carried out"
    await server.start(port)
    fresh = LiteserverChain(LiteBalancer.from_config(server.config, trust_level=2), [KEY], TESTNET)
    assert (await fresh.wallet(fresh.controller)).seqno == 0
    await fresh.close()


async def test_the_setting_chooses_the_provider_and_the_networks_file_names_its_servers(
    server: LiteServer, tmp_path: Path
) -> None:
    path = tmp_path / "global.config.json"
    path.write_text(json.dumps(server.config))
    settings = read_settings(ton_provider="liteserver", liteserver_config=path)
    async with aiohttp.ClientSession() as http:
        chosen = make_chain(settings, http, SystemClock())
        assert isinstance(chosen, LiteserverChain)
        usual = make_chain(read_settings(), http, SystemClock())
    assert chosen.controller == usual.controller
    assert not isinstance(usual, LiteserverChain)
    await chosen.close()


def test_without_the_networks_file_the_program_does_not_start() -> None:
    with pytest.raises(BadSetting, match="LITESERVER_CONFIG"):
        read_settings(ton_provider="liteserver")


def facts_of_terms(deal: contract.EscrowTerms) -> EscrowTermsFacts:
    parties = (deal.advertiser, deal.owner, deal.controller, deal.fee_recipient)
    advertiser, owner, controller, fee_recipient = map(raw, parties)
    return EscrowTermsFacts(
        deal.deal_id, advertiser, owner, deal.amount_nano, deal.deadline, controller, fee_recipient, deal.fee_bps
    )
