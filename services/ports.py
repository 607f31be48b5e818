"""What the services need from outside. Each port has one implementation in `app/adapters`, met over HTTP in tests.

Errors: an adapter raises `Unreachable` when the other side could not be asked (network, 5xx, 429 after its patience),
and `Refused` with Telegram's own words when it was asked and said no. Nothing else escapes an adapter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from models import EscrowState, Verdict


class Unreachable(Exception):
    """The other side could not be asked, or did not answer. It may or may not have acted: see `sent`."""

    def __init__(self, words: str = "", *, sent: bool = False, retry_after_seconds: float = 0) -> None:
        super().__init__(words)
        self.sent = sent
        """True when the request left this process, so that it may have been carried out."""
        self.retry_after_seconds = retry_after_seconds


class Refused(Exception):
    """The other side answered no; `words` are its own. It did not act."""

    def __init__(self, words: str, code: int = 400) -> None:
        super().__init__(words)
        self.words = words
        self.code = code


class Clock(Protocol):
    def utcnow(self) -> datetime:
        """The present, timezone-aware UTC."""
        ...


# ------------------------------------------------------------------------------------------------- Telegram


@dataclass(frozen=True, slots=True)
class ChatFacts:
    chat_id: int
    title: str
    username: str | None
    is_channel: bool
    is_protected: bool = False
    pinned_message_id: int | None = None


@dataclass(frozen=True, slots=True)
class MemberRights:
    user_id: int
    is_admin: bool
    is_creator: bool = False
    can_post: bool = False
    can_edit: bool = False
    can_delete: bool = False
    first_name: str = ""
    username: str | None = None
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class Media:
    kind: str
    """photo, video, animation or document."""
    file_id: str
    unique_id: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a post says: the same shape for what we send and for what Telegram shows us."""

    text: str = ""
    entities: Sequence[dict[str, object]] = ()
    media: Sequence[Media] = ()
    buttons: Sequence[Sequence[dict[str, str]]] = ()
    link_preview: bool = True


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """One message as Telegram returned it (an album is several)."""

    message_id: int
    text: str
    entities: Sequence[dict[str, object]] = ()
    media: Sequence[Media] = ()
    buttons: Sequence[Sequence[dict[str, str]]] = ()
    sent_at: datetime | None = None
    origin_message_id: int | None = None
    origin_chat_id: int | None = None


MARKER_TEXT = "·"


class Telegram(Protocol):
    """The Bot API as the services see it. All ids are Telegram's."""

    async def chat(self, chat: int | str) -> ChatFacts: ...
    async def bot_rights(self, chat_id: int) -> MemberRights: ...
    async def rights_of(self, chat_id: int, user_id: int) -> MemberRights: ...
    async def admins(self, chat_id: int) -> list[MemberRights]: ...
    async def member_count(self, chat_id: int) -> int: ...

    async def post(self, chat_id: int, content: Content) -> list[SeenMessage]:
        """Send one message or one album. The only function that renders a creative: previews use it too."""
        ...

    async def forward(self, chat_id: int, message_id: int, vault_chat_id: int) -> SeenMessage:
        """Silently forward one message to a vault; the answer is what the post says now."""
        ...

    async def probe_markup(self, chat_id: int, message_id: int, buttons: Sequence[Sequence[dict[str, str]]]) -> bool:
        """`editMessageReplyMarkup` with the same markup. True: restored; False: "not modified" (intact)."""
        ...

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> None: ...
    async def pin(self, chat_id: int, message_id: int) -> None: ...
    async def marker(self, chat_id: int) -> int:
        """Post a silent marker, `MARKER_TEXT`; its id bounds what was sent before it. Whoever set it deletes it."""
        ...


@dataclass(frozen=True, slots=True)
class SeenPost:
    """One post as a source of statistics shows it; what it does not show is None."""

    message_id: int
    views: int | None = None
    posted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """What one source knows of a channel. None and empty mean that it does not say, never zero."""

    subscribers: int | None = None
    posts: Sequence[SeenPost] = ()
    languages: Mapping[str, int] = field(default_factory=dict)
    """Basis points of the audience by language code."""
    premium_bps: int | None = None


class StatsSource(Protocol):
    """A source of statistics beside the Bot API: the public page, or a plug-in (`STATS_PLUGIN`)."""

    @property
    def name(self) -> str:
        """At most 16 letters; people see it as the source of a figure."""
        ...

    async def figures(self, chat_id: int, username: str | None) -> Figures | None:
        """None when this source cannot know the channel (a private one, say). Raises Unreachable."""
        ...


class Charts(Protocol):
    """Draws a line for people: `values` by day, oldest first; None is a gap."""

    async def draw(self, days: Sequence[datetime], values: Sequence[int | None], language: str) -> bytes:
        """A PNG image, readable on light and dark."""
        ...


class Notifier(Protocol):
    """Puts one notice into one person's chat, in his language, with a button that opens the right screen.

    Both answer with the id of the message in that chat."""

    async def notify(self, user_id: int, key: str, args: dict[str, object], deal_id: int | None) -> int: ...
    async def copy(
        self, user_id: int, from_chat_id: int, message_id: int, deal_id: int | None = None, opens: str = ""
    ) -> int:
        """Copy a message of one chat into another; of a deal's, with the button that opens the deal."""
        ...


