"""The market, for everybody who is signed in: search, and one listing."""

from collections import defaultdict

from app.web.api.calls import Call
from app.web.api.formats import name_of
from app.web.api.listings import listing_of
from app.web.api.models import PathId, nano
from app.web.api.models_market import Found, FoundPackage, FoundPage, Listing, MarketQuery
from app.web.api.routes import Routes
from models import Package
from services.errors import ListingGone, NotFound
from services.search import ListingRow, SearchFilters

routes = Routes("Market")


@routes.get("/market/listings")
async def search(call: Call, query: MarketQuery) -> FoundPage:
    """Search, page by page; a page costs the same however deep it is."""
    page = await call.services.market.search(filters_of(query), query.after, query.limit)
    packages = await _packages([row.id for row in page.rows])
    return FoundPage(listings=[found_of(row, packages[row.id]) for row in page.rows], next=page.next)


@routes.get("/market/listings/{listing_id}")
async def show_listing(call: Call, listing_id: PathId) -> Listing:
    try:
        return listing_of(await call.services.market.card_for(call.actor, listing_id))
    except ListingGone:
        raise NotFound(what="listing", id=listing_id) from None


def filters_of(query: MarketQuery) -> SearchFilters:
    return SearchFilters(
        min_price_nano=nano(query.min_price) if query.min_price else 0,
        max_price_nano=nano(query.max_price) if query.max_price else 0,
        min_subscribers=query.min_subscribers,
        max_subscribers=query.max_subscribers,
        language=query.language or "",
        category=query.category or "",
        text=query.text,
        sort=query.sort.value,
    )


async def _packages(listing_ids: list[int]) -> dict[int, list[FoundPackage]]:
    found: dict[int, list[FoundPackage]] = defaultdict(list)
    rows = Package.filter(listing_id__in=listing_ids, is_active=True).order_by("price_nano", "id")
    for row in await rows if listing_ids else []:
        found[row.listing_id].append(FoundPackage(id=row.id, name=name_of(row), price=row.price_nano))
    return found


def found_of(row: ListingRow, packages: list[FoundPackage]) -> Found:
    return Found(
        id=row.id,
        title=row.title,
        username=row.username,
        subscribers=row.subscribers,
        average_views=row.average_views,
        category=row.category,
        language=row.language,
        price=row.price_nano,
        cpm=row.cpm_nano,
        fair_percentile=row.fair_percentile,
        fair_count=row.fair_count,
        packages=packages,
    )
