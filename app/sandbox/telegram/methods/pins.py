"""Pinned messages. Pinning leaves a service message in the chat, as everybody knows."""

from __future__ import annotations

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.access import bot_member, inside_chat, named_message
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.records import Chat


def _chat_to_pin_in(call: Call) -> Chat:
    chat = inside_chat(call)
    right = "can_edit_messages" if chat.is_channel else "can_pin_messages"
    if not chat.is_private and not bot_member(call, chat).can(right):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


@method("pinChatMessage")
async def pin_chat_message(call: Call) -> bool:
    chat = _chat_to_pin_in(call)
    message = named_message(call, chat, "message to pin")
    if message.is_service:
        raise bad_request("message can't be pinned")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        call.world.append(chat, call.world.bot.id, {"pinned_message": message.id})
        call.world.changes.record("pin", chat_id=chat.id, message_id=message.id)
    return True


@method("unpinChatMessage")
async def unpin_chat_message(call: Call) -> bool:
    """Without an identifier the newest pinned message is meant."""
    chat = _chat_to_pin_in(call)
    given = call.params.has("message_id")
    message_id = call.params.integer("message_id") if given else max(chat.pinned, default=0)
    if given and message_id not in chat.messages:
        raise bad_request("message to unpin not found")
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
        call.world.changes.record("pin", chat_id=chat.id, message_id=message_id)
    return True


@method("unpinAllChatMessages")
async def unpin_all_chat_messages(call: Call) -> bool:
    chat = _chat_to_pin_in(call)
    chat.pinned.clear()
    call.world.changes.record("pin", chat_id=chat.id)
    return True
