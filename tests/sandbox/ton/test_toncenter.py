"""Toncenter's own manners: shapes, filters, refusals, limits; and trouble on request."""

from typing import Any

import aiohttp
import pytest
from pytoniq_core.boc.address import Address

from app.sandbox.chain.cells import b64, friendly, raw, to_boc
from app.sandbox.toncenter import Fault
from app.sandbox.wallet.contract import Transfer
from contracts import escrow
from tests.sandbox.ton.world import COIN, OWNER, START, World, deposit, terms

STRANGER = Address((0, b"\x77" * 32))


async def test_version_two_calls_an_empty_account_uninitialized_and_version_three_knows_better(world: World) -> None:
    await world.chain.faucet(OWNER, COIN)
    for address, v3_name in ((STRANGER, "nonexist"), (OWNER, "uninit")):
        _, v2 = await world.get("v2/getAddressInformation", address=friendly(address))
        assert v2["ok"]
        assert v2["result"]["state"] == "uninitialized"
        _, v3 = await world.get("v3/accountStates", address=raw(address))
        assert v3["accounts"][0]["status"] == v3_name
    assert (await world.get("v2/getAddressBalance", address=friendly(OWNER)))[1]["result"] == str(COIN)
    assert (await world.get("v2/getAddressState", address=friendly(OWNER)))[1]["result"] == "uninitialized"


async def test_account_states_answer_for_many_escrows_at_once(world: World) -> None:
    advertiser, controller = await world.wallet("advertiser"), await world.wallet("controller")
    deals = [terms(advertiser.address, controller.address, deal_id, COIN) for deal_id in range(3)]
    addresses = [await deposit(world, advertiser, deal) for deal in deals]
    async with world.http.get(
        f"{world.ton_url}/api/v3/accountStates", params=[("address", friendly(item)) for item in addresses]
    ) as response:
        accounts = (await response.json())["accounts"]
    assert [item["address"] for item in accounts] == [raw(item) for item in addresses]
    assert {item["code_hash"] for item in accounts} == {b64(escrow.code_hash())}
    assert all(item["data_boc"] for item in accounts)
    _, lean = await world.get("v3/accountStates", address=raw(addresses[0]), include_boc="false")
    assert "data_boc" not in lean["accounts"][0]


async def test_messages_are_found_by_opcode_in_pages_from_a_cursor(world: World) -> None:
    advertiser, controller = await world.wallet("advertiser"), await world.wallet("controller")
    addresses = []
    for deal_id in range(4):
        world.clock.advance(10)
        addresses.append(await deposit(world, advertiser, terms(advertiser.address, controller.address, deal_id, COIN)))
    query = {"opcode": f"0x{escrow.OP_DEPOSIT:08x}", "sort": "asc", "limit": "3"}
    _, first = await world.get("v3/messages", **query)
    assert [item["destination"] for item in first["messages"]] == [raw(item) for item in addresses[:3]]
    last = first["messages"][-1]
    _, rest = await world.get("v3/messages", **query, start_lt=last["created_lt"], offset="1")
    assert [item["destination"] for item in rest["messages"]] == [raw(addresses[3])]
    assert rest["messages"][0]["source"] == raw(advertiser.address)
    _, by_time = await world.get("v3/messages", **query, start_utime=str(START + 30))
    assert len(by_time["messages"]) == 2
    _, one = await world.get("v3/messages", destination=raw(addresses[1]), opcode=query["opcode"])
    assert one["messages"][0]["value"] == str(escrow.required_deposit_nano(COIN))
    assert one["address_book"][raw(addresses[1])]["user_friendly"] == friendly(addresses[1])


async def test_a_sent_message_is_found_by_its_normalised_hash(world: World) -> None:
    wallet = await world.wallet("payer")
    boc = to_boc(wallet.contract.external([Transfer(STRANGER, COIN, bounce=False)], 0, START + 60))
    status, sent = await world.post("v3/message", {"boc": boc})
    assert status == 200
    for name in ("message_hash", "message_hash_norm"):
        _, found = await world.get("v3/transactionsByMessage", msg_hash=sent[name], direction="in")
        assert [item["account"] for item in found["transactions"]] == [raw(wallet.address)]
        assert found["transactions"][0]["trace_external_hash"] == sent["message_hash_norm"]
    status, refused = await world.post("v3/message", {"boc": boc})
    assert (status, refused["code"]) == (500, 500)
    assert "exitcode=" in refused["error"]


