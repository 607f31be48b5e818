"""Answers to taps and to inline queries."""

from __future__ import annotations

from app.sandbox.telegram.entities import read_text, units
from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.records import Json
from app.sandbox.telegram.urls import BadLink, check_link

ANSWERABLE_SECONDS = 15 * 60
INLINE_ANSWERABLE_SECONDS = 5 * 60
TOAST_LIMIT = 200
RESULT_LIMIT = 50
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
async def answer_callback_query(call: Call) -> bool:
    """A second answer is accepted and shown to nobody."""
    callback = call.world.callbacks.get(call.params.text("callback_query_id"))
    if callback is None or call.world.clock.now() - callback.asked_at > ANSWERABLE_SECONDS:
        raise bad_request(TOO_OLD)
    text, url = call.params.text("text"), call.params.text("url")
    if units(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not url.startswith(("https://t.me/", "t.me/", "tg://")):
        raise bad_request("URL_INVALID")
    if callback.answer is None:
        callback.answer = {"text": text or None, "show_alert": call.params.flag("show_alert"), "url": url or None}
        callback.answered_at = call.world.clock.now()
        facts = {"user_id": callback.user_id, "chat_id": callback.user_id, "callback_id": callback.id}
        callback.seq = call.world.changes.record("toast", **facts)
    return True


@method("answerInlineQuery")
async def answer_inline_query(call: Call) -> bool:
    query = call.world.inline_queries.get(call.params.text("inline_query_id"))
    if query is None or call.world.clock.now() - query.asked_at > INLINE_ANSWERABLE_SECONDS:
        raise bad_request(TOO_OLD)
    results = call.params.objects("results", "inline query results")
    if results is None:
        raise bad_request("can't parse inline query results JSON object")
    if len(results) > RESULT_LIMIT:
        raise bad_request("RESULTS_TOO_MUCH")
    seen: set[str] = set()
    for result in results:
        _check_result(result, seen)
    query.results = results
    call.world.changes.record("inline", user_id=query.user_id, query_id=query.id)
    return True


def _check_result(result: Json, seen: set[str]) -> None:
    result_id = result.get("id")
    if not isinstance(result_id, (str, int)) or not 1 <= len(str(result_id).encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if str(result_id) in seen:
        raise bad_request("RESULT_ID_DUPLICATE")
    seen.add(str(result_id))
    if result.get("type") != "article":
        return
    if not result.get("title"):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise bad_request("message content is not specified")
    if "message_text" in content:
        text, _ = read_text(str(content["message_text"]), content.get("parse_mode"), content.get("entities"))
        if not text:
            raise bad_request("message text is empty")
    _check_result_links(result)


def _check_result_links(result: Json) -> None:
    markup = result.get("reply_markup") or {}
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    for button in (button for row in rows if isinstance(row, list) for button in row if isinstance(button, dict)):
        if button.get("url"):
            try:
                check_link(str(button["url"]))
            except BadLink as refusal:
                raise bad_request(f"inline keyboard button {refusal}") from None
        if len(str(button.get("callback_data") or "").encode()) > 64:
            raise bad_request("BUTTON_DATA_INVALID")
