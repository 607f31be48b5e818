"""Three clients that we did not write, unmodified, through deploy, deposit, get-methods, transactions and release."""

import asyncio
import hashlib
import json
from typing import Any

import pytest
from pytoniq_core.boc.address import Address

from app.sandbox.chain.cells import friendly, raw, to_boc
from app.sandbox.chain.emulator import PACKAGE
from app.sandbox.wallet import SimWallet
from app.sandbox.wallet.contract import Transfer
from contracts import escrow
from tests.needs import need
from tests.sandbox.ton.world import COIN, OWNER, START, World, terms

CLIENT = __file__.replace("test_clients.py", "ton_client.mjs")


async def test_the_official_javascript_client_plays_a_whole_escrow(world: World) -> None:
    process = await asyncio.create_subprocess_exec(
        need("node"),
        CLIENT,
        str(PACKAGE),
        f"{world.ton_url}/api/v2/jsonRPC",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    wallets = json.loads(await process.stdout.readline())
    advertiser, controller = Address(wallets["advertiser"]), Address(wallets["controller"])
    await world.chain.faucet(advertiser, 50 * COIN)
    await world.chain.faucet(controller, 5 * COIN)
    deal = terms(advertiser, controller)
    process.stdin.write(json.dumps(_cells(deal)).encode() + b"\n")
    seen: dict[str, Any] = json.loads(await process.stdout.readline())
    assert await process.wait() == 0
    owner_nano, _ = escrow.release_parts(deal.amount_nano, deal.fee_bps)
    replay = seen.pop("replay")
    assert replay["status"] == 500
    assert "cannot apply external message to current state" in replay["error"]
    assert seen.pop("gas_fee") > 0
    assert int(seen.pop("owner_balance")) > owner_nano * 0.999
    assert int(seen.pop("balance")) > deal.amount_nano
    assert seen.pop("terms_items") > 0
    assert seen == {
        "deployed_before": False,
        "advertiser_seqno": 1,
        "funded": escrow.State.FUNDED,
        "released": escrow.State.RELEASED,
        "required": str(escrow.required_deposit_nano(deal.amount_nano)),
        "exit_codes": [0, 0],
        "older": 1,
        "located": True,
        "state": "active",
        "unknown_method": 11,
        "block_transactions": seen["block_transactions"],
    }
    assert seen["block_transactions"] > 0


async def test_tonutils_plays_a_whole_escrow(world: World) -> None:
    from ton_core import Cell, NetworkGlobalID, PrivateKey, StateInit
    from tonutils.clients import ToncenterClient
    from tonutils.contracts.wallet import WalletV4R2, WalletV5R1

    client = ToncenterClient(NetworkGlobalID.TESTNET, base_url=f"{world.ton_url}/api/v2", rps_limit=1000, rps_period=1)
    await client.connect()
    advertiser = WalletV4R2.from_private_key(client, PrivateKey(hashlib.sha256(b"advertiser").digest()))
    controller = WalletV5R1.from_private_key(client, PrivateKey(hashlib.sha256(b"controller").digest()))
    deal = terms(Address(advertiser.address.to_str(False)), Address(controller.address.to_str(False)))
    address = escrow.address(deal)
    await world.chain.faucet(deal.advertiser, 50 * COIN)
    await world.chain.faucet(deal.controller, 5 * COIN)

    def cell(ours: Any) -> Any:
        return Cell.one_from_boc(to_boc(ours))

    value = escrow.required_deposit_nano(deal.amount_nano)
    init = StateInit.deserialize(cell(escrow.state_init(deal)).begin_parse())
    await advertiser.transfer(friendly(address), value, cell(escrow.deposit_body(1)), init, bounce=True)
    assert await client.run_get_method(friendly(address), "get_state") == [escrow.State.FUNDED]
    await controller.transfer(friendly(address), escrow.ACTION_VALUE_NANO, cell(escrow.release_body(2)), bounce=True)
    assert await client.run_get_method(friendly(address), "get_state") == [escrow.State.RELEASED]
    info = await client.get_info(friendly(OWNER))
    assert info.state.value == "uninit"
    assert info.balance > 9 * COIN
    assert (await client.get_info(friendly(Address((0, b"\x55" * 32))))).state.value == "nonexist"
    transactions = await client.get_transactions(friendly(address), limit=5)
    phases: list[Any] = [item.description for item in transactions]
    assert [item.compute_ph.exit_code for item in phases] == [0, 0]
    assert 21 in await client.get_config()
    await client.close()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pytoncenter")
async def test_pytoncenter_plays_a_whole_escrow_on_api_v3(world: World) -> None:
    need("pytoncenter")
    from pytoncenter.v3 import models
    from pytoncenter.v3.api import AsyncTonCenterClientV3

    endpoint = f"{world.ton_url}/api/v3"
    client = AsyncTonCenterClientV3(network="testnet", custom_endpoint=endpoint, api_key="key", qps=1000)
    advertiser, controller = await world.wallet("advertiser"), await world.wallet("controller")
    deal = terms(advertiser.address, controller.address)
    address = escrow.address(deal)

    async def send(wallet: SimWallet, transfer: Transfer) -> str:
        boc = to_boc(wallet.contract.external([transfer], 0, START + 60))
        return str((await client.send_message(models.ExternalMessage(boc=boc))).message_hash)

    async def state() -> int:
        run = await client.run_get_method(models.RunGetMethodRequest(address=friendly(address), method="get_state"))
        assert run.exit_code == 0
        return int(run.stack[0].value, 16)

    value = escrow.required_deposit_nano(deal.amount_nano)
    sent = await send(advertiser, Transfer(address, value, escrow.deposit_body(1), escrow.state_init(deal)))
    assert await state() == escrow.State.FUNDED
    await send(controller, Transfer(address, escrow.ACTION_VALUE_NANO, escrow.release_body(2)))
    assert await state() == escrow.State.RELEASED
    found, _ = await client.get_transaction_by_message(
        models.GetTransactionByMessageRequest(direction="in", msg_hash=sent)
    )
    assert found[0].account.to_string(False).lower() == raw(advertiser.address).lower()
    await _look_around(client, models, world, address, controller)


async def _look_around(client: Any, models: Any, world: World, address: Address, controller: SimWallet) -> None:
    history, book = await client.get_transactions(models.GetTransactionsRequest(account=friendly(address), sort="asc"))
    assert [item.description["compute_ph"]["exit_code"] for item in history] == [0, 0]
    assert history[0].in_msg.opcode == f"0x{escrow.OP_DEPOSIT:08x}"
    assert book
    assert len(await client.get_messages(models.GetMessagesRequest(destination=friendly(OWNER)))) == 1
    account = await client.get_account(models.GetAccountRequest(address=friendly(address)))
    assert account.status == "active"
    wallet = await client.get_wallet(models.GetWalletRequest(address=friendly(controller.address)))
    assert wallet.seqno == 1
    assert (await client.get_masterchain_info()).last.seqno == world.chain.head


def _cells(deal: escrow.EscrowTerms) -> dict[str, str]:
    return {
        "address": friendly(escrow.address(deal)),
        "owner": friendly(OWNER),
        "state_init": to_boc(escrow.state_init(deal)),
        "deposit_body": to_boc(escrow.deposit_body(1)),
        "release_body": to_boc(escrow.release_body(2)),
        "deposit_nano": str(escrow.required_deposit_nano(deal.amount_nano)),
        "action_nano": str(escrow.ACTION_VALUE_NANO),
    }
