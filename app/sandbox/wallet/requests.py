"""What waits for a wallet's owner, and how a wallet without one answers."""

from dataclasses import dataclass, field
from typing import Any, Literal

from app.sandbox.chain.cells import friendly
from app.sandbox.wallet.contract import Transfer
from app.sandbox.wallet.session import Session

Policy = Literal["ask", "confirm", "reject", "ignore"]
"""Ask the owner; confirm or reject at once; or never answer at all."""
Kind = Literal["connect", "transaction", "transfer"]

UNKNOWN_ERROR = 0
BAD_REQUEST = 1
MANIFEST_NOT_FOUND = 2
MANIFEST_BROKEN = 3
UNKNOWN_APP = 100
DECLINED = 300
NOT_SUPPORTED = 400


class WalletError(Exception):
    """The wallet cannot do what it is asked; `code` is TON Connect's."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass
class Pending:
    """One request on the wallet's screen."""

    id: int
    kind: Kind
    app: str
    created_at: int
    transfers: list[Transfer] = field(default_factory=list)
    valid_until: int | None = None
    session: Session | None = None
    request_id: str = ""
    items: list[dict[str, Any]] = field(default_factory=list)

    @property
    def amount_nano(self) -> int:
        return sum(transfer.amount_nano for transfer in self.transfers)

    def describe(self) -> dict[str, Any]:
        """For a page that shows it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "app": self.app,
            "created_at": self.created_at,
            "valid_until": self.valid_until,
            "amount_nano": self.amount_nano,
            "transfers": [
                {
                    "to": friendly(transfer.destination, transfer.bounce, testnet=True),
                    "amount_nano": transfer.amount_nano,
                }
                for transfer in self.transfers
            ],
        }
