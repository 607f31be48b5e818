"""Telegram, the chain and wallets as screens need them: plain answers. The adapters are met over HTTP elsewhere."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from models import Escrow, EscrowState
from services.errors import WalletRefused
from services.ports import (
    ChatFacts,
    ConnectOffer,
    Content,
    EscrowPlan,
    EscrowTermsFacts,
    IncomingMessage,
    MemberRights,
    Order,
    ProvedWallet,
    Refused,
    Seen,
    SeenMessage,
    SignedBatch,
    WalletAnswer,
    WalletFacts,
)


@dataclass
class PlainTelegram:
    """Remembers what was posted where; refuses what a test names in `closed`."""

    posted: list[tuple[int, Content]] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)
    usernames: dict[int, str] = field(default_factory=dict)
    ids: "count[int]" = field(default_factory=lambda: count(1000))

    async def chat(self, chat: int | str) -> ChatFacts:
        return ChatFacts(int(chat), "Channel", self.usernames.get(int(chat)), is_channel=True)

    async def bot_rights(self, chat_id: int) -> MemberRights:
        return MemberRights(1, is_admin=True, can_post=True, can_edit=True, can_delete=True)

    async def rights_of(self, chat_id: int, user_id: int) -> MemberRights:
        return MemberRights(user_id, is_admin=True, can_post=True)

    async def admins(self, chat_id: int) -> list[MemberRights]:
        return []

    async def member_count(self, chat_id: int) -> int:
        return 100

    async def post(self, chat_id: int, content: Content) -> list[SeenMessage]:
        if chat_id in self.closed:
            raise Refused("Bad Request: chat not found", 400)
        self.posted.append((chat_id, content))
        return [SeenMessage(next(self.ids), content.text, content.entities, content.media, content.buttons)]

    async def forward(self, chat_id: int, message_id: int, vault_chat_id: int) -> SeenMessage:
        content = next(said for chat, said in reversed(self.posted) if chat == chat_id)
        return SeenMessage(next(self.ids), content.text, content.entities, content.media, content.buttons)

    async def probe_markup(self, chat_id: int, message_id: int, buttons: Sequence[Sequence[dict[str, str]]]) -> bool:
        return False

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> None:
        return None

    async def pin(self, chat_id: int, message_id: int) -> None:
        return None

    async def marker(self, chat_id: int) -> int:
        if chat_id in self.closed:
            raise Refused("Bad Request: chat not found", 400)
        return next(self.ids)


class PlainChain:
    """Shows each escrow as its row says: the chain's part of the story is told by changing the row."""

    controller = "0:" + "cc" * 32
    action_value_nano = 50_000_000

    def plan(self, terms: EscrowTermsFacts) -> EscrowPlan:
        return EscrowPlan(f"0:{terms.contract_id:064x}", terms.amount_nano + 10**8, "init", "deposit")

    async def look(self, terms_by_address: dict[str, EscrowTermsFacts]) -> dict[str, Seen]:
        rows = await Escrow.filter(address__in=list(terms_by_address))
        return {row.address: Seen(row.address, EscrowState(row.state), row.balance_nano, row.deadline) for row in rows}

    async def deposits_since(self, cursor: str) -> list[IncomingMessage]:
        return []

    async def outcomes(self, message_hashes: Sequence[str]) -> dict[str, bool]:
        return {}

    async def wallet(self, controller: str) -> WalletFacts:
        return WalletFacts(controller, 10**12, 1)

    def cost_nano(self, orders: int) -> int:
        return orders * 10**8

    async def sign(self, controller: str, seqno: int, orders: Sequence[Order], now: datetime) -> SignedBatch:
        return SignedBatch(controller, seqno, "boc", "00" * 32, int(now.timestamp()) + 60)

    async def send(self, boc: str) -> None:
        return None

    def auto_refund_body(self, contract_id: int) -> str:
        return "refund"

    def friendly(self, address: str) -> str:
        return f"EQ{address[2:12]}"

    def friendly_wallet(self, address: str) -> str:
        return f"UQ{address[2:12]}"

    def explorer_url(self, address: str) -> str | None:
        return f"https://explorer.example/{address[2:12]}"


@dataclass
class PlainWallets:
    """A wallet on the person's phone: it answers when the test lets it."""

    address: str
    reason: str | None = None
    says_no: bool = False
    live: dict[int, str] = field(default_factory=dict)
    asked: list[tuple[int, str, int]] = field(default_factory=list)
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    def available(self) -> str | None:
        return self.reason

    async def offer(self, user_id: int) -> list[ConnectOffer]:
        return [ConnectOffer("https://wallet.example/connect", "Wallet", b"png"), ConnectOffer("tc://x", "Other")]

    async def wait_connected(self, user_id: int) -> ProvedWallet:
        await self._answer()
        self.live[user_id] = self.address
        return ProvedWallet(self.address)

    async def request_transfer(
        self, user_id: int, address: str, amount_nano: int, body_boc: str, state_init_boc: str | None, valid_until: int
    ) -> None:
        self.asked.append((user_id, address, amount_nano))
        await self._answer()

    async def _answer(self) -> None:
        await self.answers.wait()
        if self.says_no:
            raise WalletRefused()

    async def connected(self, user_id: int) -> str | None:
        return self.live.get(user_id)

    async def payload(self, user_id: int) -> str:
        return "payload"

    async def prove(self, user_id: int, answer: WalletAnswer) -> ProvedWallet:
        return ProvedWallet(answer.address)

    async def disconnect(self, user_id: int) -> None:
        self.live.pop(user_id, None)

    def transfer_link(self, address: str, amount_nano: int, body_boc: str, state_init_boc: str | None) -> str:
        return f"ton://transfer/{address}?amount={amount_nano}"
