"""Inline mode from the person's side: asking the bot anywhere, and sending one of its results."""

from __future__ import annotations

from app.sandbox.telegram.acts.compose import text_of
from app.sandbox.telegram.acts.members import need_right
from app.sandbox.telegram.acts.refusals import ActRefused
from app.sandbox.telegram.entities import read_text, units
from app.sandbox.telegram.records import Chat, InlineQuery, Json, Message, User
from app.sandbox.telegram.views import message_view, user_view
from app.sandbox.telegram.world import World

QUERY_LIMIT_UNITS = 256


def ask(world: World, person: User, query: str) -> InlineQuery:
    if units(query) > QUERY_LIMIT_UNITS:
        raise ActRefused("bad_request", "an inline query has at most 256 characters")
    asked = InlineQuery(world.next_query_id(), person.id, query, world.clock.now())
    world.inline_queries[asked.id] = asked
    fields = {"id": asked.id, "from": user_view(person), "query": query, "offset": "", "chat_type": "sender"}
    world.updates.push("inline_query", fields)
    return asked


def send_result(world: World, person: User, query_id: str, result_id: str, chat: Chat) -> Message:
    """The chosen result appears in the chat as the person's message, sent via the bot, with its keyboard."""
    asked = world.inline_queries.get(query_id)
    results = asked.results or [] if asked and asked.user_id == person.id else []
    result = next((each for each in results if str(each.get("id")) == result_id), None)
    if result is None:
        raise ActRefused("no_such_choice", f"the query {query_id} has no result {result_id}")
    if chat.is_channel:
        need_right(chat, person.id, "can_post_messages")
    content = _content(result) | {"via_bot": user_view(world.bot)}
    message = world.append(chat, person.id, content, markup=result.get("reply_markup") or None)
    if chat.member(world.bot.id).is_inside or chat.is_private:
        world.updates.push("channel_post" if chat.is_channel else "message", message_view(world, message))
    return message


def _content(result: Json) -> Json:
    written = result.get("input_message_content") or {}
    source = str(written.get("message_text") or result.get("title") or "")
    text, entities = read_text(source, written.get("parse_mode"), written.get("entities"))
    return text_of(text, None, entities)
