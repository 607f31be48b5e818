"""The methods of API v3. Each takes the view and the call's parameters and returns the whole answer."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

from pytoniq_core.boc.address import Address

from app.sandbox.chain import Message, Transaction
from app.sandbox.chain.cells import b64, cell_hash, raw
from app.sandbox.toncenter import v3_shapes as shapes
from app.sandbox.toncenter.errors import ApiError
from app.sandbox.toncenter.sending import estimate, send
from app.sandbox.toncenter.stack import decode, encode_v3
from app.sandbox.toncenter.view import Query, View, address_of, hash_of

Method = Callable[[View, Query], Awaitable[Any]]
Item = TypeVar("Item")
MAX_LIMIT = 1000
MAX_ADDRESSES = 1024


async def masterchain_info(view: View, query: Query) -> Any:
    return {"last": shapes.block(view, view.head), "first": shapes.block(view, 1)}


async def account_states(view: View, query: Query) -> Any:
    addresses = _addresses(query, "address")
    if not addresses or len(addresses) > MAX_ADDRESSES:
        raise ApiError(422, "address of account is required (at most 1024)")
    include_boc = query.flag("include_boc", True)
    return {
        "accounts": [shapes.account_state(view.account(address), include_boc) for address in addresses],
        "address_book": shapes.address_book(addresses),
        "metadata": {},
    }


async def address_information(view: View, query: Query) -> Any:
    return shapes.address_information(view.account(_address(query)))


async def wallet_information(view: View, query: Query) -> Any:
    account = view.account(_address(query))
    run = await view.chain.run_get_method(account.address, "seqno", at=view.at)
    is_wallet = run.exit_code == 0
    return {
        "balance": str(account.balance_nano),
        "wallet_type": "wallet v5 r1" if is_wallet else None,
        "seqno": run.stack[0] if is_wallet else None,
        "wallet_id": None,
        "last_transaction_lt": str(account.last_lt),
        "last_transaction_hash": b64(account.last_hash),
        "status": account.status,
    }


async def transactions(view: View, query: Query) -> Any:
    accounts = _addresses(query, "account")
    hashes = {hash_of(value) for value in query.all("hash")}
    excluded = set(_addresses(query, "exclude_account"))
    if accounts:
        found = [item for address in set(accounts) for item in view.chain.ledger.of_account(address, view.at)]
    elif hashes:
        found = [item for value in hashes if (item := view.visible(view.chain.ledger.by_hash(value)))]
    else:
        found = view.chain.ledger.transactions(view.at)
    seqno = query.integer("mc_seqno", query.integer("seqno"))
    matching = (
        item
        for item in found
        if item.address not in excluded
        and (not hashes or item.hash in hashes)
        and (seqno is None or item.block == seqno)
        and _in_range(query, "lt", item.lt)
        and _in_range(query, "utime", item.now)
        and query.integer("lt") in (None, item.lt)
    )
    return _transaction_list(view, _page(matching, query, lambda item: item.lt))


async def transactions_by_message(view: View, query: Query) -> Any:
    ledger = view.chain.ledger
    found: Iterable[Transaction]
    if "msg_hash" in query:
        values = [hash_of(value) for value in query.all("msg_hash")]
        found = _around(view, values, str(query.get("direction", "")))
    elif "opcode" in query:
        found = ledger.with_opcode(_opcode(query), view.at)
    elif "body_hash" in query:
        wanted = hash_of(query.get("body_hash"))
        everything = ledger.transactions(view.at)
        found = [item for item in everything if item.in_message and cell_hash(item.in_message.body) == wanted]
    else:
        raise ApiError(422, "at least one of msg_hash, body_hash, opcode should be specified")
    return _transaction_list(view, _page(found, query, lambda item: item.lt))


def _around(view: View, hashes: list[bytes], direction: str) -> list[Transaction]:
    """The transactions that took a message in, and (unless only `in` is asked) the one that sent it."""
    ledger = view.chain.ledger
    found = [item for value in hashes if direction != "out" and (item := view.visible(ledger.by_message(value)))]
    if direction != "in":
        wanted = set(hashes)
        sent = (item for item in ledger.transactions(view.at) if wanted & {out.hash for out in item.out_messages})
        found += [item for item in sent if item not in found]
    return found


async def transactions_by_block(view: View, query: Query) -> Any:
    seqno = query.integer("seqno") or 0
    found = view.chain.ledger.of_block(seqno) if seqno <= view.head else []
    return _transaction_list(view, _page(found, query, lambda item: item.lt))


async def adjacent_transactions(view: View, query: Query) -> Any:
    item = view.visible(view.chain.ledger.by_hash(hash_of(query.need("hash"))))
    if item is None:
        raise ApiError(404, "transaction not found")
    direction, found = query.get("direction", "both"), []
    if direction in ("in", "both") and item.in_message and item.in_message.source:
        senders = view.chain.ledger.of_account(item.in_message.source, view.at)
        found += [sender for sender in senders if item.in_message.hash in {out.hash for out in sender.out_messages}]
    if direction in ("out", "both"):
        found += [taken for out in item.out_messages if (taken := view.visible(view.chain.ledger.by_message(out.hash)))]
    if not found:
        raise ApiError(404, "adjacent transactions not found")
    return _transaction_list(view, _page(found, query, lambda found_item: found_item.lt))


async def messages(view: View, query: Query) -> Any:
    ledger = view.chain.ledger
    opcode = _opcode(query) if "opcode" in query else None
    taken = ledger.transactions(view.at) if opcode is None else ledger.with_opcode(opcode, view.at)
    every = [item.in_message for item in taken if item.in_message is not None]
    every += [item for item in view.chain.in_flight if opcode in (None, item.opcode)]
    found = _page((item for item in every if _wanted(item, query)), query, lambda item: item.created_lt or 0)
    addresses = [address for item in found for address in (item.source, item.destination) if address is not None]
    return {
        "messages": [shapes.message(item, ledger) for item in found],
        "address_book": shapes.address_book(addresses),
        "metadata": {},
    }


def _wanted(item: Message, query: Query) -> bool:
    hashes = {hash_of(value) for value in query.all("msg_hash") + query.all("hash")}
    if hashes and not hashes & {item.hash, item.normalized_hash}:
        return False
    if "body_hash" in query and cell_hash(item.body) != hash_of(query.get("body_hash")):
        return False
    if "destination" in query and item.destination != address_of(query.get("destination"), 422):
        return False
    if "source" in query:
        wanted = None if query.get("source") == "null" else address_of(query.get("source"), 422)
        if item.source != wanted:
            return False
    if item.created_lt is None:
        return not any(name in query for name in ("start_lt", "end_lt", "start_utime", "end_utime"))
    return _in_range(query, "lt", item.created_lt) and _in_range(query, "utime", item.created_at or 0)


async def message(view: View, query: Query) -> Any:
    sent = await send(view, query.need("boc"))
    return {"message_hash": b64(sent.hash), "message_hash_norm": b64(sent.normalized_hash)}


async def run_get_method(view: View, query: Query) -> Any:
    stack = [decode(item) for item in query.all("stack")]
    run = await view.chain.run_get_method(_address(query), str(query.need("method")), stack, view.at)
    return {
        "gas_used": run.gas_used,
        "exit_code": run.exit_code,
        "stack": [encode_v3(value) for value in run.stack],
    }


async def estimate_fee(view: View, query: Query) -> Any:
    return {"source_fees": await estimate(view, query), "destination_fees": []}


async def address_book(view: View, query: Query) -> Any:
    return shapes.address_book(_addresses(query, "address"))


def _transaction_list(view: View, found: list[Transaction]) -> dict[str, Any]:
    return {
        "transactions": [shapes.transaction(item, view.chain.ledger) for item in found],
        "address_book": shapes.address_book([item.address for item in found]),
    }


def _page(items: Iterable[Item], query: Query, key: Callable[[Item], int]) -> list[Item]:
    """Newest first unless asked otherwise; `limit` and `offset` as the public service allows them."""
    limit, offset = query.integer("limit", 10) or 10, query.integer("offset", 0) or 0
    if not 1 <= limit <= MAX_LIMIT:
        raise ApiError(422, f"limit is not allowed: {limit} > {MAX_LIMIT}")
    if offset < 0:
        raise ApiError(422, "offset should be non-negative")
    ordered = sorted(items, key=key, reverse=str(query.get("sort", "desc")) != "asc")
    return ordered[offset : offset + limit]


def _in_range(query: Query, name: str, value: int) -> bool:
    start, end = query.integer(f"start_{name}"), query.integer(f"end_{name}")
    return (start is None or value >= start) and (end is None or value <= end)


def _opcode(query: Query) -> int:
    value = str(query.get("opcode"))
    try:
        return int(value, 0)
    except ValueError:
        raise ApiError(422, f"failed to parse opcode: {value}") from None


def _address(query: Query) -> Address:
    return address_of(query.need("address"), 422)


def _addresses(query: Query, name: str) -> list[Address]:
    """Each address once, in the order in which they came."""
    found = [address_of(part, 422) for value in query.all(name) for part in str(value).split(",")]
    return list({raw(address): address for address in found}.values())


METHODS: dict[str, Method] = {
    "account": address_information,
    "accountStates": account_states,
    "addressBook": address_book,
    "addressInformation": address_information,
    "adjacentTransactions": adjacent_transactions,
    "estimateFee": estimate_fee,
    "masterchainInfo": masterchain_info,
    "message": message,
    "messages": messages,
    "runGetMethod": run_get_method,
    "transactions": transactions,
    "transactionsByMasterchainBlock": transactions_by_block,
    "transactionsByMessage": transactions_by_message,
    "wallet": wallet_information,
    "walletInformation": wallet_information,
}
