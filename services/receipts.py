"""The delivery receipt: what was posted, where and when, what every check saw, and what became of the money.

Guarantees:
* There is one for each deal whose post went out and whose money is settled, whoever got it.
* Both sides see the same, in the chat and on a page. The page needs no login: its address carries a token that nobody
  can guess (a keyed hash of the deal's number; it is stored nowhere, and changes only with the key).
* Everything on it is read from the rows that the events wrote; hashes let both compare it with what they kept.
"""

import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from models import (
    FINAL_STATUSES,
    Check,
    CheckResult,
    Creative,
    Deal,
    Escrow,
    EscrowState,
    Posting,
    Settlement,
    Verdict,
)
from services.actor import Actor
from services.deals.access import DealAccess
from services.deals.terms import Terms
from services.errors import NotFound
from services.escrow.amounts import shares
from services.ports import Content
from services.posting.content import content_from

TOKEN_BYTES = 16
SETTLED = (EscrowState.RELEASED, EscrowState.REFUNDED, EscrowState.SPLIT)


@dataclass(frozen=True, slots=True)
class Money:
    """Where the money was and who got what of it."""

    address: str
    explorer_url: str | None
    amount_nano: int
    owner_nano: int
    fee_nano: int
    advertiser_nano: int
    settled_at: datetime | None
    message_hashes: Sequence[str]
    """Of the external messages that carried the settlement; empty if somebody else settled it."""


@dataclass(frozen=True, slots=True)
class Receipt:
    deal: Deal
    terms: Terms
    posting: Posting
    content: Content
    checks: Sequence[Check]
    money: Money
    url: str

    @property
    def intact(self) -> int:
        return sum(check.result is CheckResult.INTACT for check in self.checks)


@dataclass(frozen=True, slots=True)
class Receipts:
    access: DealAccess
    key: bytes
    origin: str
    """Where our pages are, without a slash at the end."""
    friendly: Callable[[str], str]
    explorer_url: Callable[[str], str | None]

    def token(self, deal_id: int) -> str:
        seal = hmac.new(self.key, f"receipt:{deal_id}".encode(), hashlib.sha256).digest()[:TOKEN_BYTES]
        return f"{deal_id}-{seal.hex()}"

    def url(self, deal_id: int) -> str:
        return f"{self.origin}/receipt/{self.token(deal_id)}"

    async def by_token(self, token: str) -> Receipt:
        """Raises NotFound for a token that we did not make, and for a deal without a receipt."""
        number = token.partition("-")[0]
        known = number.isascii() and number.isdigit() and len(number) < 19
        if not known or not hmac.compare_digest(token.encode(), self.token(int(number)).encode()):
            raise NotFound(what="receipt")
        return await self._made(int(number))

    async def of(self, actor: Actor, deal_id: int) -> Receipt:
        deal, _ = await self.access.load(actor, deal_id)
        return await self._made(deal.id)

    async def summary(self, deal_id: int) -> dict[str, object] | None:
        """What the message with the receipt says, as plain JSON; None where there is no receipt."""
        try:
            found = await self._made(deal_id)
        except NotFound:
            return None
        posted_at = found.posting.posted_at
        return {
            "posted_at": posted_at.isoformat() if posted_at else "",
            "url": found.posting.url or "",
            "checks": len(found.checks),
            "intact": found.intact,
            "receipt_url": found.url,
        }

    async def _made(self, deal_id: int) -> Receipt:
        deal = await Deal.get_or_none(id=deal_id).select_related("channel")
        posting = await Posting.get_or_none(deal_id=deal_id)
        escrow = await Escrow.filter(deal_id=deal_id, state__in=list(SETTLED)).order_by("-is_current", "-id").first()
        if deal is None or posting is None or escrow is None or not has_receipt(deal, posting):
            raise NotFound(what="receipt")
        checks = Check.filter(posting_id=posting.id, done_at__not_isnull=True)
        return Receipt(
            deal=deal,
            terms=Terms.of(deal),
            posting=posting,
            content=content_from(await Creative.get(id=posting.creative_id)),
            checks=await checks.order_by("done_at", "id"),
            money=await self._money(deal, escrow),
            url=self.url(deal.id),
        )

    async def _money(self, deal: Deal, escrow: Escrow) -> Money:
        settlements = Settlement.filter(escrow_id=escrow.id).order_by("id")
        hashes = [str(found) for found in await settlements.values_list("batch__message_hash", flat=True)]
        parts = shares(escrow, deal.outcome or Verdict.REFUND)
        return Money(
            address=self.friendly(escrow.address),
            explorer_url=self.explorer_url(escrow.address),
            amount_nano=escrow.amount_nano,
            settled_at=escrow.settled_at,
            message_hashes=list(dict.fromkeys(hashes)),
            **parts,
        )


def has_receipt(deal: Deal, posting: Posting | None) -> bool:
    return deal.status in FINAL_STATUSES and posting is not None and posting.posted_at is not None
