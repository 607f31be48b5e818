"""A small TON world on one ephemeral port: chain, Toncenter, bridge, an app's manifest; frozen time unless moved."""

from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer
from pytoniq_core.boc.address import Address

from app.sandbox.chain import Chain, Emulator
from app.sandbox.chain.cells import raw
from app.sandbox.clock import SandboxClock
from app.sandbox.toncenter import Faults, add_ton_routes
from app.sandbox.wallet import Bridge, SimWallet, add_bridge_routes
from contracts import escrow

START = 1_790_000_000
COIN = 1_000_000_000
DAY = 86_400
OWNER = Address((0, b"\x0e" * 32))
PLATFORM = Address((0, b"\x0f" * 32))


@dataclass
class World:
    clock: SandboxClock
    chain: Chain
    faults: Faults
    bridge: Bridge
    server: TestServer
    http: aiohttp.ClientSession
    wallets: list[SimWallet] = field(default_factory=list)

    @property
    def url(self) -> str:
        return str(self.server.make_url("")).rstrip("/")

    @property
    def ton_url(self) -> str:
        return self.url + "/ton"

    @property
    def manifest_url(self) -> str:
        return self.url + "/tonconnect-manifest.json"

    async def wallet(self, name: str, coins: int = 100) -> SimWallet:
        """A wallet with coins that consents to everything at once."""
        wallet = SimWallet(name, f"seed of {name}", self.ton_url, self.url + "/bridge", self.clock)
        wallet.on_connect = wallet.on_transaction = "confirm"
        self.wallets.append(wallet)
        if coins:
            await self.chain.faucet(wallet.address, coins * COIN)
        return wallet

    async def get(self, path: str, **params: Any) -> tuple[int, Any]:
        async with self.http.get(f"{self.ton_url}/api/{path}", params=params) as response:
            return response.status, await response.json()

    async def post(self, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        async with self.http.post(f"{self.ton_url}/api/{path}", json=body) as response:
            return response.status, await response.json()

    async def state_of(self, address: Address) -> int:
        """The escrow's own word about its state."""
        return int((await self.chain.run_get_method(address, "get_state")).stack[0])


def terms(
    advertiser: Address, controller: Address, deal_id: int = 7, amount_nano: int = 10 * COIN
) -> escrow.EscrowTerms:
    return escrow.EscrowTerms(
        deal_id=deal_id,
        advertiser=advertiser,
        owner=OWNER,
        amount_nano=amount_nano,
        deadline=START + 30 * DAY,
        controller=controller,
        fee_recipient=PLATFORM,
        fee_bps=500,
    )


async def deposit(world: World, wallet: SimWallet, deal: escrow.EscrowTerms) -> Address:
    """The advertiser pays from his wallet, and so deploys the escrow."""
    address = escrow.address(deal)
    value = escrow.required_deposit_nano(deal.amount_nano)
    await wallet.send(address, value, escrow.deposit_body(1), escrow.state_init(deal))
    return address


async def open_world(emulator: Emulator, chain: Chain | None = None) -> World:
    clock = chain.clock if chain is not None and isinstance(chain.clock, SandboxClock) else SandboxClock()
    if chain is None:
        clock.freeze(START)
        chain = Chain(clock, emulator)
    faults, bridge, app = Faults(), Bridge(clock), web.Application()
    add_ton_routes(app, chain, faults)
    add_bridge_routes(app, bridge)
    app.router.add_get("/tonconnect-manifest.json", _manifest)
    server = TestServer(app)
    await server.start_server()
    return World(clock, chain, faults, bridge, server, aiohttp.ClientSession())


async def close_world(world: World) -> None:
    for wallet in world.wallets:
        await wallet.close()
    await world.http.close()
    await world.server.close()


async def _manifest(request: web.Request) -> web.Response:
    origin = str(request.url.origin())
    return web.json_response({"name": "Test app", "url": origin, "iconUrl": origin + "/icon.png"})


def same_address(left: str, right: Address) -> bool:
    return raw(Address(left)) == raw(right)
