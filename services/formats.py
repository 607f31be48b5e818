"""Formats of a post: how long it stays on top and in the feed, and how they are called and read.

A format's name is what people and packages know it by: `2/48`, `permanent`, and with `+pin` for as long as it is
watched. A name means one format and a format has one name.
"""

import re
from dataclasses import dataclass, replace
from typing import Any, Protocol

from services.errors import BadHours

MONTH_HOURS = 30 * 24
"""The longest term that is watched: a permanent post is guaranteed for so long, and then simply stays."""
LEAST_FEED_HOURS = 1
MOST_TOP_HOURS = 48
PIN = "+pin"
PERMANENT = "permanent"
HOURS = re.compile(r"(\d{1,4})\s*(?:[/\\|:+,;-]|на|to|h|ч|\s)\s*(\d{1,4})")
DAYS = re.compile(r"(\d{1,4})\s*(?:[/\\|:+,;-]|на|to|h|ч|\s)\s*(\d{1,3})\s*(?:d|days?|д|дн|дня|дней|день)\.?")
UNITS = re.compile(r"(?<=\d)\s*(?:hours?|hrs?|h|часов|часа|час|ч)\.?(?=[^a-zа-я]|$)")


class Shaped(Protocol):
    """Whatever promises a format: a package, or the terms of a deal."""

    @property
    def top_hours(self) -> int: ...
    @property
    def feed_hours(self) -> int: ...
    @property
    def is_permanent(self) -> bool: ...
    @property
    def pinned(self) -> bool: ...


class Promised(Shaped, Protocol):
    """What is promised whole: a format, and perhaps something besides that nobody verifies."""

    @property
    def extra(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Shape:
    top_hours: int
    feed_hours: int
    is_permanent: bool = False
    pinned: bool = False

    @property
    def name(self) -> str:
        base = PERMANENT if self.is_permanent else f"{self.top_hours}/{self.feed_hours}"
        return base + (PIN if self.pinned else "")

    @property
    def extra(self) -> str:
        """A bare format promises nothing besides."""
        return ""


PRESETS = {shape.name: shape for shape in (Shape(1, 24), Shape(2, 48), Shape(3, 72), Shape(1, MONTH_HOURS, True))}
"""What owners offer by one tap."""


def shape_of(thing: Shaped) -> Shape:
    return Shape(thing.top_hours, thing.feed_hours, thing.is_permanent, thing.pinned)


def shape_named(name: str) -> Shape:
    """The format of that name. Raises BadHours."""
    base = name.removesuffix(PIN)
    shape = PRESETS.get(base) or hours(base)
    return replace(shape, pinned=name.endswith(PIN))


def hours(words: str) -> Shape:
    """`3/48`, `3 48`, `3h/2d`, `3 на 48`: hours on top and in the feed. Raises BadHours, which tells the limits."""
    text = " ".join(words.lower().split())
    if found := DAYS.fullmatch(UNITS.sub("", text)):
        top, feed = int(found[1]), int(found[2]) * 24
    elif found := HOURS.fullmatch(UNITS.sub("", text)):
        top, feed = int(found[1]), int(found[2])
    else:
        raise BadHours(written=words.strip()[:40], most_top_hours=MOST_TOP_HOURS, most_feed_hours=MONTH_HOURS)
    if not (1 <= top <= min(feed, MOST_TOP_HOURS) and LEAST_FEED_HOURS <= feed <= MONTH_HOURS):
        raise BadHours(written=f"{top}/{feed}", most_top_hours=MOST_TOP_HOURS, most_feed_hours=MONTH_HOURS)
    return Shape(top, feed)


def format_facts(thing: Promised) -> dict[str, Any]:
    """What the words for a format need: the same for a package, an offer and the terms of a deal, on every screen."""
    return {
        "is_permanent": thing.is_permanent,
        "pinned": thing.pinned,
        "top_hours": thing.top_hours,
        "feed_hours": thing.feed_hours,
        "feed_days": thing.feed_hours // 24,
        "preset": shape_of(thing).name.removesuffix(PIN),
        "extra": thing.extra,
        "has_extra": bool(thing.extra),
    }
