"""Forwarding and copying. A forward says where it comes from and keeps keyboards that are links only; a copy says
nothing and keeps nothing. Protected content cannot be forwarded; a bot may copy it."""

from __future__ import annotations

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.access import (
    message_ids,
    readable_chat,
    source_message,
    source_messages,
    writable_chat,
)
from app.sandbox.telegram.methods.markup import read_markup, url_buttons_only
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.methods.sending import answer, caption_content, place, reply_target
from app.sandbox.telegram.records import Chat, Json, Message
from app.sandbox.telegram.views import chat_view, user_view
from app.sandbox.telegram.world import World

CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media")


def origin_of(world: World, chat: Chat, message: Message) -> Json:
    """Where a forward says it comes from: the first author, however often it was forwarded."""
    if message.origin:
        return message.origin
    if chat.is_channel:
        channel = chat_view(world, chat)
        return {"type": "channel", "date": message.date, "chat": channel, "message_id": message.id}
    author = user_view(world.users[message.author_id])
    return {"type": "user", "date": message.date, "sender_user": author}


def _check_forward(chat: Chat, message: Message) -> None:
    if chat.protected or message.protected:
        raise bad_request("message has protected content and can't be forwarded")
    if message.is_service:
        raise bad_request("message can't be forwarded")


def _check_copy(message: Message) -> None:
    if message.is_service:
        raise bad_request("message can't be copied")


@method("forwardMessage")
async def forward_message(call: Call) -> Json:
    target, source = writable_chat(call), readable_chat(call, "from_chat_id")
    message = source_message(call, source, "message to forward")
    _check_forward(source, message)
    call.world.flood.take(target)
    return answer(call, _forward(call, target, source, message))


def _forward(call: Call, target: Chat, source: Chat, message: Message, album: str | None = None) -> Message:
    origin = origin_of(call.world, source, message)
    markup = url_buttons_only(message.markup)
    message.views += 1
    return place(call, target, dict(message.content), markup, origin=origin, album=album)


@method("copyMessage")
async def copy_message(call: Call) -> Json:
    target, source = writable_chat(call), readable_chat(call, "from_chat_id")
    message = source_message(call, source, "message to copy")
    _check_copy(message)
    content = dict(message.content)
    if call.params.values.get("caption") is not None and "text" not in content:
        content = _without_caption(content) | caption_content(call)
    markup, reply_to = read_markup(call, target), reply_target(call, target)
    call.world.flood.take(target)
    return {"message_id": place(call, target, content, markup, reply_to=reply_to).id}


@method("forwardMessages")
async def forward_messages(call: Call) -> list[Json]:
    target, source = writable_chat(call), readable_chat(call, "from_chat_id")
    found = _found(call, source, "forward")
    for message in found:
        _check_forward(source, message)
    call.world.flood.take(target, len(found))
    albums = _new_albums(call.world, found)
    return [{"message_id": _forward(call, target, source, each, albums.get(each.album)).id} for each in found]


@method("copyMessages")
async def copy_messages(call: Call) -> list[Json]:
    target, source = writable_chat(call), readable_chat(call, "from_chat_id")
    found = [message for message in _found(call, source, "copy") if not message.is_service]
    bare = call.params.flag("remove_caption")
    call.world.flood.take(target, len(found))
    albums = _new_albums(call.world, found)
    copies = []
    for message in found:
        content = _without_caption(message.content) if bare else dict(message.content)
        copies.append({"message_id": place(call, target, content, None, album=albums.get(message.album)).id})
    return copies


def _found(call: Call, source: Chat, verb: str) -> list[Message]:
    """Missing messages are passed over; none at all is an error."""
    ids = message_ids(call)
    if ids != sorted(set(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    known = source_messages(call, source)
    found = [known[each] for each in ids if each in known]
    if not found:
        raise bad_request(f"there are no messages to {verb}")
    return found


def _new_albums(world: World, messages: list[Message]) -> dict[str | None, str]:
    return {album: world.next_query_id() for album in sorted({m.album for m in messages if m.album})}


def _without_caption(content: Json) -> Json:
    return {name: value for name, value in content.items() if name not in CAPTION_FIELDS}
