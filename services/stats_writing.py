"""The only writer of snapshots, and of what search and cards keep of the newest one.

* A snapshot and what is kept of it are one transaction.
* Views that nobody has seen for a month are forgotten: they say nothing about a post of today.
* Of each day that is over one snapshot stays, one that knew views if there was such.
"""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.transactions import in_transaction

from models import Channel, Listing, StatsSnapshot
from services.stats_figures import Measured

VIEWS_LAST = timedelta(days=30)
THIN_BACK = timedelta(days=33)


async def record(channel_id: int, measured: Measured, at: datetime) -> None:
    """Write a snapshot, and what search and cards read of the newest one. Cached pages may be behind by their age."""
    async with in_transaction():
        await StatsSnapshot.create(channel_id=channel_id, taken_at=at, **asdict(measured))
        kept: dict[str, Any] = {"subscribers": measured.subscribers, "stats_at": at}
        if measured.average_views is not None:
            kept |= {"average_views": measured.average_views, "views_at": at}
        await Channel.filter(id=channel_id).update(**kept)
        await Channel.filter(id=channel_id, views_at__lt=at - VIEWS_LAST).update(average_views=None, views_at=None)
        await Listing.filter(channel_id=channel_id).update(subscribers=measured.subscribers)


async def thin(channel_id: int, now: datetime) -> int:
    """Leave one snapshot of each day that is over, one that knew views if there is such; returns how many went."""
    today = day_of(now)
    rows = await rows_of(channel_id, today - THIN_BACK, today)
    kept: dict[datetime, dict[str, Any]] = {}
    for row in rows:
        best = kept.get(day_of(row["taken_at"]))
        if best is None or row["average_views"] is not None or best["average_views"] is None:
            kept[day_of(row["taken_at"])] = row
    spare = {row["id"] for row in rows} - {row["id"] for row in kept.values()}
    return await StatsSnapshot.filter(id__in=list(spare)).delete() if spare else 0


def day_of(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


async def rows_of(channel_id: int, since: datetime, until: datetime | None = None) -> list[dict[str, Any]]:
    found = StatsSnapshot.filter(channel_id=channel_id, taken_at__gte=since)
    found = found if until is None else found.filter(taken_at__lt=until)
    return list(await found.order_by("taken_at", "id").values())
