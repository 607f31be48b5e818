"""What apps and wallets say to each other over the bridge (TON Connect, protocol version 2)."""

import json
from typing import Any

import aiohttp
from pytoniq_core.boc.address import Address

from app.sandbox.chain.cells import from_boc
from app.sandbox.wallet.bridge import APP_NAME
from app.sandbox.wallet.contract import MAX_MESSAGES, Transfer
from app.sandbox.wallet.proof import domain_of
from app.sandbox.wallet.requests import BAD_REQUEST, MANIFEST_BROKEN, MANIFEST_NOT_FOUND, WalletError

DEVICE: dict[str, Any] = {
    "platform": "linux",
    "appName": APP_NAME,
    "appVersion": "1.0.0",
    "maxProtocolVersion": 2,
    "features": ["SendTransaction", {"name": "SendTransaction", "maxMessages": MAX_MESSAGES}],
}


def error(problem: WalletError) -> dict[str, Any]:
    return {"error": {"code": problem.code, "message": problem.message}}


def transaction(message: dict[str, Any], network: int, address: Address) -> tuple[list[Transfer], int | None]:
    """The transfers of a `sendTransaction` and until when it is good; WalletError if this wallet cannot serve it."""
    try:
        payload = json.loads(message["params"][0])
        transfers = [_transfer(item) for item in payload["messages"]]
        sender = Address(payload["from"]) if payload.get("from") else address
        valid_until = int(payload["valid_until"]) if payload.get("valid_until") else None
    except Exception as problem:  # whatever an app may have put there
        raise WalletError(BAD_REQUEST, f"bad request: {problem}") from problem
    if str(payload.get("network", network)) != str(network):
        raise WalletError(BAD_REQUEST, "wrong network")
    if sender != address:
        raise WalletError(BAD_REQUEST, "wrong sender")
    if not 1 <= len(transfers) <= MAX_MESSAGES:
        raise WalletError(BAD_REQUEST, "wrong number of messages")
    return transfers, valid_until


def _transfer(item: dict[str, Any]) -> Transfer:
    """As in real wallets, bounce follows the form in which the address is written."""
    address = Address(item["address"])
    return Transfer(
        address,
        int(item["amount"]),
        from_boc(item["payload"]) if item.get("payload") else None,
        from_boc(item["stateInit"]) if item.get("stateInit") else None,
        bool(address.is_bounceable),
    )


async def manifest(http: aiohttp.ClientSession, url: str) -> tuple[str, str]:
    """An app's name and domain, from its manifest."""
    try:
        async with http.get(url) as response:
            response.raise_for_status()
            text = await response.text()
    except (aiohttp.ClientError, ValueError) as problem:
        raise WalletError(MANIFEST_NOT_FOUND, f"manifest not found: {problem}") from problem
    try:
        found = json.loads(text)
        return str(found["name"]), domain_of(str(found["url"]))
    except (ValueError, KeyError, TypeError) as problem:
        raise WalletError(MANIFEST_BROKEN, f"manifest content error: {problem}") from problem
