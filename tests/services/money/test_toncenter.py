"""The Toncenter adapter over real HTTP: what it believes, what it repeats, and how it names trouble."""

import base64
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pytoniq_core.boc.address import Address

from app.adapters.cells import from_boc, raw
from app.adapters.controller import ControllerWallet
from app.adapters.toncenter import ToncenterChain
from app.adapters.toncenter_http import Pace, Toncenter, plan_rate
from app.sandbox.chain import Message
from app.sandbox.toncenter import Fault
from app.sandbox.wallet import SimWallet
from contracts import escrow as contract
from models import EscrowState, Verdict
from services.escrow.amounts import shares
from services.ports import EscrowTermsFacts, Order, Refused, Unreachable
from tests.makers import an_escrow
from tests.sandbox.ton.world import COIN, DAY, START, World, same_address
from tests.services.money.market import KEY, TESTNET, Market, make_chain

SENDBOC, STATES = "v2/sendBoc", "v3/accountStates"


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def chain(world: World, http: aiohttp.ClientSession) -> ToncenterChain:
    return make_chain(world, http)


def facts(chain: ToncenterChain, payer: SimWallet, contract_id: int = 7001) -> EscrowTermsFacts:
    return EscrowTermsFacts(
        contract_id=contract_id,
        advertiser=raw(payer.address),
        owner=f"0:{'0e' * 32}",
        amount_nano=10 * COIN,
        deadline=START + 30 * DAY,
        controller=chain.controller,
        fee_recipient=f"0:{'0f' * 32}",
        fee_bps=500,
    )


async def pay(chain: ToncenterChain, payer: SimWallet, terms: EscrowTermsFacts, amount_nano: int | None = None) -> str:
    plan = chain.plan(terms)
    value = plan.required_nano if amount_nano is None else amount_nano
    body, init = from_boc(plan.deposit_body_boc), from_boc(plan.state_init_boc)
    await payer.send(Address(plan.address), value, body, init)
    return plan.address


async def test_an_escrow_is_seen_through_its_states(world: World, chain: ToncenterChain) -> None:
    payer = await world.wallet("payer")
    terms = facts(chain, payer)
    address = chain.plan(terms).address
    assert (await chain.look({address: terms}))[address].state is EscrowState.NONE
    await pay(chain, payer, terms, COIN)
    assert (await chain.look({address: terms}))[address].state is EscrowState.INIT
    await pay(chain, payer, terms)
    seen = (await chain.look({address: terms}))[address]
    assert seen.state is EscrowState.FUNDED
    assert seen.balance_nano > 10 * COIN
    assert seen.deadline == terms.deadline


async def test_other_terms_or_another_contract_at_the_address_are_alien(world: World, chain: ToncenterChain) -> None:
    payer = await world.wallet("payer")
    terms = facts(chain, payer)
    address = await pay(chain, payer, terms)
    poorer = replace(terms, amount_nano=terms.amount_nano - 1)
    assert (await chain.look({address: poorer}))[address].state is EscrowState.ALIEN
    await payer.send(payer.address, COIN)
    wallet = raw(payer.address)
    assert (await chain.look({wallet: terms}))[wallet].state is EscrowState.ALIEN


async def test_an_extended_deadline_is_still_ours_and_is_told(world: World, chain: ToncenterChain) -> None:
    payer = await world.wallet("payer")
    terms = facts(chain, payer)
    address = await pay(chain, payer, terms)
    await payer.send(Address(address), COIN, contract.extend_deadline_body(1, terms.deadline + DAY))
    seen = (await chain.look({address: terms}))[address]
    assert (seen.state, seen.deadline) == (EscrowState.FUNDED, terms.deadline + DAY)


async def test_many_escrows_are_read_in_few_calls(world: World, chain: ToncenterChain) -> None:
    payer = await world.wallet("payer")
    wanted = {chain.plan(terms).address: terms for terms in (facts(chain, payer, 1000 + n) for n in range(100))}
    assert {seen.state for seen in (await chain.look(wanted)).values()} == {EscrowState.NONE}
    assert world.faults.calls[STATES] == 2


