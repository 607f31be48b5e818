"""What Telegram tells us about chats: who may do what in channels, posts there, and people who block the bot."""

import logging
from dataclasses import replace

from aiogram import Bot, F, Router
from aiogram.enums import ChatMemberStatus, ChatType, ContentType
from aiogram.types import ChatMemberAdministrator, ChatMemberUpdated, Message, ResultChatMemberUnion
from aiogram_dialog import BgManagerFactory

from dialogs.channel_wizard.handlers import WAITS_FOR_RIGHTS, why_of
from dialogs.opening import is_at_desk, show_channel
from dialogs.typed import CARRIED
from services.actor import Actor
from services.bundle import Services
from services.errors import Refusal
from services.ports import MemberRights

log = logging.getLogger(__name__)
CREATOR = ChatMemberStatus.CREATOR
RUNS = {CREATOR, ChatMemberStatus.ADMINISTRATOR}
POSTS = CARRIED | {ContentType.STORY, ContentType.PAID_MEDIA, ContentType.VENUE, ContentType.GAME, ContentType.GIVEAWAY}


def make_membership() -> Router:
    router = Router(name="membership")
    router.my_chat_member.register(on_rights, F.chat.type == ChatType.CHANNEL)
    router.my_chat_member.register(on_block, F.chat.type == ChatType.PRIVATE)
    router.chat_member.register(on_creator, F.chat.type == ChatType.CHANNEL, F.new_chat_member.status == CREATOR)
    router.chat_member.register(on_person, F.chat.type == ChatType.CHANNEL, F.old_chat_member.status.in_(RUNS))
    router.channel_post.register(on_post)
    return router


def rights_of(member: ResultChatMemberUnion) -> MemberRights:
    """An administrator's rights as the update tells them; the bot's own, mostly."""
    admin = member if isinstance(member, ChatMemberAdministrator) else None
    return MemberRights(
        user_id=member.user.id,
        is_admin=admin is not None,
        can_post=bool(admin and admin.can_post_messages),
        can_edit=bool(admin and admin.can_edit_messages),
        can_delete=bool(admin and admin.can_delete_messages),
        is_bot=True,
    )


async def on_rights(
    event: ChatMemberUpdated,
    services: Services,
    bot: Bot,
    dialog_bg_factory: BgManagerFactory,
    actor: Actor | None = None,
) -> None:
    """A listed channel follows the rights; a new one is added for the person who made the bot an administrator."""
    rights = rights_of(event.new_chat_member)
    was_admin = rights_of(event.old_chat_member).is_admin
    is_known = await services.channels.on_membership(event.chat.id, rights, was_admin)
    if is_known or not rights.is_admin or actor is None:
        return
    bg = dialog_bg_factory.bg(bot=bot, user_id=actor.user_id, chat_id=actor.user_id)
    if actor.is_admin and await is_at_desk(bg):
        return  # an administrator sets up a vault: that channel is not for sale
    try:
        channel = await services.channels.on_bot_added(actor, event.chat.id)
    except WAITS_FOR_RIGHTS as refusal:
        await show_channel(bg, {"why": why_of(refusal), "ref": event.chat.id})
    except Refusal as refusal:
        log.info("channel %s was not added: %s", event.chat.id, refusal.code())
    else:
        await show_channel(bg, {"channel_id": channel.id})


async def on_person(event: ChatMemberUpdated, services: Services) -> None:
    """Somebody who ran a channel may run it no more. Who merely joins or leaves is filtered out before."""
    rights = rights_of(event.new_chat_member)
    await services.channels.people.on_member(event.chat.id, replace(rights, is_bot=False))


async def on_creator(event: ChatMemberUpdated, services: Services) -> None:
    """The channel was given to somebody else."""
    user = event.new_chat_member.user
    creator = MemberRights(user.id, is_admin=True, is_creator=True, first_name=user.first_name, username=user.username)
    await services.channels.people.on_creator(event.chat.id, creator)


async def on_block(event: ChatMemberUpdated, services: Services, actor: Actor) -> None:
    is_blocked = event.new_chat_member.status == ChatMemberStatus.KICKED
    await services.users.blocked(actor, is_blocked)


async def on_post(post: Message, services: Services) -> None:
    """Somebody's post in a channel: where the channel's message ids have got to, its present name, and whether the
    post breaks promised hours on top. Telegram's own lines (a pin, a new title) are no posts."""
    await services.channels.on_post(post.chat.id, post.message_id, post.chat.title or "", post.chat.username)
    if post.content_type in POSTS:
        await services.placement.on_other_post(post.chat.id, post.message_id, post.media_group_id, post.date)
