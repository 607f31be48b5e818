"""Not more often than so: the last time of a thing, in a Cursor row, taken by compare-and-set."""

from datetime import datetime, timedelta

from models import Cursor
from services.ports import Clock

NAME_LENGTH = 64


async def passed(name: str, pause: timedelta, clock: Clock) -> bool:
    """True for one caller when the pause since the last True has passed (and the first time); it then starts anew."""
    now = clock.utcnow()
    row, fresh = await Cursor.get_or_create(name=name[:NAME_LENGTH], defaults={"value": now.isoformat()})
    if fresh:
        return True
    if now - datetime.fromisoformat(row.value) < pause:
        return False
    return bool(await Cursor.filter(name=row.name, value=row.value).update(value=now.isoformat()))
