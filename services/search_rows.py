"""What search reads of a listing, made anew from its sources: the only writer of those columns.

Guarantees:
* Whoever changes a source (a package, the channel's name or figures, the description) calls `refresh_listing` in the
  same transaction, so the copy is never older than its source. Whoever holds the cache forgets the searches then.
* A listing whose price of views, or whose neighbours, changed is marked for a new comparison (`services.fair_prices`).
"""

from models import Listing, Package
from models.market import UNKNOWN_CPM
from services.fair_prices import band_of
from services.search import cpm
from services.search_words import search_text

COMPARED_BY = {"size_band", "cpm_nano"}


async def refresh_listing(channel_id: int) -> None:
    """Nothing to do where the channel has no listing."""
    listing = await Listing.get_or_none(channel_id=channel_id).select_related("channel")
    if listing is None:
        return
    channel = listing.channel
    cheapest = await Package.filter(listing_id=listing.id, is_active=True).order_by("price_nano").first()
    price_nano, views = cheapest.price_nano if cheapest else 0, channel.average_views
    cost = cpm(price_nano, views) if price_nano else None
    made: dict[str, object] = {
        "price_nano": price_nano,
        "subscribers": channel.subscribers,
        "average_views": views or 0,
        "cpm_nano": UNKNOWN_CPM if cost is None else cost,
        "size_band": band_of(channel.subscribers),
        "search_text": search_text(channel.title, channel.username, listing.description),
    }
    changed = {name: value for name, value in made.items() if getattr(listing, name) != value}
    if changed.keys() & COMPARED_BY:
        changed["fair_stale"] = True
    if changed:
        await Listing.filter(id=listing.id).update(**changed)
