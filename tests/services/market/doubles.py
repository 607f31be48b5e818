"""Telegram and the cache as these tests need them: what they would answer, and nothing else.

The adapters themselves are met over HTTP in their own tests.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import Any

from services.ports import ChatFacts, Content, MemberRights, Refused, SeenMessage, Unreachable

BOT = 900
FULL = {"is_admin": True, "can_post": True, "can_edit": True, "can_delete": True}


class KnownTelegram:
    """A few channels with their administrators. `silent` makes every question unreachable."""

    def __init__(self) -> None:
        self.chats: dict[int, ChatFacts] = {}
        self.members: dict[int, dict[int, MemberRights]] = {}
        self.counts: dict[int, int] = {}
        self.silent = False

    def has_channel(self, chat_id: int = -1001, title: str = "Coffee daily", username: str | None = "coffee") -> None:
        self.chats[chat_id] = ChatFacts(chat_id, title, username, is_channel=True)
        self.members[chat_id] = {}
        self.counts[chat_id] = 1200

    def makes_admin(self, chat_id: int, user_id: int, **over: Any) -> None:
        facts: dict[str, Any] = {**FULL, "first_name": f"U{user_id}", **over}
        self.members[chat_id][user_id] = MemberRights(user_id, **facts)

    def makes_creator(self, chat_id: int, user_id: int) -> None:
        self.makes_admin(chat_id, user_id, is_creator=True)

    def removes(self, chat_id: int, user_id: int) -> None:
        del self.members[chat_id][user_id]

    async def chat(self, chat: int | str) -> ChatFacts:
        self._hear()
        for facts in self.chats.values():
            if chat in (facts.chat_id, f"@{facts.username}"):
                return facts
        raise Refused("Bad Request: chat not found")

    async def bot_rights(self, chat_id: int) -> MemberRights:
        return await self.rights_of(chat_id, BOT)

    async def rights_of(self, chat_id: int, user_id: int) -> MemberRights:
        self._hear()
        if chat_id not in self.chats:
            raise Refused("Bad Request: chat not found")
        known = self.members[chat_id].get(user_id)
        return known or MemberRights(user_id, is_admin=False)

    async def admins(self, chat_id: int) -> list[MemberRights]:
        self._hear()
        return list(self.members[chat_id].values())

    async def member_count(self, chat_id: int) -> int:
        self._hear()
        return self.counts[chat_id]

    def _hear(self) -> None:
        if self.silent:
            raise Unreachable("no answer")

    async def post(self, chat_id: int, content: Content) -> list[SeenMessage]:
        raise Refused("these tests post nothing")

    async def forward(self, chat_id: int, message_id: int, vault_chat_id: int) -> SeenMessage:
        raise Refused("these tests forward nothing")

    async def probe_markup(self, chat_id: int, message_id: int, buttons: Sequence[Sequence[dict[str, str]]]) -> bool:
        raise Refused("these tests probe nothing")

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> None:
        raise Refused("these tests delete nothing")

    async def pin(self, chat_id: int, message_id: int) -> None:
        raise Refused("these tests pin nothing")

    async def marker(self, chat_id: int) -> int:
        raise Refused("these tests mark nothing")


class DictCache:
    """A cache whose entries never age: whoever finds something stale in it forgot to drop it."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    async def get(self, key: str) -> bytes | None:
        return self.entries.get(key)

    async def set(self, key: str, value: bytes, ttl_seconds: int) -> None:
        self.entries[key] = value

    async def delete_pattern(self, pattern: str) -> None:
        self.entries = {key: value for key, value in self.entries.items() if not fnmatchcase(key, pattern)}
