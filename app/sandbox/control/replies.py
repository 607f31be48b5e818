"""Errors with codes, and reading what a script sends."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from app.sandbox.telegram import ActRefused, ApiError, UnknownRecord
from app.sandbox.wallet.requests import WalletError

log = logging.getLogger(__name__)
Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
STATUSES = {
    "bad_request": 400,
    "unknown_user": 404,
    "unknown_channel": 404,
    "unknown_message": 404,
    "unknown_wallet": 404,
    "unknown_request": 404,
    "not_found": 404,
    "timeout": 504,
    "internal": 500,
}
CONFLICT = 409


class ControlError(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def error_reply(code: str, message: str) -> web.Response:
    body = {"error": {"code": code, "message": message}}
    return web.json_response(body, status=STATUSES.get(code, CONFLICT))


def guarded(handler: Handler) -> Handler:
    """Turns every refusal into a reply with a code."""

    async def guard(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (ControlError, ActRefused) as refusal:
            return error_reply(refusal.code, str(refusal))
        except UnknownRecord as missing:
            return error_reply(f"unknown_{missing.kind}", str(missing))
        except WalletError as refusal:
            return error_reply("wallet_refused", str(refusal))
        except ApiError as refusal:
            return error_reply("bad_request", refusal.description)
        except TimeoutError as late:
            return error_reply("timeout", str(late))
        except web.HTTPException:
            raise
        except Exception as mistake:
            log.exception("%s %s", request.method, request.path)
            return error_reply("internal", f"{type(mistake).__name__}: {mistake}")

    return guard


class Body:
    """The JSON object of a request, whatever content type the script has named."""

    def __init__(self, values: Json) -> None:
        self.values = values

    @classmethod
    async def of(cls, request: web.Request) -> Body:
        raw = await request.read()
        try:
            values = json.loads(raw) if raw.strip() else {}
        except ValueError:
            values = None
        if not isinstance(values, dict):
            raise ControlError("bad_request", "the body must be a JSON object")
        return cls(values)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def _get(self, name: str, kind: type | tuple[type, ...], default: Any) -> Any:
        value = self.values.get(name)
        if value is None:
            return default
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise ControlError("bad_request", f"{name} is of a wrong type")
        return value

    def text(self, name: str, default: str = "") -> str:
        value: str = self._get(name, str, default)
        return value

    def optional_text(self, name: str) -> str | None:
        value: str | None = self._get(name, str, None)
        return value

    def integer(self, name: str) -> int | None:
        value: int | None = self._get(name, int, None)
        return value

    def number(self, name: str, default: float = 0.0) -> float:
        return float(self._get(name, (int, float), default))

    def flag(self, name: str, default: bool = False) -> bool:
        return bool(self._get(name, bool, default))

    def items(self, name: str) -> list[Any] | None:
        value: list[Any] | None = self._get(name, list, None)
        return value

    def required(self, name: str) -> Any:
        if self.values.get(name) is None:
            raise ControlError("bad_request", f"{name} is missing")
        return self.values[name]

    def person(self, name: str) -> int | str:
        return reference(str(self.required(name)))


def reference(text: str) -> int | str:
    """An id or a username."""
    return int(text) if text.removeprefix("-").isdigit() else text.removeprefix("@")


def path_reference(request: web.Request, name: str) -> int | str:
    return reference(request.match_info[name])


def path_number(request: web.Request, name: str = "id") -> int:
    text = request.match_info[name]
    if not text.isdigit():
        raise ControlError("bad_request", f"{text} is no number")
    return int(text)


def query_number(request: web.Request, name: str, default: float) -> float:
    try:
        return float(request.query.get(name, default))
    except ValueError:
        raise ControlError("bad_request", f"{name} is no number") from None
