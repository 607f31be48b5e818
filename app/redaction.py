"""Secrets are taken out of every text that leaves the process for people to read: log lines, error reports.

Two ways, one behind the other: the secrets that this process was given are known word for word (`learn`), in each of
the spellings in which they could come along (URL-quoted, inside JSON, as bytes); what only looks like a secret
(another bot's token, a token of ours, initData, a password in a URL) is found by its shape.
"""

import base64
import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, quote_plus, unquote, urlsplit

from app.config import Settings

HIDDEN = "[hidden]"
SHORTEST = 6
"""Shorter values would tear holes into ordinary words; in URLs and headers they are found by their place."""

BOT_TOKEN = re.compile(r"\d{5,}(?::|%3[Aa])[A-Za-z0-9_-]{25,}")
JWT = re.compile(r"eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]*")
URL_PASSWORD = re.compile(r"(://[^\s/:@'\"]{0,64}:)[^\s/@'\"]{1,200}@")
HEADER = re.compile(
    r"((?:authorization|x-api-key|x-telegram-bot-api-secret-token|cookie)\\*[\"']?\s*[:=,]\s*\\*[\"']?)"
    r"(?:(?:bearer|basic|tma)\s+)?[^\s\"'\\,)}\]]+",
    re.IGNORECASE,
)
BEARER = re.compile(r"\b(bearer|tma)\s+(?!\[hidden\])[^\s\"'\\,)}\]]{8,}", re.IGNORECASE)
NAMED = re.compile(
    r"([A-Za-z_]*(?:private_?key|secret_?key|secret_?token|api_?key|password|jwt_secret|controller_seed)"
    r"\\*[\"']?\s*[:=]\s*\\*[\"']?)(?!\[hidden\])[^\s\"'\\,;&)}\]]+",
    re.IGNORECASE,
)
INIT_HASH = re.compile(r"(?<![A-Za-z_])hash(?:=|%3[Dd]|\\*[\"']?\s*[:,]\s*\\*[\"'])[0-9a-f]{64}")
INIT_ENDS = frozenset(" \t\r\n\"'<>(){}[]")

HINT = re.compile(r"authorization|x-api-|cookie|secret-|bearer|tma ", re.IGNORECASE)
SHORTEST_SHAPE = 10


class Redactor:
    def __init__(self) -> None:
        self._words: tuple[str, ...] = ()

    def learn(self, values: Iterable[str | bytes]) -> None:
        """Hide these from now on."""
        words = set(self._words)
        for value in values:
            words |= spellings(value)
        self._words = tuple(sorted(words, key=len, reverse=True))

    def __call__(self, text: str) -> str:
        for word in self._words:
            if word in text:
                text = text.replace(word, HIDDEN)
        return by_shape(text)

    def tree(self, value: object) -> object:
        """The same for nested data, keys included."""
        match value:
            case str():
                return self(value)
            case bytes():
                return self(repr(value))
            case Mapping():
                return {self(str(key)): self.under(str(key), item) for key, item in value.items()}
            case list() | tuple() | set() | frozenset():
                return [self.tree(item) for item in value]
            case None | bool() | int() | float():
                return value
        return self(str(value))

    def under(self, key: str, item: object) -> object:
        """What stands under a telling name is hidden whatever it looks like."""
        if isinstance(item, str) and TELLING.search(key):
            return HIDDEN
        return self.tree(item)


TELLING = re.compile(r"authorization|cookie|api.?key|password|secret|token|seed|private|init_?data", re.IGNORECASE)


def by_shape(text: str) -> str:
    """The patterns, each behind a look that costs less: nearly every text is an innocent one."""
    if len(text) < SHORTEST_SHAPE:
        return text
    if "eyJ" in text:
        text = JWT.sub(HIDDEN, text)
    if HINT.search(text):
        text = HEADER.sub(rf"\1{HIDDEN}", text)
        text = BEARER.sub(rf"\1 {HIDDEN}", text)
    if not (":" in text or "=" in text or "%3" in text):
        return text
    text = BOT_TOKEN.sub(HIDDEN, text)
    if "@" in text and "://" in text:
        text = URL_PASSWORD.sub(rf"\1{HIDDEN}@", text)
    text = NAMED.sub(rf"\1{HIDDEN}", text)
    return without_init_data(text) if "hash" in text else text


def without_init_data(text: str) -> str:
    """The signature of initData goes with all that it signs: the whole word around it."""
    found = INIT_HASH.search(text)
    while found:
        start, end = found.span()
        while start > 0 and text[start - 1] not in INIT_ENDS:
            start -= 1
        while end < len(text) and text[end] not in INIT_ENDS:
            end += 1
        text = text[:start] + HIDDEN + text[end:]
        found = INIT_HASH.search(text, start)
    return text


def spellings(value: str | bytes) -> set[str]:
    """Every way in which the value may be written in a text."""
    if isinstance(value, bytes):
        encoded = {value.hex(), value.hex().upper(), base64.b64encode(value).decode()}
        shown = repr(value)[2:-1]
        return {*encoded, base64.urlsafe_b64encode(value).decode(), shown, shown.replace("\\", "\\\\")}
    if len(value) < SHORTEST:
        return set()
    in_json = {json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]}
    return {value, quote(value), quote(value, safe=""), quote_plus(value), repr(value)[1:-1], *in_json}


SECRET_NAME = re.compile(r"token|secret|seed$|key$|password|dsn$")


def secrets_among(settings: Mapping[str, object]) -> set[str]:
    """The values that must not be shown: those with a telling name, and the passwords in addresses."""
    found: set[str] = set()
    for name, value in settings.items():
        if not isinstance(value, str) or not value:
            continue
        if SECRET_NAME.search(name):
            found |= {value, *value.replace(",", " ").split(), value.partition(":")[2]}
        if "://" in value:
            found |= _inside(value, is_secret=bool(SECRET_NAME.search(name)))
    return found


def secrets_of(settings: Settings) -> set[str]:
    """All that the settings know or derive."""
    return secrets_among(settings.model_dump()) | secrets_among({"token": settings.token, "secret": settings.secret})


def _inside(address: str, is_secret: bool) -> set[str]:
    """The password in an address; the user's name too where that is the key (a DSN)."""
    try:
        parts = urlsplit(address)
        words = {parts.password, unquote(parts.password or ""), parts.username if is_secret else ""}
    except ValueError:
        return set()
    return {word for word in words if word}


SECRETS = Redactor()
"""This process's own: the log and the error reports ask it, the wiring teaches it."""
