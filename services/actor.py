"""Who is asking. Doors build an Actor from what they have verified; services believe nothing else about the caller."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    user_id: int
    """Telegram user id; 0 is the platform itself."""
    is_admin: bool = False
    ip_address: str | None = None


PLATFORM = Actor(0)
