"""What every way of sending shares: texts and captions, replies, keyboards, flood limits, the message itself."""

from __future__ import annotations

from app.sandbox.telegram.entities import read_text, units
from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.access import existing_message
from app.sandbox.telegram.methods.markup import read_markup
from app.sandbox.telegram.methods.registry import Call
from app.sandbox.telegram.params import to_int
from app.sandbox.telegram.records import Chat, Json, Message
from app.sandbox.telegram.views import message_view
from app.sandbox.telegram.world import World

TEXT_LIMIT_UNITS = 4096
CAPTION_LIMIT_UNITS = 1024


def text_content(call: Call) -> Json:
    text, entities = _formatted(call, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if units(text) > TEXT_LIMIT_UNITS:
        raise bad_request("message is too long")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    preview = call.params.object("link_preview_options", "link preview options")
    if preview is None and call.params.flag("disable_web_page_preview"):
        preview = {"is_disabled": True}
    if preview:
        content["link_preview_options"] = {key: value for key, value in preview.items() if value is not None}
    return content


def caption_content(call: Call) -> Json:
    text, entities = _formatted(call, "caption", "caption_entities")
    if units(text) > CAPTION_LIMIT_UNITS:
        raise bad_request("message caption is too long")
    content: Json = {"caption": text} if text else {}
    if text and entities:
        content["caption_entities"] = entities
    if text and call.params.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def _formatted(call: Call, text_name: str, entities_name: str) -> tuple[str, list[Json]]:
    source = call.params.text(text_name)
    given = None if call.params.has("parse_mode") else call.params.objects(entities_name, "entities")
    text, entities = read_text(
        source, call.params.text("parse_mode"), given, custom_emoji=call.world.settings.has_paid_username
    )
    return text, [known for entity in entities if (known := _known_mention(call.world, entity))]


def _known_mention(world: World, entity: Json) -> Json | None:
    """A mention by id is kept only for people the bot knows, and shows who they are."""
    if entity["type"] == "text_link" and entity["url"].startswith("tg://user?id="):
        user_id = to_int(entity["url"].partition("id=")[2])
    elif entity["type"] == "text_mention":
        user = entity.get("user")
        user_id = to_int(user.get("id")) if isinstance(user, dict) else 0
    else:
        return entity
    known = world.users.get(user_id)
    if known is None:
        return None
    shown = {"id": known.id, "is_bot": known.is_bot, "first_name": known.first_name}
    return {"type": "text_mention", "offset": entity["offset"], "length": entity["length"], "user": shown}


def reply_target(call: Call, chat: Chat) -> int | None:
    wanted = call.params.object("reply_parameters", "reply parameters") or {
        "message_id": call.params.integer("reply_to_message_id"),
        "allow_sending_without_reply": call.params.flag("allow_sending_without_reply"),
    }
    message_id = to_int(wanted.get("message_id"))
    if message_id == 0 or to_int(wanted.get("chat_id"), chat.id) != chat.id:
        return None
    if message_id not in chat.messages and wanted.get("allow_sending_without_reply"):
        return None
    return existing_message(chat, message_id, "message to be replied").id


def deliver(call: Call, chat: Chat, content: Json, *, with_markup: bool = True, **fields: object) -> Message:
    """Sends a message in the bot's name; the caller has made sure that it may."""
    markup = read_markup(call, chat) if with_markup else None
    reply_to = reply_target(call, chat)
    call.world.flood.take(chat)
    return place(call, chat, content, markup, reply_to=reply_to, **fields)


def place(call: Call, chat: Chat, content: Json, markup: Json | None, **fields: object) -> Message:
    """The last step: everything has been checked, the message appears."""
    inline = markup if markup and "inline_keyboard" in markup else None
    fields.setdefault("markup", inline)
    common = {"silent": call.params.flag("disable_notification"), "protected": call.params.flag("protect_content")}
    message = call.world.append(chat, call.world.bot.id, content, **common, **fields)
    if markup and inline is None:
        _reply_keyboard(call.world, chat, message, markup)
    return message


def _reply_keyboard(world: World, chat: Chat, message: Message, markup: Json) -> None:
    if "keyboard" in markup:
        chat.keyboard = {**markup, "message_id": message.id}
    elif markup.get("remove_keyboard"):
        chat.keyboard = None
    world.changes.record("keyboard", chat_id=chat.id)


def answer(call: Call, message: Message) -> Json:
    return message_view(call.world, message)
