"""The whole world as JSON and back, so that a demo survives a restart."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any

from app.sandbox.telegram.files import StoredFile
from app.sandbox.telegram.records import Callback, Chat, InlineQuery, Json, Member, Message, User
from app.sandbox.telegram.world import World

FORMAT = 1


def dump(world: World) -> Json:
    queue = world.updates
    return {
        "format": FORMAT,
        "seq": world.changes.seq,
        "users": [asdict(user) for user in world.users.values() if user.id != world.bot.id],
        "chats": [_dump_chat(chat) for chat in world.chats.values()],
        "files": [_dump_file(stored) for stored in world.files.by_unique_id.values()],
        "callbacks": [asdict(callback) for callback in world.callbacks.values()],
        "inline_queries": [asdict(query) for query in world.inline_queries.values()],
        "profile": world.profile,
        "private_message_id": world.private_message_id,
        "last_query_id": world.last_query_id,
        "updates": {"waiting": queue.waiting, "next_id": queue.next_id, "allowed": queue.allowed},
        "webhook": queue.webhook,
    }


def load(world: World, saved: Json) -> None:
    """Puts what was dumped into a fresh world."""
    if saved.get("format") != FORMAT:
        raise ValueError("the sandbox was saved by another version")
    world.changes.seq = saved["seq"]
    world.users |= {user["id"]: User(**user) for user in saved["users"]}
    world.chats |= {chat["id"]: _load_chat(chat) for chat in saved["chats"]}
    for stored in saved["files"]:
        world.files.by_unique_id[stored["id"]] = StoredFile(
            stored["id"], base64.b64decode(stored["b64"]), stored["name"]
        )
    world.callbacks |= {callback["id"]: Callback(**callback) for callback in saved["callbacks"]}
    world.inline_queries |= {query["id"]: InlineQuery(**query) for query in saved["inline_queries"]}
    world.profile |= saved["profile"]
    world.private_message_id = saved["private_message_id"]
    world.last_query_id = saved["last_query_id"]
    queue = world.updates
    queue.waiting, queue.next_id = saved["updates"]["waiting"], saved["updates"]["next_id"]
    queue.allowed, queue.webhook = saved["updates"]["allowed"], saved["webhook"]


def _dump_file(stored: StoredFile) -> Json:
    return {"id": stored.unique_id, "name": stored.name, "b64": base64.b64encode(stored.content).decode()}


def _dump_chat(chat: Chat) -> Json:
    # JSON has no integer keys, so both tables become lists; a message's reactions become pairs
    fields = asdict(chat)
    fields["members"] = list(fields["members"].values())
    fields["messages"] = list(fields["messages"].values())
    for message in fields["messages"]:
        message["reactions"] = list(message["reactions"].items())
    return fields


def _load_chat(fields: Json) -> Chat:
    plain = {key: value for key, value in fields.items() if key not in ("members", "messages")}
    chat = Chat(**plain)
    chat.members = {member["user_id"]: Member(**member) for member in fields["members"]}
    chat.messages = {message["id"]: _load_message(message) for message in fields["messages"]}
    return chat


def _load_message(fields: dict[str, Any]) -> Message:
    return Message(**{**fields, "reactions": {user: list(emoji) for user, emoji in fields["reactions"]}})
