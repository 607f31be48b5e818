"""Offers beside each other: price, what a thousand views cost, size, views. An unknown figure comes last."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from models import Application, StatsSnapshot
from services.search import cpm


class Order(StrEnum):
    PRICE = "price"
    """Cheapest first."""
    CPM = "cpm"
    """Cheapest views first."""
    SUBSCRIBERS = "subscribers"
    """Largest first."""
    VIEWS = "views"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Comparison:
    application: Application
    subscribers: int
    average_views: int | None
    cpm_nano: int | None
    is_current: bool
    """Made for the brief as it is now."""


Key = Callable[[Comparison], tuple[bool, int]]
KEYS: dict[Order, Key] = {
    Order.PRICE: lambda one: (False, one.application.price_nano),
    Order.CPM: lambda one: (one.cpm_nano is None, one.cpm_nano or 0),
    Order.SUBSCRIBERS: lambda one: (False, -one.subscribers),
    Order.VIEWS: lambda one: (one.average_views is None, -(one.average_views or 0)),
    Order.NEW: lambda one: (False, -int(one.application.updated_at.timestamp())),
}


async def figures_of(application: Application) -> tuple[int | None, int | None]:
    """Average views of the channel's newest measurement, and the price of a thousand of them in this offer."""
    measured = StatsSnapshot.filter(channel_id=application.channel_id).exclude(average_views=None)
    newest = await measured.order_by("-taken_at", "-id").first()
    views = newest.average_views if newest else None
    return views, cpm(application.price_nano, views) if application.price_nano else None


async def compared(offers: list[Application], order: Order) -> list[Comparison]:
    """Equal ones stand in the order in which they came."""
    rows = []
    for offer in sorted(offers, key=lambda one: one.id):
        views, cpm_nano = await figures_of(offer)
        current = offer.campaign_version == offer.campaign.version
        rows.append(Comparison(offer, offer.channel.subscribers, views, cpm_nano, current))
    return sorted(rows, key=KEYS[order])
