"""The wallet consents, refuses, is silent or errs; the app at the other end is the ton-connect package, unmodified."""

import json
import time
from collections.abc import AsyncIterator, Awaitable
from typing import Any

import pytest
import pytest_asyncio
from nacl.exceptions import BadSignatureError
from pytoniq_core.boc.address import Address
from ton_connect import TonConnect
from ton_connect.connector import Connector
from ton_connect.exceptions import TonConnectError
from ton_connect.models import AppWallet, SendTransactionMessage, SendTransactionPayload
from ton_connect.storage import MemoryStorage
from ton_connect.utils import VerifyTonProof
from ton_core import Address as TheirAddress
from ton_core import Cell, NetworkGlobalID, StateInit

from app.sandbox.chain.cells import friendly, raw, to_boc
from app.sandbox.wallet import SimWallet, WalletError, wallet_list
from contracts import escrow
from tests.sandbox.ton.world import COIN, World, terms

STRANGER = Address((0, b"\x77" * 32))
PAYLOAD = "one-time-payload"


class App:
    """The server side of TON Connect, as our bot uses it."""

    def __init__(self, world: World) -> None:
        self.storage = MemoryStorage()
        self._world = world
        self._wallet = AppWallet.model_validate(wallet_list(world.url)[0])
        self._open()

    def _open(self) -> None:
        self._connect = TonConnect(
            storage=self.storage, manifest_url=self._world.manifest_url, app_wallets=[self._wallet]
        )
        self.connector: Connector = self._connect.create_connector("user:1")

    async def link(self) -> str:
        request = self.connector.make_connect_request(PAYLOAD)
        return await self.connector.connect(request, network=NetworkGlobalID.TESTNET, app_wallet=self._wallet)

    async def connected(self, wallet: SimWallet) -> Any:
        await wallet.open_link(await self.link())
        found, error = await self.connector.wait_connect()
        assert error is None
        return found

    async def ask(self, world: World, *messages: SendTransactionMessage) -> int:
        payload = SendTransactionPayload(valid_until=int(world.clock.now()) + 300, messages=list(messages))
        return await self.connector.send_transaction(payload, timeout=60)

    async def restart(self) -> None:
        await self._connect.close_all()
        self._open()

    async def close(self) -> None:
        await self._connect.close_all()


@pytest_asyncio.fixture
async def app(world: World) -> AsyncIterator[App]:
    app = App(world)
    yield app
    await app.close()


def payment(deal: escrow.EscrowTerms) -> SendTransactionMessage:
    init = StateInit.deserialize(Cell.one_from_boc(to_boc(escrow.state_init(deal))).begin_parse())
    return SendTransactionMessage(
        address=TheirAddress(friendly(escrow.address(deal))),
        amount=escrow.required_deposit_nano(deal.amount_nano),
        state_init=init,
        payload=Cell.one_from_boc(to_boc(escrow.deposit_body(1))),
    )


def coins(count: int) -> SendTransactionMessage:
    return SendTransactionMessage(address=TheirAddress(friendly(STRANGER, bounceable=False)), amount=count * COIN)


async def error_of(answer: Awaitable[tuple[Any, TonConnectError | None]]) -> TonConnectError:
    result, error = await answer
    assert result is None
    assert error is not None
    return error


