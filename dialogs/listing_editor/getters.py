"""What the listing editor's windows know. The listing is found by the channel: the first look drafts it."""

from typing import TYPE_CHECKING

from aiogram import Bot
from aiogram_dialog import DialogManager

from dialogs.scope import Facts, started_with
from models import Listing, ListingStatus, User
from services.actor import Actor
from services.market import CATEGORIES, LANGUAGES, PRESETS, ListingCard, Offer

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
    return {**listing_facts(found), "link_html": await deep_link(bot, "listing", listing.id), "listing": listing.id}


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
        "preset": offer.preset,
        "is_permanent": package.is_permanent,
        "top_hours": package.top_hours,
        "feed_hours": package.feed_hours,
        "feed_days": package.feed_hours // 24,
        "price_nano": package.price_nano,
        "cpm_known": offer.cpm_nano is not None,
        "cpm_nano": offer.cpm_nano or 0,
    }


async def package(dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, **_: object) -> Facts:
    listing = await listing_of(dialog_manager, services, actor, user)
    found = await services.market.card(listing.id)
    prices = {offer.preset: offer.package.price_nano for offer in found.offers}
    presets = [
        {
            "id": str(number),
            "preset": name,
            "is_permanent": preset.is_permanent,
            "has_price": name in prices,
            "price_nano": prices.get(name, 0),
        }
        for number, (name, preset) in enumerate(PRESETS.items())
    ]
    return {"title": found.channel.title, "presets": presets}


async def price(dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, **_: object) -> Facts:
    listing = await listing_of(dialog_manager, services, actor, user)
    found = await services.market.card(listing.id)
    chosen = PRESETS[dialog_manager.dialog_data["preset"]]
    prices = {offer.preset: offer.package.price_nano for offer in found.offers}
    return {
        "title": found.channel.title,
        "preset": chosen.name,
        "is_permanent": chosen.is_permanent,
        "top_hours": chosen.top_hours,
        "feed_hours": chosen.feed_hours,
        "feed_days": chosen.feed_hours // 24,
        "has_price": chosen.name in prices,
        "price_nano": prices.get(chosen.name, 0),
        "fee_bps": services.settings.fee_bps,
        "min_nano": services.settings.min_price_nano,
    }


async def description(
    dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, **_: object
) -> Facts:
    listing = await listing_of(dialog_manager, services, actor, user)
    return {"description": listing.description, "has_description": bool(listing.description)}


async def categories(**_: object) -> Facts:
    return {"choices": [{"id": name, "label_key": f"category-{name}"} for name in CATEGORIES]}


async def languages(**_: object) -> Facts:
    return {"choices": [{"id": name, "label_key": f"language-{name}"} for name in LANGUAGES]}
