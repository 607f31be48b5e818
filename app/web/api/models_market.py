"""Channels, listings, the search."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from app.web.api.models import Answer, Ask, Coins, Count, Id, IdCursor, Line, PageSize, Price, Query, Text
from models import ChannelStatus, ListingStatus
from services.market import CATEGORIES, LANGUAGES
from services.search import Sort


def _choice(names: tuple[str, ...]) -> tuple[object, ...]:
    def check(value: str) -> str:
        if value not in names:
            raise ValueError(f"one of {', '.join(names)}")
        return value

    return AfterValidator(check), WithJsonSchema({"type": "string", "enum": list(names)})


Category = Annotated[str, *_choice(CATEGORIES)]
Language = Annotated[str, *_choice(LANGUAGES)]


class NewChannel(Ask):
    username: Text = Field(min_length=1, max_length=256)
    """@name, a t.me link, or the chat id of a private channel."""


class Channel(Answer):
    id: int
    chat_id: int
    title: str
    username: str | None
    subscribers: int
    status: ChannelStatus


class Channels(Answer):
    channels: list[Channel]


class Snapshot(Answer):
    taken_at: datetime
    source: str
    subscribers: int
    average_views: int | None


class Statistics(Answer):
    """Newest first."""

    snapshots: list[Snapshot]
    next: str | None


class Manager(Answer):
    user_id: int
    first_name: str
    username: str | None
    can_accept: bool
    can_creative: bool
    can_payout: bool
    is_me: bool


class Managers(Answer):
    managers: list[Manager]


class ManagerChanges(Ask):
    can_payout: bool


class ChannelCard(Answer):
    channel: Channel
    me: Manager
    """What I may do there."""
    snapshot: Snapshot | None
    payees: list[str]
    """First names of those who may take the money."""
    listing_id: int | None


class PageQuery(Query):
    after: IdCursor | None = None
    """What the page before gave as `next`."""
    limit: PageSize = 20


class NewListing(Ask):
    channel_id: Id


class ListingChanges(Ask):
    """What is left out stays."""

    description: Line | None = None
    category: Category | None = None
    language: Language | None = None


class PackagePrice(Ask):
    price: Price


class Package(Answer):
    id: int
    name: str
    """`1/24`, or `permanent`."""
    format: str
    """As an address spells it: `1-24`."""
    top_hours: int
    feed_hours: int
    is_permanent: bool
    pinned: bool
    price: Coins
    cpm: Coins | None
    """What a thousand views cost, where views are known."""


class Listing(Answer):
    id: int
    channel_id: int
    title: str
    username: str | None
    description: str
    category: str
    language: str
    subscribers: int
    average_views: int | None
    snapshot: Snapshot | None
    packages: list[Package]
    status: ListingStatus
    is_open: bool
    """Can be bought now."""


class Listings(Answer):
    listings: list[Listing]


class MarketQuery(Query):
    """Every filter of the chat; one that is left out leaves its side open."""

    after: Annotated[str, Field(pattern=r"^[0-9]{1,18}:[0-9]{1,18}$")] | None = None
    """What the page before gave as `next`."""
    limit: PageSize = 20
    min_subscribers: Count = 0
    max_subscribers: Count = 0
    language: Language | None = None
    category: Category | None = None
    min_price: Price | None = None
    max_price: Price | None = None
    text: Text = Field(default="", max_length=200)
    sort: Sort = Sort.SUBSCRIBERS


class FoundPackage(Answer):
    id: int
    name: str
    price: Coins


class Found(Answer):
    """A listing as one line of the results."""

    id: int
    title: str
    username: str | None
    subscribers: int
    average_views: int | None
    category: str
    language: str
    price: Coins
    """Of the cheapest package."""
    cpm: Coins | None
    packages: list[FoundPackage]


class FoundPage(Answer):
    listings: list[Found]
    next: str | None
