"""The objects of API v3 as the public service writes them: raw addresses in capitals, base64 hashes, text amounts."""

from typing import Any

from pytoniq_core.boc.address import Address

from app.sandbox.chain import Account, Ledger, Message, Transaction
from app.sandbox.chain.cells import b64, cell_hash, friendly, raw, to_boc
from app.sandbox.toncenter.view import View, block_hash

ALL_SHARDS = "8000000000000000"
_STATUSES = {"uninitialized": "uninit", "nonexist": "nonexist", "active": "active", "frozen": "frozen"}


def account_state(account: Account, include_boc: bool) -> dict[str, Any]:
    """An item of `accountStates`."""
    shape: dict[str, Any] = {
        "address": raw(account.address),
        "account_state_hash": b64(account.state_hash),
        "balance": str(account.balance_nano),
        "extra_currencies": {},
        "status": account.status,
        "last_transaction_hash": b64(account.last_hash),
        "last_transaction_lt": str(account.last_lt),
        "contract_methods": None,
        "interfaces": [],
    }
    if account.frozen_hash:
        shape["frozen_hash"] = b64(account.frozen_hash)
    if account.code and account.data:
        shape |= {"code_hash": b64(cell_hash(account.code)), "data_hash": b64(cell_hash(account.data))}
        if include_boc:
            shape |= {"code_boc": to_boc(account.code), "data_boc": to_boc(account.data)}
    return shape


def address_information(account: Account) -> dict[str, Any]:
    return {
        "balance": str(account.balance_nano),
        "code": to_boc(account.code) if account.code else None,
        "data": to_boc(account.data) if account.data else None,
        "frozen_hash": b64(account.frozen_hash) if account.frozen_hash else None,
        "last_transaction_hash": b64(account.last_hash),
        "last_transaction_lt": str(account.last_lt),
        "status": account.status,
    }


def _state_of_transaction(account: Account) -> dict[str, Any]:
    return {
        "hash": b64(account.state_hash),
        "account_status": account.status,
        "balance": str(account.balance_nano),
        "extra_currencies": {},
        "frozen_hash": b64(account.frozen_hash) if account.frozen_hash else None,
        "code_hash": b64(cell_hash(account.code)) if account.code else None,
        "code_boc": None,
        "data_hash": b64(cell_hash(account.data)) if account.data else None,
        "data_boc": None,
    }


def transaction(item: Transaction, ledger: Ledger) -> dict[str, Any]:
    scheme = item.scheme
    root = ledger.by_hash(item.trace)
    return {
        "account": raw(item.address),
        "hash": b64(item.hash),
        "lt": str(item.lt),
        "now": item.now,
        "mc_block_seqno": item.block,
        "trace_id": b64(item.trace),
        "trace_external_hash": b64(root.in_message.normalized_hash) if root and root.in_message else None,
        "prev_trans_hash": b64(scheme.prev_trans_hash),
        "prev_trans_lt": str(scheme.prev_trans_lt),
        "orig_status": _STATUSES[scheme.orig_status.type_],
        "end_status": _STATUSES[scheme.end_status.type_],
        "total_fees": str(item.total_fees_nano),
        "total_fees_extra_currencies": {},
        "description": _description(scheme.description),
        "block_ref": {"workchain": item.address.wc, "shard": ALL_SHARDS, "seqno": item.block},
        "in_msg": message(item.in_message, ledger) if item.in_message else None,
        "out_msgs": [message(out, ledger) for out in item.out_messages],
        "account_state_before": _state_of_transaction(item.before),
        "account_state_after": _state_of_transaction(item.after),
        "emulated": False,
        "finality": "finalized",
    }


def _description(scheme: Any) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "type": "ord",
        "aborted": bool(scheme.aborted),
        "destroyed": bool(scheme.destroyed),
        "credit_first": bool(scheme.credit_first),
        "compute_ph": _compute_phase(scheme.compute_ph),
    }
    if scheme.storage_ph:
        shape["storage_ph"] = {
            "storage_fees_collected": str(scheme.storage_ph.storage_fees_collected),
            "status_change": scheme.storage_ph.status_change.type_,
        }
        if scheme.storage_ph.storage_fees_due is not None:
            shape["storage_ph"]["storage_fees_due"] = str(scheme.storage_ph.storage_fees_due)
    if scheme.credit_ph:
        shape["credit_ph"] = {"credit": str(scheme.credit_ph.credit.grams)}
    if scheme.action:
        shape["action"] = _action_phase(scheme.action)
    if scheme.bounce:
        shape["bounce"] = {"type": scheme.bounce.type_}
    return shape


