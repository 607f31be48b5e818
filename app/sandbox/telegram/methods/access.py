"""May the bot? Finding chats and messages, and refusing as Telegram does when it may not."""

from __future__ import annotations

from dataclasses import replace

from app.sandbox.telegram.errors import bad_request, forbidden
from app.sandbox.telegram.methods.registry import Call
from app.sandbox.telegram.params import to_int
from app.sandbox.telegram.records import Chat, Member, Message, User


def find_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat that a parameter names, if the bot may know of it at all."""
    world, given = call.world, call.params.text(name).strip()
    if not given:
        raise bad_request(f"{name} is empty")
    chat = world.public_chat(given) if given.startswith("@") else world.chats.get(to_int(given))
    if chat is None:
        raise bad_request("chat not found")
    if not chat.is_private and not chat.username and world.bot.id not in chat.members:
        raise bad_request("chat not found")
    return chat


def readable_chat(call: Call, name: str = "chat_id") -> Chat:
    """A chat that the bot may look at: one it is in, or a public one that has not thrown it out."""
    chat = find_chat(call, name)
    if not chat.is_private and (not chat.username or bot_member(call, chat).status == "kicked"):
        refuse_outsider(call, chat)
    return chat


def inside_chat(call: Call, name: str = "chat_id") -> Chat:
    """A chat that the bot is a member of."""
    chat = find_chat(call, name)
    if not chat.is_private:
        refuse_outsider(call, chat)
    return chat


def refuse_outsider(call: Call, chat: Chat) -> None:
    status = bot_member(call, chat).status
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def writable_chat(call: Call, name: str = "chat_id") -> Chat:
    """A chat in which the bot may send."""
    chat = find_chat(call, name)
    if chat.is_private:
        refuse_unreachable(call.world.users[chat.id])
        return chat
    refuse_outsider(call, chat)
    if chat.is_channel and not bot_member(call, chat).can("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")
    if not chat.members_may_write and not bot_member(call, chat).is_admin:
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def refuse_unreachable(user: User) -> None:
    if user.deactivated:
        raise forbidden("user is deactivated")
    if user.blocked:
        raise forbidden("bot was blocked by the user")
    if not user.started:
        raise forbidden("bot can't initiate conversation with a user")


def bot_member(call: Call, chat: Chat) -> Member:
    return chat.member(call.world.bot.id)


def named_message(call: Call, chat: Chat, what: str, name: str = "message_id") -> Message:
    """The message a parameter names; `what` is the word of the refusal: "message to edit"."""
    message_id = call.params.integer(name)
    if message_id <= 0:
        raise bad_request("message identifier is not specified" if not call.params.has(name) else "MESSAGE_ID_INVALID")
    return existing_message(chat, message_id, what)


def existing_message(chat: Chat, message_id: int, what: str) -> Message:
    if message_id not in chat.messages:
        raise bad_request(f"{what} not found")
    return chat.messages[message_id]


def source_messages(call: Call, chat: Chat) -> dict[int, Message]:
    """The messages that a forward or a copy can be made of.

    In a public channel that the bot is not a member of (any more) there are none: Telegram says "not found" of every
    message there, whether it exists or not. Only who was thrown out hears 403.
    """
    return chat.messages if chat.is_private or bot_member(call, chat).is_inside else {}


def source_message(call: Call, chat: Chat, what: str) -> Message:
    message = source_messages(call, chat).get(call.params.integer("message_id"))
    return message or named_message(call, replace(chat, messages={}), what)


def message_ids(call: Call) -> list[int]:
    """The list of identifiers of the methods that take up to a hundred."""
    given = call.params.json("message_ids", "message identifiers")
    if not isinstance(given, list) or not given:
        raise bad_request("message identifiers are not specified")
    if len(given) > 100:
        raise bad_request("too many message identifiers specified")
    ids = [to_int(each) for each in given]
    if any(each <= 0 for each in ids):
        raise bad_request("invalid message identifier specified")
    return ids
