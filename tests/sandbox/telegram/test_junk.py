"""Whatever comes in, a Bot API answer goes out: never a 500."""

from __future__ import annotations

import logging
from random import Random
from typing import Any

import pytest

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
    "{}", "[[]]", "\x00", "\ud7ff",
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


@pytest.mark.parametrize("body", [b"{", b"[]", b'"x"', b"\xff\xfe", b"null"])
async def test_a_broken_body_is_a_bad_request(local: Local, body: bytes) -> None:
    for content_type in ("application/json", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"):
        url = f"{local.url}/bot{local.token}/sendMessage"
        async with local.http.post(url, data=body, headers={"Content-Type": content_type}) as response:
            assert response.status == 400
            assert (await response.json())["ok"] is False
