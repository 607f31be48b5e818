"""Private chats into which posts are forwarded to be read, each within Telegram's 20 messages a minute.

The rows of `vaults` serve; where there is none, the private chat of the first administrator who has started the bot:
a bot may write to nobody else, and every check would end as unknown. Who is urgent (the search for a post that may be
up) and finds no room gets the next: a vault is kept free for him until he comes back. The budget is kept in each
process: Telegram's own 429 is the judge between processes, and costs only a later look.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from models import User, Vault
from services.errors import NoVault
from services.ports import Clock

MESSAGES_PER_MINUTE = 20
MINUTE = timedelta(minutes=1)
KEPT = 3 * MINUTE
"""So long a vault is kept free. It is empty after one; a search that found no room comes back soon after."""


@dataclass(frozen=True, slots=True)
class Vaults:
    clock: Clock
    admin_ids: frozenset[int] = frozenset()
    spent: dict[int, deque[datetime]] = field(default_factory=lambda: defaultdict(deque), repr=False, compare=False)
    kept: dict[int, datetime] = field(default_factory=dict, repr=False, compare=False)
    """Vaults that are kept free for somebody urgent, and until when."""

    async def all(self) -> list[int]:
        """The chats in use. Raises NoVault."""
        rows = await Vault.filter(is_active=True).order_by("id")
        chats = [row.chat_id for row in rows] or await standby(self.admin_ids)
        if not chats:
            raise NoVault()
        return chats

    async def take(self, messages: int, urgent: bool = False) -> int | None:
        """A vault with room for so many messages, which are counted as sent now; None when all are busy."""
        now = self.clock.utcnow()
        chats = sorted(await self.all(), key=lambda chat: len(self.spent[chat]))
        for chat_id in chats:
            is_kept = self.kept.get(chat_id, now) > now
            if (urgent or not is_kept) and self._used(chat_id, now) + messages <= MESSAGES_PER_MINUTE:
                self.spent[chat_id].extend([now] * messages)
                if urgent:
                    self.kept.pop(chat_id, None)
                return chat_id
        if urgent and not any(self.kept.get(chat, now) > now for chat in chats):
            self.kept[chats[0]] = now + KEPT
        return None

    def give_back(self, chat_id: int, messages: int) -> None:
        """So many of what was taken last are not needed."""
        used = self.spent[chat_id]
        for _ in range(min(messages, len(used))):
            used.pop()

    def _used(self, chat_id: int, now: datetime) -> int:
        used = self.spent[chat_id]
        while used and not now - MINUTE < used[0] <= now:
            used.popleft()
        return len(used)


async def standby(admin_ids: frozenset[int]) -> list[int]:
    """The private chat of the first administrator who has started the bot and has not blocked it; or nothing.

    A person whom the bot never met in private has no language.
    """
    met = User.filter(id__in=sorted(admin_ids), blocked_bot_at=None).exclude(language="")
    first = await met.order_by("id").first()
    return [first.id] if first is not None else []
