"""TON Connect in the chat: implements `services.ports.Wallets` on the `ton-connect` package.

Guarantees:
* A wallet counts as connected only after its `ton_proof` was verified; a session that failed the check is dropped.
* Sessions live in the database (`WalletSession`): after a restart the next request goes out as if nothing happened.
* What a wallet answers is never taken for a payment; `request_transfer` only says that it agreed to send.

Real wallets fetch our manifest, so they need a public https address; the sandbox's wallet works on this machine.
"""

import asyncio
import io
import json
import logging
import secrets
from collections import OrderedDict
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import aiohttp
import segno
from pydantic import ValidationError
from ton_connect import Connector, TonConnect
from ton_connect.exceptions import (
    BridgeUnreachableError,
    RequestTimeoutError,
    TonConnectError,
    UserRejectsError,
    WalletWrongNetworkError,
)
from ton_connect.models import AppWallet, SendTransactionMessage, SendTransactionPayload
from ton_core import Address, Cell, NetworkGlobalID, StateInit

from app.adapters.cells import raw, url_boc
from app.adapters.ton_proof import ProofCheck, read_proof
from models import WalletSession
from services.errors import BadProof, TryAgain, WalletNeeded, WalletRefused, WalletSilent
from services.ports import Clock, ConnectOffer, ProvedWallet, WalletAnswer

log = logging.getLogger(__name__)

CONNECT_SECONDS = 15 * 60.0
TRANSFER_SECONDS = 5 * 60.0
MAX_LIVE_SESSIONS = 500
"""Open streams to bridges; the ones not used for longest are closed and restored when they are needed."""
MAX_APPS = 6
"""Apps to choose from, the first of the list: each is a stream to a bridge while a person connects."""
NEEDS_HTTPS = "wallets-need-https"
QR_SCALE = 5


class SessionRows:
    """The package's storage: one `WalletSession` row per key."""

    async def set_item(self, key: str, value: Any) -> None:
        await WalletSession.update_or_create(key=key, defaults={"value": json.dumps(value)})

    async def get_item(self, key: str) -> Any | None:
        row = await WalletSession.get_or_none(key=key)
        return None if row is None else json.loads(row.value)

    async def remove_item(self, key: str) -> None:
        await WalletSession.filter(key=key).delete()