async def test_the_hash_that_a_broadcast_returns_is_the_messages(world: World) -> None:
    wallet = await world.wallet("payer")
    boc = to_boc(wallet.contract.external([Transfer(STRANGER, COIN, bounce=False)], 0, START + 60))
    _, answer = await world.post("v2/sendBocReturnHash", {"boc": boc})
    taken = world.chain.ledger.transactions()[1].in_message
    assert taken is not None
    assert answer["result"]["hash"] == b64(taken.hash)
    assert answer["result"]["hash_norm"] != answer["result"]["hash"]


async def test_transactions_page_backwards_and_describe_their_phases(world: World) -> None:
    advertiser, controller = await world.wallet("advertiser"), await world.wallet("controller")
    deal = terms(advertiser.address, controller.address)
    address = await deposit(world, advertiser, deal)
    await controller.send(address, escrow.ACTION_VALUE_NANO, escrow.refund_body(2))
    _, page = await world.get("v3/transactions", account=friendly(address), limit="1")
    newest = page["transactions"][0]
    assert newest["description"]["compute_ph"]["exit_code"] == 0
    assert newest["description"]["action"]["result_code"] == 0
    assert (newest["orig_status"], newest["end_status"]) == ("active", "active")
    assert newest["in_msg"]["opcode"] == f"0x{escrow.OP_REFUND:08x}"
    _, other = await world.get("v3/transactions", account=friendly(address), limit="1", offset="1")
    assert other["transactions"][0]["orig_status"] in ("nonexist", "uninit")
    _, sender = await world.get("v3/adjacentTransactions", hash=newest["hash"], direction="in")
    assert sender["transactions"][0]["account"] == raw(controller.address)
    _, older = await world.get("v2/getTransactions", address=raw(address), to_lt=other["transactions"][0]["lt"])
    assert [item["transaction_id"]["hash"] for item in older["result"]] == [newest["hash"]]


async def test_get_methods_speak_the_notations_of_both_versions(world: World) -> None:
    wallet = await world.wallet("payer")
    await wallet.send(STRANGER, COIN, bounce=False)
    body = {"address": raw(wallet.address), "method": "seqno", "stack": []}
    _, v2 = await world.post("v2/runGetMethod", body)
    assert v2["result"]["stack"] == [["num", "0x1"]]
    _, v3 = await world.post("v3/runGetMethod", body)
    assert v3["stack"] == [{"type": "num", "value": "0x1"}]
    _, missing = await world.post("v3/runGetMethod", {**body, "method": "nothing_like_it"})
    assert missing["exit_code"] == 11
    _, empty = await world.post("v2/runGetMethod", {**body, "address": raw(STRANGER)})
    assert empty["result"]["exit_code"] == -13
    _, rpc = await world.post("v2/jsonRPC", {"id": "9", "jsonrpc": "2.0", "method": "runGetMethod", "params": body})
    assert (rpc["id"], rpc["result"]["exit_code"]) == ("9", 0)


async def test_refusals_have_the_bodies_of_the_public_service(world: World) -> None:
    assert await world.get("v2/getAddressInformation", address="nonsense") == (
        416,
        {"ok": False, "error": "Incorrect address", "code": 416},
    )
    status, body = await world.get("v3/accountStates", address="nonsense")
    assert (status, set(body)) == (422, {"code", "error"})
    status, body = await world.get("v2/getAddressInformation")
    assert (status, body["code"]) == (422, 422)
    assert (await world.get("v2/noSuchMethod"))[0] == 404
    status, body = await world.get("v3/transactions", limit="5000")
    assert status == 422
    status, body = await world.post("v2/sendBoc", {"boc": "AAAA"})
    assert (status, body["ok"]) == (500, False)


async def test_fees_are_estimated_by_running_the_message(world: World) -> None:
    wallet = await world.wallet("payer")
    await wallet.send(STRANGER, COIN, bounce=False)
    body = wallet.contract.external([Transfer(STRANGER, COIN)], 1, START + 60).refs[-1]
    status, answer = await world.post("v2/estimateFee", {"address": raw(wallet.address), "body": to_boc(body)})
    assert status == 200
    fees = answer["result"]["source_fees"]
    assert fees["gas_fee"] > 0
    assert fees["fwd_fee"] > 0
    assert world.chain.account(STRANGER).balance_nano == COIN, "nothing was sent"


