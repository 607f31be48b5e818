"""Telegram's flood limits, off unless asked for: 30 messages a second overall, one a second to a chat
(a short burst is forgiven), twenty a minute to a group or channel."""

from __future__ import annotations

from collections import deque
from math import ceil

from app.sandbox.telegram.errors import too_many_requests
from app.sandbox.telegram.records import Chat, Clock

OVERALL = (30, 1.0)
ONE_CHAT = (1, 1.0)
SHARED_CHAT = (20, 60.0)


class FloodLimits:
    def __init__(self, clock: Clock, enabled: bool = False) -> None:
        self._clock = clock
        self.enabled = enabled
        self._sent: dict[tuple[str, int], deque[float]] = {}

    def take(self, chat: Chat, count: int = 1) -> None:
        """Counts messages about to be sent, or refuses with the seconds to wait."""
        if not self.enabled:
            return
        limits = [("all", 0, *OVERALL), ("chat", chat.id, *ONE_CHAT)]
        if not chat.is_private:
            limits.append(("shared", chat.id, *SHARED_CHAT))
        now = self._clock.now()
        waits = [
            self._wait(self._window(name, key, seconds, now), most, seconds, now) for name, key, most, seconds in limits
        ]
        if max(waits) > 0:
            raise too_many_requests(max(1, ceil(max(waits))))
        for name, key, _, _ in limits:
            self._sent[name, key].extend([now] * count)

    def _window(self, name: str, key: int, seconds: float, now: float) -> deque[float]:
        window = self._sent.setdefault((name, key), deque())
        while window and window[0] <= now - seconds:
            window.popleft()
        return window

    @staticmethod
    def _wait(window: deque[float], most: int, seconds: float, now: float) -> float:
        return window[len(window) - most] + seconds - now if len(window) >= most else 0.0
