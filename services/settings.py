"""The marketplace's own figures, handed to the services by the wiring. Everything a deal needs is frozen into it."""

from dataclasses import dataclass, field

NOTICES_PER_SECOND = 28.0
"""Telegram takes about 30 messages a second from one bot; the rest is for its screens."""


def default_clocks() -> dict[str, int]:
    """Durations in seconds by the name that `services.deals.clocks` uses."""
    hour = 3600
    return {
        "draft_seconds": 24 * hour,
        "negotiation_seconds": 72 * hour,
        "wallets_seconds": 48 * hour,
        "payment_seconds": 24 * hour,
        "creative_seconds": 48 * hour,
        "schedule_seconds": 48 * hour,
        "grace_seconds": 2 * hour,
        "cure_seconds": 1 * hour,
        "dispute_seconds": 7 * 24 * hour,
        "veto_seconds": 24 * hour,
        "margin_seconds": 24 * hour,
        "none_seconds": 0,
    }


@dataclass(frozen=True, slots=True)
class MarketSettings:
    fee_bps: int = 500
    fee_recipient: str = ""
    """Raw address; empty: the controller itself."""
    min_price_nano: int = 1_000_000_000
    max_price_nano: int = 1_000_000 * 10**9
    window_days: int = 14
    """Default length of the publication window from the offer."""
    max_open_requests: int = 20
    """Unfunded deals that one advertiser may have at a time."""
    campaign_days: int = 14
    """How long a brief stays open, and what an extension gives it anew."""
    max_open_campaigns: int = 5
    max_applications: int = 100
    """Channels that one brief may hear of or invite."""
    clocks: dict[str, int] = field(default_factory=default_clocks)
    admin_ids: frozenset[int] = frozenset()
    coin_symbol: str = "TON"
    listing_cache_seconds: int = 60
    predeploy: bool = False
    large_payout_nano: int = 0
    """More than this to an owner waits for an admin's word, or for the end of the veto; 0: nothing waits."""
