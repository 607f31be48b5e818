"""What two people agree on: one frozen object with a hash. A counter-offer makes another, so it voids acceptance.

Clock durations are part of it: a change of settings never changes a running deal.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from models import Deal, Party


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

    def to_json(self) -> dict[str, object]:
        return {**asdict(self), "creative_author": self.creative_author.value}

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
