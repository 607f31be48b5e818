"""A script holds people's wallets: real ones, on the local chain."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from app.sandbox.chain import Emulator
from app.sandbox.control import Sandbox, add_control_routes
from app.sandbox.telegram import TelegramSandbox, User
from app.sandbox.wallet import SimWallet
from tests.needs import need
from tests.sandbox.ton.world import COIN, World, close_world, open_world


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    need("node")
    emulator = Emulator()
    yield emulator
    emulator.close()


@dataclass
class Purse:
    """The control API of a sandbox in which Anna has a wallet."""

    url: str
    ton: World

    async def call(self, verb: str, path: str, **body: Any) -> tuple[int, dict[str, Any]]:
        async with self.ton.http.request(verb, f"{self.url}/sandbox/api{path}", json=body) as response:
            return response.status, await response.json()


@pytest.fixture
async def purse(emulator: Emulator) -> AsyncIterator[Purse]:
    ton = await open_world(emulator)
    telegram = TelegramSandbox(ton.clock)
    telegram.world.add_user("Anna", username="anna")

    def make_wallet(user: User) -> SimWallet:
        wallet = SimWallet(user.name, f"seed of {user.id}", ton.ton_url, f"{ton.url}/bridge", ton.clock)
        ton.wallets.append(wallet)
        return wallet

    app = web.Application()
    add_control_routes(app, Sandbox(telegram, chain=ton.chain, make_wallet=make_wallet, ton_faults=ton.faults))
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield Purse(f"http://127.0.0.1:{runner.addresses[0][1]}", ton)
    await runner.cleanup()
    await close_world(ton)


async def test_coins_come_from_the_faucet_and_leave_when_confirmed(purse: Purse) -> None:
    assert (await purse.call("GET", "/wallets/anna"))[1]["balance_nano"] == 0
    assert await purse.call("POST", "/faucet", user="anna", amount_nano=5 * COIN) == (200, {})
    _, wallet = await purse.call("GET", "/wallets/anna")
    assert wallet["balance_nano"] == 5 * COIN
    link = f"ton://transfer/{wallet['address']}?amount={COIN}"
    _, asked = await purse.call("POST", "/wallets/anna/pay", link=link)
    (request,) = asked["pending"]
    assert (request["kind"], request["amount_nano"]) == ("transfer", COIN)
    status, paid = await purse.call("POST", f"/wallets/anna/requests/{request['id']}/confirm")
    assert (status, paid["pending"]) == (200, [])
    assert 4 * COIN < paid["balance_nano"] < 5 * COIN  # to oneself: only the fees are gone


async def test_a_request_can_be_refused_once(purse: Purse) -> None:
    _, wallet = await purse.call("GET", "/wallets/anna")
    _, asked = await purse.call("POST", "/wallets/anna/pay", link=f"ton://transfer/{wallet['address']}?amount=1")
    number = asked["pending"][0]["id"]
    assert (await purse.call("POST", f"/wallets/anna/requests/{number}/reject"))[1]["pending"] == []
    status, reply = await purse.call("POST", f"/wallets/anna/requests/{number}/reject")
    assert (status, reply["error"]["code"]) == (404, "unknown_request")


@pytest.mark.parametrize("link", ["tc://?v=2", "https://example.com/", "nonsense", "ton://transfer/nobody"])
async def test_a_link_that_is_none_is_refused(purse: Purse, link: str) -> None:
    for action in ("connect", "pay"):
        status, reply = await purse.call("POST", f"/wallets/anna/{action}", link=link)
        assert (status, reply["error"]["code"]) == (409, "wallet_refused"), (action, reply)


async def test_an_address_that_is_none_gets_nothing(purse: Purse) -> None:
    status, reply = await purse.call("POST", "/faucet", address="nowhere", amount_nano=1)
    assert (status, reply["error"]["code"]) == (400, "bad_request")


async def test_the_chain_has_faults_of_its_own(purse: Purse) -> None:
    assert (await purse.call("POST", "/faults", service="ton", route="v2/*", kind="status", status=503))[0] == 200
    assert (await purse.call("POST", "/faults", service="ton", kind="earthquake"))[0] == 400
    (armed,) = (await purse.call("GET", "/faults"))[1]["faults"]
    assert (armed["service"], armed["route"], armed["status"]) == ("ton", "v2/*", 503)
    async with aiohttp.ClientSession() as http, http.get(f"{purse.ton.ton_url}/api/v2/getMasterchainInfo") as response:
        assert response.status == 503
    assert await purse.call("DELETE", "/faults") == (200, {})
