"""A deal: its card, what may be done with it, its talk, its post, its money."""

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from app.web.api.models import Answer, Ask, Coins, Id, Line, PageSize, Price, Query
from app.web.api.models_campaigns import OfferTerms, Side
from models import (
    DealStatus,
    EscrowState,
    Party,
    PostingState,
    Verdict,
)
from services.deals.clocks import Ends
from services.deals.lifecycle import Action

ChainWord = Literal["none", "init", "funded", "released", "refunded", "split", "alien"]
CHAIN_WORDS: dict[EscrowState, ChainWord] = {
    EscrowState.NONE: "none",
    EscrowState.INIT: "init",
    EscrowState.FUNDED: "funded",
    EscrowState.RELEASED: "released",
    EscrowState.REFUNDED: "refunded",
    EscrowState.SPLIT: "split",
    EscrowState.ALIEN: "alien",
}


class NewDeal(Ask):
    listing_id: Id
    package_id: Id
    campaign_id: Id | None = None
    """One of my own briefs that the deal belongs to."""
    message: Line = ""
    price: Price | None = None
    """The price that was on the screen; another one now is refused with `price-changed`."""
    author: Side = "owner"
    """Who writes the post."""


class DealRow(Answer):
    id: int
    status: DealStatus
    status_key: str
    party: Party
    channel_title: str
    price: Coins
    package: str
    settling: bool
    due_at: datetime | None
    publish_at: datetime | None
    created_at: datetime


class DealPage(Answer):
    deals: list[DealRow]
    next: str | None


class DealAction(Answer):
    name: Action
    label_key: str
    label: str
    """In the person's language."""
    is_offered: bool
    """Worth a button: no other step contains it."""
    is_primary: bool
    """What moves the deal on; at most one."""
    in_chat: bool
    """Done in the chat with the bot only (writing a post)."""


class NextStep(Answer):
    """What happens next, and by when."""

    key: str
    """Of the text that says it."""
    ends: Ends | None
    """What the clock leads to if nobody acts."""
    ends_key: str | None
    due_at: datetime | None


class DealCard(Answer):
    id: int
    status: DealStatus
    status_key: str
    party: Party
    settling: bool
    """The money is decided, and the network is confirming it."""
    verdict: Verdict | None
    outcome: Verdict | None
    price: Coins
    package: str
    terms_hash: str
    terms: OfferTerms
    offered_by: Party
    channel_id: int
    channel_title: str
    channel_username: str | None
    listing_id: int
    campaign_id: int | None
    payer: str | None
    """The advertiser's wallet, where refunds go."""
    payout: str | None
    """The owner's wallet, where the release goes."""
    fee_bps: int | None
    actions: list[DealAction]
    next: NextStep
    due_at: datetime | None
    publish_at: datetime | None
    proposed_publish_at: datetime | None
    proposed_by: Party | None
    cancel_proposed_by: Party | None
    change_rounds: int
    retention_ends_at: datetime | None
    cure_ends_at: datetime | None
    top_ends_at: datetime | None
    post_url: str | None
    posting: PostingState | None
    has_creative: bool
    has_escrow: bool
    has_receipt: bool
    version: int
    """Raised by each step: a page that shows another one is old."""
    created_at: datetime


class Event(Answer):
    id: int
    action: Action
    text_key: str
    party: Party
    is_mine: bool
    source: DealStatus
    target: DealStatus
    payload: dict[str, Any]
    created_at: datetime


class Timeline(Answer):
    events: list[Event]


class MessagesQuery(Query):
    limit: PageSize = 50


class Message(Answer):
    party: Party
    is_mine: bool
    text: str
    has_media: bool
    """Something was sent along, which the chat shows."""
    created_at: datetime


class Messages(Answer):
    """The last lines, oldest first."""

    messages: list[Message]


class ConnectMessage(Answer):
    address: str
    amount: str
    """In nanocoins."""
    stateInit: str | None = Field(default=None, exclude_if=lambda value: value is None)
    payload: str


class Transaction(Answer):
    """For `sendTransaction` of `@tonconnect/ui`, as it is."""

    validUntil: int
    network: str
    from_: str = Field(serialization_alias="from")
    messages: list[ConnectMessage]


class Escrow(Answer):
    address: str
    """In the form that people read."""
    raw_address: str
    state: ChainWord
    """What the chain said last."""
    amount: Coins
    attach: Coins
    """What to send; the storage reserve and unspent gas come back."""
    fee_bps: int
    payer: str
    """The only wallet from which the contract takes it."""
    deadline: datetime
    """From then on anybody may send the money back to the payer."""
    state_init: str
    """Base64."""
    body: str
    """Of the deposit, base64."""
    is_paid: bool
    explorer_url: str | None
    transfer_link: str
    """Opens any wallet with the transfer filled in."""
    payment: Transaction | None
    """For the advertiser while the deal awaits his payment."""
    auto_refund: Transaction | None
    """For the advertiser after the deadline, if the money is still there: it needs nobody of us."""
