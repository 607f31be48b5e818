"""What two people agree on: one frozen object with a hash. A counter-offer makes another, so it voids acceptance.

Clock durations are part of it: a change of settings never changes a running deal.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from models import Deal, Party
from services.formats import Shape


@dataclass(frozen=True, slots=True)
class Terms:
    price_nano: int
    top_hours: int
    feed_hours: int
    window_end_unix: int
    """The post must be published before this moment (unix seconds, UTC)."""
    creative_author: Party = Party.OWNER
    is_permanent: bool = False
    pinned: bool = False
    extra: str = ""
    """What the owner promises besides, in his words: agreed on, but not verified and no matter of the money."""
    clocks: dict[str, int] = field(default_factory=dict)
    """Durations in seconds by name, see `services.deals.clocks`."""

    @property
    def package(self) -> str:
        return f"{self.top_hours}/{self.feed_hours}"

    @property
    def retention_seconds(self) -> int:
        return self.feed_hours * 3600

    @property
    def top_seconds(self) -> int:
        return self.top_hours * 3600

    @property
    def window_end(self) -> datetime:
        return datetime.fromtimestamp(self.window_end_unix, UTC)

    def with_price(self, price_nano: int) -> "Terms":
        return replace(self, price_nano=price_nano)

    def with_shape(self, shape: Shape) -> "Terms":
        return replace(
            self,
            top_hours=shape.top_hours,
            feed_hours=shape.feed_hours,
            is_permanent=shape.is_permanent,
            pinned=shape.pinned,
        )

    def to_json(self) -> dict[str, object]:
        """Without an extra as before there were any: a hash that was agreed on stays what it was."""
        kept = {**asdict(self), "creative_author": self.creative_author.value}
        return kept if self.extra else {name: value for name, value in kept.items() if name != "extra"}

    def spoken(self) -> dict[str, object]:
        """What an offer says, as an event keeps it and a notice tells it: plain JSON under names that have units."""
        return {
            "offer_nano": self.price_nano,
            "top_hours": self.top_hours,
            "feed_hours": self.feed_hours,
            "feed_days": self.feed_hours // 24,
            "is_permanent": self.is_permanent,
            "pinned": self.pinned,
            "extra": self.extra,
            "has_extra": bool(self.extra),
            "window_end_at": self.window_end.isoformat(),
            "terms_hash": self.hash,
        }

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical JSON: what `accept` says yes to."""
        canonical = json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @classmethod
    def of(cls, deal: Deal) -> "Terms":
        return cls.from_json(deal.terms)

    @classmethod
    def from_json(cls, kept: dict[str, object]) -> "Terms":
        raw: dict[str, Any] = dict(kept)
        raw["creative_author"] = Party(str(raw["creative_author"]))
        return cls(**raw)
