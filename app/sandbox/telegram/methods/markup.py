"""Keyboards under messages: read, checked and written down as Telegram does."""

from __future__ import annotations

from typing import Any

from app.sandbox.telegram.errors import ApiError, bad_request
from app.sandbox.telegram.methods.registry import Call
from app.sandbox.telegram.records import Chat, Json
from app.sandbox.telegram.urls import BadLink, check_link

DATA_LIMIT_BYTES = 64
INLINE_BUTTON_LIMIT = 100
KINDS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
REPLY_KEYS = ("keyboard", "remove_keyboard", "force_reply")
PRIVATE_ONLY = {
    "request_contact": "phone number",
    "request_location": "location",
    "request_chat": "chats",
    "request_users": "users",
    "web_app": "web App buttons",
}


def read_markup(call: Call, chat: Chat, inline_only: bool = False) -> Json | None:
    """The keyboard of the request, or None. An empty inline keyboard is no keyboard."""
    markup = call.params.object("reply_markup", "reply keyboard markup")
    if not markup:
        return None
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "inline keyboard")
        if sum(len(row) for row in rows) > INLINE_BUTTON_LIMIT:
            raise bad_request("REPLY_MARKUP_TOO_LONG")
        kept = [[_inline_button(button, chat) for button in row] for row in rows if row]
        return {"inline_keyboard": kept} if kept else None
    if inline_only or chat.is_channel:
        raise bad_request("inline keyboard expected")
    if not any(key in markup for key in REPLY_KEYS):
        raise bad_request("object expected as reply markup")
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], "reply keyboard")
        return {**markup, "keyboard": [[_reply_button(button, chat) for button in row] for row in rows if row]}
    return markup


def _rows(value: Any, what: str) -> list[list[Any]]:
    if not isinstance(value, list):
        raise bad_request(f'can\'t parse {what}: Field "{what.replace(" ", "_")}" must be of type Array')
    for row in value:
        if not isinstance(row, list):
            raise bad_request(f'can\'t parse {what}: Field "{what.replace(" ", "_")}" must be an Array of Arrays')
    return value


def _button_text(button: Any, what: str) -> str:
    if not isinstance(button, dict):
        raise bad_request(f"can't parse {what} button: expected an Object")
    text = button.get("text")
    if not isinstance(text, str):
        reason = 'Can\'t find field "text"' if text is None else 'Field "text" must be of type String'
        raise bad_request(f"can't parse {what} button: {reason}")
    if not text.strip():
        raise bad_request(
            "BUTTON_TEXT_INVALID" if what.startswith("inline") else "keyboard button text must be non-empty"
        )
    return text


def _inline_button(button: Any, chat: Chat) -> Json:
    text = _button_text(button, "inline keyboard")
    kinds = [kind for kind in KINDS if button.get(kind) is not None]
    if not kinds:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    kind = kinds[0]
    kept: Json = {"text": text, kind: _inline_value(kind, button[kind], chat)}
    for extra in ("style", "icon_custom_emoji_id"):
        if isinstance(button.get(extra), str):
            kept[extra] = button[extra]
    return kept


def _inline_value(kind: str, value: Any, chat: Chat) -> Any:
    if kind == "url":
        return _link(_string(value, kind), "Inline keyboard button")
    if kind == "callback_data":
        if not 1 <= len(_string(value, kind).encode()) <= DATA_LIMIT_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif kind == "web_app":
        if not chat.is_private:
            raise bad_request("BUTTON_TYPE_INVALID")
        return {"url": _link(_inside(value, "url"), "Inline keyboard button Web App", https_only=True)}
    elif kind == "login_url":
        url = _link(_inside(value, "url"), "Inline keyboard button Login", https_only=True)
        return {**value, "url": url}
    elif kind == "copy_text":
        if not 1 <= len(_inside(value, "text")) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif kind in ("callback_game", "pay"):
        raise bad_request("BUTTON_TYPE_INVALID")  # they need a game or an invoice
    return value


def _string(value: Any, field: str) -> str:
    if not isinstance(value, str):
        raise bad_request(f'can\'t parse inline keyboard button: Field "{field}" must be of type String')
    return value


def _inside(value: Any, field: str) -> str:
    if not isinstance(value, dict) or not isinstance(value.get(field), str):
        raise bad_request(f"can't parse inline keyboard button: Can't find field \"{field}\"")
    return str(value[field])


def _link(url: str, what: str, https_only: bool = False) -> str:
    try:
        return check_link(url, https_only)
    except BadLink as refusal:
        raise _lowered(f"{what} {refusal}") from None


def _lowered(text: str) -> ApiError:
    return bad_request(text[0].lower() + text[1:])


def _reply_button(button: Any, chat: Chat) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    _button_text(button, "keyboard")
    asked = next((kind for kind in PRIVATE_ONLY if button.get(kind)), None)
    if asked and not chat.is_private:
        raise bad_request(f"{PRIVATE_ONLY[asked]} can be requested in private chats only")
    for kind in ("request_chat", "request_users"):
        if button.get(kind) is not None and not (
            isinstance(button[kind], dict) and isinstance(button[kind].get("request_id"), int)
        ):
            raise bad_request("can't parse keyboard button: Can't find field \"request_id\"")
    if button.get("web_app"):
        _link(_inside(button["web_app"], "url"), "Keyboard button Web App", https_only=True)
    return {key: value for key, value in button.items() if value is not None}


def url_buttons_only(markup: Json | None) -> Json | None:
    """What a forward keeps: the keyboard, if every button of it is a link."""
    if markup and all("url" in button for row in markup["inline_keyboard"] for button in row):
        return markup
    return None
