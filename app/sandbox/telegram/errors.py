"""Telegram's refusals: a code and a text, both exactly as the real server says them."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer `{"ok": false, ...}` of the Bot API."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


class ConnectionDropped(Exception):
    """A fault asks the server to close the connection instead of answering."""


def bad_request(text: str) -> ApiError:
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    return ApiError(409, f"Conflict: {text}")


def too_many_requests(retry_after_seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after_seconds}", {"retry_after": retry_after_seconds})
