"""The methods of API v2. Each takes the view and the call's parameters and returns the `result`."""

from collections.abc import Awaitable, Callable
from typing import Any

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell
from pytoniq_core.boc.hashmap.hashmap import HashMap

from app.sandbox.chain import Message
from app.sandbox.chain.cells import b64, friendly, from_boc, parse, raw, to_boc
from app.sandbox.toncenter import v2_shapes as shapes
from app.sandbox.toncenter.errors import ApiError
from app.sandbox.toncenter.sending import estimate, send
from app.sandbox.toncenter.stack import decode, encode_v2
from app.sandbox.toncenter.view import NO_BLOCK_HASH, Query, View, address_of, hash_of

Method = Callable[[View, Query], Awaitable[Any]]
MAX_TRANSACTIONS = 100


async def masterchain_info(view: View, query: Query) -> Any:
    return {
        "@type": "blocks.masterchainInfo",
        "last": shapes.block_id(view.head),
        "state_root_hash": b64(NO_BLOCK_HASH),
        "init": shapes.block_id(0),
    }


async def consensus_block(view: View, query: Query) -> Any:
    return {"consensus_block": view.head, "timestamp": view.chain.clock.now()}


async def address_information(view: View, query: Query) -> Any:
    return shapes.address_information(view, view.account(_address(query)))


async def extended_address_information(view: View, query: Query) -> Any:
    return shapes.extended_information(view, view.account(_address(query)))


async def address_balance(view: View, query: Query) -> Any:
    return str(view.account(_address(query)).balance_nano)


async def address_state(view: View, query: Query) -> Any:
    return shapes.state_name(view.account(_address(query)))


async def wallet_information(view: View, query: Query) -> Any:
    account = view.account(_address(query))
    shape: dict[str, Any] = {
        "@type": "ext.accounts.walletInformation",
        "wallet": False,
        "balance": str(account.balance_nano),
        "account_state": shapes.state_name(account),
        "last_transaction_id": shapes.transaction_id(account.last_lt, account.last_hash),
    }
    run = await view.chain.run_get_method(account.address, "seqno", at=view.at)
    if run.exit_code == 0:
        shape |= {"wallet": True, "wallet_type": "wallet v5 r1", "seqno": run.stack[0]}
    return shape


async def transactions(view: View, query: Query) -> Any:
    found = view.chain.ledger.of_account(_address(query), view.at)[::-1]
    limit = min(query.integer("limit", 10) or 10, MAX_TRANSACTIONS)
    start, end = query.integer("lt"), query.integer("to_lt", 0) or 0
    if start is not None:
        if not any(item.lt == start for item in found):
            raise ApiError(500, "LITE_SERVER_UNKNOWN: cannot locate transaction in block with specified logical time")
        if "hash" in query and not any(item.hash == hash_of(query.get("hash")) for item in found):
            raise ApiError(500, "LITE_SERVER_UNKNOWN: transaction hash mismatch")
        found = [item for item in found if item.lt <= start]
    return [shapes.transaction(item) for item in found if item.lt > end][:limit]


async def block_transactions(view: View, query: Query) -> Any:
    workchain, seqno = query.integer("workchain", 0) or 0, query.integer("seqno") or 0
    found = view.chain.ledger.of_block(seqno) if workchain == 0 and seqno <= view.head else []
    return {
        "@type": "blocks.transactions",
        "id": shapes.block_id(seqno, workchain),
        "req_count": query.integer("count", 40),
        "incomplete": False,
        "transactions": [shapes.short_transaction(item) for item in found],
    }


async def shards(view: View, query: Query) -> Any:
    return {"@type": "blocks.shards", "shards": [shapes.block_id(query.integer("seqno") or view.head, 0)]}


async def locate_result(view: View, query: Query) -> Any:
    """The transaction that took in the message a source sent at `created_lt`."""
    source, destination = address_of(query.need("source")), address_of(query.need("destination"))
    for item in view.chain.ledger.of_account(destination, view.at):
        message = item.in_message
        if message and message.source == source and message.created_lt == query.integer("created_lt"):
            return shapes.transaction(item)
    raise ApiError(500, "message not found")


async def locate_source(view: View, query: Query) -> Any:
    source, destination = address_of(query.need("source")), address_of(query.need("destination"))
    for item in view.chain.ledger.of_account(source, view.at):
        for message in item.out_messages:
            if message.destination == destination and message.created_lt == query.integer("created_lt"):
                return shapes.transaction(item)
    raise ApiError(500, "message not found")


async def send_boc(view: View, query: Query) -> Any:
    await send(view, query.need("boc"))
    return {"@type": "ok"}


async def send_boc_return_hash(view: View, query: Query) -> Any:
    message: Message = await send(view, query.need("boc"))
    return {
        "@type": "raw.extMessageInfo",
        "hash": b64(message.hash),
        "hash_norm": b64(message.normalized_hash),
    }


async def estimate_fee(view: View, query: Query) -> Any:
    fees = await estimate(view, query)
    return {"@type": "query.fees", "source_fees": {"@type": "fees", **fees}, "destination_fees": []}


async def run_get_method(view: View, query: Query) -> Any:
    address, method = _address(query), query.need("method")
    number = int(method) if str(method).lstrip("-").isdigit() else None
    stack = [decode(item) for item in query.all("stack")]
    run = await view.chain.run_get_method(address, str(method) if number is None else number, stack, view.at)
    account = view.account(address)
    return {
        "@type": "smc.runResult",
        "gas_used": run.gas_used,
        "stack": [encode_v2(value) for value in run.stack],
        "exit_code": run.exit_code,
        "block_id": shapes.block_id(view.head),
        "last_transaction_id": shapes.transaction_id(account.last_lt, account.last_hash),
    }


async def config_all(view: View, query: Query) -> Any:
    return {"@type": "configInfo", "config": {"@type": "tvm.cell", "bytes": await view.chain.config()}}


async def config_param(view: View, query: Query) -> Any:
    number = query.integer("config_id", query.integer("param"))
    parsed = HashMap.parse(
        parse(from_boc(await view.chain.config())), 32, value_deserializer=lambda value: value.load_ref()
    )
    found: Cell | None = (parsed or {}).get(number)
    if found is None:
        raise ApiError(500, "LITE_SERVER_UNKNOWN: configuration parameter not found")
    return {"@type": "configInfo", "config": {"@type": "tvm.cell", "bytes": to_boc(found)}}


async def pack_address(view: View, query: Query) -> Any:
    return friendly(_address(query))


async def unpack_address(view: View, query: Query) -> Any:
    return raw(_address(query)).lower()


def _address(query: Query) -> Address:
    return address_of(query.need("address"))


METHODS: dict[str, Method] = {
    "estimateFee": estimate_fee,
    "getAddressBalance": address_balance,
    "getAddressInformation": address_information,
    "getAddressState": address_state,
    "getBlockTransactions": block_transactions,
    "getConfigAll": config_all,
    "getConfigParam": config_param,
    "getConsensusBlock": consensus_block,
    "getExtendedAddressInformation": extended_address_information,
    "getMasterchainInfo": masterchain_info,
    "getShards": shards,
    "getTransactions": transactions,
    "getWalletInformation": wallet_information,
    "packAddress": pack_address,
    "runGetMethod": run_get_method,
    "sendBoc": send_boc,
    "sendBocReturnHash": send_boc_return_hash,
    "shards": shards,
    "tryLocateResultTx": locate_result,
    "tryLocateSourceTx": locate_source,
    "tryLocateTx": locate_result,
    "unpackAddress": unpack_address,
}