async def test_configuration_parameters_are_served(world: World) -> None:
    status, answer = await world.get("v2/getConfigParam", config_id="21")
    assert status == 200
    assert answer["result"]["config"]["bytes"]
    assert (await world.get("v2/getConfigParam", config_id="9999"))[0] == 500


async def test_a_lost_answer_means_that_the_message_was_executed(world: World) -> None:
    wallet = await world.wallet("payer")
    boc = to_boc(wallet.contract.external([Transfer(STRANGER, COIN, bounce=False)], 0, START + 60))
    world.faults.add(Fault("v2/sendBoc", "lost"))
    with pytest.raises(aiohttp.ClientError):
        await world.post("v2/sendBoc", {"boc": boc})
    assert world.chain.account(STRANGER).balance_nano == COIN
    assert world.faults.active == []


async def test_a_dropped_call_did_nothing(world: World) -> None:
    wallet = await world.wallet("payer")
    boc = to_boc(wallet.contract.external([Transfer(STRANGER, COIN, bounce=False)], 0, START + 60))
    world.faults.add(Fault("*/sendBoc", "drop"))
    with pytest.raises(aiohttp.ClientError):
        await world.post("v2/sendBoc", {"boc": boc})
    assert world.chain.account(STRANGER).balance_nano == 0
    assert (await world.post("v2/sendBoc", {"boc": boc}))[0] == 200


async def test_a_lagging_replica_answers_from_the_past_until_the_fault_is_cleared(world: World) -> None:
    await world.chain.faucet(OWNER, COIN)
    world.faults.add(Fault("v3/*", "stale", times=None, at_block=world.chain.head))
    await world.chain.faucet(OWNER, COIN)
    _, stale = await world.get("v3/accountStates", address=raw(OWNER))
    assert stale["accounts"][0]["balance"] == str(COIN)
    assert len((await world.get("v3/transactions", account=raw(OWNER)))[1]["transactions"]) == 1
    world.faults.clear()
    _, fresh = await world.get("v3/accountStates", address=raw(OWNER))
    assert fresh["accounts"][0]["balance"] == str(2 * COIN)


async def test_errors_and_garbage_come_when_asked_for(world: World) -> None:
    world.faults.add(Fault("v3/masterchainInfo", "status", status=503))
    world.faults.add(Fault("v3/masterchainInfo", "status", status=429))
    world.faults.add(Fault("v3/masterchainInfo", "garbage"))
    assert (await world.get("v3/masterchainInfo"))[0] == 503
    assert await world.get("v3/masterchainInfo") == (429, {"error": "Ratelimit exceed", "code": 429})
    with pytest.raises(aiohttp.ClientError):
        await world.get("v3/masterchainInfo")
    status, info = await world.get("v3/masterchainInfo")
    assert (status, info["last"]["seqno"]) == (200, world.chain.head)


async def test_a_delayed_answer_is_still_the_right_one(world: World) -> None:
    world.faults.add(Fault("v3/masterchainInfo", "delay", delay_seconds=0.01))
    assert (await world.get("v3/masterchainInfo"))[0] == 200


def test_a_kind_of_fault_that_does_not_exist_is_refused() -> None:
    from_a_request: Any = "explode"
    with pytest.raises(ValueError):
        Fault("*", from_a_request)


async def test_without_a_key_the_second_call_in_a_second_is_too_many(world: World) -> None:
    world.faults.rate_without_key, world.faults.monotonic = 1, lambda: 5.0
    statuses = [(await world.get("v2/getMasterchainInfo"))[0] for _ in range(2)]
    statuses += [(await world.get("v2/getMasterchainInfo", api_key="key"))[0] for _ in range(2)]
    world.faults.monotonic = lambda: 6.0
    statuses.append((await world.get("v2/getMasterchainInfo"))[0])
    assert statuses == [200, 429, 200, 200, 200]


async def test_calls_are_counted_by_route_however_they_arrive(world: World) -> None:
    await world.get("v2/getMasterchainInfo")
    await world.post("v2/jsonRPC", {"id": 1, "method": "getMasterchainInfo", "params": {}})
    await world.get("v3/masterchainInfo")
    assert world.faults.calls == {"v2/getMasterchainInfo": 2, "v3/masterchainInfo": 1}


async def test_a_page_on_another_origin_may_call(world: World) -> None:
    async with world.http.options(f"{world.ton_url}/api/v2/jsonRPC") as response:
        assert response.status == 204
        assert response.headers["Access-Control-Allow-Origin"] == "*"
