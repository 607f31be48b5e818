"""Wallets and the faucet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from pytoniq_core.boc.address import Address

from app.sandbox.control.bundle import Sandbox, Wallet
from app.sandbox.control.replies import Body, ControlError, path_number, path_reference
from app.sandbox.wallet.requests import WalletError


class WalletRoutes:
    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.world = sandbox.telegram.world

    def routes(self) -> list[tuple[str, str, Any]]:
        one = "/wallets/{user}"
        return [
            ("GET", one, self.show),
            ("POST", f"{one}/connect", self.connect),
            ("POST", f"{one}/pay", self.pay),
            ("POST", one + "/requests/{id}/confirm", self.confirm),
            ("POST", one + "/requests/{id}/reject", self.reject),
            ("POST", "/faucet", self.faucet),
        ]

    def _wallet(self, request: web.Request) -> Wallet:
        return self.sandbox.wallet_of(self.world.user(path_reference(request, "user")))

    async def _shown(self, wallet: Wallet) -> web.Response:
        pending = [request.describe() for request in wallet.pending]
        address = wallet.address.to_str(is_bounceable=False, is_test_only=True)
        facts = {"address": address, "balance_nano": await wallet.balance(), "apps": wallet.apps, "pending": pending}
        return web.json_response(facts)

    async def show(self, request: web.Request) -> web.StreamResponse:
        return await self._shown(self._wallet(request))

    async def connect(self, request: web.Request) -> web.StreamResponse:
        body, wallet = await Body.of(request), self._wallet(request)
        await _follow(wallet.open_link, body)
        return await self._changed(wallet)

    async def pay(self, request: web.Request) -> web.StreamResponse:
        body, wallet = await Body.of(request), self._wallet(request)
        await _follow(wallet.pay, body)
        return await self._changed(wallet)

    async def confirm(self, request: web.Request) -> web.StreamResponse:
        wallet, number = self._asked(request)
        await wallet.confirm(number)
        return await self._changed(wallet)

    async def reject(self, request: web.Request) -> web.StreamResponse:
        wallet, number = self._asked(request)
        await wallet.reject(number)
        return await self._changed(wallet)

    def _asked(self, request: web.Request) -> tuple[Wallet, int]:
        wallet, number = self._wallet(request), path_number(request)
        if all(pending.id != number for pending in wallet.pending):
            raise ControlError("unknown_request", f"nothing called {number} waits in this wallet")
        return wallet, number

    async def _changed(self, wallet: Wallet) -> web.Response:
        self.world.changes.record("wallet")
        return await self._shown(wallet)

    async def faucet(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        amount = body.integer("amount_nano") or 0
        if self.sandbox.chain is None:
            raise ControlError("unavailable", "this sandbox runs without a chain")
        if amount <= 0:
            raise ControlError("bad_request", "amount_nano is a positive integer")
        await self.sandbox.chain.faucet(self._destination(body), amount)
        self.world.changes.record("wallet")
        return web.json_response({})

    def _destination(self, body: Body) -> Address:
        if "user" in body:
            return self.sandbox.wallet_of(self.world.user(body.person("user"))).address
        try:
            return Address(str(body.required("address")))
        except ControlError:
            raise
        except Exception:  # the library raises whatever its parser stumbles over
            raise ControlError("bad_request", "address cannot be read") from None


async def _follow(action: Callable[[str], Awaitable[Any]], body: Body) -> None:
    link = str(body.required("link")).strip()
    try:
        await action(link)
    except WalletError:
        raise
    except Exception as problem:  # a link may break in a dozen parsers, each with errors of its own
        raise ControlError("wallet_refused", f"the link cannot be read: {problem}") from None
