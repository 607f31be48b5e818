"""The bot's queue of updates: what it has not confirmed yet.

One consumer at a time: a newer `getUpdates` turns the older one away, and a webhook turns all of them away.
Updates of kinds that the bot did not ask for are never queued, as in Telegram.
"""

from __future__ import annotations

from app.sandbox.telegram.changes import Changes
from app.sandbox.telegram.records import Clock, Json

NOT_BY_DEFAULT = ("chat_member", "message_reaction", "message_reaction_count")
FIRST_UPDATE_ID = 100_000_001


class UpdateQueue:
    def __init__(self, clock: Clock, changes: Changes) -> None:
        self._clock = clock
        self._changes = changes
        self.waiting: list[Json] = []
        self.next_id = FIRST_UPDATE_ID
        self.allowed: list[str] = []
        self.poll = 0  # the number of the getUpdates that may answer
        self.webhook: Json = {}

    def push(self, kind: str, payload: Json) -> None:
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        if wanted:
            self.waiting.append({"update_id": self.next_id, kind: payload})
            self.next_id += 1
        self._changes.record("update", update=kind, queued=wanted)

    def confirm_before(self, update_id: int) -> None:
        """Drops everything older than `update_id`; a negative offset keeps that many of the newest."""
        before = len(self.waiting)
        if update_id < 0:
            self.waiting = self.waiting[update_id:]
        else:
            self.waiting = [update for update in self.waiting if update["update_id"] >= update_id]
        if len(self.waiting) != before:
            self._changes.record("update", confirmed=before - len(self.waiting))

    def remove(self, update: Json) -> None:
        if update in self.waiting:
            self.waiting.remove(update)
            self._changes.record("update", confirmed=1)

    def clear(self) -> None:
        self.waiting.clear()
        self._changes.record("update", confirmed="all")
