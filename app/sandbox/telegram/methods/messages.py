"""sendMessage and the other messages without a file, chat actions, reactions."""

from __future__ import annotations

import hashlib

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.access import inside_chat, named_message, writable_chat
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.methods.sending import answer, deliver, text_content
from app.sandbox.telegram.params import to_int
from app.sandbox.telegram.records import Json

ACTIONS = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip
REACTIONS = frozenset("👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋")
DICE = {"🎲": 6, "🎯": 6, "🏀": 5, "⚽": 5, "🎳": 6, "🎰": 64}


@method("sendMessage")
async def send_message(call: Call) -> Json:
    chat = writable_chat(call)
    return answer(call, deliver(call, chat, text_content(call)))


@method("sendContact")
async def send_contact(call: Call) -> Json:
    chat = writable_chat(call)
    phone, name = call.params.text("phone_number"), call.params.text("first_name")
    if not phone or not name:
        raise bad_request("contact phone number and first name must be non-empty")
    return answer(call, deliver(call, chat, {"contact": {"phone_number": phone, "first_name": name}}))


@method("sendLocation")
async def send_location(call: Call) -> Json:
    chat = writable_chat(call)
    place = {name: call.params.number(name, 999.0) for name in ("latitude", "longitude")}
    if not (abs(place["latitude"]) <= 90 and abs(place["longitude"]) <= 180):
        raise bad_request("wrong latitude or longitude specified")
    return answer(call, deliver(call, chat, {"location": place}))


@method("sendDice")
async def send_dice(call: Call) -> Json:
    """The value is drawn from the message's place, so that a run can be repeated."""
    chat = writable_chat(call)
    emoji = call.params.text("emoji") or "🎲"
    if emoji not in DICE:
        raise bad_request("the emoji is not supported")
    drawn = hashlib.sha256(f"{chat.id}:{chat.last_message_id}".encode()).digest()[0]
    return answer(call, deliver(call, chat, {"dice": {"emoji": emoji, "value": drawn % DICE[emoji] + 1}}))


@method("sendChatAction")
async def send_chat_action(call: Call) -> bool:
    chat = writable_chat(call)
    action = call.params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.changes.record("action", chat_id=chat.id, action=action)
    return True


@method("setMessageReaction")
async def set_message_reaction(call: Call) -> bool:
    chat = inside_chat(call)
    message = named_message(call, chat, "message to react")
    wanted = call.params.objects("reaction", "reaction") or []
    emoji = [str(each.get("emoji", "")) for each in wanted]
    if len(emoji) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(each.replace("\ufe0f", "") not in REACTIONS for each in emoji):
        raise bad_request("REACTION_INVALID")
    if emoji:
        message.reactions[call.world.bot.id] = emoji
    else:
        message.reactions.pop(call.world.bot.id, None)
    call.world.changes.record("reaction", chat_id=chat.id, message_id=to_int(message.id))
    return True
