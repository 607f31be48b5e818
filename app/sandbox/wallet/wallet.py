"""A simulated wallet: what an app on somebody's phone does, with the owner's finger replaced by calls.

* `open_link` takes a TON Connect link, `pay` a plain transfer link; what needs the owner's consent waits in `pending`
  until `confirm` or `reject`. `on_connect` and `on_transaction` answer at once instead (`confirm`, `reject`), or never
  (`ignore`).
* It refuses what real wallets refuse: expired requests, another network, another sender, too little balance. With
  `checks_balance = False` it sends all the same: the chain then spends the seqno and moves nothing.
* `confirm(id, amount_nano=...)`, or `wrong_amount_nano` for requests confirmed at once, sends another amount than
  was asked for.
* Key, address and session keys come from the seed; `snapshot` and `resume` carry its connections over a restart.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

import aiohttp
from nacl.signing import SigningKey
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell

from app.sandbox.chain.cells import raw, to_boc
from app.sandbox.wallet import rpc
from app.sandbox.wallet.connections import Connections
from app.sandbox.wallet.contract import TESTNET, Transfer, WalletContract
from app.sandbox.wallet.links import connect_link, transfer_link
from app.sandbox.wallet.network import Network
from app.sandbox.wallet.proof import ton_proof
from app.sandbox.wallet.requests import BAD_REQUEST, DECLINED, NOT_SUPPORTED, Pending, Policy, WalletError
from app.sandbox.wallet.session import Session

VALID_SECONDS = 300
FEE_RESERVE_NANO = 10_000_000


class Clock(Protocol):
    def now(self) -> float: ...


class SimWallet:
    def __init__(
        self,
        name: str,
        seed: str,
        ton_url: str,
        bridge_url: str,
        clock: Clock,
        network: int = TESTNET,
    ) -> None:
        self.name = name
        self.on_connect: Policy = "ask"
        self.on_transaction: Policy = "ask"
        self.checks_balance = True
        self.wrong_amount_nano: int | None = None
        secret = hashlib.sha256(seed.encode()).digest()
        self._contract = WalletContract(SigningKey(secret), network)
        self._network = Network(ton_url)
        self._connections = Connections(bridge_url, secret, self._client, self._take_request)
        self._clock = clock
        self._http: aiohttp.ClientSession | None = None
        self._pending: dict[int, Pending] = {}
        self._last_id = 0
        self._sending = asyncio.Lock()
        self._arrived = asyncio.Event()

    @property
    def address(self) -> Address:
        return self._contract.address

    @property
    def contract(self) -> WalletContract:
        return self._contract

    @property
    def pending(self) -> list[Pending]:
        """What waits for the owner, oldest first."""
        return list(self._pending.values())

    async def wait_pending(self) -> Pending:
        """The oldest request that waits for the owner, as soon as there is one."""
        while not self._pending:
            self._arrived.clear()
            await self._arrived.wait()
        return self.pending[0]

    @property
    def apps(self) -> list[str]:
        """Names of the apps it is connected with."""
        return self._connections.apps

    def snapshot(self) -> dict[str, Any]:
        """What must be kept to `resume` after a restart (JSON)."""
        return self._connections.snapshot()

    async def resume(self, snapshot: dict[str, Any]) -> None:
        await self._connections.resume(snapshot)

    async def balance(self) -> int:
        """In nano, as the network tells it."""
        return (await self._network.wallet(self._client(), self.address)).balance_nano

    async def open_link(self, link: str) -> Pending | None:
        """Follow a TON Connect link. Returns what now waits for the owner; None if it was answered or needs nothing."""
        parsed = connect_link(link)
        if not parsed.items:
            return next((item for item in self.pending if item.session and item.session.app_id == parsed.app_id), None)
        session = self._connections.new(parsed.app_id, parsed.manifest_url, "")
        try:
            session.app_name, session.domain = await rpc.manifest(self._client(), parsed.manifest_url)
        except WalletError as error:
            await self._connections.refuse(session, error)
            raise
        request = self._new("connect", session.app_name, session=session, items=parsed.items)
        return await self._decide(request, self.on_connect)

    async def pay(self, link: str) -> Pending | None:
        """Follow a plain transfer link."""
        parsed = transfer_link(link)
        request = self._new("transfer", "link", transfers=[parsed.transfer], valid_until=parsed.expires_at)
        return await self._decide(request, self.on_transaction)

    async def send(
        self,
        destination: Address,
        amount_nano: int,
        body: Cell | None = None,
        state_init: Cell | None = None,
        bounce: bool = True,
    ) -> str:
        """The owner sends coins on his own account; returns the external message's BoC (base64)."""
        return await self._send([Transfer(destination, amount_nano, body, state_init, bounce)], None)

    async def confirm(self, request_id: int, amount_nano: int | None = None) -> None:
        """Consent. WalletError if it cannot be done now; the request then goes on waiting, unless it has expired."""
        request = self._get(request_id)
        if request.kind == "connect":
            self._pending.pop(request_id)
            await self._accept_connection(request)
            return
        transfers = request.transfers
        if amount_nano is not None:
            transfers = [replace(transfer, amount_nano=amount_nano) for transfer in transfers]
        self._check_expiry(request)
        boc = await self._send(transfers, request.valid_until)
        self._pending.pop(request_id, None)
        await self._answer(request, {"result": boc})

    async def reject(self, request_id: int, code: int = DECLINED, message: str = "User declined the request") -> None:
        request = self._get(request_id)
        self._pending.pop(request_id)
        error = WalletError(code, message)
        if request.kind == "connect":
            assert request.session is not None
            await self._connections.refuse(request.session, error)
        else:
            await self._answer(request, rpc.error(error))

    async def disconnect(self) -> None:
        """The owner ends all connections, and the apps are told."""
        await self._connections.disconnect_all()
        self._pending = {number: item for number, item in self._pending.items() if item.session is None}

    async def close(self) -> None:
        await self._connections.stop()
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def _decide(self, request: Pending, policy: Policy) -> Pending | None:
        """Answer at once as told, or put the request on the screen."""
        if policy == "ignore":
            return None
        self._pending[request.id] = request
        self._arrived.set()
        if policy == "ask":
            return request
        if policy == "reject":
            await self.reject(request.id)
            return None
        try:
            await self.confirm(request.id, self.wrong_amount_nano)
        except WalletError as error:
            await self.reject(request.id, error.code, error.message)
        return None

    async def _take_request(self, session: Session, message: dict[str, Any]) -> None:
        """Something came over the bridge from a connected app."""
        method, request_id = message.get("method"), str(message.get("id", ""))
        if method == "disconnect":
            await session.send(self._client(), {"result": {}, "id": request_id})
            self._connections.forget(session)
            self._pending = {number: item for number, item in self._pending.items() if item.session is not session}
            return
        try:
            if method != "sendTransaction":
                raise WalletError(NOT_SUPPORTED, f"method not supported: {method}")
            request = self._transaction(session, request_id, message)
            await self._decide(request, self.on_transaction)
        except WalletError as error:
            await session.send(self._client(), {**rpc.error(error), "id": request_id})

    def _transaction(self, session: Session, request_id: str, message: dict[str, Any]) -> Pending:
        transfers, valid_until = rpc.transaction(message, self._contract.network, self.address)
        request = self._new(
            "transaction",
            session.app_name,
            session=session,
            request_id=request_id,
            transfers=transfers,
            valid_until=valid_until,
        )
        self._check_expiry(request)
        return request

    def _check_expiry(self, request: Pending) -> None:
        if request.valid_until is not None and request.valid_until <= self._clock.now():
            raise WalletError(BAD_REQUEST, "the request has expired")

    async def _send(self, transfers: Sequence[Transfer], valid_until: int | None) -> str:
        async with self._sending:
            state = await self._network.wallet(self._client(), self.address)
            needed = sum(transfer.amount_nano for transfer in transfers) + FEE_RESERVE_NANO
            if self.checks_balance and state.balance_nano < needed:
                raise WalletError(DECLINED, f"not enough coins: {state.balance_nano} of {needed} nano")
            limit = int(self._clock.now()) + VALID_SECONDS
            external = self._contract.external(transfers, state.seqno, min(valid_until or limit, limit))
            await self._network.send(self._client(), external)
            return to_boc(external)

    async def _accept_connection(self, request: Pending) -> None:
        session = request.session
        assert session is not None
        items = [reply for item in request.items if (reply := self._reply(session, item))]
        await self._connections.accept(session, items)

    def _reply(self, session: Session, item: dict[str, Any]) -> dict[str, Any] | None:
        if item.get("name") == "ton_proof":
            return ton_proof(self._contract, session.domain, int(self._clock.now()), str(item["payload"]))
        if item.get("name") != "ton_addr":
            return None
        return {
            "name": "ton_addr",
            "address": raw(self.address).lower(),
            "network": str(self._contract.network),
            "publicKey": self._contract.public_key.hex(),
            "walletStateInit": to_boc(self._contract.state_init),
        }

    async def _answer(self, request: Pending, answer: dict[str, Any]) -> None:
        if request.session is not None:
            await request.session.send(self._client(), {**answer, "id": request.request_id})

    def _new(self, kind: Any, app: str, **fields: Any) -> Pending:
        self._last_id += 1
        return Pending(self._last_id, kind, app, int(self._clock.now()), **fields)

    def _get(self, request_id: int) -> Pending:
        if request_id not in self._pending:
            raise WalletError(BAD_REQUEST, "no such request")
        return self._pending[request_id]

    def _client(self) -> aiohttp.ClientSession:
        if self._http is None:
            self._http = aiohttp.ClientSession()
        return self._http
