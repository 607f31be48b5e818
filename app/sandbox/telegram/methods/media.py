"""sendPhoto and its sisters, and albums."""

from __future__ import annotations

from dataclasses import replace

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.access import writable_chat
from app.sandbox.telegram.methods.media_input import read_medium
from app.sandbox.telegram.methods.registry import METHODS, Call, method
from app.sandbox.telegram.methods.sending import answer, caption_content, deliver, place, reply_target
from app.sandbox.telegram.records import Json

WITH_CAPTION = ("photo", "video", "animation", "document", "audio", "voice")
ALBUM_KINDS = ("photo", "video", "document", "audio")
SPOILERS = ("photo", "video", "animation")


def _sender_of(kind: str) -> None:
    async def send(call: Call) -> Json:
        chat = writable_chat(call)
        return answer(call, deliver(call, chat, await medium_with_caption(call, kind)))

    METHODS[f"send{kind}"] = send


for _kind in (*WITH_CAPTION, "sticker"):
    _sender_of(_kind)


async def medium_with_caption(call: Call, kind: str, field: str | None = None) -> Json:
    content = await read_medium(call, kind, field)
    if kind in WITH_CAPTION:
        content |= caption_content(call)
    if kind in SPOILERS and call.params.flag("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


@method("sendMediaGroup")
async def send_media_group(call: Call) -> list[Json]:
    """All of the album or nothing: every item is checked before the first appears. No keyboards, as in Telegram."""
    chat = writable_chat(call)
    items = call.params.objects("media", "media")
    if not items:
        raise bad_request("there are no messages to send")
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of messages to send as an album: include 2-10 items")
    contents = [await _album_item(call, item) for item in items]
    kinds = {kind for kind in ALBUM_KINDS if any(kind in content for content in contents)}
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad_request("documents and audios can't be mixed with other media types in an album")
    reply_to = reply_target(call, chat)
    call.world.flood.take(chat, len(contents))
    album = call.world.next_query_id()
    return [answer(call, place(call, chat, each, None, album=album, reply_to=reply_to)) for each in contents]


async def _album_item(call: Call, item: Json) -> Json:
    kind = item.get("type")
    if kind not in ALBUM_KINDS:
        raise bad_request(f"can't parse InputMedia: type \"{kind}\" can't be used in an album")
    return await medium_with_caption(replace(call, params=call.params.within(item)), str(kind), "media")
