"""Listings: what a channel offers, at which price, and how advertisers find it.

Guarantees:
* Whoever manages the channel (right `accept`) edits its listing; others do not see that it could be edited. Telegram is
  asked at every change whether he is an administrator there still.
* What search reads is written together with what it is made of, and every change drops the cached pages.
* Nothing is ever changed under a buyer: a deal copies its terms, a request names the package and the price that were
  seen, and under a package's id nothing but its price changes.
"""

from dataclasses import dataclass, field, replace

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models import (
    FINAL_STATUSES,
    Channel,
    ChannelManager,
    ChannelStatus,
    Deal,
    Listing,
    ListingStatus,
    ManagerRight,
    Package,
    StatsSnapshot,
)
from services.actor import Actor
from services.deals.access import Authorizer
from services.errors import (
    BotNotAdmin,
    Forbidden,
    LargeInput,
    ListingGone,
    ListingHidden,
    NotFound,
    PackageTaken,
    PriceTooLow,
    TooManyPackages,
    TryAgain,
)
from services.formats import Shape, shape_named, shape_of
from services.ports import Cache, Clock
from services.search import (
    ListingRow,
    Looser,
    Page,
    SearchFilters,
    Tally,
    cached_page,
    cpm,
    find_row,
    forget_searches,
    loosened,
)
from services.search_rows import refresh_listing
from services.settings import MarketSettings

DESCRIPTION_LIMIT = 600
EXTRA_LIMIT = 100
MOST_PACKAGES = 6
CATEGORIES = ("news", "crypto", "business", "technology", "education", "entertainment", "lifestyle", "other")
LANGUAGES = ("en", "ru", "uk", "kk", "uz", "fa", "es", "other")


