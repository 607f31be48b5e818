"""The world as the phones page and scripts see it."""

from __future__ import annotations

from typing import Any

from app.sandbox.control.bundle import Sandbox
from app.sandbox.telegram import Callback, Chat, Message, User, World
from app.sandbox.telegram.acts.reactions import reaction_counts
from app.sandbox.telegram.acts.taps import link_of
from app.sandbox.telegram.entities import render_html
from app.sandbox.telegram.files import PREFIXES
from app.sandbox.telegram.methods.profile import own_commands
from app.sandbox.telegram.preview import views_by
from app.sandbox.telegram.views import plain_text

Json = dict[str, Any]
SERVICES = ("chat_shared", "new_chat_title", "pinned_message", "contact", "location", "dice")
KEYBOARD_KINDS = ("request_chat", "request_contact", "request_users", "web_app")


def state(sandbox: Sandbox) -> Json:
    world = sandbox.telegram.world
    bot: Json = {"id": world.bot.id, "first_name": world.bot.first_name, "username": world.bot.username}
    bot["commands"] = own_commands(world)
    bot["app_url"] = sandbox.app_url
    return {
        "now": world.clock.now(),
        "seq": world.changes.seq,
        "bot": bot,
        "users": [user_shown(sandbox, user) for user in world.users.values() if not user.is_bot],
        "channels": [channel_shown(world, chat) for chat in world.chats.values() if not chat.is_private],
        "pending": world.pending(),
    }


def user_shown(sandbox: Sandbox, user: User) -> Json:
    return {
        "id": user.id,
        "first_name": user.first_name,
        "username": user.username,
        "language_code": user.language_code,
        "is_premium": user.is_premium,
        "started": user.started,
        "blocked": user.blocked,
        "has_wallet": user.id in sandbox.wallets or sandbox.make_wallet is not None,
    }


def channel_shown(world: World, chat: Chat) -> Json:
    return {
        "id": chat.id,
        "title": chat.title,
        "username": chat.username,
        "type": chat.type,
        "description": chat.description,
        "protected": chat.protected,
        "member_count": chat.member_count,
        "posts": sum(not message.is_service for message in chat.messages.values()),
        "admins": [
            {
                "id": member.user_id,
                "name": world.users[member.user_id].name,
                "is_bot": world.users[member.user_id].is_bot,
                "status": member.status,
                "rights": member.rights,
            }
            for member in chat.members.values()
            if member.is_admin
        ],
    }


def message_shown(world: World, message: Message) -> Json:
    chat, content = world.chats[message.chat_id], message.content
    author = world.users[message.author_id]
    text = plain_text(message)
    entities = content.get("entities") or content.get("caption_entities") or []
    return {
        "id": message.id,
        "chat_id": chat.id,
        "from": "channel" if chat.is_channel else "bot" if author.is_bot else "user",
        "sender": {"id": author.id, "name": author.name},
        "date": message.date,
        "edit_date": message.edit_date,
        "text": text,
        "html": render_html(text, entities),
        "media": [medium for kind in PREFIXES if (medium := _medium(world, kind, content))],
        "album": message.album,
        "buttons": [[_button(button) for button in row] for row in (message.markup or {}).get("inline_keyboard", [])],
        "reply_to": message.reply_to,
        "forwarded_from": _origin(message.origin),
        "service": _service(content),
        "views": views_by(chat, message, world.now()) if chat.is_channel else message.views,
        "reactions": reaction_counts(message),
        "pinned": message.id in chat.pinned,
        "silent": message.silent,
        "protected": message.protected or chat.protected,
    }


def _medium(world: World, kind: str, content: Json) -> Json | None:
    if kind not in content or (kind == "document" and "animation" in content):
        return None
    found: Json = content[kind][-1] if kind == "photo" else content[kind]
    return {
        "kind": kind,
        "file_id": found["file_id"],
        "file_unique_id": found["file_unique_id"],
        "url": f"/sandbox/api/files/{found['file_unique_id']}",
        "file_name": found.get("file_name"),
        "mime_type": found.get("mime_type", "image/png" if kind == "photo" else None),
        "width": found.get("width"),
        "height": found.get("height"),
        "size": found.get("file_size"),
    }


def _button(button: Json) -> Json:
    shown = {"text": button["text"], "kind": "other", "data": None, "url": None, "style": button.get("style")}
    if "callback_data" in button:
        return shown | {"kind": "callback", "data": button["callback_data"]}
    if "copy_text" in button:
        return shown | {"kind": "copy", "data": button["copy_text"]["text"]}
    if any(name.startswith("switch_inline") for name in button):
        return shown | {"kind": "switch_inline"}
    link = link_of(button)
    return shown | {"kind": "web_app" if "web_app" in button else "url", "url": link} if link else shown


def _origin(origin: Json | None) -> Json | None:
    if origin is None:
        return None
    if origin["type"] == "channel":
        chat = origin["chat"]
        return {
            "type": "channel",
            "chat_id": chat["id"],
            "title": chat.get("title"),
            "message_id": origin["message_id"],
        }
    return {"type": "user", "name": origin["sender_user"]["first_name"]}


def _service(content: Json) -> Json | None:
    for name in SERVICES:
        if name in content:
            value = content[name]
            return {"type": name, **(value if isinstance(value, dict) else {"value": value})}
    return None


def keyboard_shown(chat: Chat) -> list[list[Json]] | None:
    if not chat.keyboard:
        return None
    return [
        [
            {"text": button["text"], "kind": next((kind for kind in KEYBOARD_KINDS if button.get(kind)), "text")}
            for button in row
        ]
        for row in chat.keyboard["keyboard"]
    ]


def toast_shown(callback: Callback) -> Json:
    answer = callback.answer or {}
    facts = {"seq": callback.seq, "callback_id": callback.id, "message_id": callback.message_id}
    return facts | answer | {"at": callback.answered_at}
