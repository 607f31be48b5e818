"""Records as the Bot API shows them."""

from __future__ import annotations

from app.sandbox.telegram.records import Chat, Json, Member, Message, User
from app.sandbox.telegram.world import World


def present(fields: Json) -> Json:
    """Only what has a value: Telegram leaves absent fields out."""
    return {name: value for name, value in fields.items() if value is not None and value is not False}


def plain_text(message: Message) -> str:
    """The text, or the caption of a medium."""
    return str(message.content.get("text") or message.content.get("caption") or "")


def user_view(user: User) -> Json:
    named = {"last_name": user.last_name, "username": user.username, "language_code": user.language_code}
    return {
        "id": user.id,
        "is_bot": user.is_bot,
        "first_name": user.first_name,
        **present({**named, "is_premium": user.is_premium}),
    }


def bot_view(user: User) -> Json:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return user_view(user) | abilities


def chat_view(world: World, chat: Chat) -> Json:
    if chat.is_private:
        user = world.users[chat.id]
        named = {"first_name": user.first_name, "last_name": user.last_name, "username": user.username}
        return {"id": chat.id, **present(named), "type": "private"}
    return {"id": chat.id, **present({"title": chat.title, "username": chat.username}), "type": chat.type}


def full_chat_view(world: World, chat: Chat) -> Json:
    """The answer of getChat."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    facts: Json = {"accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11}
    facts["accepted_gift_types"] = dict.fromkeys(gifts, chat.is_private)
    facts |= present({"description": chat.description, "has_protected_content": chat.protected})
    bot = chat.member(world.bot.id)
    if not chat.is_private and bot.can("can_invite_users") and chat.invite_link:
        facts["invite_link"] = chat.invite_link
    if chat.username or (chat.is_private and world.users[chat.id].username):
        facts["active_usernames"] = [chat.username or world.users[chat.id].username]
    pinned = [chat.messages[i] for i in chat.pinned if i in chat.messages]
    if pinned:
        facts["pinned_message"] = message_view(world, max(pinned, key=lambda message: message.id), nested=True)
    return chat_view(world, chat) | facts


def message_view(world: World, message: Message, nested: bool = False) -> Json:
    chat = world.chats[message.chat_id]
    shown: Json = {"message_id": message.id, **_sender(world, chat, message), "date": message.date}
    shown["chat"] = chat_view(world, chat)
    shown |= present(
        {
            "edit_date": message.edit_date,
            "media_group_id": message.album,
            "forward_origin": message.origin,
            "has_protected_content": message.protected or chat.protected,
            "reply_markup": message.markup,
        }
    )
    if not nested:
        shown |= _referred(world, chat, message)
    return shown | {key: value for key, value in message.content.items() if key != "pinned_message"}


def _sender(world: World, chat: Chat, message: Message) -> Json:
    if chat.is_channel:
        return {"sender_chat": chat_view(world, chat)}
    return {"from": user_view(world.users[message.author_id])}


def _referred(world: World, chat: Chat, message: Message) -> Json:
    referred: Json = {}
    if message.reply_to in chat.messages:
        referred["reply_to_message"] = message_view(world, chat.messages[message.reply_to], nested=True)
    pinned = message.content.get("pinned_message")
    if pinned in chat.messages:
        referred["pinned_message"] = message_view(world, chat.messages[pinned], nested=True)
    elif pinned is not None:
        referred["pinned_message"] = {"chat": chat_view(world, chat), "message_id": pinned, "date": 0}
    return referred


def member_view(world: World, chat: Chat, member: Member) -> Json:
    user = user_view(world.users[member.user_id])
    if member.status == "creator":
        return {"status": "creator", "user": user, "is_anonymous": member.is_anonymous}
    if member.status == "administrator":
        rights = {name: member.rights.get(name, False) for name in chat.right_names}
        by_bot = False  # the bot has promoted nobody
        return {
            "status": "administrator",
            "user": user,
            "can_be_edited": by_bot,
            "is_anonymous": member.is_anonymous,
            **rights,
        }
    if member.status == "kicked":
        return {"status": "kicked", "user": user, "until_date": 0}
    return {"status": member.status, "user": user}
