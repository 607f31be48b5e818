"""The market's money side against the local chain over real HTTP: deals, two people's wallets, the controller's key."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from pytoniq_core.boc.address import Address

from app.adapters.cells import from_boc, raw
from app.adapters.controller import ControllerWallet
from app.adapters.toncenter import ToncenterChain
from app.adapters.toncenter_http import Toncenter
from app.adapters.tonconnect import TonConnectWallets
from app.sandbox.wallet import SimWallet
from models import Deal, DealEvent, DealStatus, Escrow, EscrowState, Notice, Party, Verdict
from services.actor import PLATFORM, Actor
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from services.escrow import Escrows
from services.escrow.chain import facts_of
from services.settings import MarketSettings
from services.wallets import WalletBook
from tests.makers import ADVERTISER, START, Everybody, a_deal, a_user
from tests.sandbox.ton.world import COIN, World

TESTNET = -3
ADMIN = 99
KEY = hashlib.sha256(b"controller").digest()
HALF_A_MINUTE = 30
"""After so long the state of an escrow is read again, whatever the cursor of deposits said."""
ADVERTISER_ACTOR = Actor(ADVERTISER)


@dataclass
class Market:
    world: World
    http: aiohttp.ClientSession
    chain: ToncenterChain
    wallets: TonConnectWallets
    escrows: Escrows
    book: WalletBook
    payer: SimWallet
    payout: SimWallet
    others: list[TonConnectWallets] = field(default_factory=list)

    async def deal(self, status: DealStatus = DealStatus.OWNER_ACCEPTED, **over: Any) -> Deal:
        """A deal with both wallets proved."""
        wallets: dict[str, Any] = {"payer_address": raw(self.payer.address), "payout_address": raw(self.payout.address)}
        return await a_deal(status, **{**wallets, **over})

    async def opened(self, **over: Any) -> tuple[Deal, Escrow]:
        deal = await self.deal(**over)
        await self.escrows.open_due()
        return await Deal.get(id=deal.id), await current(deal)

    async def funded(self, **over: Any) -> tuple[Deal, Escrow]:
        """Opened, paid and seen by the watcher."""
        deal, _ = await self.opened(**over)
        await self.pay(deal)
        await self.escrows.watch()
        return await Deal.get(id=deal.id), await current(deal)

    async def pay(self, deal: Deal, amount_nano: int | None = None, wallet: SimWallet | None = None) -> None:
        """The deposit, by the advertiser's wallet unless another is named."""
        escrow = await current(deal)
        await self.pay_to(escrow, amount_nano, wallet)

    async def pay_to(self, escrow: Escrow, amount_nano: int | None = None, wallet: SimWallet | None = None) -> None:
        plan = self.chain.plan(facts_of(escrow))
        body, init = from_boc(plan.deposit_body_boc), from_boc(plan.state_init_boc)
        value = escrow.required_nano if amount_nano is None else amount_nano
        await (wallet or self.payer).send(Address(escrow.address), value, body, init)

    async def decide(self, deal: Deal, verdict: Verdict, split_bps: int | None = None) -> None:
        """A verdict, as an admin gives it in a dispute."""
        action = Action(f"decide_{verdict.value}")
        await Deal.filter(id=deal.id).update(status=DealStatus.DISPUTED)
        fresh = await Deal.get(id=deal.id)
        move = Move(action, Party.ADMIN, Actor(ADMIN, is_admin=True), split_bps=split_bps)
        await advance(fresh, move, self.world.clock)

    async def kill(self, deal: Deal) -> None:
        fresh = await Deal.get(id=deal.id)
        await advance(fresh, Move(Action.EXPIRE, Party.PLATFORM, PLATFORM), self.world.clock)

    def balance(self, address: Address | str) -> int:
        return self.world.chain.account(Address(address) if isinstance(address, str) else address).balance_nano

    def pass_(self, seconds: float) -> None:
        self.world.clock.advance(seconds)

    def later(self) -> Escrows:
        """The services of a process that was started again: nothing but the database is remembered."""
        return make_escrows(self.world, make_chain(self.world, self.http), self.wallets)

    def chain_over(self, http: aiohttp.ClientSession) -> ToncenterChain:
        """The adapter of another process."""
        return make_chain(self.world, http)

    @property
    def controller_address(self) -> Address:
        return ControllerWallet(KEY, TESTNET).address

    def received(self, address: Address) -> int:
        """All that ever arrived there; its balance pays for storage meanwhile."""
        taken = self.world.chain.ledger.of_account(address)
        return sum(item.in_message.value_nano for item in taken if item.in_message)

    def payouts_to(self, address: Address) -> int:
        """How many messages with coins arrived there."""
        taken = self.world.chain.ledger.of_account(address)
        return sum(1 for item in taken if item.in_message and item.in_message.value_nano > COIN // 10)


def make_chain(world: World, http: aiohttp.ClientSession, keys: tuple[bytes, ...] = (KEY,)) -> ToncenterChain:
    return ToncenterChain(Toncenter(http, world.ton_url, attempts=2), keys, TESTNET, world.clock)


def make_escrows(world: World, chain: ToncenterChain, wallets: TonConnectWallets) -> Escrows:
    settings = MarketSettings(admin_ids=frozenset({ADMIN}), fee_recipient=f"0:{'fe' * 32}")
    return Escrows(world.clock, chain, wallets, DealAccess(world.clock, Everybody()), settings)


async def open_market(world: World, controller_coins: int = 5) -> Market:
    world.clock.freeze(START.timestamp())
    http = aiohttp.ClientSession()
    chain = make_chain(world, http)
    wallets = TonConnectWallets(http, world.url + "/wallets.json", world.url, TESTNET, world.clock, is_sandbox=True)
    escrows = make_escrows(world, chain, wallets)
    book = WalletBook(world.clock, wallets, escrows.access, escrows)
    payer, payout = await world.wallet("advertiser"), await world.wallet("owner", coins=0)
    await a_user(ADMIN)
    if controller_coins:
        await world.chain.faucet(ControllerWallet(KEY, TESTNET).address, controller_coins * COIN)
    return Market(world, http, chain, wallets, escrows, book, payer, payout)


async def close_market(market: Market) -> None:
    for wallets in (market.wallets, *market.others):
        await wallets.close()
    await market.http.close()


async def current(deal: Deal) -> Escrow:
    return await Escrow.get(deal_id=deal.id, is_current=True)


async def status_of(deal: Deal) -> DealStatus:
    return (await Deal.get(id=deal.id)).status


async def state_of(escrow: Escrow) -> EscrowState:
    return (await Escrow.get(id=escrow.id)).state


async def steps_of(deal: Deal) -> list[str]:
    return [event.action for event in await DealEvent.filter(deal_id=deal.id).order_by("id")]


async def told(key: str) -> list[Notice]:
    return await Notice.filter(key=key).order_by("id")
