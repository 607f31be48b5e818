"""Deleting: within 48 hours in private chats; in channels by right, and then at any age."""

from __future__ import annotations

from app.sandbox.telegram.errors import ApiError, bad_request
from app.sandbox.telegram.methods.access import bot_member, inside_chat, message_ids, named_message
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.records import Chat, Message

DELETABLE_SECONDS = 48 * 3600


def _refusal(call: Call, chat: Chat, message: Message) -> ApiError | None:
    fresh = call.world.now() - message.date <= DELETABLE_SECONDS
    if chat.is_private:
        return None if fresh else bad_request("message can't be deleted for everyone")
    member = bot_member(call, chat)
    if member.can("can_delete_messages"):
        return None
    own = message.author_id == call.world.bot.id
    allowed = own and fresh and (member.can("can_post_messages") or not chat.is_channel)
    return None if allowed else bad_request("message can't be deleted")


@method("deleteMessage")
async def delete_message(call: Call) -> bool:
    chat = inside_chat(call)
    message = named_message(call, chat, "message to delete")
    if refusal := _refusal(call, chat, message):
        raise refusal
    call.world.delete(chat, message.id)
    return True


@method("deleteMessages")
async def delete_messages(call: Call) -> bool:
    """Messages that are gone are passed over; one that may not be deleted stops all."""
    chat = inside_chat(call)
    found = [chat.messages[each] for each in dict.fromkeys(message_ids(call)) if each in chat.messages]
    for message in found:
        if refusal := _refusal(call, chat, message):
            raise refusal
    for message in found:
        call.world.delete(chat, message.id)
    return True