async def test_the_apps_connector_connects_pays_and_restores_after_a_restart(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    found = await app.connected(wallet)
    assert Address(found.account.address.to_str(is_user_friendly=False)) == wallet.address
    deal = terms(wallet.address, STRANGER)
    result, error = await app.connector.wait_transaction(await app.ask(world, payment(deal)))
    assert error is None
    assert result is not None
    sent = world.chain.ledger.by_message(bytes.fromhex(result.normalized_hash))
    assert sent is not None
    assert sent.address == wallet.address
    assert await world.state_of(escrow.address(deal)) == escrow.State.FUNDED
    await app.restart()
    assert await app.connector.restore()
    assert wallet.apps == ["Test app"]
    result, error = await app.connector.wait_transaction(await app.ask(world, coins(1)))
    assert error is None
    assert world.chain.account(STRANGER).balance_nano == COIN


async def test_ton_proof_holds_for_its_domain_and_no_other(world: World, app: App) -> None:
    world.clock.freeze(time.time())  # the package compares the proof's time with real time
    found = await app.connected(await world.wallet("advertiser"))
    proof = found.ton_proof_dto
    assert proof.proof.payload == PAYLOAD
    domain = world.url.removeprefix("http://")
    assert await VerifyTonProof(proof).verify([domain])
    with pytest.raises(BadSignatureError):
        await VerifyTonProof(proof).verify(["elsewhere.example"])
    forged = proof.model_copy(update={"proof": proof.proof.model_copy(update={"payload": "another"})})
    with pytest.raises(BadSignatureError):
        await VerifyTonProof(forged).verify([domain])


async def test_a_declined_connection_is_told_to_the_app(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    wallet.on_connect = "reject"
    assert await wallet.open_link(await app.link()) is None
    assert "declined" in str(await error_of(app.connector.wait_connect())).lower()


async def test_a_declined_transaction_moves_nothing(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    await app.connected(wallet)
    wallet.on_transaction = "reject"
    error = await error_of(app.connector.wait_transaction(await app.ask(world, coins(1))))
    assert "declined" in str(error).lower()
    assert world.chain.account(STRANGER).balance_nano == 0


async def test_a_human_sees_what_is_asked_before_he_consents(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    wallet.on_connect = wallet.on_transaction = "ask"
    asked = await wallet.open_link(await app.link())
    assert asked is not None
    assert (asked.kind, asked.app) == ("connect", "Test app")
    await wallet.confirm(asked.id)
    await app.connector.wait_connect()
    request = await app.ask(world, coins(3))
    shown = (await wallet.wait_pending()).describe()
    assert shown["amount_nano"] == 3 * COIN
    assert shown["transfers"] == [{"to": friendly(STRANGER, bounceable=False, testnet=True), "amount_nano": 3 * COIN}]
    await wallet.confirm(shown["id"])
    _, error = await app.connector.wait_transaction(request)
    assert error is None
    assert wallet.pending == []
    with pytest.raises(WalletError):
        await wallet.confirm(shown["id"])
    assert world.chain.account(STRANGER).balance_nano == 3 * COIN


async def test_a_wallet_that_stays_silent_leaves_the_app_waiting(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    wallet.on_connect = "ignore"
    assert await wallet.open_link(await app.link()) is None
    assert wallet.pending == []
    assert not app.connector.connected


async def test_a_wallet_may_send_another_amount_than_was_asked(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    await app.connected(wallet)
    wallet.wrong_amount_nano = COIN
    deal = terms(wallet.address, STRANGER)
    _, error = await app.connector.wait_transaction(await app.ask(world, payment(deal)))
    assert error is None
    assert await world.state_of(escrow.address(deal)) == escrow.State.INIT
    assert await wallet.balance() > 99.9 * COIN, "it came back"


async def test_too_little_balance_is_refused_or_sent_in_vain(world: World, app: App) -> None:
    wallet = await world.wallet("poor", coins=2)
    await app.connected(wallet)
    error = await error_of(app.connector.wait_transaction(await app.ask(world, coins(5))))
    assert "not enough" in str(error)
    wallet.checks_balance = False
    _, none = await app.connector.wait_transaction(await app.ask(world, coins(5)))
    assert none is None, "the wallet says that it has sent"
    assert world.chain.account(STRANGER).balance_nano == 0
    run = await world.chain.run_get_method(wallet.address, "seqno")
    assert run.stack == [1], "the seqno is spent all the same"


async def test_an_expired_request_is_refused(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    await app.connected(wallet)
    wallet.on_transaction = "ask"
    request = await app.ask(world, coins(1))
    asked = await wallet.wait_pending()
    world.clock.advance(301)
    with pytest.raises(WalletError):
        await wallet.confirm(asked.id)
    await wallet.reject(asked.id)
    await error_of(app.connector.wait_transaction(request))


async def test_either_side_may_disconnect(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    await app.connected(wallet)
    await app.connector.disconnect()
    await app.connected(wallet)
    assert wallet.apps == ["Test app"]
    await wallet.disconnect()
    assert wallet.apps == []


async def test_a_wallet_keeps_its_connections_over_a_restart(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    await app.connected(wallet)
    kept = json.loads(json.dumps(wallet.snapshot()))
    await wallet.close()
    again = await world.wallet("advertiser", coins=0)
    await again.resume(kept)
    _, error = await app.connector.wait_transaction(await app.ask(world, coins(1)))
    assert error is None
    assert again.address == wallet.address


async def test_without_a_manifest_there_is_no_connection(world: World, app: App) -> None:
    wallet = await world.wallet("advertiser")
    link = (await app.link()).replace("tonconnect-manifest.json", "missing.json")
    with pytest.raises(WalletError):
        await wallet.open_link(link)
    await error_of(app.connector.wait_connect())


async def test_a_plain_transfer_link_with_the_contract_in_it_funds_the_escrow(world: World) -> None:
    wallet = await world.wallet("advertiser")
    deal = terms(wallet.address, STRANGER)
    link = transfer_link(deal)
    assert await wallet.pay(link) is None
    assert await world.state_of(escrow.address(deal)) == escrow.State.FUNDED
    await wallet.pay(link.replace("ton://transfer/", "https://wallet.example/transfer/"))
    assert await wallet.balance() < 90 * COIN


async def test_a_link_may_carry_a_comment_and_an_end(world: World) -> None:
    wallet = await world.wallet("advertiser")
    to = friendly(STRANGER, bounceable=False)
    await wallet.pay(f"ton://transfer/{to}?amount={COIN}&text=thank%20you")
    message = world.chain.ledger.of_account(STRANGER)[0].in_message
    assert message is not None
    assert message.opcode == 0
    wallet.on_transaction = "ask"
    late = await wallet.pay(f"ton://transfer/{to}?amount={COIN}&exp={int(world.clock.now()) - 1}")
    assert late is not None
    with pytest.raises(WalletError):
        await wallet.confirm(late.id)
    with pytest.raises(ValueError):
        await wallet.pay("https://example.org/")


async def test_the_wallets_address_follows_from_its_seed_and_network(world: World) -> None:
    first, second = await world.wallet("same", coins=0), await world.wallet("same", coins=0)
    mainnet = SimWallet("same", "seed of same", world.ton_url, world.url + "/bridge", world.clock, network=-239)
    assert first.address == second.address
    assert mainnet.contract.wallet_id == 0x7FFFFF11
    assert raw(mainnet.address) != raw(first.address)


def transfer_link(deal: escrow.EscrowTerms) -> str:
    def url_safe(cell: Any) -> str:
        return to_boc(cell).replace("+", "-").replace("/", "_").rstrip("=")

    return (
        f"ton://transfer/{friendly(escrow.address(deal))}?amount={escrow.required_deposit_nano(deal.amount_nano)}"
        f"&bin={url_safe(escrow.deposit_body(1))}&init={url_safe(escrow.state_init(deal))}"
    )
