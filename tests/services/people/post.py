"""A postman's world: chats that answer, refuse or are flooded as told, and seconds that pass when waited for."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from models import Notice
from services.delivery import Delivery
from services.notice_kinds import rank_of
from services.pace import Pace
from services.ports import Refused, Unreachable
from tests.makers import START, StillClock, a_user

BLOCKED = Refused("Forbidden: bot was blocked by the user", 403)


def flood(seconds: float) -> Unreachable:
    return Unreachable("Too Many Requests", retry_after_seconds=seconds)


@dataclass
class Seconds:
    at: float = 1000.0

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += seconds
        await asyncio.sleep(0)


@dataclass
class Chats:
    seconds: Seconds = field(default_factory=Seconds)
    sent: list[tuple[float, int, str]] = field(default_factory=list)
    """When, to whom, what."""
    opened: list[str] = field(default_factory=list)
    trouble: dict[int, list[Exception]] = field(default_factory=dict)

    async def notify(self, user_id: int, key: str, args: dict[str, object], deal_id: int | None) -> int:
        return await self._take(user_id, key)

    async def copy(
        self, user_id: int, from_chat_id: int, message_id: int, deal_id: int | None = None, opens: str = ""
    ) -> int:
        self.opened.append(opens)
        return await self._take(user_id, f"copy {message_id}")

    async def _take(self, user_id: int, what: str) -> int:
        await asyncio.sleep(0)
        if self.trouble.get(user_id):
            raise self.trouble[user_id].pop(0)
        self.sent.append((self.seconds.at, user_id, what))
        return len(self.sent)

    def heard_by(self, user_id: int) -> list[str]:
        return [what for _, to, what in self.sent if to == user_id]

    def pace(self, per_second: float = 10.0) -> Pace:
        return Pace(per_second, now=self.seconds.now, sleep=self.seconds.sleep)


def a_delivery(clock: StillClock, chats: Chats, per_second: float = 0.0) -> Delivery:
    return Delivery(clock, chats, chats.pace(per_second))


async def a_notice(user_id: int, key: str = "notice-accept-owner", **over: object) -> Notice:
    await a_user(user_id)
    fields: dict[str, Any] = {"user_id": user_id, "key": key, "due_at": START, "rank": rank_of(key)}
    return await Notice.create(**{**fields, **over})