async def test_the_cursor_hands_out_each_deposit_once_in_order(world: World, chain: ToncenterChain) -> None:
    payer = await world.wallet("payer")
    first = await pay(chain, payer, facts(chain, payer, 1))
    found = await chain.deposits_since("")
    assert [one.destination for one in found] == [first]
    assert found[0].source == raw(payer.address)
    second = await pay(chain, payer, facts(chain, payer, 2))
    third = await pay(chain, payer, facts(chain, payer, 3), COIN)
    later = await chain.deposits_since(found[-1].cursor)
    assert [one.destination for one in later] == [second, third]
    assert await chain.deposits_since(later[-1].cursor) == []
    assert [one.destination for one in await chain.deposits_since(later[0].cursor)] == [third]
    outcomes = await chain.outcomes([one.message_hash for one in later])
    assert [outcomes[one.message_hash] for one in later] == [True, False]


async def test_messages_of_one_logical_time_are_all_handed_out_over_page_borders(
    world: World, chain: ToncenterChain, http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.adapters.toncenter_deposits.PAGE", 4)
    monkeypatch.setattr("app.adapters.toncenter_deposits.PAGES", 2)
    lts = [5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8]
    server = await serve(lambda request: _page(request, lts))
    reader = ToncenterChain(Toncenter(http, str(server.make_url("/"))), [KEY], TESTNET, world.clock)
    got, cursor = [], ""
    while found := await reader.deposits_since(cursor):
        got += [one.message_hash for one in found]
        cursor = found[-1].cursor
    assert len(got) == len(set(got)) == len(lts)
    await server.close()


async def test_the_wallets_seqno_and_hash_are_the_chains(world: World, chain: ToncenterChain) -> None:
    wallet = ControllerWallet(KEY, TESTNET)
    assert (await chain.wallet(chain.controller)).seqno == 0
    await world.chain.faucet(wallet.address, COIN)
    target = f"0:{'ab' * 32}"
    for seqno in (0, 1):
        batch = await chain.sign(chain.controller, seqno, [Order(target, None, 0, 1)], world.clock.utcnow())
        assert Message.read(from_boc(batch.boc)).normalized_hash.hex() == batch.message_hash
        await chain.send(batch.boc)
        known = await chain.wallet(chain.controller)
        assert known.seqno == seqno + 1
    assert known.balance_nano < COIN


async def test_a_message_that_no_wallet_accepts_is_refused_in_the_networks_words(
    world: World, chain: ToncenterChain
) -> None:
    await world.chain.faucet(ControllerWallet(KEY, TESTNET).address, COIN)
    orders = [Order(f"0:{'ab' * 32}", None)]
    batch = await chain.sign(chain.controller, 0, orders, world.clock.utcnow())
    await chain.send(batch.boc)
    with pytest.raises(Refused, match="cannot apply external message"):
        await chain.send(batch.boc)


async def test_reads_are_repeated_until_the_trouble_is_over(
    world: World, http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.adapters.toncenter_http.FIRST_PAUSE_SECONDS", 0.001)
    patient = ToncenterChain(Toncenter(http, world.ton_url), [KEY], TESTNET, world.clock)
    for fault in (Fault(STATES, "drop"), Fault(STATES, "garbage"), Fault(STATES, "status", status=502)):
        world.faults.add(fault)
    assert (await patient.wallet(patient.controller)).seqno == 0
    assert world.faults.calls[STATES] == 4


async def test_a_provider_that_stays_silent_is_unreachable(
    world: World, chain: ToncenterChain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.adapters.toncenter_http.FIRST_PAUSE_SECONDS", 0.001)
    for kind in ("drop", "garbage"):
        world.faults.clear()
        world.faults.add(Fault(STATES, kind, times=None))
        with pytest.raises(Unreachable):
            await chain.wallet(chain.controller)


async def test_a_provider_that_refuses_to_answer_has_not_answered(world: World, chain: ToncenterChain) -> None:
    world.faults.add(Fault(STATES, "status", status=403))
    with pytest.raises(Unreachable, match="403"):
        await chain.wallet(chain.controller)


async def test_a_limit_of_the_plan_is_waited_out_when_the_wait_is_short(http: aiohttp.ClientSession) -> None:
    answers = [web.json_response({"error": "Ratelimit exceed", "code": 429}, status=429, headers={"Retry-After": "0"})]

    def reply(request: web.Request) -> web.Response:
        return answers.pop() if answers else web.json_response({"accounts": []})

    server = await serve(reply)
    client = Toncenter(http, str(server.make_url("/")))
    assert await client.read("accountStates", []) == {"accounts": []}
    answers.append(
        web.json_response({"error": "Ratelimit exceed", "code": 429}, status=429, headers={"Retry-After": "600"})
    )
    with pytest.raises(Unreachable) as trouble:
        await client.read("accountStates", [])
    assert trouble.value.retry_after_seconds == 600
    await server.close()


async def test_a_lost_answer_to_a_broadcast_says_that_it_may_have_happened(world: World, chain: ToncenterChain) -> None:
    await world.chain.faucet(ControllerWallet(KEY, TESTNET).address, COIN)
    world.faults.add(Fault(SENDBOC, "lost"))
    batch = await chain.sign(chain.controller, 0, [Order(f"0:{'ab' * 32}", None)], world.clock.utcnow())
    with pytest.raises(Unreachable) as trouble:
        await chain.send(batch.boc)
    assert trouble.value.sent
    assert world.faults.calls[SENDBOC] == 1, "a broadcast is the sender's to repeat"


async def test_calls_are_spaced_as_the_plan_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plan_rate("https://toncenter.com", "") == 1
    assert plan_rate("https://toncenter.com", "key") == 10
    assert plan_rate("http://127.0.0.1:1", "") is None
    pauses: list[float] = []

    async def count(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr("app.adapters.toncenter_http.asyncio.sleep", count)
    pace = Pace(0.1)
    for _ in range(4):
        await pace.wait()
    assert [round(pause, -1) for pause in pauses] == [10, 20, 30]


async def test_friendly_addresses_are_of_the_network_and_links_open_them(
    world: World, http: aiohttp.ClientSession
) -> None:
    address = f"0:{'0e' * 32}"
    testnet = ToncenterChain(Toncenter(http, world.ton_url), [KEY], -3, world.clock, "https://testnet.tonviewer.com/")
    mainnet = ToncenterChain(Toncenter(http, world.ton_url), [KEY], -239, world.clock)
    assert testnet.friendly(address).startswith("kQ")
    assert mainnet.friendly(address).startswith("EQ")
    assert same_address(mainnet.friendly(address), Address(address))
    assert testnet.explorer_url(address) == f"https://testnet.tonviewer.com/{testnet.friendly(address)}"
    assert mainnet.explorer_url(address) is None
    assert testnet.controller != mainnet.controller, "the network is part of a wallet's address"


@pytest.mark.parametrize(
    ("amount_nano", "fee_bps", "bps"), [(10**10, 500, 3333), (7, 499, 5001), (10**18 + 1, 1, 9999)]
)
async def test_the_shares_that_we_tell_are_the_contracts(
    market: Market, amount_nano: int, fee_bps: int, bps: int
) -> None:
    fields: dict[str, Any] = {
        "amount_nano": amount_nano,
        "required_nano": amount_nano + 1,
        "fee_bps": fee_bps,
        "split_bps": bps,
    }
    row = await an_escrow(await market.deal(), **fields)
    for verdict in Verdict:
        told = shares(row, verdict)
        assert sum(told.values()) == amount_nano
    owner, fee = contract.release_parts(amount_nano, fee_bps)
    assert shares(row, Verdict.RELEASE) == {"owner_nano": owner, "fee_nano": fee, "advertiser_nano": 0}
    owner, fee, back = contract.split_parts(amount_nano, fee_bps, bps)
    assert shares(row, Verdict.SPLIT) == {"owner_nano": owner, "fee_nano": fee, "advertiser_nano": back}


async def serve(reply: Callable[[web.Request], web.Response]) -> TestServer:
    async def handle(request: web.Request) -> web.Response:
        return reply(request)

    app = web.Application()
    app.router.add_get("/api/v3/{method}", handle)
    server = TestServer(app)
    await server.start_server()
    return server


def _page(request: web.Request, lts: list[int]) -> web.Response:
    """Deposits at these logical times, as the public service pages them."""
    start, offset, limit = (int(request.query.get(name, 0)) for name in ("start_lt", "offset", "limit"))
    found = [(lt, index) for index, lt in enumerate(lts) if lt >= start][offset : offset + limit]
    return web.json_response({"messages": [_message(lt, index) for lt, index in found]})


def _message(lt: int, index: int) -> dict[str, object]:
    digest = base64.b64encode(bytes([200 - index]) * 32).decode()
    side = f"0:{'0A' * 32}"
    times = {"created_lt": str(lt), "created_at": "1", "in_msg_tx_hash": digest}
    return {"hash": digest, "source": side, "destination": side, "value": "5", **times}
