"""People with phones before the whole chat: the product's own door (`handlers.attach`), screens, services and texts.

Telegram, the chain and the wallets are doubles that answer plainly; the texts are strict, so a missing word fails.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from aiogram import Dispatcher
from aiogram.fsm.state import State
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import CallbackQuery, Chat, InlineKeyboardMarkup, Message, ReplyKeyboardMarkup, Update
from aiogram.types import User as TelegramUser
from aiogram_dialog import BgManagerFactory, DialogManager, StartMode
from aiogram_dialog.api.entities import NewMessage, OldMessage
from aiogram_dialog.test_tools import BotClient, MockMessageManager
from aiogram_dialog.test_tools.bot_client import FakeBot
from aiogram_dialog.test_tools.keyboard import InlineButtonTextLocator
from aiogram_dialog.test_tools.memory_storage import JsonMemoryStorage

from app.adapters.charts import PillowCharts
from app.texts import Texts
from dialogs.ids import set_up_dialogs
from handlers import attach
from services.applications import Applications
from services.bundle import Services
from services.channels import Channels
from services.deals.access import DealAccess
from services.deals.usecases import Deals
from services.fair_prices import FairPrices
from services.market import Market
from services.stats import Stats
from services.stats_taking import Taker
from tests.dialogs.deals.doubles import PlainChain, PlainTelegram, PlainWallets
from tests.dialogs.deals.stage import ADMIN, a_bundle
from tests.makers import ADDRESSES, OWNER, StillClock
from tests.services.market.doubles import BOT, DictCache, KnownTelegram

LOCALES = Path(__file__).parents[3] / "locales"
strict_texts = cache(lambda: Texts(LOCALES, strict=True))
__all__ = ["ADMIN", "BOT", "Phone", "Stage", "the_stage"]


class NotingBot(FakeBot):
    """Answers what a handler sends by itself, and remembers it."""

    def __init__(self) -> None:
        self.calls: list[TelegramMethod[Any]] = []

    async def __call__(self, method: TelegramMethod[Any], request_timeout: int | None = None) -> Any:
        self.calls.append(method)
        if isinstance(method, SendMessage):
            chat = Chat(id=int(method.chat_id), type="private")
            return Message(message_id=500 + len(self.calls), date=datetime.now(UTC), chat=chat)
        return True

    async def me(self) -> TelegramUser:
        return TelegramUser(id=BOT, is_bot=True, first_name="Market", username="market_bot")

    def __hash__(self) -> int:
        return 1

    @property
    def alerts(self) -> list[str]:
        return [text for call in self.calls if (text := getattr(call, "text", None)) and hasattr(call, "show_alert")]

    @property
    def said(self) -> list[str]:
        return [str(call.text) for call in self.calls if isinstance(call, SendMessage)]


class Screens(MockMessageManager):
    """What is on the phones. The library's own double does not know reply keyboards."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library's test tools are half typed
        self.keyboards: list[ReplyKeyboardMarkup] = []

    async def show_message(self, bot: Any, new_message: NewMessage, old_message: OldMessage | None) -> OldMessage:
        markup = new_message.reply_markup
        if not isinstance(markup, ReplyKeyboardMarkup):
            return await super().show_message(bot, new_message, old_message)
        self.keyboards.append(markup)
        bare = replace(new_message, reply_markup=None)
        shown = await super().show_message(bot, bare, old_message)
        shown.has_reply_keyboard = True
        return shown


def said(message: Message) -> str:
    """The words of a message, under its picture if it has one."""
    return message.text or message.caption or ""


