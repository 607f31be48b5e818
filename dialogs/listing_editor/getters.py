"""What the listing editor's windows know. The listing is found by the channel: the first look drafts it."""

from typing import TYPE_CHECKING

from aiogram import Bot
from aiogram_dialog import DialogManager

from dialogs.scope import Facts, started_with
from models import Listing, ListingStatus, Package, User
from services.actor import Actor
from services.formats import MONTH_HOURS, MOST_TOP_HOURS, PRESETS, format_facts, shape_named
from services.market import CATEGORIES, EXTRA_LIMIT, LANGUAGES, MOST_PACKAGES, ListingCard, Offer

if TYPE_CHECKING:
    from services.bundle import Services


async def listing_of(dialog_manager: DialogManager, services: "Services", actor: Actor, user: User) -> Listing:
    channel_id = int(started_with(dialog_manager, "channel_id") or 0)
    return await services.market.listing_for(actor, channel_id, user.language or "en")


async def card(
    dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, bot: Bot, **_: object
) -> Facts:
    listing = await listing_of(dialog_manager, services, actor, user)
    found = await services.market.card(listing.id)
    link = await deep_link(bot, "listing", listing.id)
    return {**listing_facts(found), **await open_deals(services, listing), "link_html": link, "listing": listing.id}


async def open_deals(services: "Services", listing: Listing) -> Facts:
    """Whoever edits is told that running deals keep their terms."""
    count = await services.market.open_deals(listing.id)
    return {"open_count": count, "has_open": bool(count)}


async def deep_link(bot: Bot, thing: str, id: int) -> str:
    """A link that opens a card in the bot. Owners put their listing's into their channel."""
    me = await bot.me()
    return f"https://t.me/{me.username}?start={thing}-{id}"


def listing_facts(card: ListingCard) -> Facts:
    listing = card.listing
    return {
        "title": card.channel.title,
        "subscribers": card.channel.subscribers,
        "offers": [offer_facts(offer) for offer in card.offers],
        "no_offers": not card.offers,
        "description": listing.description,
        "category_key": f"category-{listing.category}",
        "language_key": f"language-{listing.language}",
        "on_sale": card.is_open,
        "can_pause": listing.status is ListingStatus.ACTIVE and bool(card.offers),
        "is_paused": listing.status is ListingStatus.PAUSED,
        "is_delisted": listing.status is ListingStatus.DELISTED,
        "is_hidden": listing.status is ListingStatus.HIDDEN,
        "reason": listing.hidden_reason,
    }


def offer_facts(offer: Offer) -> Facts:
    package = offer.package
    return {
        "id": str(package.id),
        **format_facts(package),
        "price_nano": package.price_nano,
        "cpm_known": offer.cpm_nano is not None,
        "cpm_nano": offer.cpm_nano or 0,
    }


async def package(dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, **_: object) -> Facts:
    """What is on sale, and below it the usual formats that are not."""
    listing = await listing_of(dialog_manager, services, actor, user)
    found = await services.market.card(listing.id)
    sold = [_line(offer.shape.name, offer.package) for offer in found.offers]
    names = {line["id"] for line in sold}
    usual = [_line(name, None) for name in PRESETS if name not in names]
    return {
        "title": found.channel.title,
        "presets": (sold + usual)[:MOST_PACKAGES],
        "may_add": len(sold) < MOST_PACKAGES,
        **await open_deals(services, listing),
    }


def _line(name: str, package: Package | None) -> Facts:
    facts = format_facts(package or shape_named(name))
    price = package.price_nano if package else 0
    return {**facts, "id": name, "has_price": package is not None, "price_nano": price}


async def price(dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, **_: object) -> Facts:
    listing = await listing_of(dialog_manager, services, actor, user)
    found = await services.market.card(listing.id)
    name = str(dialog_manager.dialog_data["name"])
    sold = next((offer.package for offer in found.offers if offer.shape.name == name), None)
    return {
        "title": found.channel.title,
        **_line(name, sold),
        "fee_bps": services.settings.fee_bps,
        "min_nano": services.settings.min_price_nano,
        "extra_limit": EXTRA_LIMIT,
        **await open_deals(services, listing),
    }


async def hours(dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, **_: object) -> Facts:
    await listing_of(dialog_manager, services, actor, user)
    return {"most_top_hours": MOST_TOP_HOURS, "most_feed_hours": MONTH_HOURS}


async def description(
    dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, **_: object
) -> Facts:
    listing = await listing_of(dialog_manager, services, actor, user)
    return {"description": listing.description, "has_description": bool(listing.description)}


async def categories(**_: object) -> Facts:
    return {"choices": [{"id": name, "label_key": f"category-{name}"} for name in CATEGORIES]}


async def languages(**_: object) -> Facts:
    return {"choices": [{"id": name, "label_key": f"language-{name}"} for name in LANGUAGES]}
