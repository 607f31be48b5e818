"""What a request reads: the chain as of now or, for a lagging replica, as of an earlier block; and its parameters."""

import base64
import binascii
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pytoniq_core.boc.address import Address

from app.sandbox.chain import Account, Chain, Transaction
from app.sandbox.toncenter.errors import ApiError


@dataclass(frozen=True)
class View:
    chain: Chain
    at: int | None = None

    @property
    def head(self) -> int:
        return self.chain.head if self.at is None else self.at

    def account(self, address: Address) -> Account:
        return self.chain.account(address, self.at)

    def visible(self, transaction: Transaction | None) -> Transaction | None:
        return transaction if transaction is not None and transaction.block <= self.head else None


@dataclass(frozen=True)
class Query:
    """The parameters of one call: every name may carry several values."""

    values: Mapping[str, Sequence[Any]]

    def __contains__(self, name: str) -> bool:
        return bool(self.values.get(name))

    def all(self, name: str) -> list[Any]:
        return list(self.values.get(name, ()))

    def get(self, name: str, default: Any = None) -> Any:
        found = self.values.get(name)
        return found[0] if found else default

    def need(self, name: str) -> Any:
        if name not in self:
            raise ApiError(422, f"failed to parse {name}: parameter is required")
        return self.get(name)

    def integer(self, name: str, default: int | None = None) -> int | None:
        value = self.get(name)
        if value is None or value == "":
            return default
        try:
            return int(str(value), 0)
        except ValueError:
            raise ApiError(422, f"failed to parse {name}: not an integer: {value}") from None

    def flag(self, name: str, default: bool) -> bool:
        return str(self.get(name, default)).lower() not in ("false", "0")


def address_of(text: Any, status: int = 416) -> Address:
    """An address in any of its forms; what refuses differs between the two API versions."""
    try:
        return Address(str(text).strip())
    except Exception:  # the parser raises whatever it stumbled on
        raise ApiError(status, "Incorrect address") from None


def hash_of(text: Any) -> bytes:
    """A hash in hex, base64 or base64url."""
    value = str(text)
    try:
        if len(value) == 64:
            return bytes.fromhex(value)
        return base64.b64decode(value.replace("-", "+").replace("_", "/").replace(" ", "+") + "==")
    except (ValueError, binascii.Error):
        raise ApiError(422, f"failed to parse hash: {value}") from None


NO_BLOCK_HASH = bytes(32)


def block_hash(kind: str, workchain: int, seqno: int) -> bytes:
    """Blocks have no bodies here; their hashes only have to be stable and different."""
    return hashlib.sha256(f"{kind}:{workchain}:{seqno}".encode()).digest()
