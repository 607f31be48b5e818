"""The questions about a channel that only Telegram can answer, each with the refusal that its answer means.

`Unreachable` is always TryAgain: not knowing is never a yes, and never a no either.
"""

from collections.abc import Awaitable
from typing import TypeVar

from models import Channel
from services.errors import BotNotAdmin, ChannelNotFound, NotAChannel, RightsMissing, TryAgain, YouAreNotAdmin
from services.ports import ChatFacts, MemberRights, Refused, Telegram, Unreachable

Answer = TypeVar("Answer")
ABOUT_THE_BOT = ("bot is not a member", "bot was kicked", "chat not found", "member list is inaccessible")
"""Refusals about a member that speak of the bot: it cannot look into the chat at all."""


async def ask(question: Awaitable[Answer]) -> Answer:
    """Await a call to Telegram; a silence is TryAgain, and a no that nobody expected here is one too."""
    try:
        return await question
    except (Unreachable, Refused) as trouble:
        raise TryAgain() from trouble


async def chat_of(telegram: Telegram, ref: int | str) -> ChatFacts:
    """The channel that the words mean. Raises ChannelNotFound, BotNotAdmin, NotAChannel, TryAgain."""
    try:
        chat = await telegram.chat(ref)
    except Unreachable as trouble:
        raise TryAgain() from trouble
    except Refused as no:
        # A bot sees public channels by name; by id only those that it is in.
        if isinstance(ref, int):
            raise BotNotAdmin(channel=str(ref)) from no
        raise ChannelNotFound(written=ref) from no
    if not chat.is_channel:
        raise NotAChannel(title=chat.title)
    return chat


async def check_bot(telegram: Telegram, chat: ChatFacts | Channel) -> None:
    """The bot may post, edit and delete. Raises BotNotAdmin, RightsMissing (which names what is there and what not)."""
    try:
        rights = await telegram.bot_rights(chat.chat_id)
    except Unreachable as trouble:
        raise TryAgain() from trouble
    except Refused as no:
        raise BotNotAdmin(channel=chat.title) from no
    if not rights.is_admin:
        raise BotNotAdmin(channel=chat.title)
    held = {"post": rights.can_post, "edit": rights.can_edit, "delete": rights.can_delete}
    if not all(held.values()):
        missing = ",".join(name for name, is_held in held.items() if not is_held)
        raise RightsMissing(
            channel=chat.title, rights=missing, post=held["post"], edit=held["edit"], delete=held["delete"]
        )


async def check_person(telegram: Telegram, chat_id: int, user_id: int) -> MemberRights:
    """The person is an administrator who may post. Raises YouAreNotAdmin, BotNotAdmin, TryAgain."""
    try:
        rights = await telegram.rights_of(chat_id, user_id)
    except Unreachable as trouble:
        raise TryAgain() from trouble
    except Refused as no:
        if any(words in no.words.lower() for words in ABOUT_THE_BOT):
            raise BotNotAdmin(channel="") from no
        raise YouAreNotAdmin() from no
    if not rights.is_admin or not rights.can_post:
        raise YouAreNotAdmin()
    return rights


async def may_still_post(telegram: Telegram, chat_id: int, user_id: int) -> bool:
    """Raises TryAgain when Telegram cannot be asked: nobody loses his channel to a network failure."""
    try:
        await check_person(telegram, chat_id, user_id)
    except YouAreNotAdmin:
        return False
    return True


async def creator_of(telegram: Telegram, chat_id: int) -> MemberRights | None:
    """The channel's creator, if Telegram shows him (a channel may have lost its creator's account)."""
    admins = await ask(telegram.admins(chat_id))
    return next((admin for admin in admins if admin.is_creator and not admin.is_bot), None)
