"""From posts that were seen to figures that can be compared: one rule for every source.

* A view count grows for about a day. So the average and the median are of posts that are at least a day old and at most
  a month; a channel that has none of these yet is judged by what is at least an hour old.
* Posts per month is the pace of the posts that were seen, up to now: a channel that fell silent slows down.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.ports import Figures, SeenPost

BOT_API = "bot_api"
RIPE = timedelta(days=1)
YOUNGEST = timedelta(hours=1)
OLDEST = timedelta(days=30)
MONTH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Measured:
    """The columns of one snapshot."""

    subscribers: int
    source: str = BOT_API
    views_source: str | None = None
    average_views: int | None = None
    median_views: int | None = None
    posts_per_month: int | None = None
    languages: dict[str, int] | None = None
    premium_bps: int | None = None


def measured(members: int | None, reports: Sequence[tuple[str, Figures]], now: datetime) -> Measured | None:
    """What all sources together say; of two that know the same, the earlier one counts. None: nobody could count."""
    counts = [("bot_api", members), *((name, figures.subscribers) for name, figures in reports)]
    counted = next(((name, count) for name, count in counts if count is not None), None)
    if counted is None:
        return None
    seen = next(((name, views) for name, report in reports if (views := ripe_views(report.posts, now))), None)
    paces = (posts_per_month(report.posts, now) for _, report in reports)
    return Measured(
        source=counted[0],
        subscribers=counted[1],
        views_source=seen[0] if seen else None,
        average_views=round(statistics.fmean(seen[1])) if seen else None,
        median_views=round(statistics.median(seen[1])) if seen else None,
        posts_per_month=next((pace for pace in paces if pace is not None), None),
        languages=next((dict(report.languages) for _, report in reports if report.languages), None),
        premium_bps=next((report.premium_bps for _, report in reports if report.premium_bps is not None), None),
    )


def ripe_views(posts: Sequence[SeenPost], now: datetime) -> list[int]:
    """The views of the posts that can be judged."""
    known = [(now - post.posted_at, post.views) for post in posts if post.posted_at and post.views is not None]
    ripe = [views for age, views in known if RIPE <= age <= OLDEST]
    return ripe or [views for age, views in known if YOUNGEST <= age <= OLDEST]


def posts_per_month(posts: Sequence[SeenPost], now: datetime) -> int | None:
    dates = sorted(post.posted_at for post in posts if post.posted_at)
    if len(dates) < 2:
        return None
    seconds = max((now - dates[0]).total_seconds(), RIPE.total_seconds())
    return round(len(dates) * MONTH_DAYS * RIPE.total_seconds() / seconds)
