"""A channel's figures as tiles and charts. An unknown figure is left out, never shown as zero."""

from typing import Any

from app.texts import date
from app.web.miniapp.charts import line
from app.web.miniapp.visit import Visit
from models import Channel
from services.stats import ChannelStats, Point

DAYS = 30
Facts = dict[str, Any]


async def figures_of(visit: Visit, channel: Channel, days: int = DAYS) -> Facts:
    stats = await visit.services.stats.of(channel.id)
    points = await visit.services.stats.history(channel.id, days)
    return {
        "tiles": _tiles(visit, stats),
        "charts": [drawn for drawn in (_members(visit, points), _views(visit, points)) if drawn],
        "source": stats.views_source or stats.source,
        "taken_at": stats.taken_at,
    }


def _tiles(visit: Visit, stats: ChannelStats) -> list[Facts]:
    counts = [
        ("mini-tile-subscribers", stats.subscribers, False),
        ("mini-tile-week", stats.growth_week, True),
        ("mini-tile-month", stats.growth_month, True),
        ("mini-tile-views", stats.average_views, False),
        ("mini-tile-median", stats.median_views, False),
    ]
    tiles = [_tile(visit, key, value, signed) for key, value, signed in counts if value is not None]
    if stats.er_bps is not None:
        tiles.append({"key": "mini-tile-er", "shown": _share(visit, stats.er_bps), "trend": ""})
    if stats.posts_per_day is not None:
        tiles.append({"key": "mini-tile-posts", "shown": f"{stats.posts_per_day:g}", "trend": ""})
    if stats.premium_bps is not None:
        tiles.append(
            {
                "key": "mini-tile-premium",
                "shown": _share(visit, stats.premium_bps),
                "trend": "",
            }
        )
    return tiles


def _share(visit: Visit, bps: int) -> str:
    """To a tenth of a per cent, as the chat says it."""
    return visit.t("stats-share", share_bps=bps // 10 * 10, plain=True)


def _tile(visit: Visit, key: str, value: int, signed: bool) -> Facts:
    shown = visit.t("mini-count", count=abs(value), plain=True)
    sign = "" if not signed or not value else "+" if value > 0 else "−"
    return {"key": key, "shown": sign + shown, "trend": {"+": "up", "−": "down"}.get(sign, "")}


def _members(visit: Visit, points: list[Point]) -> Facts | None:
    return _chart(visit, "mini-chart-subscribers", [(point, point.subscribers) for point in points])


def _views(visit: Visit, points: list[Point]) -> Facts | None:
    known = [(point, point.average_views) for point in points if point.average_views is not None]
    return _chart(visit, "mini-chart-views", known)


def _chart(visit: Visit, key: str, values: list[tuple[Point, int]]) -> Facts | None:
    """Two points make a line; one says nothing that the tiles do not."""
    if len(values) < 2:
        return None
    first, last = values[0], values[-1]
    days = [(point.at - first[0].at).days for point, _ in values]
    label = visit.t(key, plain=True)
    return {
        "key": key,
        "svg": line(days, [value for _, value in values], label),
        "first": _end(visit, *first),
        "last": _end(visit, *last),
    }


def _end(visit: Visit, point: Point, value: int) -> str:
    day = date(point.at, visit.t.language, "UTC")
    return f"{day} · {visit.t('mini-count', count=value, plain=True)}"
