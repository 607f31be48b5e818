"""Finding a button the way a person does: in the message meant, else the newest that has it, else the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from app.sandbox.telegram.acts.refusals import ActRefused
from app.sandbox.telegram.records import Callback, Chat, Json, Message

REQUESTS = ("request_chat", "request_users", "request_contact", "web_app", "request_location", "request_poll")


@dataclass(frozen=True)
class Tap:
    """What a tap led to: a callback query, a link to follow, or a text said."""

    kind: str  # callback, url, switch_inline, text
    message: Message | None = None
    callback: Callback | None = None
    url: str | None = None


def inline_buttons(message: Message) -> list[list[Json]]:
    rows: list[list[Json]] = (message.markup or {}).get("inline_keyboard", [])
    return rows


def reply_buttons(chat: Chat) -> list[list[Json]]:
    rows: list[list[Json]] = (chat.keyboard or {}).get("keyboard", [])
    return rows


def find_inline(chat: Chat, text: str | None, data: str | None, message_id: int | None) -> tuple[Message, Json] | None:
    if message_id is not None and message_id not in chat.messages:
        raise ActRefused("unknown_message", f"no message {message_id}")
    candidates = [chat.messages[message_id]] if message_id else sorted(chat.messages.values(), key=lambda m: -m.id)
    for message in candidates:
        for button in (button for row in inline_buttons(message) for button in row):
            if (text is not None and button["text"] == text) or (
                data is not None and button.get("callback_data") == data
            ):
                return message, button
    return None


def find_reply(chat: Chat, text: str | None) -> Json | None:
    return next((button for row in reply_buttons(chat) for button in row if button["text"] == text), None)


def find_request_chat(chat: Chat, text: str | None) -> Json:
    """The `request_chat` button of the reply keyboard."""
    for button in (button for row in reply_buttons(chat) for button in row):
        if button.get("request_chat") and text in (None, button["text"]):
            return button
    raise ActRefused("no_such_button", "there is no button to choose a channel with")


def link_of(button: Json) -> str | None:
    for kind in ("web_app", "login_url"):
        if kind in button:
            return str(button[kind]["url"])
    if "copy_text" in button:
        return str(button["copy_text"]["text"])
    url = button.get("url")
    return str(url) if url else None
