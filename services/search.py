"""Search of listings: filters as one value, keyset pages, a cache that forgets on every change.

Guarantees:
* A page costs the same however deep it is: it continues from the last row's sort value and id, never from an offset.
* Only what can be bought is found: active listings with at least one active package.
* A cached page is at most `listing_cache_seconds` old, and a change drops all pages at once.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models import Channel, Listing, ListingStatus, StatsSnapshot
from services.ports import Cache

PREFIX = "search:"
WORDS = 5
"""How many words of a text filter are looked for."""


class Sort(StrEnum):
    PRICE = "price"
    """Cheapest first."""
    SUBSCRIBERS = "subscribers"
    """Largest first."""
    NEW = "new"


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """What a person looks for; zero and the empty string leave a side open. Kept per person as JSON."""

    min_price_nano: int = 0
    max_price_nano: int = 0
    min_subscribers: int = 0
    max_subscribers: int = 0
    language: str = ""
    category: str = ""
    text: str = ""
    sort: str = Sort.SUBSCRIBERS.value

    def to_json(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "SearchFilters":
        """Tolerates what an older version wrote."""
        known = {name: value for name, value in raw.items() if name in cls.__dataclass_fields__}
        return cls(**known)


@dataclass(frozen=True, slots=True)
class ListingRow:
    """One line of the results."""

    id: int
    title: str
    username: str | None
    subscribers: int
    price_nano: int
    """The cheapest package."""
    category: str
    language: str
    average_views: int | None
    cpm_nano: int | None
    """Price of a thousand views of the cheapest package, where views are known."""


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[ListingRow] = field(default_factory=list)
    next: str | None = None
    """Where the next page begins; None on the last."""


async def forget_searches(cache: Cache) -> None:
    await cache.delete_pattern(f"{PREFIX}*")


def search_text(channel: Channel, description: str) -> str:
    """What a text filter looks at."""
    return " ".join(filter(None, (channel.title, channel.username, description))).lower()


def cpm(price_nano: int, average_views: int | None) -> int | None:
    return price_nano * 1000 // average_views if average_views else None


async def cached_page(cache: Cache, seconds: int, filters: SearchFilters, after: str | None, limit: int) -> Page:
    asked = json.dumps([filters.to_json(), after, limit], sort_keys=True)
    key = PREFIX + hashlib.sha256(asked.encode()).hexdigest()[:32]
    kept = await cache.get(key)
    if kept is not None:
        raw = json.loads(kept)
        return Page([ListingRow(**row) for row in raw["rows"]], raw["next"])
    page = await find_page(filters, after, limit)
    await cache.set(key, json.dumps(asdict(page)).encode(), seconds)
    return page


async def find_page(filters: SearchFilters, after: str | None, limit: int) -> Page:
    found = _continued(_filtered(filters), filters, after)
    rows = await found.limit(limit + 1).values(
        "id", "subscribers", "price_nano", "category", "language", "channel_id", "channel__title", "channel__username"
    )
    shown = [await _row(row) for row in rows[:limit]]
    return Page(shown, _cursor(filters, shown[-1]) if len(rows) > limit else None)


def _filtered(filters: SearchFilters) -> QuerySet[Listing]:
    found = Listing.filter(status=ListingStatus.ACTIVE, price_nano__gte=max(filters.min_price_nano, 1))
    bounds = {
        "price_nano__lte": filters.max_price_nano,
        "subscribers__gte": filters.min_subscribers,
        "subscribers__lte": filters.max_subscribers,
        "language": filters.language,
        "category": filters.category,
    }
    found = found.filter(**{name: value for name, value in bounds.items() if value})
    for word in filters.text.lower().split()[:WORDS]:
        found = found.filter(search_text__contains=word.removeprefix("@"))
    return found


def _continued(found: QuerySet[Listing], filters: SearchFilters, after: str | None) -> QuerySet[Listing]:
    """After the cursor, in order. The bound beside the OR lets the index skip what was shown already."""
    value, last_id = (int(part) for part in after.split(":")) if after else (0, 0)
    match filters.sort:
        case Sort.NEW:
            return (found.filter(id__lt=last_id) if after else found).order_by("-id")
        case Sort.PRICE:
            beyond = Q(price_nano__gt=value) | Q(price_nano=value, id__gt=last_id)
            return (found.filter(beyond, price_nano__gte=value) if after else found).order_by("price_nano", "id")
    beyond = Q(subscribers__lt=value) | Q(subscribers=value, id__lt=last_id)
    return (found.filter(beyond, subscribers__lte=value) if after else found).order_by("-subscribers", "-id")


def _cursor(filters: SearchFilters, last: ListingRow) -> str:
    return f"{last.price_nano if filters.sort == Sort.PRICE else last.subscribers}:{last.id}"


async def _row(raw: dict[str, Any]) -> ListingRow:
    measured = StatsSnapshot.filter(channel_id=raw["channel_id"]).exclude(average_views=None)
    newest = await measured.order_by("-taken_at", "-id").first()
    views = newest.average_views if newest else None
    price = int(str(raw["price_nano"]))
    return ListingRow(
        id=int(str(raw["id"])),
        title=str(raw["channel__title"]),
        username=raw["channel__username"],
        subscribers=int(str(raw["subscribers"])),
        price_nano=price,
        category=str(raw["category"]),
        language=str(raw["language"]),
        average_views=views,
        cpm_nano=cpm(price, views),
    )
