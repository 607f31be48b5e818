"""The wallet's view of the chain, through Toncenter v2 over HTTP like everybody else's."""

from dataclasses import dataclass
from typing import Any

import aiohttp
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell

from app.sandbox.chain.cells import raw, to_boc
from app.sandbox.wallet.requests import UNKNOWN_ERROR, WalletError


@dataclass(frozen=True)
class OnChain:
    balance_nano: int
    seqno: int


class Network:
    def __init__(self, ton_url: str) -> None:
        self._url = ton_url.rstrip("/") + "/api/v2/"

    async def wallet(self, http: aiohttp.ClientSession, address: Address) -> OnChain:
        found = await self._call(http, "getWalletInformation", {"address": raw(address)})
        return OnChain(int(found["balance"]), int(found.get("seqno", 0)))

    async def send(self, http: aiohttp.ClientSession, message: Cell) -> None:
        await self._call(http, "sendBoc", {"boc": to_boc(message)})

    async def _call(self, http: aiohttp.ClientSession, method: str, params: dict[str, Any]) -> Any:
        try:
            async with http.post(self._url + method, json=params) as response:
                answer = await response.json()
        except (aiohttp.ClientError, ValueError) as error:
            raise WalletError(UNKNOWN_ERROR, f"the network does not answer: {error}") from error
        if not answer["ok"]:
            raise WalletError(UNKNOWN_ERROR, str(answer["error"]))
        return answer["result"]
