"""Reactions. The first one on a channel post moves its `edit_date` although nothing was edited, and for others'
posts looks like an edit to the bot: a trap that the real server sets too."""

from __future__ import annotations

from app.sandbox.telegram.acts.refusals import ActRefused
from app.sandbox.telegram.methods.messages import REACTIONS
from app.sandbox.telegram.records import Chat, Json, Message
from app.sandbox.telegram.views import chat_view, message_view, user_view
from app.sandbox.telegram.world import World


def react(world: World, chat: Chat, message: Message, user_id: int, emoji: str | None) -> None:
    if emoji is not None and emoji.replace("\ufe0f", "") not in REACTIONS:
        raise ActRefused("bad_request", f"{emoji} is no reaction")
    first = not message.reactions
    old = message.reactions.pop(user_id, [])
    if emoji:
        message.reactions[user_id] = [emoji]
    world.changes.record("reaction", chat_id=chat.id, message_id=message.id, user_id=user_id)
    if chat.is_channel:
        _tell_of_channel(world, chat, message, first and bool(emoji))
    else:
        _tell_of_person(world, chat, message, user_id, old)


def _tell_of_channel(world: World, chat: Chat, message: Message, first: bool) -> None:
    if first:
        world.edited(message)
        if message.author_id != world.bot.id and chat.member(world.bot.id).is_inside:
            world.updates.push("edited_channel_post", message_view(world, message))
    if chat.member(world.bot.id).is_admin:
        counts = [{"type": _kind(emoji), "total_count": count} for emoji, count in reaction_counts(message).items()]
        world.updates.push("message_reaction_count", _about(world, chat, message) | {"reactions": counts})


def _tell_of_person(world: World, chat: Chat, message: Message, user_id: int, old: list[str]) -> None:
    if not chat.is_private and not chat.member(world.bot.id).is_admin:
        return
    new = message.reactions.get(user_id, [])
    change = {
        "user": user_view(world.users[user_id]),
        "old_reaction": [*map(_kind, old)],
        "new_reaction": [*map(_kind, new)],
    }
    world.updates.push("message_reaction", _about(world, chat, message) | change)


def _about(world: World, chat: Chat, message: Message) -> Json:
    return {"chat": chat_view(world, chat), "message_id": message.id, "date": world.now()}


def _kind(emoji: str) -> Json:
    return {"type": "emoji", "emoji": emoji}


def reaction_counts(message: Message) -> dict[str, int]:
    counts: dict[str, int] = {}
    for chosen in message.reactions.values():
        for emoji in chosen:
            counts[emoji] = counts.get(emoji, 0) + 1
    return counts
