"""The owner's side: channels, their figures, what they sell."""

from app.texts import coins
from app.web.miniapp.figures import figures_of
from app.web.miniapp.market import choices
from app.web.miniapp.visit import View, Visit
from models import Channel, ChannelStatus, ListingStatus
from services.channels import ChannelCard
from services.formats import PRESETS, format_facts
from services.market import CATEGORIES, DESCRIPTION_LIMIT, LANGUAGES, ListingCard

STATS_DAYS = 90


async def mine(visit: Visit) -> View:
    rows = [await _line(visit, channel) for channel in await visit.services.channels.mine(visit.actor)]
    return View("channels.html", {"rows": rows})


async def _line(visit: Visit, channel: Channel) -> dict[str, object]:
    card = await visit.services.channels.card(visit.actor, channel.id)
    return {"channel": channel, "state": _state(card), "price_nano": card.listing.price_nano if card.listing else 0}


def _state(card: ChannelCard) -> str:
    """One word for where the channel stands."""
    if card.channel.status is not ChannelStatus.ACTIVE:
        return "lost"
    if card.listing is None or not card.listing.price_nano:
        return "unpriced"
    return "on-sale" if card.listing.status is ListingStatus.ACTIVE else "paused"


async def add(visit: Visit) -> View:
    """The wizard: name the channel, make the bot an administrator, done."""
    bot = await visit.chat_link("")
    return View("channel_add.html", {"bot": bot.removeprefix("https://t.me/").partition("?")[0]})


async def channel(visit: Visit) -> View:
    card = await visit.services.channels.card(visit.actor, visit.number())
    return View(
        "channel.html",
        {
            "channel": card.channel,
            "state": _state(card),
            "price_nano": card.listing.price_nano if card.listing else 0,
            "may_sell": card.manager.can_accept,
            "payees": ", ".join(user.first_name for user in card.payees),
            "figures": await figures_of(visit, card.channel, STATS_DAYS),
        },
    )


async def editor(visit: Visit) -> View:
    """What buyers see, and its prices. The first look drafts the listing, as in the chat."""
    channel_id = visit.number()
    listing = await visit.services.market.listing_for(visit.actor, channel_id, visit.user.language or "en")
    card = await visit.services.market.card(listing.id)
    return View(
        "listing_edit.html",
        {
            "channel": card.channel,
            "listing": card.listing,
            "presets": _presets(card),
            "categories": choices(visit, "category", CATEGORIES, any_first=False),
            "languages": choices(visit, "language", LANGUAGES, any_first=False),
            "limit": DESCRIPTION_LIMIT,
            "is_open": card.is_open,
            "paused": card.listing.status is ListingStatus.PAUSED,
            "hidden": card.listing.status is ListingStatus.HIDDEN,
            "open_count": await visit.services.market.open_deals(listing.id),
            "delisted": card.listing.status is ListingStatus.DELISTED,
            "fee_bps": visit.services.settings.fee_bps,
            "min_nano": visit.services.settings.min_price_nano,
            "chat": await visit.chat_link(f"listing-{listing.id}"),
        },
    )


def _presets(card: ListingCard) -> list[dict[str, object]]:
    """What is offered by one tap, and what is on sale besides."""
    sold = {offer.shape: offer.package for offer in card.offers}
    return [
        {
            "path": shape.name.replace("/", "-"),
            "facts": format_facts(sold.get(shape, shape)),
            "price": coins(sold[shape].price_nano) if shape in sold else "",
            "extra": sold[shape].extra if shape in sold else "",
        }
        for shape in dict.fromkeys([*PRESETS.values(), *sold])
    ]
