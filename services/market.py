"""Listings: what a channel offers, at which price, and how advertisers find it.

Guarantees:
* Whoever manages the channel (right `accept`) edits its listing; others do not see that it could be edited.
* What search reads (`price_nano`, `subscribers`, `search_text`) is written together with what it is made of, and every
  change drops the cached pages.
* Prices are never changed under a buyer: a deal copies its terms, and a request names the price that was seen.
"""

from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import Channel, ChannelManager, ChannelStatus, Listing, ListingStatus, ManagerRight, Package, StatsSnapshot
from services.actor import Actor
from services.errors import BotNotAdmin, Forbidden, LargeInput, ListingGone, ListingHidden, NotFound, PriceTooLow
from services.ports import Cache, Clock
from services.search import Page, SearchFilters, cached_page, cpm, forget_searches, search_text
from services.settings import MarketSettings

DESCRIPTION_LIMIT = 600
CATEGORIES = ("news", "crypto", "business", "technology", "education", "entertainment", "lifestyle", "other")
LANGUAGES = ("en", "ru", "uk", "kk", "uz", "fa", "es", "other")
MONTH_HOURS = 30 * 24


@dataclass(frozen=True, slots=True)
class Preset:
    """A format that owners offer by one tap."""

    name: str
    top_hours: int
    feed_hours: int
    is_permanent: bool = False


