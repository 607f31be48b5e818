"""What the control API drives. Telegram is always there; chain, wallets and travel only where they run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from pytoniq_core.boc.address import Address

from app.sandbox.control.replies import ControlError
from app.sandbox.telegram import TelegramSandbox, User


class WalletRequest(Protocol):
    @property
    def id(self) -> int: ...

    def describe(self) -> dict[str, Any]: ...


class Wallet(Protocol):
    @property
    def address(self) -> Address: ...

    @property
    def pending(self) -> Sequence[WalletRequest]: ...

    @property
    def apps(self) -> list[str]: ...

    async def balance(self) -> int: ...

    async def open_link(self, link: str) -> Any: ...

    async def pay(self, link: str) -> Any: ...

    async def confirm(self, request_id: int) -> None: ...

    async def reject(self, request_id: int) -> None: ...


class Chain(Protocol):
    async def faucet(self, destination: Address, value_nano: int) -> Any: ...


class TonFaults(Protocol):
    """The chain's fault switch."""

    def add(self, fault: Any) -> Any: ...

    def clear(self) -> None: ...

    @property
    def active(self) -> list[Any]: ...


@dataclass
class Sandbox:
    """`travel` moves the clock through time and lets everything due happen; `make_wallet` serves people made later."""

    telegram: TelegramSandbox
    travel: Callable[[float], Awaitable[None]] | None = None
    chain: Chain | None = None
    wallets: dict[int, Wallet] = field(default_factory=dict)
    make_wallet: Callable[[User], Wallet] | None = None
    ton_faults: TonFaults | None = None
    fill: Callable[[], Awaitable[int | None]] | None = None
    """Makes the demonstration market."""
    app_url: str = ""
    """Where the bot's Mini App is; empty: it has none."""
    closing: bool = False

    def wallet_of(self, user: User) -> Wallet:
        if user.id not in self.wallets:
            if self.make_wallet is None:
                raise ControlError("unknown_wallet", f"{user.name} has no wallet")
            self.wallets[user.id] = self.make_wallet(user)
        return self.wallets[user.id]
