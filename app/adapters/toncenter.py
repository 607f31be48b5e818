"""The TON network through Toncenter: implements `services.escrow.EscrowChain` (and so `services.ports.Chain`).

Guarantees, beside those of `offline_chain`:
* Many escrows are read in few calls, and the deposit cursor costs the same however many there are.
* The deposit cursor loses nothing at equal logical times, and stops before a message that is not delivered yet.
"""

from collections.abc import Sequence
from typing import Any

from app.adapters.cells import from_boc, raw
from app.adapters.controller import CODE, seqno_of
from app.adapters.offline_chain import NOTHING, Found, OfflineChain, seen_of
from app.adapters.toncenter_deposits import Deposits, hex_hash
from app.adapters.toncenter_http import Toncenter
from models import EscrowState
from services.ports import (
    Clock,
    EscrowTermsFacts,
    IncomingMessage,
    Refused,
    Seen,
    Unreachable,
    WalletFacts,
)

ADDRESSES_PER_CALL = 80
"""An address is 75 characters of the URL; servers take 8 KB."""
MESSAGES_PER_CALL = 50


class ToncenterChain(OfflineChain):
    def __init__(
        self,
        http: Toncenter,
        controller_seeds: Sequence[bytes],
        network_id: int,
        clock: Clock,
        explorer: str | None = None,
    ) -> None:
        super().__init__(controller_seeds, network_id, explorer)
        self._http = http
        self._deposits = Deposits(http, clock)

    async def look(self, terms_by_address: dict[str, EscrowTermsFacts]) -> dict[str, Seen]:
        addresses = list(terms_by_address)
        found: dict[str, Seen] = {}
        for start in range(0, len(addresses), ADDRESSES_PER_CALL):
            part = addresses[start : start + ADDRESSES_PER_CALL]
            accounts = await self._accounts(part)
            found |= {one: _seen(one, terms_by_address[one], accounts.get(one)) for one in part}
        return found

    async def deposits_since(self, cursor: str) -> list[IncomingMessage]:
        return await self._deposits.since(cursor)

    async def outcomes(self, message_hashes: Sequence[str]) -> dict[str, bool]:
        found: dict[str, bool] = {}
        for start in range(0, len(message_hashes), MESSAGES_PER_CALL):
            part = message_hashes[start : start + MESSAGES_PER_CALL]
            found |= await self._deposits.outcomes(part)
        return found

    async def wallet(self, controller: str) -> WalletFacts:
        account = (await self._accounts([controller])).get(controller)
        if account is None or account.get("status") != "active":
            return WalletFacts(controller, int((account or {}).get("balance") or 0), 0)
        try:
            if hex_hash(account["code_hash"]) != CODE.hash.hex():
                raise Refused(f"{controller} is not a wallet v5r1")
            seqno = seqno_of(from_boc(account["data_boc"]))
        except (KeyError, ValueError, TypeError) as error:
            raise Unreachable(f"a strange account state: {error!r}") from error
        return WalletFacts(controller, int(account["balance"]), seqno)

    async def send(self, boc: str) -> None:
        await self._http.broadcast(boc)

    async def _accounts(self, addresses: Sequence[str]) -> dict[str, dict[str, Any]]:
        params = [("address", one) for one in addresses] + [("include_boc", "true")]
        answer = await self._http.read("accountStates", params)
        try:
            return {raw(str(item["address"])): item for item in answer["accounts"]}
        except (KeyError, TypeError, ValueError) as error:
            raise Unreachable(f"strange account states: {error!r}") from error


def _seen(address: str, facts: EscrowTermsFacts, account: dict[str, Any] | None) -> Seen:
    """What one item of `accountStates` proves about one escrow."""
    try:
        return seen_of(address, facts, _found(account))
    except Exception:  # whatever a strange answer makes the cell library raise
        return Seen(address, EscrowState.ALIEN, 0, facts.deadline)


def _found(account: dict[str, Any] | None) -> Found:
    if account is None:
        return NOTHING
    if account.get("status") in ("uninit", "nonexist"):
        return Found(is_active=False, is_frozen=False, balance_nano=int(account.get("balance") or 0))
    balance_nano = int(account["balance"])
    if account.get("status") != "active":
        return Found(is_active=False, is_frozen=True, balance_nano=balance_nano)
    code_hash, data = bytes.fromhex(hex_hash(account["code_hash"])), from_boc(account["data_boc"])
    return Found(True, False, balance_nano, code_hash, data)
