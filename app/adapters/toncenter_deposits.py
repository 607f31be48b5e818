"""The stream of deposit messages over all contracts: one cursor whose cost does not grow with the number of deals.

The cursor is `lt:hash` of the last message that was handed out. Messages are ordered by both, so that several at one
logical time are all seen once; a page that ends in the middle of such a group gives the group up to the next reading.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from app.adapters.cells import raw
from app.adapters.toncenter_http import Params, Toncenter
from contracts.escrow import OP_DEPOSIT
from services.ports import Clock, IncomingMessage, Unreachable

PAGE = 250
PAGES = 8
LOOK_BACK = timedelta(days=1)
"""How far a reading without a cursor begins."""
IN_FLIGHT = timedelta(minutes=10)
"""How long a message that was not delivered yet is waited for."""


def hex_hash(text: str) -> str:
    """Toncenter's base64 hash as hex; raises ValueError for what is none."""
    try:
        found = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(f"not a hash: {text}") from error
    if len(found) != 32:
        raise ValueError(f"not a hash: {text}")
    return found.hex()


@dataclass(frozen=True)
class _Found:
    lt: int
    hash: str
    created_at: int
    is_delivered: bool
    message: IncomingMessage


@dataclass(frozen=True)
class Deposits:
    http: Toncenter
    clock: Clock

    async def since(self, cursor: str) -> list[IncomingMessage]:
        """Delivered messages after the cursor, oldest first."""
        lt, _, last_hash = cursor.partition(":")
        after = (int(lt or 0), last_hash)
        items, complete = await self._pages(self._start(int(lt or 0)))
        found = sorted((_parse(item) for item in items if _is_internal(item)), key=lambda one: (one.lt, one.hash))
        if not complete and found and found[0].lt != found[-1].lt:
            found = [one for one in found if one.lt != found[-1].lt]
        return self._delivered([one for one in found if (one.lt, one.hash) > after])

    async def outcomes(self, message_hashes: Sequence[str]) -> dict[str, bool]:
        """Which of the messages were taken (True) or bounced (False) by the transaction that they caused."""
        params = [("msg_hash", one) for one in message_hashes]
        params += [("direction", "in"), ("limit", str(max(1, len(message_hashes))))]
        answer = await self.http.read("transactionsByMessage", params)
        try:
            return {
                hex_hash(item["in_msg"]["hash"]): not item["description"]["aborted"]
                for item in answer["transactions"]
                if item.get("in_msg")
            }
        except (KeyError, TypeError, ValueError) as error:
            raise Unreachable(f"strange transactions: {error!r}") from error

    def _start(self, lt: int) -> tuple[str, str]:
        if lt:
            return "start_lt", str(lt)
        return "start_utime", str(int((self.clock.utcnow() - LOOK_BACK).timestamp()))

    async def _pages(self, start: tuple[str, str]) -> tuple[list[dict[str, Any]], bool]:
        """The raw messages from `start` on, and whether these are all."""
        items: list[dict[str, Any]] = []
        for page in range(PAGES):
            params: Params = [
                ("opcode", f"0x{OP_DEPOSIT:08x}"),
                start,
                ("sort", "asc"),
                ("limit", str(PAGE)),
                ("offset", str(page * PAGE)),
            ]
            got = (await self.http.read("messages", params)).get("messages")
            if not isinstance(got, list):
                raise Unreachable("strange messages")
            items += got
            if len(got) < PAGE:
                return items, True
        return items, False

    def _delivered(self, found: list[_Found]) -> list[IncomingMessage]:
        """Up to the first message that is still under way."""
        waited = int((self.clock.utcnow() - IN_FLIGHT).timestamp())
        ready: list[IncomingMessage] = []
        for one in found:
            if one.is_delivered:
                ready.append(one.message)
            elif one.created_at > waited:
                break
        return ready


def _is_delivered(item: dict[str, Any]) -> bool:
    """A service that does not tell at all is taken to list only what arrived."""
    return "in_msg_tx_hash" not in item or bool(item["in_msg_tx_hash"])


def _is_internal(item: dict[str, Any]) -> bool:
    """Anybody may put our opcode into an external message; those have no source or no time and carry no coins."""
    return all(item.get(name) is not None for name in ("source", "destination", "created_lt", "created_at"))


def _parse(item: dict[str, Any]) -> _Found:
    try:
        lt, digest = int(item["created_lt"]), hex_hash(item["hash"])
        message = IncomingMessage(
            cursor=f"{lt}:{digest}",
            destination=raw(str(item["destination"])),
            source=raw(str(item["source"])),
            value_nano=int(item["value"] or 0),
            message_hash=digest,
        )
        return _Found(lt, digest, int(item["created_at"]), _is_delivered(item), message)
    except Exception as error:  # the address parser raises several kinds
        raise Unreachable(f"a strange message: {error!r}") from error
