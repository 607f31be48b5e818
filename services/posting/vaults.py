"""Private chats into which posts are forwarded to be read, each within Telegram's 20 messages a minute.

The rows of `vaults` serve; where there is none, the private chat of the first administrator who has started the bot:
a bot may write to nobody else, and every check would end as unknown. The budget is kept in each process: Telegram's
own 429 is the judge between processes, and costs only a later look.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from models import User, Vault
from services.errors import NoVault
from services.ports import Clock

MESSAGES_PER_MINUTE = 20
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Vaults:
    clock: Clock
    admin_ids: frozenset[int] = frozenset()
    spent: dict[int, deque[datetime]] = field(default_factory=lambda: defaultdict(deque), repr=False, compare=False)

    async def all(self) -> list[int]:
        """The chats in use. Raises NoVault."""
        rows = await Vault.filter(is_active=True).order_by("id")
        chats = [row.chat_id for row in rows] or await standby(self.admin_ids)
        if not chats:
            raise NoVault()
        return chats

    async def take(self, messages: int) -> int | None:
        """A vault with room for so many messages, which are counted as sent now; None when all are busy."""
        now = self.clock.utcnow()
        for chat_id in sorted(await self.all(), key=lambda chat: len(self.spent[chat])):
            used = self.spent[chat_id]
            while used and not now - MINUTE < used[0] <= now:
                used.popleft()
            if len(used) + messages <= MESSAGES_PER_MINUTE:
                used.extend([now] * messages)
                return chat_id
        return None


async def standby(admin_ids: frozenset[int]) -> list[int]:
    """The private chat of the first administrator who has started the bot and has not blocked it; or nothing.

    A person whom the bot never met in private has no language.
    """
    met = User.filter(id__in=sorted(admin_ids), blocked_bot_at=None).exclude(language="")
    first = await met.order_by("id").first()
    return [first.id] if first is not None else []
