"""What Telegram marks by itself: links, mentions, hashtags, commands, e-mail addresses."""

from __future__ import annotations

import re

from app.sandbox.telegram.entities.units import units
from app.sandbox.telegram.records import Json

PATTERNS = (
    ("email", re.compile(r"(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)*\.[a-zA-Z]{2,}")),
    (
        "url",
        re.compile(
            r"(?<!\w)(?:(?:https?|tg|ton)://[^\s<>\"]+|(?:[a-zA-Z0-9\-]+\.)+(?:com|org|net|me|io|ru|dev|app)"
            r"(?![\w\-.]*\w)(?:[/?#][^\s<>\"]*)?)"
        ),
    ),
    ("mention", re.compile(r"(?<![\w@])@[a-zA-Z][a-zA-Z0-9_]{3,31}(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/])")),
    ("hashtag", re.compile(r"(?<![\w#])#[^\W\d]\w{0,255}")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?!\w)")),
)
OPAQUE = ("code", "pre", "text_link", "text_mention", "custom_emoji")


def detect(text: str, given: list[Json]) -> list[Json]:
    """Entities found in the text, apart from places that a given entity already speaks for."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in given if e["type"] in OPAQUE]
    found: list[Json] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            piece = match[0].rstrip(".,:;!?)'\"") if kind == "url" else match[0]
            offset = units(text[: match.start()])
            span = (offset, offset + units(piece))
            if not any(span[0] < end and begin < span[1] for begin, end in taken):
                taken.append(span)
                found.append({"type": kind, "offset": offset, "length": span[1] - span[0]})
    return found