class TonConnectWallets:
    def __init__(
        self,
        session: aiohttp.ClientSession,
        wallets_url: str,
        public_url: str,
        network_id: int,
        clock: Clock,
        is_sandbox: bool = False,
    ) -> None:
        """`wallets_url`: the list of wallet apps. `public_url`: where our manifest is, and the domain of proofs."""
        self._session = session
        self._wallets_url = wallets_url
        self._manifest_url = public_url.rstrip("/") + "/tonconnect-manifest.json"
        self._reachable = is_sandbox or urlsplit(public_url).scheme == "https"
        self._network = NetworkGlobalID(network_id)
        self._proofs = ProofCheck(urlsplit(public_url).netloc, clock)
        self._connect: TonConnect | None = None
        self._live: OrderedDict[int, Connector] = OrderedDict()

    def available(self) -> str | None:
        return None if self._reachable else NEEDS_HTTPS

    async def offer(self, user_id: int) -> list[ConnectOffer]:
        manager = await self._manager()
        await self._drop(user_id)
        connector = await self._make(manager, user_id)
        payload = secrets.token_hex(32)
        await self._proofs.issue(user_id, payload)
        request = connector.make_connect_request(ton_proof_payload=payload)
        await connector.connect(request, network=self._network, timeout=CONNECT_SECONDS)
        links = [(app.name, connector.make_connect_url(request, app)) for app in manager.app_wallets]
        return [ConnectOffer(link, name, b"" if place else qr_png(link)) for place, (name, link) in enumerate(links)]

    async def wait_connected(self, user_id: int) -> ProvedWallet:
        connector = self._live.get(user_id)
        if connector is None:
            raise WalletSilent()
        try:
            wallet, error = await connector.wait_connect()
        except (TonConnectError, asyncio.CancelledError) as trouble:
            if isinstance(trouble, asyncio.CancelledError) and (task := asyncio.current_task()) and task.cancelling():
                raise
            raise WalletSilent() from trouble  # another offer took this one's place
        if error is not None or wallet is None:
            raise _refusal(error)
        try:
            await self._proofs.verify(user_id, wallet.ton_proof_dto)
        except BadProof:
            await self.disconnect(user_id)
            raise
        return ProvedWallet(_raw(wallet.account.address), wallet.device.app_name)

    async def request_transfer(
        self, user_id: int, address: str, amount_nano: int, body_boc: str, state_init_boc: str | None, valid_until: int
    ) -> None:
        connector = await self._restored(user_id)
        if connector is None:
            raise WalletNeeded()
        init = StateInit.deserialize(_cell(state_init_boc).begin_parse()) if state_init_boc else None
        message = SendTransactionMessage(
            address=Address(address), amount=amount_nano, state_init=init, payload=_cell(body_boc)
        )  # a Cell: a string would become a comment
        payload = SendTransactionPayload(valid_until=valid_until, messages=[message])
        try:
            request_id = await connector.send_transaction(payload, timeout=TRANSFER_SECONDS)
            _, error = await connector.wait_transaction(request_id)
        except TonConnectError as trouble:
            raise _refusal(trouble) from trouble
        if error is not None:
            raise _refusal(error)

    async def connected(self, user_id: int) -> str | None:
        connector = await self._restored(user_id)
        return _raw(connector.account.address) if connector and connector.account else None

    async def payload(self, user_id: int) -> str:
        payload = secrets.token_hex(32)
        await self._proofs.issue(user_id, payload)
        return payload

    async def prove(self, user_id: int, answer: WalletAnswer) -> ProvedWallet:
        if answer.network and answer.network != str(int(self._network)):
            raise BadProof(reason="network")
        proof = read_proof(answer, int(self._network))
        await self._proofs.verify(user_id, proof)
        return ProvedWallet(_raw(proof.address))

    async def disconnect(self, user_id: int) -> None:
        try:
            connector = await self._restored(user_id)
        except TryAgain:  # the list of wallet apps cannot be had, so nobody can be told; it is forgotten all the same
            connector = None
        if connector is not None:
            try:
                await asyncio.wait_for(connector.disconnect(), timeout=5)
            except (TonConnectError, TimeoutError, aiohttp.ClientError) as trouble:
                log.info("the wallet of %s was not told: %s", user_id, trouble)
        await self._drop(user_id)
        await WalletSession.filter(key__endswith=f"::{user_id}").delete()

    def transfer_link(self, address: str, amount_nano: int, body_boc: str, state_init_boc: str | None) -> str:
        query = {"amount": str(amount_nano), "bin": url_boc(body_boc)}
        if state_init_boc:
            query["init"] = url_boc(state_init_boc)
        return f"ton://transfer/{quote(address)}?{urlencode(query)}"

    async def close(self) -> None:
        """Close the streams; the sessions stay in the database."""
        for user_id in list(self._live):
            await self._drop(user_id)

    async def _manager(self) -> TonConnect:
        if self._connect is None:
            apps = await self._load_apps()
            self._connect = TonConnect(SessionRows(), self._manifest_url, apps)
        return self._connect

    async def _load_apps(self) -> list[AppWallet]:
        try:
            async with self._session.get(self._wallets_url, timeout=aiohttp.ClientTimeout(total=10)) as answer:
                answer.raise_for_status()
                listed = await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as trouble:
            raise TryAgain() from trouble
        apps = [app for item in listed if (app := _app(item)) is not None]
        if not apps:
            raise TryAgain()
        return apps[:MAX_APPS]

    async def _restored(self, user_id: int) -> Connector | None:
        """The person's live connector, taken up from the database if need be; None when nothing is connected."""
        connector = self._live.get(user_id)
        if connector is None:
            connector = await self._make(await self._manager(), user_id)
            if not await connector.restore():
                await self._drop(user_id)
                return None
        self._live.move_to_end(user_id)
        return connector if connector.connected else None

    async def _make(self, manager: TonConnect, user_id: int) -> Connector:
        while len(self._live) >= MAX_LIVE_SESSIONS:
            await self._drop(next(iter(self._live)))
        self._live[user_id] = manager.create_connector(str(user_id))
        return self._live[user_id]

    async def _drop(self, user_id: int) -> None:
        connector = self._live.pop(user_id, None)
        if connector is not None:
            await connector.close()


def qr_png(link: str) -> bytes:
    """The link as a QR code, for a phone beside the screen."""
    out = io.BytesIO()
    segno.make(link, error="l").save(out, kind="png", scale=QR_SCALE)
    return out.getvalue()


def _refusal(error: TonConnectError | None) -> Exception:
    if isinstance(error, UserRejectsError):
        return WalletRefused()
    if isinstance(error, RequestTimeoutError) or error is None:
        return WalletSilent()
    if isinstance(error, WalletWrongNetworkError):
        return BadProof(reason="network")
    if isinstance(error, BridgeUnreachableError):
        return TryAgain()
    return WalletRefused(words=error.message)


def _app(item: Any) -> AppWallet | None:
    """One wallet app of the list; None if it has no bridge that a bot can use, or is of a kind we do not know."""
    try:
        app = AppWallet.model_validate(item)
    except ValidationError:
        return None
    return app if app.bridge_url else None


def _raw(address: Any) -> str:
    return raw(str(address.to_str(is_user_friendly=False)))


def _cell(boc: str) -> Cell:
    cell: Cell = Cell.one_from_boc(boc)
    return cell
