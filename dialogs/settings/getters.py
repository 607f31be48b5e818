"""What the settings know."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dialogs.scope import Facts
from models import User
from services.parsing_time import timezone_name
from services.users import SPOKEN

if TYPE_CHECKING:
    from services.bundle import Services

ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Kyiv",
    "Europe/Moscow",
    "Asia/Dubai",
    "Asia/Tashkent",
    "Asia/Kolkata",
    "UTC",
)
"""One tap each; any other is typed."""


async def home(services: "Services", user: User, **_: object) -> Facts:
    return {
        "language": user.language,
        "zone": timezone_name(user.timezone, user.language or "en"),
        "zone_known": user.timezone_known,
        "now_at": services.clock.utcnow(),
    }


async def language(user: User, **_: object) -> Facts:
    return {"languages": [{"id": code, "label_key": f"settings-language-{code}"} for code in SPOKEN]}


async def timezone(services: "Services", user: User, **_: object) -> Facts:
    now = services.clock.utcnow()
    choices = [
        {"id": str(number), "label_key": zone_key(name), "clock": f"{now.astimezone(ZoneInfo(name)):%H:%M}"}
        for number, name in enumerate(ZONES)
    ]
    return {"zones": choices, "zone": timezone_name(user.timezone, user.language or "en"), "now_at": now}


def zone_key(name: str) -> str:
    return f"settings-zone-{name.rsplit('/', 1)[-1].lower()}"
