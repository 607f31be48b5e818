"""Offers beside each other: price, what a thousand views cost, size, views. An unknown figure comes last."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from models import Application, Listing
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
    return _figures(application, await _views([application]))


async def compared(offers: list[Application], order: Order) -> list[Comparison]:
    """Equal ones stand in the order in which they came."""
    views = await _views(offers)
    rows = []
    for offer in sorted(offers, key=lambda one: one.id):
        current = offer.campaign_version == offer.campaign.version
        rows.append(Comparison(offer, offer.channel.subscribers, *_figures(offer, views), current))
    return sorted(rows, key=KEYS[order])


async def _views(offers: list[Application]) -> dict[int, int]:
    """By channel, those that are known."""
    listings = Listing.filter(channel_id__in=[one.channel_id for one in offers], average_views__gt=0)
    return {listing.channel_id: listing.average_views for listing in await listings}


def _figures(offer: Application, known: dict[int, int]) -> tuple[int | None, int | None]:
    views = known.get(offer.channel_id)
    return views, cpm(offer.price_nano, views) if offer.price_nano else None