@dataclass(frozen=True, slots=True)
class Offer:
    """A package with what a thousand views would cost in it."""

    package: Package
    shape: Shape
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
    authorizer: Authorizer
    tally: Tally = field(default_factory=Tally)

    # ---- selling

    async def listing_for(self, actor: Actor, channel_id: int, language: str = "en") -> Listing:
        """The channel's listing; the first call drafts one, which search shows once it has a price."""
        await self._check_manager(actor, channel_id)
        now = self.clock.utcnow()
        draft = {"language": language, "created_at": now, "updated_at": now}
        listing, is_new = await Listing.get_or_create(channel_id=channel_id, defaults=draft)
        if is_new:
            await refresh_listing(channel_id)
            await forget_searches(self.cache)
            await listing.refresh_from_db()
        return listing

    async def set_price(self, actor: Actor, listing_id: int, name: str, price_nano: int) -> None:
        """Offer a format at a price, or change its price. Running deals keep theirs.

        Raises PriceTooLow, BadHours, TooManyPackages.
        """
        low, high = self.settings.min_price_nano, self.settings.max_price_nano
        if not low <= price_nano <= high:
            raise PriceTooLow(min_nano=low, max_nano=high)
        shape = shape_named(name)
        listing = await self._mine(actor, listing_id)
        async with in_transaction():
            sold = await Package.filter(listing_id=listing_id, is_active=True)
            known = next((package for package in sold if shape_of(package) == shape), None)
            if known is None and len(sold) >= MOST_PACKAGES:
                raise TooManyPackages(limit=MOST_PACKAGES)
            if known is None:
                await self._sell(listing_id, shape, price_nano)
            else:
                await Package.filter(id=known.id).update(price_nano=price_nano)
            await self._changed(listing)
        await forget_searches(self.cache)

    async def remove_package(self, actor: Actor, listing_id: int, name: str) -> None:
        listing = await self._mine(actor, listing_id)
        async with in_transaction():
            package = await self._sold(listing_id, name)
            if package is not None:
                await Package.filter(id=package.id).update(is_active=False)
            await self._changed(listing)
        await forget_searches(self.cache)

    async def set_extra(self, actor: Actor, listing_id: int, name: str, extra: str) -> None:
        """Promise something besides that nobody can verify; empty: nothing. Raises LargeInput, ListingGone."""
        text = " ".join(extra.replace("\x00", "").split())
        if len(text) > EXTRA_LIMIT:
            raise LargeInput(limit=EXTRA_LIMIT)
        await self._promise(actor, listing_id, name, shape_named(name), extra=text)

    async def set_pinned(self, actor: Actor, listing_id: int, name: str, pinned: bool) -> str:
        """Promise to pin the post while it is watched, or promise it no more; returns the format's name from now on.

        Raises PackageTaken when the other one is on sale already, ListingGone.
        """
        shape = replace(shape_named(name), pinned=pinned)
        await self._promise(actor, listing_id, name, shape)
        return shape.name

    async def describe(self, actor: Actor, listing_id: int, description: str) -> None:
        text = description.replace("\x00", "").strip()
        if len(text) > DESCRIPTION_LIMIT:
            raise LargeInput(limit=DESCRIPTION_LIMIT)
        await self._change(actor, listing_id, description=text)

    async def set_category(self, actor: Actor, listing_id: int, category: str) -> None:
        await self._change(actor, listing_id, category=category if category in CATEGORIES else "other", fair_stale=True)

    async def set_language(self, actor: Actor, listing_id: int, language: str) -> None:
        await self._change(actor, listing_id, language=language if language in LANGUAGES else "other", fair_stale=True)

    async def pause(self, actor: Actor, listing_id: int) -> None:
        """Take no new requests; deals that are open go on."""
        listing = await self._unhidden(actor, listing_id)
        await self._write(listing, status=ListingStatus.PAUSED, fair_stale=True)

    async def resume(self, actor: Actor, listing_id: int) -> None:
        listing = await self._unhidden(actor, listing_id)
        if listing.channel.status is not ChannelStatus.ACTIVE:
            raise BotNotAdmin(channel=listing.channel.title)
        await self._write(listing, status=ListingStatus.ACTIVE, fair_stale=True)

    async def open_deals(self, listing_id: int) -> int:
        """Deals that began at this listing and are not over: whatever is edited, they keep their terms."""
        return await Deal.filter(listing_id=listing_id).exclude(status__in=list(FINAL_STATUSES)).count()

    # ---- buying

    async def search(self, filters: SearchFilters, after: str | None = None, limit: int = 5) -> Page:
        seconds = self.settings.listing_cache_seconds
        return await cached_page(self.cache, seconds, self.tally, filters, after, limit)

    async def loosened(self, filters: SearchFilters) -> list[Looser]:
        """What to take back when nothing was found."""
        return await loosened(filters)

    async def row(self, listing_id: int) -> ListingRow | None:
        """One listing as the results show it; None when it cannot be bought."""
        return await find_row(listing_id)

    async def card_for(self, actor: Actor, listing_id: int) -> ListingCard:
        """A listing as this person may see it: what an administrator took off the market is read by its own people, and
        by nobody else. Raises ListingGone."""
        card = await self.card(listing_id)
        if card.listing.status is ListingStatus.HIDDEN and not actor.is_admin:
            manages = ChannelManager.filter(channel_id=card.channel.id, user_id=actor.user_id)
            if not await manages.exists():
                raise ListingGone()
        return card

    async def card(self, listing_id: int) -> ListingCard:
        """For those who may see it. Raises ListingGone."""
        listing = await Listing.get_or_none(id=listing_id).select_related("channel")
        if listing is None:
            raise ListingGone()
        packages = await Package.filter(listing_id=listing_id, is_active=True).order_by("price_nano", "id")
        views = listing.average_views or None
        active = listing.status is ListingStatus.ACTIVE and listing.channel.status is ChannelStatus.ACTIVE
        return ListingCard(
            listing=listing,
            channel=listing.channel,
            offers=[Offer(package, shape_of(package), cpm(package.price_nano, views)) for package in packages],
            snapshot=await StatsSnapshot.filter(channel_id=listing.channel_id).order_by("-taken_at", "-id").first(),
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

    async def _unhidden(self, actor: Actor, listing_id: int) -> Listing:
        """What an administrator took off the market, only an administrator puts back."""
        listing = await self._mine(actor, listing_id)
        if listing.status is ListingStatus.HIDDEN:
            raise ListingHidden()
        return listing

    async def _mine(self, actor: Actor, listing_id: int) -> Listing:
        """The listing, for whoever is about to change it: Telegram is asked whether he speaks for the channel still."""
        listing = await Listing.get_or_none(id=listing_id).select_related("channel")
        if listing is None:
            raise NotFound(what="listing", id=listing_id)
        await self._check_manager(actor, listing.channel_id)
        await self.authorizer.speaks(actor, listing.channel_id, ManagerRight.ACCEPT)
        return listing

    async def _sold(self, listing_id: int, name: str) -> Package | None:
        shape = shape_named(name)
        sold = await Package.filter(listing_id=listing_id, is_active=True)
        return next((package for package in sold if shape_of(package) == shape), None)

    async def _sell(self, listing_id: int, shape: Shape, price_nano: int, extra: str = "") -> None:
        try:
            async with in_transaction():
                await Package.create(
                    listing_id=listing_id,
                    top_hours=shape.top_hours,
                    feed_hours=shape.feed_hours,
                    is_permanent=shape.is_permanent,
                    pinned=shape.pinned,
                    price_nano=price_nano,
                    extra=extra,
                )
        except IntegrityError as trouble:
            raise TryAgain() from trouble  # another manager offered the same format in this moment

    async def _promise(self, actor: Actor, listing_id: int, name: str, shape: Shape, extra: str | None = None) -> None:
        """Another promise is another package: whoever has the old one on the screen cannot buy the new one by it."""
        listing = await self._mine(actor, listing_id)
        async with in_transaction():
            old = await self._sold(listing_id, name)
            if old is None:
                raise ListingGone()
            kept = old.extra if extra is None else extra
            if (shape_of(old), old.extra) == (shape, kept):
                return
            if shape_of(old) != shape and await self._sold(listing_id, shape.name):
                raise PackageTaken()
            await Package.filter(id=old.id).update(is_active=False)
            await self._sell(listing_id, shape, old.price_nano, kept)
            await self._changed(listing)
        await forget_searches(self.cache)

    async def _change(self, actor: Actor, listing_id: int, **changes: object) -> None:
        await self._write(await self._mine(actor, listing_id), **changes)

    async def _write(self, listing: Listing, **changes: object) -> None:
        async with in_transaction():
            await Listing.filter(id=listing.id).update(**changes)
            await self._changed(listing)
        await forget_searches(self.cache)

    async def _changed(self, listing: Listing) -> None:
        await Listing.filter(id=listing.id).update(updated_at=self.clock.utcnow())
        await refresh_listing(listing.channel_id)
