"""What the search windows know."""

from typing import TYPE_CHECKING

from aiogram_dialog import DialogManager

from dialogs.listing_editor.getters import offer_facts
from dialogs.listing_search.filters import filter_facts, filters_of
from dialogs.scope import Facts, actor_of, kept
from models import Package, Party, User
from services.actor import Actor
from services.fair_prices import fair_word
from services.formats import format_facts
from services.market import CATEGORIES, LANGUAGES, ListingCard, Offer
from services.search import COUNTED, ListingRow, Looser, Sort

if TYPE_CHECKING:
    from services.bundle import Services

PAGE = 5
GONE = Package(top_hours=0, feed_hours=0)
"""Stands for a package that was taken off the market while it was looked at: the request will be refused."""
ANY = "any"


async def results(dialog_manager: DialogManager, services: "Services", user: User, **_: object) -> Facts:
    filters = filters_of(user)
    pages: list[str] = dialog_manager.dialog_data.get("pages", [])
    page = await services.market.search(filters, pages[-1] if pages else None, PAGE)
    dialog_manager.dialog_data["next"] = page.next
    first = len(pages) * PAGE + 1
    facts = filter_facts(filters)
    finds_nothing = not page.rows and not pages
    looser = await services.market.loosened(filters) if finds_nothing else []
    return {
        **facts,
        "rows": [_row(row, first + offset) for offset, row in enumerate(page.rows)],
        "is_empty": not page.rows,
        "looser": [_looser(one) for one in looser],
        "has_looser": bool(looser),
        "is_tangled": finds_nothing and not looser and facts["is_filtered"],
        "is_bare": finds_nothing and not facts["is_filtered"],
        "has_next": page.next is not None,
        "has_previous": bool(pages),
    }


def _looser(one: Looser) -> Facts:
    return {"id": one.part, "part": one.part, "found_count": one.found, "is_most": one.found >= COUNTED}


def fair_facts(percentile: int | None, count: int) -> Facts:
    """How a price of views compares; `none` where too few are similar."""
    word = fair_word(percentile)
    return {"fair": word, "has_fair": word != "none", "cheaper_count": percentile or 0, "fair_count": count}


def _row(row: ListingRow, number: int) -> Facts:
    return {
        "id": str(row.id),
        "number": number,
        "title": row.title,
        "subscribers": row.subscribers,
        "price_nano": row.price_nano,
        "views_known": row.average_views is not None,
        "average_views": row.average_views or 0,
        "cpm_nano": row.cpm_nano or 0,
        **fair_facts(row.fair_percentile, row.fair_count),
    }


async def filters(user: User, **_: object) -> Facts:
    return filter_facts(filters_of(user))


async def sorts(**_: object) -> Facts:
    return {"choices": [{"id": sort.value, "label_key": f"sort-{sort.value}"} for sort in Sort]}


async def categories(**_: object) -> Facts:
    return {"choices": [{"id": name, "label_key": f"category-{name}"} for name in (ANY, *CATEGORIES)]}


async def languages(**_: object) -> Facts:
    return {"choices": [{"id": name, "label_key": f"language-{name}"} for name in (ANY, *LANGUAGES)]}


async def card(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    found = await shown_card(dialog_manager, services)
    briefs = await services.campaigns.open_ones(actor) if found.is_open else []
    listing, snapshot = found.listing, found.snapshot
    return {
        "title": found.channel.title,
        "username": found.channel.username or "",
        "is_public": bool(found.channel.username),
        "subscribers": found.channel.subscribers,
        "views_known": found.average_views is not None,
        "average_views": found.average_views or 0,
        **fair_facts(listing.fair_percentile, listing.fair_count),
        "source": snapshot.source if snapshot else "bot_api",
        "taken_at": snapshot.taken_at if snapshot else listing.updated_at,
        "description": listing.description,
        "category_key": f"category-{listing.category}",
        "language_key": f"language-{listing.language}",
        "offers": [offer_facts(offer) for offer in found.offers] if found.is_open else [],
        "is_closed": not found.is_open,
        "is_open": found.is_open,
        "may_invite": bool(briefs),
    }


async def message(dialog_manager: DialogManager, services: "Services", **_: object) -> Facts:
    found = await shown_card(dialog_manager, services)
    return {"title": found.channel.title, **_chosen(dialog_manager, found)}


async def confirm(dialog_manager: DialogManager, services: "Services", **_: object) -> Facts:
    found = await shown_card(dialog_manager, services)
    words = str(dialog_manager.dialog_data.get("words", ""))
    return {
        "title": found.channel.title,
        **_chosen(dialog_manager, found),
        "words": words,
        "has_words": bool(words),
        "author": dialog_manager.dialog_data.get("author", Party.OWNER.value),
        "answer_seconds": services.settings.clocks["negotiation_seconds"],
        "window_days": services.settings.window_days,
    }


async def shown_card(dialog_manager: DialogManager, services: "Services") -> ListingCard:
    return await services.market.card_for(actor_of(dialog_manager), int(kept(dialog_manager, "listing_id") or 0))


def offer_of(found: ListingCard, package_id: int) -> Offer | None:
    return next((offer for offer in found.offers if offer.package.id == package_id), None)


def _chosen(dialog_manager: DialogManager, found: ListingCard) -> Facts:
    """The package as it was chosen: its price is the one that was seen, even if it has changed since."""
    offer = offer_of(found, int(dialog_manager.dialog_data["package_id"]))
    seen = int(dialog_manager.dialog_data["price_nano"])
    if offer is None:
        return {**format_facts(GONE), "price_nano": seen}
    return {**offer_facts(offer), "price_nano": seen}
