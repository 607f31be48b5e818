"""Editing: own messages anywhere, others' posts in channels with the right to edit.

Nothing that changes nothing: Telegram answers "message is not modified". An edit without a keyboard removes the
keyboard. A bot gets no update for an edit of its own.
"""

from __future__ import annotations

from dataclasses import replace

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.access import (
    bot_member,
    find_chat,
    named_message,
    refuse_outsider,
    refuse_unreachable,
)
from app.sandbox.telegram.methods.forwarding import CAPTION_FIELDS
from app.sandbox.telegram.methods.markup import read_markup
from app.sandbox.telegram.methods.media import WITH_CAPTION, medium_with_caption
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.methods.sending import answer, caption_content, text_content
from app.sandbox.telegram.records import Chat, Json, Message

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
EDITABLE_MEDIA = ("photo", "video", "animation", "document", "audio")


def _message_to_edit(call: Call) -> tuple[Chat, Message]:
    if call.params.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = find_chat(call)
    if chat.is_private:
        refuse_unreachable(call.world.users[chat.id])
    else:
        refuse_outsider(call, chat)
        if chat.is_channel and not bot_member(call, chat).is_admin:
            raise bad_request("need administrator rights in the channel chat")
    message = named_message(call, chat, "message to edit")
    if not _may_edit(call, chat, message):
        raise bad_request("message can't be edited")
    return chat, message


def _may_edit(call: Call, chat: Chat, message: Message) -> bool:
    if message.is_service or message.origin:
        return False
    own = message.author_id == call.world.bot.id
    if chat.is_channel:
        member = bot_member(call, chat)
        return member.can("can_edit_messages") or (own and member.can("can_post_messages"))
    return own


def _write(call: Call, chat: Chat, message: Message, content: Json) -> Json:
    markup = read_markup(call, chat, inline_only=True)
    if markup and message.album:
        raise bad_request("message can't be edited")
    if content == message.content and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    visible = content != message.content  # a new keyboard alone moves no edit date
    message.content, message.markup = content, markup
    call.world.edited(message, visible)
    return answer(call, message)


@method("editMessageText")
async def edit_message_text(call: Call) -> Json:
    chat, message = _message_to_edit(call)
    content = text_content(call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _write(call, chat, message, content)


@method("editMessageCaption")
async def edit_message_caption(call: Call) -> Json:
    chat, message = _message_to_edit(call)
    caption = caption_content(call)
    if not any(kind in message.content for kind in WITH_CAPTION):
        raise bad_request("there is no caption in the message to edit")
    rest = {name: value for name, value in message.content.items() if name not in CAPTION_FIELDS}
    return _write(call, chat, message, rest | caption)


@method("editMessageMedia")
async def edit_message_media(call: Call) -> Json:
    chat, message = _message_to_edit(call)
    item = call.params.object("media", "media")
    if not item or item.get("type") not in EDITABLE_MEDIA:
        raise bad_request("can't parse InputMedia: type must be specified")
    if not any(kind in message.content for kind in (*EDITABLE_MEDIA, "text")):
        raise bad_request("there is no media in the message to edit")
    content = await medium_with_caption(replace(call, params=call.params.within(item)), item["type"], "media")
    return _write(call, chat, message, content)


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(call: Call) -> Json:
    chat, message = _message_to_edit(call)
    return _write(call, chat, message, message.content)
