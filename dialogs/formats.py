"""What a format promises, as facts: the same for a package, an offer and the terms of a deal, on every screen."""

from typing import Protocol

from dialogs.scope import Facts
from services.formats import PIN, shape_of


class Promised(Protocol):
    @property
    def top_hours(self) -> int: ...
    @property
    def feed_hours(self) -> int: ...
    @property
    def is_permanent(self) -> bool: ...
    @property
    def pinned(self) -> bool: ...
    @property
    def extra(self) -> str: ...


def format_facts(thing: Promised) -> Facts:
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