# ------------------------------------------------------------------------------------------------- TON


@dataclass(frozen=True, slots=True)
class EscrowTermsFacts:
    """The constant terms of a contract. Addresses are raw `0:hex`."""

    contract_id: int
    advertiser: str
    owner: str
    amount_nano: int
    deadline: int
    controller: str
    fee_recipient: str
    fee_bps: int


@dataclass(frozen=True, slots=True)
class EscrowPlan:
    """A contract that may not exist yet: where it will be and what to send there."""

    address: str
    required_nano: int
    state_init_boc: str
    """Base64."""
    deposit_body_boc: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the chain says of one escrow, after code hash, address and terms were compared with ours."""

    address: str
    state: EscrowState
    balance_nano: int
    deadline: int = 0
    """The contract's present deadline (unix seconds): the advertiser may have extended it."""


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """One message with the deposit opcode, from the cursor over all contracts."""

    cursor: str
    destination: str
    source: str
    value_nano: int
    message_hash: str


@dataclass(frozen=True, slots=True)
class Order:
    """One settlement to be sent by the controller."""

    address: str
    verdict: Verdict | None
    """None: sweep stray coins."""
    split_bps: int = 0
    query_id: int = 0


@dataclass(frozen=True, slots=True)
class SignedBatch:
    controller: str
    seqno: int
    boc: str
    message_hash: str
    valid_until: int


@dataclass(frozen=True, slots=True)
class WalletFacts:
    address: str
    balance_nano: int
    seqno: int


class Chain(Protocol):
    """The TON network. The chain is the judge: nothing here is believed that was not read from it."""

    @property
    def controller(self) -> str:
        """Raw address of the newest controller wallet."""
        ...

    def plan(self, terms: EscrowTermsFacts) -> EscrowPlan: ...
    async def look(self, terms_by_address: dict[str, EscrowTermsFacts]) -> dict[str, Seen]:
        """The state of many escrows in as few calls as the provider allows. Raises Unreachable."""
        ...

    async def deposits_since(self, cursor: str) -> list[IncomingMessage]:
        """Messages with the deposit opcode after the cursor, oldest first. A hint where to look, never the truth."""
        ...

    async def wallet(self, controller: str) -> WalletFacts: ...
    def cost_nano(self, orders: int) -> int:
        """The balance that the controller needs to send so many orders."""
        ...

    async def sign(self, controller: str, seqno: int, orders: Sequence[Order], now: datetime) -> SignedBatch:
        """Build and sign one external message; sends nothing."""
        ...

    async def send(self, boc: str) -> None:
        """Broadcast. Raises Unreachable or Refused; either may have been received, so only the chain tells."""
        ...

    def friendly(self, address: str) -> str:
        """User-friendly form of a contract for people; explorers and wallets take it."""
        ...

    def friendly_wallet(self, address: str) -> str:
        """The same of somebody's wallet, spelled as the wallet itself shows it."""
        ...

    def explorer_url(self, address: str) -> str | None: ...


@dataclass(frozen=True, slots=True)
class ProvedWallet:
    """A wallet whose key signed our one-time payload for our domain: address, StateInit and key belong together."""

    address: str
    app_name: str = ""


@dataclass(frozen=True, slots=True)
class ConnectOffer:
    link: str
    """tc:// or universal link."""
    wallet_name: str
    qr_png: bytes = field(repr=False, default=b"")


@dataclass(frozen=True, slots=True)
class WalletAnswer:
    """What a wallet told a Mini App: its account, and its `ton_proof` over a payload of ours."""

    address: str
    network: str
    public_key: str
    state_init: str
    """Base64."""
    timestamp: int
    domain: str
    domain_bytes: int
    signature: str
    """Base64."""
    payload: str


class Wallets(Protocol):
    """TON Connect sessions, one a user; and proofs of wallets that a Mini App talks to by itself."""

    def available(self) -> str | None:
        """None when wallets can reach us; else the text key of the reason why not."""
        ...

    async def offer(self, user_id: int) -> list[ConnectOffer]: ...
    async def wait_connected(self, user_id: int) -> ProvedWallet:
        """Wait for the person's answer. Raises BadProof, WalletRefused or WalletSilent."""
        ...

    async def request_transfer(
        self, user_id: int, address: str, amount_nano: int, body_boc: str, state_init_boc: str | None, valid_until: int
    ) -> None:
        """Ask the wallet to send; returns when it says it did (no proof). Raises WalletRefused, WalletSilent."""
        ...

    async def connected(self, user_id: int) -> str | None:
        """Raw address of the live session, restored after a restart."""
        ...

    async def payload(self, user_id: int) -> str:
        """A one-time payload, issued to the person, for a wallet to sign."""
        ...

    async def prove(self, user_id: int, answer: WalletAnswer) -> ProvedWallet:
        """Check what a wallet answered to `payload`; it is spent then. Raises BadProof."""
        ...

    async def disconnect(self, user_id: int) -> None: ...
    def transfer_link(self, address: str, amount_nano: int, body_boc: str, state_init_boc: str | None) -> str: ...


class Cache(Protocol):
    async def get(self, key: str) -> bytes | None: ...
    async def set(self, key: str, value: bytes, ttl_seconds: int) -> None: ...
    async def delete_pattern(self, pattern: str) -> None: ...
