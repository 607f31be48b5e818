"""Whatever comes in, a Bot API answer goes out: never a 500."""

from __future__ import annotations

import logging
from random import Random
from typing import Any

import pytest

from app.sandbox.telegram import MediaItem
from app.sandbox.telegram.methods import METHODS, known_to_telegram
from tests.sandbox.telegram.conftest import Local

NAMES = (
    "chat_id", "from_chat_id", "message_id", "message_ids", "user_id", "text", "caption", "parse_mode", "entities",
    "caption_entities", "reply_markup", "reply_parameters", "reply_to_message_id", "link_preview_options", "media",
    "photo", "video", "animation", "document", "audio", "voice", "sticker", "reaction", "action", "commands", "scope",
    "language_code", "menu_button", "rights", "callback_query_id", "inline_query_id", "results", "url", "secret_token",
    "allowed_updates", "limit", "offset", "file_id", "custom_emoji_ids", "name", "phone_number", "first_name", "emoji",
    "latitude", "longitude", "disable_notification", "max_connections",
)  # fmt: skip
JUNK: tuple[Any, ...] = (
    None, True, 0, -1, 1, 2, 1001, -1001000000001, 2**70, 1.5, "", "x", "@", "@coffee_daily", "1", "{", "[]",
    "{}", "[[]]", "\x00", "\ud83d", "{\"text\": \"\\udc4d\"}",
    "[{}]", '{"inline_keyboard": 5}', '{"inline_keyboard": [[5]]}', '{"keyboard": [[{}]]}', '{"message_id": []}',
    [], {}, [[]], [{}], [1], [None], {"type": "photo", "media": []}, [{"type": "photo", "media": {}}, {"type": []}],
    {"inline_keyboard": [[{"text": 1}]]}, {"inline_keyboard": [[{"text": "x", "web_app": 1}]]},
    {"inline_keyboard": [None]},
    {"inline_keyboard": [[{"text": "x", "url": {}}]]}, {"inline_keyboard": [[{"text": "x", "login_url": "x"}]]},
    {"keyboard": [[{"text": "x", "request_chat": 1}]]}, [{"type": "bold", "offset": "x", "length": None}],
    [{"type": "text_mention", "offset": 0, "length": 1, "user": 3}], [{"type": "text_link", "offset": 0, "length": 1}],
    [{"command": 1, "description": None}], {"type": "web_app", "text": "x", "web_app": {"url": 5}}, [{"id": []}],
    [{"id": "1", "type": "article", "title": "x", "input_message_content": {"message_text": {}}}], "HTML", "attach://x",
    [{"id": "1", "type": "article", "title": "x", "reply_markup": []}], [{"type": "emoji", "emoji": []}],
)  # fmt: skip
ROUNDS = 6


@pytest.mark.parametrize("name", sorted(METHODS.keys() | known_to_telegram().keys()))
async def test_junk_is_a_bad_request(local: Local, name: str, caplog: pytest.LogCaptureFixture) -> None:
    random = Random(name)
    for _ in range(ROUNDS if name in METHODS else 1):
        params = {each: random.choice(JUNK) for each in random.sample(NAMES, 20)} | {"timeout": 0}
        params["chat_id"] = random.choice((1001, "@coffee_daily", random.choice(JUNK)))
        with caplog.at_level(logging.ERROR):
            answer = await local.call(name, **params)
        assert answer["status"] in (200, 400, 403, 404, 409), (name, params)
        assert answer["ok"] is True or answer["description"], answer
    assert not caplog.records, caplog.text


MESSAGE = {"chat_id": 1001, "message_id": 2, "text": "hi", "entities": [], "reply_markup": {}, "reply_parameters": {}}
SOURCE = {"chat_id": 1001, "from_chat_id": "@coffee_daily", "message_id": 1, "message_ids": [1], "caption": "x"}
PHOTO = {"type": "photo", "media": "FILE"}
ARTICLE = {"type": "article", "id": "1", "title": "x", "input_message_content": {"message_text": "x"}}
NEARLY: dict[str, dict[str, Any]] = {
    "sendMessage": {**MESSAGE, "link_preview_options": {}, "parse_mode": "HTML", "disable_notification": True},
    "editMessageText": MESSAGE,
    "editMessageReplyMarkup": MESSAGE,
    "editMessageMedia": {**MESSAGE, "media": PHOTO},
    "sendPhoto": {"chat_id": 1001, "photo": "FILE", "caption": "x", "caption_entities": [], "reply_markup": {}},
    "sendMediaGroup": {"chat_id": 1001, "media": [PHOTO, {**PHOTO, "caption": "x"}], "reply_parameters": {}},
    "copyMessage": {**SOURCE, "reply_markup": {}, "reply_parameters": {}},
    "forwardMessage": SOURCE,
    "copyMessages": SOURCE,
    "deleteMessages": {"chat_id": 1001, "message_ids": [900]},
    "setMessageReaction": {"chat_id": 1001, "message_id": 2, "reaction": [{"type": "emoji", "emoji": "👍"}]},
    "answerInlineQuery": {"inline_query_id": "QUERY", "results": [ARTICLE]},
    "setMyCommands": {"commands": [{"command": "a", "description": "b"}], "scope": {}, "language_code": "en"},
    "setChatMenuButton": {"chat_id": 1001, "menu_button": {"type": "commands"}},
    "getChatMember": {"chat_id": "@coffee_daily", "user_id": 1002},
    "getFile": {"file_id": "FILE"},
}


@pytest.mark.parametrize("name", NEARLY)
async def test_one_piece_of_junk_in_a_good_request_is_a_bad_request(
    local: Local, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    (photo,) = local.telegram.people.send_media("anna", [MediaItem(picture="p")])
    local.telegram.channels.post("coffee_daily", "oleg", "news")
    query = local.telegram.people.inline("anna", "x").id
    good = _filled(NEARLY[name], {"FILE": photo.content["photo"][-1]["file_id"], "QUERY": query})
    for field in good:
        for junk in JUNK:
            answer = await local.call(name, **(good | {field: junk}))
            assert answer["status"] in (200, 400, 403, 404), (name, field, junk)
            if isinstance(good[field], list) and good[field] and isinstance(good[field][0], dict):
                for inner in good[field][0]:
                    await local.call(name, **(good | {field: [good[field][0] | {inner: junk}, *good[field][1:]]}))
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR], caplog.text


def _filled(template: Any, names: dict[str, str]) -> Any:
    if isinstance(template, dict):
        return {key: _filled(value, names) for key, value in template.items()}
    if isinstance(template, list):
        return [_filled(value, names) for value in template]
    return names.get(template, template) if isinstance(template, str) else template


@pytest.mark.parametrize("body", [b"{", b"[]", b'"x"', b"\xff\xfe", b"null"])
async def test_a_broken_body_is_a_bad_request(local: Local, body: bytes) -> None:
    for content_type in ("application/json", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"):
        url = f"{local.url}/bot{local.token}/sendMessage"
        async with local.http.post(url, data=body, headers={"Content-Type": content_type}) as response:
            assert response.status == 400
            assert (await response.json())["ok"] is False