@dataclass
class Phone:
    """One person's chat with the bot."""

    stage: "Stage"
    user_id: int
    client: BotClient

    @property
    def message(self) -> Message:
        mine = [one for one in self.stage.screens.sent_messages if one.chat.id == self.user_id and said(one)]
        return cast(Message, mine[-1])

    @property
    def text(self) -> str:
        return said(self.message)

    @property
    def labels(self) -> list[str]:
        markup = self.message.reply_markup
        rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
        return [button.text for row in rows for button in row]

    @property
    def choices(self) -> list[str]:
        """What one chooses from: the question mark, which every screen has, is not counted."""
        return [label for label in self.labels if label != "❔"]

    async def tap(self, label: str, message: Message | None = None) -> None:
        await self.client.click(message or self.message, InlineButtonTextLocator(f".*{label}.*"))

    async def reads_help(self, about: str = "") -> None:
        """There and back: the screen is as it was, with its data. A reply keyboard has a story of its own."""
        before = (self.text, self.labels)
        if self.labels:
            await self.tap("❔")
            assert self.text.startswith("<b>❔ ")
            assert about in self.text
            await self.tap("← ")
            assert (self.text, self.labels) == before

    async def press(self, data: str) -> None:
        """A button that is no dialog's: that of a notice."""
        notice = Message(message_id=9000, date=datetime.now(UTC), chat=self.client.chat, text="notice")
        query = CallbackQuery(id="9", data=data, chat_instance="-", from_user=self.client.user, message=notice)
        await self._feed(callback_query=query)

    async def press_on(self, message: Message, data: str) -> None:
        """A button with this data on a message of one's own chat, wherever the data came from."""
        query = CallbackQuery(id="8", data=data, chat_instance="-", from_user=self.client.user, message=message)
        await self._feed(callback_query=query)

    async def reply(self, data: str, **content: Any) -> None:
        """Telegram's own reply, to a notice with that button."""
        rows = [[{"text": "Open", "callback_data": data}]]
        bot = {"id": BOT, "is_bot": True, "first_name": "Market"}
        notice = {"message_id": 9000, "date": 0, "chat": self.client.chat, "from_user": bot, "text": "notice"}
        await self.send(**content, reply_to_message={**notice, "reply_markup": {"inline_keyboard": rows}})

    async def say(self, text: str) -> None:
        await self.client.send(text)

    async def send(self, **content: Any) -> None:
        """A message with something else than text."""
        self.stage.sent += 1
        raw = {"message_id": 7000 + self.stage.sent, "date": 0, "chat": self.client.chat, "from_user": self.client.user}
        await self._feed(message=Message.model_validate({**raw, **content}))

    async def _feed(self, **what: Any) -> None:
        self.stage.sent += 1
        update = Update(update_id=7000 + self.stage.sent, **what)
        await self.stage.dispatcher.feed_update(self.stage.bot, update)

    async def inline(self, words: str) -> None:
        await self._feed(inline_query={"id": "5", "from": self.client.user.model_dump(), "query": words, "offset": ""})

    async def post(self, chat: dict[str, Any], message_id: int) -> None:
        """Something appears in a channel."""
        await self._feed(channel_post={"message_id": message_id, "date": 0, "chat": chat, "text": "A post"})

    async def changes_admin(self, chat: dict[str, Any], user_id: int, after: dict[str, Any]) -> None:
        """This person changes what another administrator of a channel may do."""
        user = {"user": {"id": user_id, "is_bot": False, "first_name": f"U{user_id}"}}
        before = {"status": "creator", "is_anonymous": False}
        facts = {"chat": chat, "from": self.client.user.model_dump(), "date": 0}
        await self._feed(
            chat_member={**facts, "old_chat_member": {**user, **before}, "new_chat_member": {**user, **after}}
        )

    async def rights(
        self, chat: dict[str, Any], before: dict[str, Any], after: dict[str, Any], by_bot: bool = False
    ) -> None:
        """This person (or a bot) changes the bot's membership of a chat."""
        bot = {"user": {"id": BOT, "is_bot": True, "first_name": "Market"}}
        change = {
            "chat": chat,
            "from": {**self.client.user.model_dump(), "is_bot": by_bot},
            "date": 0,
            "old_chat_member": {**bot, **before},
            "new_chat_member": {**bot, **after},
        }
        await self._feed(my_chat_member=change)


