"""People: who they are to us, in which language and time zone we speak to them.

Guarantees:
* The language is guessed once, at first sight; after that only the person changes it.
* A write happens only when something changed: greeting costs one read.
* Somebody who writes to the bot has not blocked it, so his notices flow again.
"""

from dataclasses import dataclass

from tortoise.expressions import F

from models import Notice, User
from services.actor import Actor
from services.audit import record
from services.errors import BadNight, NotFound
from services.notice_kinds import Kind
from services.ports import Clock
from services.unreachable import tell_of_unreachable

SPOKEN = ("en", "ru")
"""The languages of the bot; the first where nothing else is known."""
RUSSIAN_READERS = frozenset({"ru", "uk", "be", "kk"})


def language_for(code: str | None) -> str:
    """The language that we speak to a person whose Telegram speaks `code`."""
    return "ru" if (code or "").split("-")[0].lower() in RUSSIAN_READERS else "en"


@dataclass(frozen=True, slots=True)
class Users:
    clock: Clock

    async def greet(
        self,
        actor: Actor,
        first_name: str,
        username: str | None,
        language_code: str | None,
        *,
        in_private: bool = True,
    ) -> User:
        """The person's row, made at first sight and brought up to date.

        A row may exist before its person does: a channel's creator is written down when somebody else lists the
        channel. Such a row has no language yet. `in_private` is False when the person was seen elsewhere than in the
        chat with the bot, which says nothing about whether he can be written to.
        """
        defaults = {"language": language_for(language_code), "created_at": self.clock.utcnow()}
        user, made = await User.get_or_create(
            id=actor.user_id, defaults={**defaults, "first_name": first_name[:128], "username": username}
        )
        if not made:
            await self._refresh(user, first_name[:128], username, language_code, in_private)
        return user

    async def _refresh(
        self, user: User, first_name: str, username: str | None, language_code: str | None, in_private: bool
    ) -> None:
        wanted: dict[str, object] = {"first_name": first_name, "username": username}
        if not user.language:
            wanted["language"] = language_for(language_code)
        if in_private:
            wanted["blocked_bot_at"] = None
        changed = {name: value for name, value in wanted.items() if getattr(user, name) != value}
        if changed:
            user.update_from_dict(changed)
            await User.filter(id=user.id).update(**changed)

    async def get(self, actor: Actor) -> User:
        user = await User.get_or_none(id=actor.user_id)
        if user is None:
            raise NotFound(what="user", id=actor.user_id)
        return user

    async def set_language(self, actor: Actor, language: str) -> None:
        """Raises NotFound for a language that we do not speak."""
        if language not in SPOKEN:
            raise NotFound(what="language", id=language)
        await self._write(actor, language=language)
        await record(actor, "language_set", "user", actor.user_id, self.clock, language=language)

    async def set_timezone(self, actor: Actor, timezone: str) -> None:
        """`timezone` is an IANA name, see `services.parsing.timezone`."""
        await self._write(actor, timezone=timezone, timezone_known=True)
        await record(actor, "timezone_set", "user", actor.user_id, self.clock, timezone=timezone)

    async def mute(self, actor: Actor, kind: Kind, is_muted: bool) -> None:
        """Hear no more of one kind of news, or hear of it again. Steps of deals have no kind."""
        user = await self.get(actor)
        muted = sorted({*user.muted, kind.value} if is_muted else {*user.muted} - {kind.value})
        await self._write(actor, muted=muted)
        await record(actor, "notices_set", "user", actor.user_id, self.clock, muted=muted)

    async def set_quiet_hours(self, actor: Actor, hours: tuple[int, int] | None) -> None:
        """From one hour of the person's clock to another only what cannot wait is sent; None: there are none."""
        start, end = hours or (None, None)
        if hours is not None and not (0 <= hours[0] <= 23 and 0 <= hours[1] <= 23 and start != end):
            raise BadNight()
        await self._write(actor, quiet_from_hour=start, quiet_to_hour=end)
        now = self.clock.utcnow()  # what the old hours held back is looked at anew
        await Notice.filter(user_id=actor.user_id, sent_at=None, failed=None, attempts=0, due_at__gt=now).update(
            due_at=now
        )
        await record(actor, "quiet_hours_set", "user", actor.user_id, self.clock, start=start, end=end)

    async def save_search(self, actor: Actor, search: dict[str, object]) -> None:
        await self._write(actor, search=search)

    async def blocked(self, actor: Actor, is_blocked: bool) -> None:
        """The person blocked the bot, or let it in again. His deals go on either way; who waits for him is told."""
        await self._write(actor, blocked_bot_at=self.clock.utcnow() if is_blocked else None)
        if is_blocked:
            await tell_of_unreachable(actor.user_id, self.clock)

    async def sign_out_everywhere(self, actor: Actor) -> None:
        """Every token of the API that this person holds ends now."""
        await self._write(actor, token_version=F("token_version") + 1)

    async def _write(self, actor: Actor, **changes: object) -> None:
        if not await User.filter(id=actor.user_id).update(**changes):
            raise NotFound(what="user", id=actor.user_id)
