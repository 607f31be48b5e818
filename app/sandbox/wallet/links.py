"""Links that open a wallet: TON Connect (`tc://` or any universal link) and plain transfers (`ton://transfer/...`)."""

import base64
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell

from app.sandbox.chain.cells import from_boc
from app.sandbox.wallet.contract import Transfer


@dataclass(frozen=True)
class ConnectLink:
    """What a TON Connect link carries; without `items` it only reopens the wallet for a session it knows."""

    app_id: str
    manifest_url: str
    items: list[dict[str, Any]]


@dataclass(frozen=True)
class TransferLink:
    transfer: Transfer
    expires_at: int | None


def connect_link(link: str) -> ConnectLink:
    query = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    if "id" not in query:
        raise ValueError("not a TON Connect link")
    request = json.loads(query["r"]) if "r" in query else {}
    return ConnectLink(query["id"], str(request.get("manifestUrl", "")), list(request.get("items", [])))


def transfer_link(link: str) -> TransferLink:
    """`ton://transfer/<address>?amount=<nano>[&bin=<boc>][&init=<boc>][&text=..][&exp=..]`, or the https form of it."""
    parts = urlsplit(link)
    path = [part for part in (parts.netloc + parts.path).split("/") if part]
    if "transfer" not in path[:-1]:
        raise ValueError("not a transfer link")
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    address = Address(path[-1])
    body = _cell(query["bin"]) if "bin" in query else _comment(query["text"]) if "text" in query else None
    transfer = Transfer(
        address,
        int(query.get("amount", "0")),
        body,
        _cell(query["init"]) if "init" in query else None,
        bool(address.is_bounceable),
    )
    return TransferLink(transfer, int(query["exp"]) if "exp" in query else None)


def _cell(text: str) -> Cell:
    """Base64url (as links have it) or plain base64."""
    standard = text.replace(" ", "+").replace("-", "+").replace("_", "/")
    return from_boc(base64.b64decode(standard + "=" * (-len(standard) % 4)))


def _comment(text: str) -> Cell:
    result: Cell = Builder().store_uint(0, 32).store_snake_string(text).end_cell()
    return result
