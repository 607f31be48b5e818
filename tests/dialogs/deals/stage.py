"""People with phones before the deal's screens, over real services on a database in memory.

The screens, the services and the texts (strict: a missing word fails the test) are the product's own; Telegram, the
chain and the wallet are doubles that answer plainly.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiogram import BaseMiddleware, Dispatcher
from aiogram.filters import CommandStart
from aiogram.fsm.state import State
from aiogram.methods import SendMessage, SendPhoto, TelegramMethod
from aiogram.types import Chat, Message, TelegramObject, Update
from aiogram_dialog import BgManagerFactory, Dialog, DialogManager, StartMode, Window
from aiogram_dialog.test_tools import BotClient, MockMessageManager
from aiogram_dialog.test_tools.bot_client import FakeBot
from aiogram_dialog.test_tools.keyboard import InlineButtonTextLocator
from aiogram_dialog.test_tools.memory_storage import JsonMemoryStorage
from aiogram_dialog.widgets.text import Const

from app.texts import Texts
from dialogs.admin import make_admin
from dialogs.creative_review import make_creative_review
from dialogs.deal_room import make_deal_room
from dialogs.help.dialog import make_help
from dialogs.ids import set_up_dialogs
from dialogs.stale import RefusalMiddleware
from dialogs.states import Menu
from dialogs.wallet import make_wallet
from models import User
from services.actor import Actor
from services.applications import Applications
from services.audit import Audit
from services.broadcasts import Broadcasts
from services.bundle import Services
from services.campaigns import Campaigns
from services.channels import Channels
from services.creatives import Creatives
from services.deals.access import DealAccess
from services.deals.usecases import Deals
from services.delivery import Delivery
from services.desk import Desk
from services.disputes import Disputes
from services.escrow import Escrows
from services.fair_prices import FairPrices
from services.lookup import Lookup
from services.market import Market
from services.moderation import Moderation
from services.notices import Notices
from services.pace import Pace
from services.placement import Placement
from services.posting.vaults import Vaults
from services.receipts import Receipts
from services.reports import Reports
from services.settings import MarketSettings
from services.stats import Stats
from services.stats_taking import Taker
from services.support import Support
from services.switches import Switches
from services.users import Users
from services.verification import Verification
from services.wallets import WalletBook
from tests.dialogs.deals.doubles import PlainChain, PlainTelegram, PlainWallets
from tests.makers import ADDRESSES, ADVERTISER, OWNER, START, STRANGER, Everybody, StillClock, a_user

LOCALES = Path(__file__).parents[3] / "locales"
ADMIN = 77
MAKERS = (make_deal_room, make_creative_review, make_wallet, make_admin, make_help)


class NoCache:
    async def get(self, key: str) -> bytes | None:
        return None

    async def set(self, key: str, value: bytes, ttl_seconds: int) -> None:
        return None

    async def delete_pattern(self, pattern: str) -> None:
        return None


class SilentNotifier:
    async def notify(self, user_id: int, key: str, args: dict[str, object], deal_id: int | None) -> int:
        return 1

    async def copy(
        self, user_id: int, from_chat_id: int, message_id: int, deal_id: int | None = None, opens: str = ""
    ) -> int:
        return 1


class NotingBot(FakeBot):
    """Answers what a handler sends by itself, and remembers it."""

    def __init__(self) -> None:
        self.calls: list[TelegramMethod[Any]] = []

    async def __call__(self, method: TelegramMethod[Any], request_timeout: int | None = None) -> Any:
        self.calls.append(method)
        if isinstance(method, SendMessage | SendPhoto):
            chat = Chat(id=int(method.chat_id), type="private")
            return Message(message_id=500 + len(self.calls), date=datetime.now(UTC), chat=chat)
        return True

    def __hash__(self) -> int:
        return 1

    @property
    def alerts(self) -> list[str]:
        return [text for call in self.calls if (text := getattr(call, "text", None)) and hasattr(call, "show_alert")]

    @property
    def said(self) -> list[str]:
        return [str(call.text) for call in self.calls if isinstance(call, SendMessage)]


class Identity(BaseMiddleware):
    """Who is there, in which language: the product's middleware in ten lines."""

    def __init__(self, stage: "Stage") -> None:
        self.stage = stage

    async def __call__(
        self, handler: Callable[..., Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        user = await User.get(id=data["event_from_user"].id)
        data["user"], data["services"] = user, self.stage.services
        data["actor"] = Actor(user.id, is_admin=user.id in self.stage.admins)
        data["t"] = self.stage.texts.translator(user.language, user.timezone)
        data["background"] = self.stage.background
        return await handler(event, data)


@dataclass
class Phone:
    """One person's chat with the bot."""

    stage: "Stage"
    user_id: int
    client: BotClient

    @property
    def message(self) -> Message:
        mine: list[Message] = [
            one for one in self.stage.messages.sent_messages if one.chat.id == self.user_id and one.text
        ]
        return mine[-1]

    @property
    def text(self) -> str:
        return str(self.message.text)

    @property
    def rows(self) -> list[list[str]]:
        markup: Any = self.message.reply_markup
        return [[button.text for button in row] for row in markup.inline_keyboard] if markup else []

    @property
    def labels(self) -> list[str]:
        return [label for row in self.rows for label in row]

    @property
    def choices(self) -> list[str]:
        """What one chooses from: the question mark, which every screen has, is not counted."""
        return [label for label in self.labels if label != "❔"]

    async def open(self, state: State, data: dict[str, Any] | None = None) -> None:
        self.stage.wanted = (state, data)
        await self.client.send("/start")

    async def tap(self, label: str, message: Message | None = None) -> None:
        await self.client.click(message or self.message, InlineButtonTextLocator(f".*{label}.*"))

    async def say(self, text: str) -> None:
        await self.client.send(text)

    async def send(self, **content: Any) -> None:
        """A message with media, formatting or a forward."""
        self.stage.sent += 1
        raw = {
            "message_id": 7000 + self.stage.sent,
            "date": 0,
            "chat": self.client.chat,
            "from_user": self.client.user,
            **content,
        }
        update = Update(update_id=7000 + self.stage.sent, message=Message.model_validate(raw))
        await self.stage.dispatcher.feed_update(self.stage.bot, update)


@dataclass
class Stage:
    clock: StillClock
    telegram: PlainTelegram = field(default_factory=PlainTelegram)
    chain: PlainChain = field(default_factory=PlainChain)
    wallets: PlainWallets = field(default_factory=lambda: PlainWallets(ADDRESSES["payer"]))
    messages: MockMessageManager = field(default_factory=MockMessageManager)
    bot: NotingBot = field(default_factory=NotingBot)
    texts: Texts = field(default_factory=lambda: Texts(LOCALES, strict=True))
    admins: set[int] = field(default_factory=lambda: {ADMIN})
    sent: int = 0
    wanted: tuple[State, dict[str, Any] | None] = (Menu.home, None)
    tasks: list["asyncio.Task[None]"] = field(default_factory=list)
    services: Services = field(init=False)
    dispatcher: Dispatcher = field(init=False)
    bg_factory: BgManagerFactory = field(init=False)

    def __post_init__(self) -> None:
        self.services = a_bundle(self)
        self.dispatcher = Dispatcher(storage=JsonMemoryStorage())
        self.dispatcher.update.outer_middleware(Identity(self))
        self.dispatcher.message.register(self._start, CommandStart())
        menu = Dialog(Window(Const("Menu"), state=Menu.home))
        self.dispatcher.include_routers(menu, *(make() for make in MAKERS))
        self.bg_factory = set_up_dialogs(self.dispatcher, message_manager=self.messages)
        self.dispatcher.message.middleware(RefusalMiddleware())
        self.dispatcher.callback_query.middleware(RefusalMiddleware())

    async def _start(self, message: Message, dialog_manager: DialogManager) -> None:
        state, data = self.wanted
        await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK)
        await dialog_manager.start(state, data=data)

    def background(self, work: Coroutine[Any, Any, None]) -> None:
        self.tasks.append(asyncio.get_running_loop().create_task(work))

    async def settle(self) -> None:
        """Let the wallet answer, and wait for whatever waited for it."""
        self.wallets.answers.set()
        await asyncio.gather(*self.tasks)

    def phone(self, user_id: int) -> Phone:
        return Phone(self, user_id, BotClient(self.dispatcher, user_id, user_id, bot=self.bot))


def a_bundle(stage: Stage) -> Services:
    clock, telegram, settings = stage.clock, stage.telegram, MarketSettings(admin_ids=frozenset({ADMIN}))
    access = DealAccess(clock, Everybody())
    escrows = Escrows(clock, stage.chain, stage.wallets, access, settings)
    vaults = Vaults(clock, settings.admin_ids)
    cache = NoCache()
    deals = Deals(clock, settings, access, escrows.ask_before_dying)
    market = Market(clock, settings, cache, Everybody())
    return Services(
        clock=clock,
        settings=settings,
        users=Users(clock),
        channels=Channels(clock, telegram, cache),
        market=market,
        fair_prices=FairPrices(clock, cache),
        deals=deals,
        campaigns=Campaigns(clock, settings),
        applications=Applications(clock, settings, Everybody(), deals, market),
        creatives=Creatives(clock, access, telegram),
        escrows=escrows,
        wallets=WalletBook(clock, stage.wallets, access, escrows),
        placement=Placement(clock, access, telegram, escrows.is_funded, vaults, random.Random(1)),
        verification=Verification(clock, access, telegram, vaults),
        disputes=Disputes(clock, access),
        desk=Desk(clock, telegram, settings.admin_ids),
        notices=Notices(clock, settings.admin_ids),
        delivery=Delivery(clock, SilentNotifier(), Pace()),
        receipts=Receipts(access, b"key", "https://ads.example", stage.chain.friendly, stage.chain.explorer_url),
        stats=Stats(clock, Taker(clock, telegram)),
        audit=Audit(clock),
        switches=Switches(clock, settings.admin_ids),
        moderation=Moderation(clock, cache, settings.admin_ids),
        lookup=Lookup(),
        reports=Reports(clock, settings.admin_ids),
        support=Support(clock, settings.admin_ids, "@market_help"),
        broadcasts=Broadcasts(clock),
    )


@asynccontextmanager
async def the_stage(clock: StillClock) -> AsyncIterator[Stage]:
    for user_id in (ADVERTISER, OWNER, STRANGER, ADMIN):
        await a_user(user_id, wallet_address=None)
    stage = Stage(clock)
    yield stage
    for task in stage.tasks:
        task.cancel()
    await asyncio.gather(*stage.tasks, return_exceptions=True)


__all__ = ["ADMIN", "ADVERTISER", "OWNER", "START", "STRANGER", "Phone", "Stage", "the_stage"]
