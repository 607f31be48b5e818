"""Whose turn it is to be written to: Telegram's limits, kept on our side so that Telegram never has to refuse.

* Messages leave evenly, so that no second of Telegram's sees more than it takes, however we are bunched on the way.
* A chat is free again a second after Telegram answered, not after we asked: a slow answer brings no two too close.
* Flood control may still come (the bot's screens count too). It is about that chat if it stays alone; when a second
  chat is refused while the first still waits, Telegram means everybody, and the whole sender rests.

This is real time, whatever the marketplace's clock says: Telegram counts by its own. A rate of 0 waits for nobody.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

CHAT_SECONDS = 1.0
CATCH_UP_SECONDS = 0.03
"""Time lost at our side that is made good: more would bunch too many into a second."""


@dataclass(slots=True)
class Pace:
    per_second: float = 0.0
    chat_seconds: float = CHAT_SECONDS
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _next: float = field(default=0.0, init=False)
    _chats: dict[int, float] = field(default_factory=dict, init=False)
    """Until when a chat is busy; infinite while its message is on the way."""
    _floods: dict[int, float] = field(default_factory=dict, init=False)

    async def turn(self, chat_id: int) -> None:
        """Wait until a message to this chat may leave, and take the turn. `done` must follow."""
        if not self.per_second:
            return
        while (wait := max(self._next, self._chats.get(chat_id, 0.0)) - self.now()) > 0:
            await self.sleep(wait)
        self._next = max(self._next, self.now() - CATCH_UP_SECONDS) + 1 / self.per_second
        self._chats[chat_id] = float("inf")

    def done(self, chat_id: int) -> None:
        if self.per_second:
            self._chats[chat_id] = self.now() + self.chat_seconds

    def busy(self) -> set[int]:
        """The chats to which nothing may leave right now."""
        now = self.now()
        self._chats = {chat: until for chat, until in self._chats.items() if until > now}
        return set(self._chats)

    def soonest(self) -> float:
        """Seconds until the first of the busy chats is free."""
        return max(0.0, min(self._chats.values(), default=0.0) - self.now())

    def refused(self, chat_id: int, seconds: float) -> bool:
        """Flood control for so long. True: it is not this chat alone, so everybody has to wait."""
        now = self.now()
        self._floods = {chat: until for chat, until in self._floods.items() if until > now}
        is_general = any(chat != chat_id for chat in self._floods)
        self._floods[chat_id] = now + seconds
        return is_general
