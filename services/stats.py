"""What is known of a channel: dated figures with their source, how they grew, and their history.

    stats = await services.stats.of(channel_id)          # one card of figures
    points = await services.stats.history(channel_id, 30)  # one point a day, oldest first: what a chart draws

Guarantees:
* Every figure has a source and an age; one that nobody knows is None, never zero.
* History is kept: of each day that is over, one snapshot (`services.stats_writing`).
* Figures come by themselves once a day (`services.stats_taking`). A manager may ask for them between, at most every ten
  minutes, whoever asked last; Telegram's silence gives the turn back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from tortoise.expressions import Q

from models import Channel, ChannelManager
from services.actor import Actor
from services.errors import NotFound, StatsFresh, TryAgain
from services.ports import Charts, Clock, Unreachable
from services.stats_figures import BOT_API, MONTH_DAYS, Measured
from services.stats_taking import Taker
from services.stats_writing import day_of, record, rows_of

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
TOLERANCE = timedelta(days=3)
"""Growth in a week is counted from a snapshot that is at least a week old, and at most so much older."""
PAUSE = timedelta(minutes=10)
"""Between two figures of one channel that people ask for."""
PICTURE_DAYS = 30
LOOK_BACK = MONTH + TOLERANCE


@dataclass(frozen=True, slots=True)
class Point:
    """One day of a channel's history."""

    at: datetime
    subscribers: int
    average_views: int | None


@dataclass(frozen=True, slots=True)
class ChannelStats:
    """The newest of every figure. None: nobody knows."""

    channel_id: int
    subscribers: int
    source: str
    """Who counted the subscribers: `bot_api`, `preview` or a plug-in's name."""
    taken_at: datetime | None
    growth_week: int | None
    growth_month: int | None
    views_source: str | None = None
    views_at: datetime | None = None
    average_views: int | None = None
    median_views: int | None = None
    posts_per_month: int | None = None
    languages: dict[str, int] | None = None
    """Basis points of the audience by language code."""
    premium_bps: int | None = None

    @property
    def er_bps(self) -> int | None:
        """Engagement: views of an average post per subscriber."""
        if self.average_views is None or not self.subscribers:
            return None
        return self.average_views * 10_000 // self.subscribers

    @property
    def posts_per_day(self) -> float | None:
        return None if self.posts_per_month is None else round(self.posts_per_month / MONTH_DAYS, 1)


class Drawn(StrEnum):
    """What a picture shows."""

    GROWTH = "growth"
    VIEWS = "views"


@dataclass(frozen=True, slots=True)
class Stats:
    clock: Clock
    taker: Taker
    charts: Charts | None = None

    # ---- knowing

    async def of(self, channel_id: int) -> ChannelStats:
        """Everything that is known of a channel now. Whoever asks decides who may see it. Raises NotFound."""
        channel = await Channel.get_or_none(id=channel_id)
        if channel is None:
            raise NotFound(what="channel", id=channel_id)
        now = self.clock.utcnow()
        rows = await rows_of(channel_id, now - LOOK_BACK)
        newest = rows[-1] if rows else None
        viewed = _newest_with(rows, "average_views")
        return ChannelStats(
            channel_id=channel_id,
            subscribers=channel.subscribers,
            source=newest["source"] if newest else BOT_API,
            taken_at=newest["taken_at"] if newest else channel.stats_at,
            growth_week=_growth(rows, now - WEEK),
            growth_month=_growth(rows, now - MONTH),
            views_source=viewed.get("views_source"),
            views_at=viewed.get("taken_at"),
            average_views=viewed.get("average_views"),
            median_views=viewed.get("median_views"),
            posts_per_month=_newest_with(rows, "posts_per_month").get("posts_per_month"),
            languages=_newest_with(rows, "languages").get("languages"),
            premium_bps=_newest_with(rows, "premium_bps").get("premium_bps"),
        )

    async def history(self, channel_id: int, days: int = 30) -> list[Point]:
        """One point a day, oldest first, today's last figure included. Days without figures are left out."""
        since = day_of(self.clock.utcnow()) - timedelta(days=days - 1)
        points: dict[datetime, Point] = {}
        for row in await rows_of(channel_id, since):
            day = day_of(row["taken_at"])
            before = points.get(day)
            views = row["average_views"] if row["average_views"] is not None or before is None else before.average_views
            points[day] = Point(day, row["subscribers"], views)
        return list(points.values())

    async def picture(self, channel_id: int, drawn: Drawn, language: str, days: int = PICTURE_DAYS) -> bytes | None:
        """A PNG of the last days; None while there are less than two points to draw a line through."""
        points = await self.history(channel_id, days)
        values = [point.subscribers if drawn is Drawn.GROWTH else point.average_views for point in points]
        if self.charts is None or sum(value is not None for value in values) < 2:
            return None
        return await self.charts.draw([point.at for point in points], values, language)

    # ---- taking

    async def take_due(self) -> int:
        return await self.taker.take_due()

    async def refresh(self, actor: Actor, channel_id: int) -> None:
        """New figures now. Raises NotFound for strangers, StatsFresh when they are fresh enough, TryAgain."""
        manager = await ChannelManager.get_or_none(channel_id=channel_id, user_id=actor.user_id)
        if manager is None:
            raise NotFound(what="channel", id=channel_id)
        now = self.clock.utcnow()
        rested = Q(stats_tried_at=None) | Q(stats_tried_at__lte=now - PAUSE)
        if not await Channel.filter(rested, id=channel_id).update(stats_tried_at=now):
            raise StatsFresh(pause_seconds=int(PAUSE.total_seconds()))
        channel = await Channel.get(id=channel_id)
        try:
            taken = await self.taker.measure(channel)
        except Unreachable as trouble:
            await Channel.filter(id=channel_id, stats_tried_at=now).update(stats_tried_at=None)
            raise TryAgain() from trouble
        if taken is not None:
            await self.record(channel_id, taken)

    async def record(self, channel_id: int, taken: Measured) -> None:
        """Figures that were taken elsewhere."""
        await record(channel_id, taken, self.clock.utcnow())


def _newest_with(rows: Sequence[dict[str, Any]], name: str) -> dict[str, Any]:
    return next((row for row in reversed(rows) if row[name] is not None), {})


def _growth(rows: Sequence[dict[str, Any]], since: datetime) -> int | None:
    """How many subscribers came since the moment; None when there is no snapshot from about then."""
    before = [row for row in rows if since - TOLERANCE <= row["taken_at"] <= since]
    return rows[-1]["subscribers"] - before[-1]["subscribers"] if before else None