def _compute_phase(phase: Any) -> dict[str, Any]:
    if phase.type_ == "skipped":
        return {"skipped": True, "reason": phase.reason.type_}
    shape = {
        "skipped": False,
        "success": bool(phase.success),
        "msg_state_used": bool(phase.msg_state_used),
        "account_activated": bool(phase.account_activated),
        "gas_fees": str(phase.gas_fees),
        "gas_used": str(phase.gas_used),
        "gas_limit": str(phase.gas_limit),
        "mode": phase.mode,
        "exit_code": phase.exit_code,
        "vm_steps": phase.vm_steps,
        "vm_init_state_hash": b64(phase.vm_init_state_hash),
        "vm_final_state_hash": b64(phase.vm_final_state_hash),
    }
    if phase.gas_credit is not None:
        shape["gas_credit"] = str(phase.gas_credit)
    if phase.exit_arg is not None:
        shape["exit_arg"] = phase.exit_arg
    return shape


def _action_phase(phase: Any) -> dict[str, Any]:
    shape = {
        "success": bool(phase.success),
        "valid": bool(phase.valid),
        "no_funds": bool(phase.no_funds),
        "status_change": phase.status_change.type_,
        "result_code": phase.result_code,
        "tot_actions": phase.tot_actions,
        "spec_actions": phase.spec_actions,
        "skipped_actions": phase.skipped_actions,
        "msgs_created": phase.msgs_created,
        "action_list_hash": b64(phase.action_list_hash),
        "tot_msg_size": {"cells": str(phase.tot_msg_size.cells), "bits": str(phase.tot_msg_size.bits)},
    }
    for name in ("total_fwd_fees", "total_action_fees"):
        if getattr(phase, name) is not None:
            shape[name] = str(getattr(phase, name))
    if phase.result_arg is not None:
        shape["result_arg"] = phase.result_arg
    return shape


def message(item: Message, ledger: Ledger) -> dict[str, Any]:
    internal = item.kind == "internal"
    taken = ledger.by_message(item.hash)
    shape: dict[str, Any] = {
        "hash": b64(item.hash),
        "source": _address(item.source),
        "destination": _address(item.destination),
        "value": str(item.value_nano) if internal else None,
        "value_extra_currencies": {},
        "fwd_fee": str(item.info.fwd_fee) if internal else None,
        "ihr_fee": str(item.info.ihr_fee) if internal else None,
        "created_lt": None if item.created_lt is None else str(item.created_lt),
        "created_at": None if item.created_at is None else str(item.created_at),
        "opcode": None if item.opcode is None else f"0x{item.opcode:08x}",
        "decoded_opcode": None,
        "ihr_disabled": bool(item.info.ihr_disabled) if internal else None,
        "bounce": bool(item.info.bounce) if internal else None,
        "bounced": bool(item.info.bounced) if internal else None,
        "import_fee": str(item.info.import_fee) if item.kind == "external_in" else None,
        "message_content": {"hash": b64(cell_hash(item.body)), "body": to_boc(item.body), "decoded": None},
        "init_state": {"hash": b64(cell_hash(item.init)), "body": to_boc(item.init)} if item.init else None,
        "in_msg_tx_hash": b64(taken.hash) if taken else None,
    }
    if item.kind == "external_in":
        shape["hash_norm"] = b64(item.normalized_hash)
    return shape


def block(view: View, seqno: int) -> dict[str, Any]:
    """Blocks here are only numbers with transactions; the rest of the header is filled with what cannot surprise."""
    found = view.chain.ledger.of_block(seqno)
    times = {
        "gen_utime": str(found[0].now if found else view.chain.now),
        "start_lt": str(found[0].lt if found else seqno * 1_000_000),
        "end_lt": str(found[-1].lt if found else seqno * 1_000_000),
    }
    return {
        "workchain": -1,
        "shard": ALL_SHARDS,
        "seqno": seqno,
        "root_hash": b64(block_hash("root", -1, seqno)),
        "file_hash": b64(block_hash("file", -1, seqno)),
        "global_id": -3,
        "version": 0,
        "rand_seed": b64(block_hash("seed", -1, seqno)),
        "created_by": b64(bytes(32)),
        "tx_count": len(found),
        "masterchain_block_ref": {"workchain": -1, "shard": ALL_SHARDS, "seqno": seqno},
        "prev_blocks": [{"workchain": -1, "shard": ALL_SHARDS, "seqno": seqno - 1}],
        "master_ref_seqno": seqno,
        **times,
        **_QUIET_HEADER,
    }


_QUIET_HEADER: dict[str, Any] = {
    **dict.fromkeys(
        ("after_merge", "before_split", "after_split", "want_merge", "want_split", "key_block", "vert_seqno_incr"),
        False,
    ),
    **dict.fromkeys(
        (
            "flags",
            "validator_list_hash_short",
            "gen_catchain_seqno",
            "min_ref_mc_seqno",
            "prev_key_block_seqno",
            "vert_seqno",
        ),
        0,
    ),
}


def address_book(addresses: list[Address]) -> dict[str, Any]:
    return {raw(address): {"user_friendly": friendly(address), "domain": None} for address in addresses}


def _address(address: Address | None) -> str | None:
    return raw(address) if address is not None else None
