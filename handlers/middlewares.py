"""Who is asking, and in which language we answer: known before anything else looks at an update.

Every handler, getter and error handler finds `services`, `actor`, `user` (the row) and `t` in its data. The middleware
is an outer one of the dispatcher's updates, because background redraws and error handlers pass there too. Bots are
ignored, except when one changes our rights in a chat: that is a fact, whoever made it.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Chat, TelegramObject, Update
from aiogram.types import User as TelegramUser

from app.texts import Texts, Translator
from models import User
from services.actor import Actor
from services.bundle import Services
from services.errors import Banned, NotFound

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Identity(BaseMiddleware):
    def __init__(self, services: Services, texts: Texts) -> None:
        self.services = services
        self.texts = texts
        self.told: set[int] = set()
        """Banned people who have been told so since the process started: they are told once."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        data |= {"services": self.services, "t": self.texts.translator("en")}
        person = sender_of(event, data)
        if person is None or is_about_others(event):
            return await handler(event, data)
        changes_rights = isinstance(event, Update) and event.my_chat_member is not None
        if person.is_bot:
            return await handler(event, data) if changes_rights else None
        actor = Actor(person.id, is_admin=person.id in self.services.settings.admin_ids)
        is_redraw = not_written(event)
        user = await (self._known(actor) if is_redraw else self._met(actor, person, data, not changes_rights))
        t = self.texts.translator(user.language, user.timezone)
        if user.is_banned and not is_redraw and not changes_rights:
            return await self._refuse(event, user, t)
        data |= {"actor": actor, "user": user, "t": t}
        return await handler(event, data)

    async def _known(self, actor: Actor) -> User:
        """For a redraw, which must never be stopped half-way: whoever asked for it waits for it to pass."""
        try:
            return await self.services.users.get(actor)
        except NotFound:
            return User(id=actor.user_id, created_at=self.services.clock.utcnow())

    async def _met(self, actor: Actor, person: TelegramUser, data: dict[str, Any], writes: bool) -> User:
        chat: Chat | None = data.get("event_chat")
        in_private = writes and chat is not None and chat.type == ChatType.PRIVATE
        return await self.services.users.greet(
            actor, person.first_name, person.username, person.language_code, in_private=in_private
        )

    async def _refuse(self, event: TelegramObject, user: User, t: Translator) -> None:
        if not isinstance(event, Update):
            return
        if event.callback_query is not None:
            await event.callback_query.answer(t(Banned.key(), plain=True), show_alert=True)
        elif event.message is not None and event.message.chat.type == ChatType.PRIVATE and user.id not in self.told:
            self.told.add(user.id)
            await event.message.answer(t(Banned.key()))


def not_written(event: TelegramObject) -> bool:
    """An update that no person sent: a redraw in the background."""
    return getattr(event, "aiogd_update", None) is not None


def is_about_others(event: TelegramObject) -> bool:
    """People join and leave channels by the thousand: nobody of them is written down for it."""
    return isinstance(event, Update) and event.chat_member is not None


def sender_of(event: TelegramObject, data: dict[str, Any]) -> TelegramUser | None:
    """The person behind an update; None for channel posts, which speak for nobody."""
    redraw = getattr(event, "aiogd_update", None)
    person: TelegramUser | None = redraw.from_user if redraw is not None else data.get("event_from_user")
    return person