@dataclass
class Stage:
    clock: StillClock
    telegram: KnownTelegram
    screens: Screens = field(default_factory=Screens)
    bot: NotingBot = field(default_factory=NotingBot)
    texts: Texts = field(default_factory=strict_texts)
    cache: DictCache = field(default_factory=DictCache)
    sent: int = 0
    services: Services = field(init=False)
    dispatcher: Dispatcher = field(init=False)
    bg_factory: BgManagerFactory = field(init=False)

    def __post_init__(self) -> None:
        self.services = self._bundle()
        self.dispatcher = Dispatcher(storage=JsonMemoryStorage())
        self.dispatcher["background"] = lambda work: work.close()
        attach(self.dispatcher, self.services, self.texts)
        self.bg_factory = set_up_dialogs(self.dispatcher, message_manager=self.screens)

    def _bundle(self) -> Services:
        outside = {"telegram": PlainTelegram(), "chain": PlainChain(), "wallets": PlainWallets(ADDRESSES["payer"])}
        base = a_bundle(cast(Any, SimpleNamespace(clock=self.clock, **outside)))
        channels = Channels(self.clock, self.telegram, self.cache)
        access = DealAccess(self.clock, channels)
        deals = Deals(self.clock, base.settings, access, base.escrows.ask_before_dying)
        market = Market(self.clock, base.settings, self.cache, channels)
        applications = Applications(self.clock, base.settings, channels, deals, market)
        fair = FairPrices(self.clock, self.cache)
        stats = Stats(self.clock, Taker(self.clock, self.telegram), PillowCharts())
        return replace(
            _asking(base, access),
            channels=channels,
            deals=deals,
            market=market,
            fair_prices=fair,
            applications=applications,
            stats=stats,
        )

    def phone(self, user_id: int) -> Phone:
        return Phone(self, user_id, BotClient(self.dispatcher, user_id, user_id, bot=self.bot))

    @asynccontextmanager
    async def manager(self, user_id: int) -> AsyncIterator[DialogManager]:
        async with self.bg_factory.bg(self.bot, user_id, user_id).fg() as manager:
            yield manager

    def forget_screens(self) -> None:
        """As when the store of the screens was lost, and only the names of what was on top are left."""
        storage = cast(JsonMemoryStorage, self.dispatcher.storage)
        for key in [key for key in storage.storage if "context" in str(key)]:
            del storage.storage[key]

    async def draw(self, user_id: int, state: State, start: dict[str, Any], data: dict[str, Any]) -> None:
        """Put one window on a phone, with what it was started with and what it remembers."""
        async with self.manager(user_id) as manager:
            first = next(iter(state.group.__states__))
            await manager.start(first, data=start, mode=StartMode.RESET_STACK)
            manager.dialog_data.update(data)
            await manager.switch_to(state)
            await manager.show()


def _asking(base: Services, access: DealAccess) -> Services:
    """The services, in which every step of the owner's side asks this Telegram about whoever takes it."""
    creatives, disputes = replace(base.creatives, access=access), replace(base.disputes, access=access)
    placement, verification = replace(base.placement, access=access), replace(base.verification, access=access)
    escrows = replace(base.escrows, access=access)
    return replace(
        base,
        creatives=creatives,
        disputes=disputes,
        placement=placement,
        verification=verification,
        escrows=escrows,
        wallets=replace(base.wallets, access=access, escrows=escrows),
    )


def the_stage(clock: StillClock) -> Stage:
    """One channel, @coffee, whose creator is the owner; the bot has all rights there."""
    telegram = KnownTelegram()
    telegram.has_channel()
    telegram.makes_admin(-1001, BOT, is_bot=True)
    telegram.makes_creator(-1001, OWNER)
    return Stage(clock, telegram)
