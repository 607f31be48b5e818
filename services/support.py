"""Letters to the support: a person writes to the bot, administrators read it there and answer by a reply.

Guarantees:
* Every letter reaches every administrator as a notice, and every answer the person; both are kept as a conversation.
* A banned person may write: somebody must be able to say that it was a mistake.
* Only administrators answer and read conversations. Who of them answered is for the others to see, not for the person.
"""

from dataclasses import dataclass
from datetime import timedelta

from tortoise.transactions import in_transaction

from models import Notice, SupportLine, User
from services.actor import Actor
from services.audit import record
from services.errors import Forbidden, NotFound, TooManyLetters
from services.notices import tell
from services.ports import Clock
from services.words import LETTER_LIMIT, cleaned

PER_HOUR = 10
LINES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Support:
    clock: Clock
    admin_ids: frozenset[int]
    contact: str = ""
    """Where else people can write: an address or a link, as the settings say."""

    async def write(self, actor: Actor, text: str) -> None:
        """Raises EmptyMessage, LargeInput, TooManyLetters."""
        body = cleaned(text, LETTER_LIMIT)
        user = await self._user(actor.user_id)
        now = self.clock.utcnow()
        recent = SupportLine.filter(user_id=user.id, admin_id=None, created_at__gt=now - timedelta(hours=1))
        if await recent.count() >= PER_HOUR:
            raise TooManyLetters(limit=PER_HOUR)
        args: dict[str, object] = {"name": name_of(user), "text": body, "opens": f"support:{user.id}"}
        async with in_transaction():
            await SupportLine.create(user_id=user.id, text=body, created_at=now)
            for admin_id in sorted(self.admin_ids):
                await tell(admin_id, "notice-support-admin", args, None, self.clock)
        await record(actor, "support_asked", "user", user.id, self.clock)

    async def answer(self, actor: Actor, user_id: int, text: str) -> None:
        """To the person; the other administrators see that it was answered, and how."""
        _check(actor)
        body = cleaned(text, LETTER_LIMIT)
        user = await self._user(user_id)
        async with in_transaction():
            await SupportLine.create(user_id=user.id, admin_id=actor.user_id, text=body, created_at=self.clock.utcnow())
            await tell(user.id, "notice-support-answer", {"text": body}, None, self.clock)
            args: dict[str, object] = {"name": name_of(user), "text": body, "opens": f"support:{user.id}"}
            for admin_id in sorted(self.admin_ids - {actor.user_id}):
                await tell(admin_id, "notice-support-answered-admin", args, None, self.clock)
        await record(actor, "support_answered", "user", user.id, self.clock)

    async def conversation(self, actor: Actor, user_id: int) -> tuple[User, list[SupportLine]]:
        """The last lines, oldest first."""
        _check(actor)
        user = await self._user(user_id)
        lines = await SupportLine.filter(user_id=user_id).order_by("-id").limit(LINES_SHOWN)
        return user, lines[::-1]

    async def asked_by(self, actor: Actor, message_id: int) -> int | None:
        """Whose letter the message in this administrator's chat carried; None when it is no letter."""
        if not actor.is_admin:
            return None
        notice = await Notice.filter(user_id=actor.user_id, message_id=message_id).first()
        opens = str(notice.args.get("opens", "")) if notice else ""
        kind, _, user_id = opens.partition(":")
        return int(user_id) if kind == "support" and user_id.isdigit() else None

    async def is_answer(self, actor: Actor, message_id: int) -> bool:
        """Whether the message in this person's chat was an answer of the support."""
        return await Notice.filter(user_id=actor.user_id, message_id=message_id, key="notice-support-answer").exists()

    async def _user(self, user_id: int) -> User:
        user = await User.get_or_none(id=user_id)
        if user is None:
            raise NotFound(what="user", id=user_id)
        return user


def name_of(user: User) -> str:
    return user.first_name or f"id {user.id}"


def _check(actor: Actor) -> None:
    if not actor.is_admin:
        raise Forbidden()
