"""Search of listings: filters as one value, keyset pages, a cache that forgets on every change.

Guarantees:
* A page costs the same however deep it is: it continues from the last row's sort value and id, never from an offset.
* One statement a page, and none per row: a listing repeats what a row shows (`services.search_rows`).
* Only what can be bought is found: active listings with at least one active package.
* A cached page is at most `listing_cache_seconds` old, and a change drops all pages at once, also those that are just
  being read: a page that a change overtook on its way into the cache is taken out again.
"""

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from tortoise import BaseDBAsyncClient, Tortoise

from models.market import UNKNOWN_CPM
from services.ports import Cache
from services.search_sql import DATABASE_INT, count_sql, one_sql, page_sql

PREFIX = "search:"
CHANGE = "latest-change-of-searches"
"""What the latest change left in the cache, a word of its own: who reads a page sees by it that it was overtaken."""
CHANGE_SECONDS = 3600
"""Longer than any page is on its way."""
COUNTED = 50
"""Up to how many channels an empty search promises behind a looser filter."""


class Sort(StrEnum):
    PRICE = "price"
    """Cheapest first."""
    CPM = "cpm"
    """Cheapest views first; channels whose views are unknown come last, here and by views."""
    SUBSCRIBERS = "subscribers"
    """Largest first."""
    VIEWS = "views"
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
        """Tolerates what another version wrote."""
        known = {name: value for name, value in raw.items() if name in cls.__dataclass_fields__}
        if known.get("sort") not in list(Sort):
            known.pop("sort", None)
        return cls(**known)


PARTS: dict[str, dict[str, Any]] = {
    "price": {"min_price_nano": 0, "max_price_nano": 0},
    "subscribers": {"min_subscribers": 0, "max_subscribers": 0},
    "category": {"category": ""},
    "language": {"language": ""},
    "text": {"text": ""},
}
"""What a person sets and takes back as one, and how it looks when it is open."""


class ListingRow(NamedTuple):
    """One line of the results. A tuple, because results are made of thousands of them: it costs a tenth."""

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
    fair_percentile: int | None = None
    """How many of a hundred similar channels sell views cheaper; None where too few are similar."""
    fair_count: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[ListingRow] = field(default_factory=list)
    next: str | None = None
    """Where the next page begins; None on the last."""


@dataclass(frozen=True, slots=True)
class Looser:
    """A filter without which there would be something, and how much (counted up to COUNTED)."""

    part: str
    found: int


@dataclass(slots=True)
class Tally:
    """How often the cache knew the answer, since the process started."""

    hits: int = 0
    misses: int = 0


async def forget_searches(cache: Cache) -> None:
    """After the change is committed."""
    await cache.set(CHANGE, secrets.token_bytes(8), CHANGE_SECONDS)
    await cache.delete_pattern(f"{PREFIX}*")


def cpm(price_nano: int, average_views: int | None) -> int | None:
    return min(price_nano * 1000 // average_views, UNKNOWN_CPM - 1) if average_views else None


async def cached_page(
    cache: Cache, seconds: int, tally: Tally, filters: SearchFilters, after: str | None, limit: int
) -> Page:
    if not seconds:
        return await find_page(filters, after, limit)
    asked = json.dumps([filters.to_json(), after, limit], sort_keys=True)
    key = PREFIX + hashlib.sha256(asked.encode()).hexdigest()[:32]
    kept = await cache.get(key)
    if kept is not None:
        tally.hits += 1
        rows, following = json.loads(kept)
        return Page([ListingRow(*row) for row in rows], following)
    tally.misses += 1
    change = await cache.get(CHANGE)
    page = await find_page(filters, after, limit)
    await cache.set(key, json.dumps([page.rows, page.next]).encode(), seconds)
    if await cache.get(CHANGE) != change:
        await cache.delete_pattern(key)
    return page


async def find_page(filters: SearchFilters, after: str | None, limit: int) -> Page:
    rows = [ListingRow(*raw.values()) for raw in await _ask(page_sql(_bounded(filters), after, limit + 1, _dialect()))]
    shown = rows[:limit]
    return Page(shown, _cursor(filters, shown[-1]) if len(rows) > limit else None)


async def find_row(listing_id: int) -> ListingRow | None:
    """One listing as the results show it; None when it cannot be bought."""
    return next((ListingRow(*raw.values()) for raw in await _ask(one_sql(listing_id, _dialect()))), None)


async def loosened(filters: SearchFilters) -> list[Looser]:
    """For a search that found nothing: the parts that alone stand in the way, the most helpful first."""
    helpful = []
    for part, opened in PARTS.items():
        looser = replace(filters, **opened)
        if looser != filters:
            found = (await _ask(count_sql(_bounded(looser), COUNTED, _dialect())))[0]["found"]
            helpful.append(Looser(part, int(found)))
    return sorted((one for one in helpful if one.found), key=lambda one: -one.found)


def _bounded(filters: SearchFilters) -> SearchFilters:
    """Larger numbers of subscribers than a column holds ask for the same channels: none."""
    if filters.min_subscribers <= DATABASE_INT and filters.max_subscribers <= DATABASE_INT:
        return filters
    least, most = (min(number, DATABASE_INT) for number in (filters.min_subscribers, filters.max_subscribers))
    return replace(filters, min_subscribers=least, max_subscribers=most)


async def _ask(statement: tuple[str, list[object]]) -> list[dict[str, Any]]:
    sql, values = statement
    found: list[dict[str, Any]] = await _connection().execute_query_dict(sql, values)
    return found


def _connection() -> BaseDBAsyncClient:
    """PostgreSQL has connections for searches (`app.postgres`); a transaction searches by its own."""
    client = Tortoise.get_connection("default")
    own: BaseDBAsyncClient = getattr(client, "for_searches", client)
    return own


def _dialect() -> str:
    return str(_connection().capabilities.dialect)


def _cursor(filters: SearchFilters, last: ListingRow) -> str:
    match filters.sort:
        case Sort.PRICE:
            value = last.price_nano
        case Sort.CPM:
            value = UNKNOWN_CPM if last.cpm_nano is None else last.cpm_nano
        case Sort.VIEWS:
            value = last.average_views or 0
        case _:
            value = last.subscribers
    return f"{value}:{last.id}"
