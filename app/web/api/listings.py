"""What a channel sells, for those who manage it: the words, the packages and their prices, on sale or not."""

from app.web.api.calls import Call
from app.web.api.channels import snapshot_of
from app.web.api.formats import Format, name_of, named, spelled
from app.web.api.models import PathId, nano
from app.web.api.models_market import (
    Listing,
    ListingChanges,
    Listings,
    NewListing,
    Package,
    PackagePrice,
)
from app.web.api.routes import Routes
from models import ChannelManager
from models import Listing as ListingRow
from services.errors import NotFound
from services.market import ListingCard, Offer

routes = Routes("Owner: listings")


@routes.post("/owner/listings", status=201)
async def open_listing(call: Call, body: NewListing) -> Listing:
    """The channel's listing; the first call drafts it, and search shows it once it has a price."""
    row = await call.services.market.listing_for(call.actor, body.channel_id, call.language)
    return await _shown(call, row.id)


@routes.get("/owner/listings")
async def my_listings(call: Call) -> Listings:
    managed = ChannelManager.filter(user_id=call.actor.user_id, can_accept=True)
    ids = await ListingRow.filter(channel_id__in=await managed.values_list("channel_id", flat=True)).order_by("id")
    return Listings(listings=[await _shown(call, row.id) for row in ids])


@routes.get("/owner/listings/{listing_id}")
async def show_my_listing(call: Call, listing_id: PathId) -> Listing:
    await _check_mine(call, listing_id)
    return await _shown(call, listing_id)


@routes.patch("/owner/listings/{listing_id}")
async def change_listing(call: Call, listing_id: PathId, body: ListingChanges) -> Listing:
    await _check_mine(call, listing_id)
    market = call.services.market
    if body.description is not None:
        await market.describe(call.actor, listing_id, body.description)
    if body.category is not None:
        await market.set_category(call.actor, listing_id, body.category)
    if body.language is not None:
        await market.set_language(call.actor, listing_id, body.language)
    return await _shown(call, listing_id)


@routes.put("/owner/listings/{listing_id}/packages/{format}")
async def set_price(call: Call, listing_id: PathId, format: Format, body: PackagePrice) -> Listing:
    """Offer a format at a price, or change its price. Running deals keep theirs."""
    await call.services.market.set_price(call.actor, listing_id, named(format), nano(body.price))
    return await _shown(call, listing_id)


@routes.delete("/owner/listings/{listing_id}/packages/{format}")
async def remove_package(call: Call, listing_id: PathId, format: Format) -> Listing:
    await call.services.market.remove_package(call.actor, listing_id, named(format))
    return await _shown(call, listing_id)


@routes.post("/owner/listings/{listing_id}/pause")
async def pause_listing(call: Call, listing_id: PathId) -> Listing:
    """Take no new requests; deals that are open go on."""
    await call.services.market.pause(call.actor, listing_id)
    return await _shown(call, listing_id)


@routes.post("/owner/listings/{listing_id}/resume")
async def resume_listing(call: Call, listing_id: PathId) -> Listing:
    await call.services.market.resume(call.actor, listing_id)
    return await _shown(call, listing_id)


async def _check_mine(call: Call, listing_id: int) -> None:
    row = await ListingRow.get_or_none(id=listing_id)
    if row is None or not await _manages(call, row.channel_id):
        raise NotFound(what="listing", id=listing_id)
    await call.services.market.listing_for(call.actor, row.channel_id)


async def _manages(call: Call, channel_id: int) -> bool:
    return await ChannelManager.filter(channel_id=channel_id, user_id=call.actor.user_id).exists()


async def _shown(call: Call, listing_id: int) -> Listing:
    return listing_of(await call.services.market.card(listing_id))


def listing_of(card: ListingCard) -> Listing:
    row, channel = card.listing, card.channel
    return Listing(
        id=row.id,
        channel_id=channel.id,
        title=channel.title,
        username=channel.username,
        description=row.description,
        category=row.category,
        language=row.language,
        subscribers=channel.subscribers,
        average_views=card.average_views,
        snapshot=snapshot_of(card.snapshot) if card.snapshot else None,
        packages=[package_of(offer) for offer in card.offers],
        status=row.status,
        is_open=card.is_open,
    )


def package_of(offer: Offer) -> Package:
    row = offer.package
    return Package(
        id=row.id,
        name=name_of(row),
        format=spelled(name_of(row)),
        top_hours=row.top_hours,
        feed_hours=row.feed_hours,
        is_permanent=row.is_permanent,
        pinned=row.pinned,
        price=row.price_nano,
        cpm=offer.cpm_nano,
    )
