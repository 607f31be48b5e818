"""A request's parameters, however they were sent: query, form, multipart or JSON.

Telegram reads leniently (`"5"`, `5`, `"true"`, `1`, JSON inside of strings) and refuses with words of its own;
both are kept here, so that methods only name what they need.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.records import Json


@dataclass(frozen=True)
class Upload:
    content: bytes
    name: str | None = None


@dataclass
class Params:
    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return name in self.uploads or self.values.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return "true" if value else "false"
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        """A number, or the default when it is missing or no number: Telegram reads junk as nothing."""
        return to_int(self.values.get(name), default)

    def number(self, name: str, default: float = 0.0) -> float:
        try:
            return float(self.text(name, str(default)))
        except (ValueError, OverflowError):
            return default

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        return value.strip().lower() in ("true", "yes", "1") if isinstance(value, str) else bool(value)

    def json(self, name: str, what: str) -> Any:
        """A JSON value, sent as itself or as text; None when absent."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        return parse_json(value, what)

    def object(self, name: str, what: str) -> Json | None:
        value = self.json(name, what)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"object expected as {what}")
        return value

    def objects(self, name: str, what: str) -> list[Json] | None:
        value = self.json(name, what)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise bad_request(f"can't parse {what}: expected an Array")
        return value

    def within(self, values: Json) -> Params:
        """The same uploads with other values: an item of an album, a medium to put in place of another."""
        return Params(values, self.uploads)


def parse_json(source: str | bytes, what: str = "") -> Any:
    """The value, or Telegram's refusal; half a surrogate pair is no text."""
    name = f"{what} JSON object".strip()
    try:
        value = json.loads(source)
    except (ValueError, RecursionError):
        raise bad_request(f"can't parse {name}") from None
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return value


def to_int(value: object, default: int = 0) -> int:
    try:
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            number = int(value)
            return number if -(2**63) <= number < 2**63 else default
    except (ValueError, OverflowError):
        pass
    return default
