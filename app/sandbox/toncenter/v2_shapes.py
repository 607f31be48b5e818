"""The objects of API v2, as the public service writes them (all amounts and logical times are strings)."""

from typing import Any

from pytoniq_core.boc.address import Address

from app.sandbox.chain import Account, Message, Transaction
from app.sandbox.chain.cells import b64, cell_hash, friendly, parse, raw, to_boc
from app.sandbox.toncenter.view import View, block_hash

ALL_SHARDS = "-9223372036854775808"


def state_name(account: Account) -> str:
    """v2 does not tell accounts that never existed from those without code."""
    return "uninitialized" if account.status in ("uninit", "nonexist") else account.status


def block_id(seqno: int, workchain: int = -1) -> dict[str, Any]:
    return {
        "@type": "ton.blockIdExt",
        "workchain": workchain,
        "shard": ALL_SHARDS,
        "seqno": seqno,
        "root_hash": b64(block_hash("root", workchain, seqno)),
        "file_hash": b64(block_hash("file", workchain, seqno)),
    }


def transaction_id(lt: int, transaction_hash: bytes) -> dict[str, Any]:
    return {"@type": "internal.transactionId", "lt": str(lt), "hash": b64(transaction_hash)}


def address_information(view: View, account: Account) -> dict[str, Any]:
    return {
        "@type": "raw.fullAccountState",
        "balance": str(account.balance_nano),
        "extra_currencies": [],
        "code": to_boc(account.code) if account.code else "",
        "data": to_boc(account.data) if account.data else "",
        "last_transaction_id": transaction_id(account.last_lt, account.last_hash),
        "block_id": block_id(view.head),
        "frozen_hash": b64(account.frozen_hash) if account.frozen_hash else "",
        "sync_utime": view.chain.now,
        "state": state_name(account),
        "suspended": False,
    }


def extended_information(view: View, account: Account) -> dict[str, Any]:
    frozen = b64(account.frozen_hash) if account.frozen_hash else ""
    state: dict[str, Any] = {"@type": "uninited.accountState", "frozen_hash": frozen}
    if account.code and account.data:
        state = {"@type": "raw.accountState", "code": to_boc(account.code), "data": to_boc(account.data)}
        state["frozen_hash"] = frozen
    return {
        "@type": "fullAccountState",
        "address": {"@type": "accountAddress", "account_address": friendly(account.address)},
        "balance": str(account.balance_nano),
        "extra_currencies": [],
        "last_transaction_id": transaction_id(account.last_lt, account.last_hash),
        "block_id": block_id(view.head),
        "sync_utime": view.chain.now,
        "account_state": state,
        "revision": 0,
    }


def transaction(item: Transaction) -> dict[str, Any]:
    shape = {
        "@type": "raw.transaction",
        "address": {"@type": "accountAddress", "account_address": friendly(item.address)},
        "account": raw(item.address),
        "utime": item.now,
        "data": item.boc,
        "transaction_id": transaction_id(item.lt, item.hash),
        "fee": str(item.total_fees_nano),
        "storage_fee": str(item.storage_fees_nano),
        "other_fee": str(item.total_fees_nano - item.storage_fees_nano),
        "out_msgs": [message(out) for out in item.out_messages],
    }
    if item.in_message is not None:
        shape["in_msg"] = message(item.in_message)
    return shape


def message(item: Message) -> dict[str, Any]:
    internal = item.kind == "internal"
    text = _comment(item)
    shape = {
        "@type": "raw.message",
        "hash": b64(item.hash),
        "source": _address(item.source),
        "destination": _address(item.destination),
        "value": str(item.value_nano),
        "extra_currencies": [],
        "fwd_fee": str(item.info.fwd_fee) if internal else "0",
        "ihr_fee": str(item.info.ihr_fee) if internal else "0",
        "created_lt": str(item.created_lt or 0),
        "body_hash": b64(cell_hash(item.body)),
        "msg_data": {
            "@type": "msg.dataRaw",
            "body": to_boc(item.body),
            "init_state": to_boc(item.init) if item.init else "",
        },
        "message": _leading_bytes(item) if text is None else text,
    }
    if text is not None:
        shape["msg_data"] = {"@type": "msg.dataText", "text": b64(text.encode())}
    return shape


def short_transaction(item: Transaction) -> dict[str, Any]:
    return {
        "@type": "blocks.shortTxId",
        "mode": 135,
        "account": raw(item.address),
        "lt": str(item.lt),
        "hash": b64(item.hash),
    }


def _address(address: Address | None) -> str:
    return friendly(address) if address is not None else ""


def _comment(item: Message) -> str | None:
    """The text of a plain transfer with a comment (opcode 0), if that is what the message is."""
    if item.opcode != 0:
        return None
    body = parse(item.body)
    body.load_uint(32)
    try:
        return body.load_snake_string()
    except Exception:  # not text, or not whole bytes
        return None


def _leading_bytes(item: Message) -> str:
    body = parse(item.body)
    whole = body.remaining_bits // 8
    return b64(body.load_bytes(whole)) if whole else ""