PRESETS = {
    preset.name: preset
    for preset in (
        Preset("1/24", 1, 24),
        Preset("2/48", 2, 48),
        Preset("3/72", 3, 72),
        Preset("permanent", 1, MONTH_HOURS, is_permanent=True),
    )
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A package with what a thousand views would cost in it."""

    package: Package
    preset: str
    cpm_nano: int | None


@dataclass(frozen=True, slots=True)
class ListingCard:
    listing: Listing
    channel: Channel
    offers: list[Offer]
    snapshot: StatsSnapshot | None
    """The newest figures, with their source and age."""
    average_views: int | None
    is_open: bool
    """Can be bought now."""


@dataclass(frozen=True, slots=True)
class Market:
    clock: Clock
    settings: MarketSettings
    cache: Cache

    # ---- selling

    async def listing_for(self, actor: Actor, channel_id: int, language: str = "en") -> Listing:
        """The channel's listing; the first call drafts one, which search shows once it has a price."""
        await self._check_manager(actor, channel_id)
        channel = await Channel.get(id=channel_id)
        now = self.clock.utcnow()
        draft = {
            "language": language,
            "subscribers": channel.subscribers,
            "search_text": search_text(channel, ""),
            "created_at": now,
            "updated_at": now,
        }
        listing, _ = await Listing.get_or_create(channel_id=channel_id, defaults=draft)
        return listing

    async def set_price(self, actor: Actor, listing_id: int, preset: str, price_nano: int) -> None:
        """Offer a preset package at a price, or change its price. Running deals keep theirs."""
        low, high = self.settings.min_price_nano, self.settings.max_price_nano
        if not low <= price_nano <= high:
            raise PriceTooLow(min_nano=low, max_nano=high)
        listing = await self._mine(actor, listing_id)
        chosen = PRESETS[preset]
        async with in_transaction():
            package, _ = await Package.get_or_create(
                listing_id=listing.id,
                top_hours=chosen.top_hours,
                feed_hours=chosen.feed_hours,
                is_permanent=chosen.is_permanent,
                defaults={"price_nano": price_nano},
            )
            await Package.filter(id=package.id).update(price_nano=price_nano, is_active=True)
            await self._refresh(listing)
        await forget_searches(self.cache)

    async def remove_package(self, actor: Actor, listing_id: int, preset: str) -> None:
        listing = await self._mine(actor, listing_id)
        chosen = PRESETS[preset]
        same = {"feed_hours": chosen.feed_hours, "is_permanent": chosen.is_permanent}
        async with in_transaction():
            await Package.filter(listing_id=listing.id, top_hours=chosen.top_hours, **same).update(is_active=False)
            await self._refresh(listing)
        await forget_searches(self.cache)

    async def describe(self, actor: Actor, listing_id: int, description: str) -> None:
        text = description.strip()
        if len(text) > DESCRIPTION_LIMIT:
            raise LargeInput(limit=DESCRIPTION_LIMIT)
        await self._change(actor, listing_id, description=text)

    async def set_category(self, actor: Actor, listing_id: int, category: str) -> None:
        await self._change(actor, listing_id, category=category if category in CATEGORIES else "other")

    async def set_language(self, actor: Actor, listing_id: int, language: str) -> None:
        await self._change(actor, listing_id, language=language if language in LANGUAGES else "other")

    async def pause(self, actor: Actor, listing_id: int) -> None:
        """Take no new requests; deals that are open go on."""
        await self._check_not_hidden(actor, listing_id)
        await self._change(actor, listing_id, status=ListingStatus.PAUSED)

    async def resume(self, actor: Actor, listing_id: int) -> None:
        listing = await self._mine(actor, listing_id)
        if listing.channel.status is not ChannelStatus.ACTIVE:
            raise BotNotAdmin(channel=listing.channel.title)
        await self._check_not_hidden(actor, listing_id)
        await self._change(actor, listing_id, status=ListingStatus.ACTIVE)

    # ---- buying

    async def search(self, filters: SearchFilters, after: str | None = None, limit: int = 5) -> Page:
        return await cached_page(self.cache, self.settings.listing_cache_seconds, filters, after, limit)

    async def card(self, listing_id: int) -> ListingCard:
        """A listing as anybody may see it. Raises ListingGone."""
        listing = await Listing.get_or_none(id=listing_id).select_related("channel")
        if listing is None:
            raise ListingGone()
        packages = await Package.filter(listing_id=listing_id, is_active=True).order_by("price_nano", "id")
        snapshots = StatsSnapshot.filter(channel_id=listing.channel_id).order_by("-taken_at", "-id")
        measured = await snapshots.exclude(average_views=None).first()
        views = measured.average_views if measured else None
        active = listing.status is ListingStatus.ACTIVE and listing.channel.status is ChannelStatus.ACTIVE
        return ListingCard(
            listing=listing,
            channel=listing.channel,
            offers=[Offer(package, preset_of(package), cpm(package.price_nano, views)) for package in packages],
            snapshot=await snapshots.first(),
            average_views=views,
            is_open=active and bool(packages),
        )

    # ---- parts

    async def _check_manager(self, actor: Actor, channel_id: int) -> None:
        manager = await ChannelManager.get_or_none(channel_id=channel_id, user_id=actor.user_id)
        if manager is None:
            raise NotFound(what="channel", id=channel_id)
        if not manager.can_accept:
            raise Forbidden(right=ManagerRight.ACCEPT.value)

    async def _check_not_hidden(self, actor: Actor, listing_id: int) -> None:
        """What an administrator took off the market, only an administrator puts back."""
        if (await self._mine(actor, listing_id)).status is ListingStatus.HIDDEN:
            raise ListingHidden()

    async def _mine(self, actor: Actor, listing_id: int) -> Listing:
        listing = await Listing.get_or_none(id=listing_id).select_related("channel")
        if listing is None:
            raise NotFound(what="listing", id=listing_id)
        await self._check_manager(actor, listing.channel_id)
        return listing

    async def _change(self, actor: Actor, listing_id: int, **changes: object) -> None:
        listing = await self._mine(actor, listing_id)
        async with in_transaction():
            await Listing.filter(id=listing.id).update(**changes)
            await self._refresh(listing)
        await forget_searches(self.cache)

    async def _refresh(self, listing: Listing) -> None:
        """Write what search reads of the listing, made anew from its sources."""
        cheapest = await Package.filter(listing_id=listing.id, is_active=True).order_by("price_nano").first()
        fresh = await Listing.get(id=listing.id).select_related("channel")
        await Listing.filter(id=listing.id).update(
            price_nano=cheapest.price_nano if cheapest else 0,
            subscribers=fresh.channel.subscribers,
            search_text=search_text(fresh.channel, fresh.description),
            updated_at=self.clock.utcnow(),
        )


def preset_of(package: Package) -> str:
    """The preset's name of a package; one with its own hours is called by them."""
    return "permanent" if package.is_permanent else package.name
