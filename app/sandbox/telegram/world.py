"""The world: people, chats, messages and files, and the few ways in which they come into being.

Everything that changes goes through here, so that every change is numbered in the feed and every update a bot would
get is queued. The world knows nothing of HTTP. Ids are handed out as Telegram does: messages of private chats share one
sequence, a channel has its own.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from app.sandbox.telegram.changes import Changes
from app.sandbox.telegram.faults import Faults
from app.sandbox.telegram.files import FileStore
from app.sandbox.telegram.flood import FloodLimits
from app.sandbox.telegram.records import Callback, Chat, Clock, InlineQuery, Json, Member, Message, User
from app.sandbox.telegram.updates import UpdateQueue

FIRST_USER_ID = 1001
FIRST_CHANNEL_ID = -1001000000001


class UnknownRecord(LookupError):
    """No such user, channel or message; `kind` says which."""

    def __init__(self, kind: str, reference: object) -> None:
        super().__init__(f"no {kind} {reference!r}")
        self.kind = kind


@dataclass(frozen=True)
class BotSettings:
    token: str = "7000000001:AAsandboxsandboxsandboxsandboxsand_"
    first_name: str = "Ad market"
    username: str = "ad_market_bot"
    has_paid_username: bool = False  # custom emoji are dropped without one
    flood_limits: bool = False

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0])


class World:
    def __init__(self, clock: Clock, settings: BotSettings | None = None) -> None:
        self.clock = clock
        self.settings = settings or BotSettings()
        self.changes = Changes(clock)
        self.updates = UpdateQueue(clock, self.changes)
        self.files = FileStore()
        self.faults = Faults(self.changes)
        self.flood = FloodLimits(clock, self.settings.flood_limits)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.callbacks: dict[str, Callback] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.profile: Json = {}  # what the bot says about itself: commands, descriptions, menu button
        self.private_message_id = 0
        self.last_query_id = 0
        self.calls_under_way = 0
        bot = self.settings
        self.bot = User(bot.bot_id, bot.first_name, bot.username, is_bot=True, language_code=None)
        self.users[self.bot.id] = self.bot

    # people and chats

    def now(self) -> int:
        return int(self.clock.now())

    def add_user(
        self,
        first_name: str,
        *,
        user_id: int | None = None,
        username: str | None = None,
        last_name: str | None = None,
        language_code: str | None = "en",
        is_premium: bool = False,
        phone: str | None = None,
    ) -> User:
        fresh = user_id or next(i for i in itertools.count(FIRST_USER_ID) if i not in self.users)
        user = User(fresh, first_name, username, last_name, language_code, is_premium)
        user.phone = phone or f"+888{fresh:08d}"
        self.users[fresh] = user
        self.chats[fresh] = Chat(fresh, "private")
        self.changes.record("user", user_id=fresh)
        return user

    def add_channel(
        self,
        title: str,
        owner: int | str,
        *,
        chat_id: int | None = None,
        username: str | None = None,
        member_count: int = 1,
        bot_rights: dict[str, bool] | None = None,
        type: str = "channel",
    ) -> Chat:
        """A channel (or supergroup) with its creator; `bot_rights` makes the bot an administrator silently."""
        creator = self.user(owner)
        candidates = (FIRST_CHANNEL_ID - i for i in itertools.count())
        fresh = chat_id or next(i for i in candidates if i not in self.chats)
        chat = Chat(fresh, type, title, username, member_count=member_count)
        chat.members[creator.id] = Member(creator.id, "creator")
        self.chats[fresh] = chat
        if bot_rights is not None:
            rights = {"can_manage_chat": True, **bot_rights}
            chat.members[self.bot.id] = Member(self.bot.id, "administrator", rights)
        self.changes.record("channel", chat_id=fresh)
        return chat

    def user(self, reference: int | str) -> User:
        found = self.users.get(reference) if isinstance(reference, int) else self.find_person(reference)
        if found is None:
            raise UnknownRecord("user", reference)
        return found

    def find_person(self, name: str) -> User | None:
        plain = name.removeprefix("@").lower()
        return next((user for user in self.users.values() if (user.username or "").lower() == plain), None)

    def channel(self, reference: int | str) -> Chat:
        """A channel or a supergroup by id or username."""
        found = self.chats.get(reference) if isinstance(reference, int) else self.public_chat(reference)
        if found is None or found.is_private:
            raise UnknownRecord("channel", reference)
        return found

    def public_chat(self, name: str) -> Chat | None:
        plain = name.removeprefix("@").lower()
        return next((chat for chat in self.chats.values() if (chat.username or "").lower() == plain), None)

    def message(self, chat: Chat, message_id: int) -> Message:
        if message_id not in chat.messages:
            raise UnknownRecord("message", message_id)
        return chat.messages[message_id]

    # messages

    def append(self, chat: Chat, author_id: int, content: Json, **fields: object) -> Message:
        """A new message at the end of the chat."""
        if chat.is_private:
            self.private_message_id += 1
            chat.last_message_id = self.private_message_id
        else:
            chat.last_message_id += 1
        message = Message(chat.last_message_id, chat.id, self.now(), author_id, content)
        for name, value in fields.items():
            setattr(message, name, value)
        if chat.is_channel and not message.is_service:
            message.views = 1
        chat.messages[message.id] = message
        self.changes.record("message", chat_id=chat.id, message_id=message.id)
        return message

    def edited(self, message: Message, visible: bool = True) -> None:
        if visible:
            message.edit_date = self.now()
        self.changes.record("edited", chat_id=message.chat_id, message_id=message.id)

    def delete(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        if (
            chat.keyboard and chat.keyboard.get("message_id") == message_id
        ):  # it leaves with the message that brought it
            chat.keyboard = None
            self.changes.record("keyboard", chat_id=chat.id)
        self.changes.record("deleted", chat_id=chat.id, message_id=message_id)

    def next_query_id(self) -> str:
        self.last_query_id += 1
        return str(4_000_000_000_000 + self.last_query_id)

    # what the bot still owes

    @property
    def unanswered_callbacks(self) -> list[Callback]:
        return [callback for callback in self.callbacks.values() if callback.answer is None]

    def pending(self) -> Json:
        return {
            "updates": len(self.updates.waiting),
            "callbacks": len(self.unanswered_callbacks),
            "calls": self.calls_under_way,
        }

    def is_idle(self) -> bool:
        return not any(self.pending().values())
