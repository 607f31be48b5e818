"""Finding a channel and asking for a post."""

from typing import Any
from urllib.parse import urlencode

from app.texts import coins
from app.web.miniapp.figures import figures_of
from app.web.miniapp.visit import View, Visit
from models import ChannelManager
from services.errors import ListingGone, Refusal
from services.fair_prices import fair_word
from services.formats import format_facts
from services.market import CATEGORIES, LANGUAGES, Offer
from services.parsing import price_nano, whole_number
from services.search import Page, SearchFilters, Sort

PAGE = 20
AMOUNTS = ("min_price", "max_price")
COUNTS = ("min_subscribers", "max_subscribers")
FIELDS = ("text", "category", "language", "sort", *AMOUNTS, *COUNTS)
Choices = list[tuple[str, str]]


async def results(visit: Visit) -> View:
    """What the address asks for is remembered, in the chat as well; an address without words shows what was kept."""
    asked = any(name in visit.request.query for name in FIELDS)
    trouble, filters = "", SearchFilters.from_json(visit.user.search or {})
    try:
        filters = filters_of(visit) if asked else filters
    except Refusal as refusal:
        trouble = visit.t(refusal.key(), refusal.arguments, plain=True)
    if "clear" in visit.request.query:
        filters = SearchFilters()
    if not trouble and filters.to_json() != visit.user.search:
        await visit.services.users.save_search(visit.actor, filters.to_json())
    page = await _found(visit, filters) if not trouble else Page()
    return View(
        "market.html",
        {
            **_choices(visit),
            "filters": filters,
            "narrowed": filters != SearchFilters(text=filters.text),
            "price_from": coins(filters.min_price_nano) if filters.min_price_nano else "",
            "price_to": coins(filters.max_price_nano) if filters.max_price_nano else "",
            "rows": page.rows,
            "next": _next(filters, page.next) if page.next else "",
            "trouble": trouble,
        },
    )


async def _found(visit: Visit, filters: SearchFilters) -> Page:
    after = visit.asked("after")
    value, _, last = after.partition(":")
    known = value.isascii() and value.isdigit() and last.isascii() and last.isdigit() and len(after) < 38
    return await visit.services.market.search(filters, after if known else None, PAGE)


def filters_of(visit: Visit) -> SearchFilters:
    """Numbers in every notation that the chat reads. Raises BadPrice, AmbiguousPrice, BadNumber."""
    words = {name: visit.asked(name).strip() for name in FIELDS}
    return SearchFilters(
        text=words["text"],
        category=words["category"] if words["category"] in CATEGORIES else "",
        language=words["language"] if words["language"] in LANGUAGES else "",
        sort=words["sort"] if words["sort"] in set(Sort) else Sort.SUBSCRIBERS.value,
        **{f"{name}_nano": price_nano(words[name]) for name in AMOUNTS if words[name]},
        **{name: min(whole_number(words[name]), 2**31 - 1) for name in COUNTS if words[name]},
    )


def _next(filters: SearchFilters, after: str) -> str:
    words = {
        "text": filters.text,
        "category": filters.category,
        "language": filters.language,
        "sort": filters.sort,
        "min_price": coins(filters.min_price_nano) if filters.min_price_nano else "",
        "max_price": coins(filters.max_price_nano) if filters.max_price_nano else "",
        "min_subscribers": filters.min_subscribers or "",
        "max_subscribers": filters.max_subscribers or "",
        "after": after,
    }
    return "#/market?" + urlencode({name: value for name, value in words.items() if value != ""})


def _choices(visit: Visit) -> dict[str, Choices]:
    return {
        "categories": choices(visit, "category", CATEGORIES),
        "languages": choices(visit, "language", LANGUAGES),
        "sorts": [(sort.value, visit.t("btn-sort", sort=sort.value, plain=True)) for sort in Sort],
    }


def choices(visit: Visit, family: str, names: tuple[str, ...], any_first: bool = True) -> Choices:
    first = [("", visit.t(f"{family}-any", plain=True))] if any_first else []
    return first + [(name, visit.t(f"{family}-{name}", plain=True)) for name in names]


async def listing(visit: Visit) -> View:
    card = await visit.services.market.card_for(visit.actor, visit.number())
    mine = await ChannelManager.filter(channel_id=card.channel.id, user_id=visit.user.id).exists()
    briefs = await visit.services.campaigns.open_ones(visit.actor) if card.is_open and not mine else []
    return View(
        "listing.html",
        {
            "listing": card.listing,
            "channel": card.channel,
            "offers": [_shown(offer) for offer in card.offers],
            "is_open": card.is_open,
            "is_mine": mine,
            "briefs": [(brief.id, brief.title) for brief in briefs],
            "figures": await figures_of(visit, card.channel),
            "fair": fair_word(card.listing.fair_percentile),
        },
    )


async def ask(visit: Visit) -> View:
    """Everything once more before a request goes out."""
    card = await visit.services.market.card_for(visit.actor, visit.number())
    wanted = visit.asked_number("package")
    offer = next((each for each in card.offers if each.package.id == wanted), None)
    if offer is None or not card.is_open:
        raise ListingGone()
    return View(
        "ask.html",
        {
            "listing": card.listing,
            "channel": card.channel,
            "offer": _shown(offer),
            "price": coins(offer.package.price_nano),
            "window_days": visit.services.settings.window_days,
            "answer_seconds": visit.services.settings.clocks["negotiation_seconds"],
        },
    )


def _shown(offer: Offer) -> dict[str, Any]:
    return {"package": offer.package, "cpm_nano": offer.cpm_nano, "facts": format_facts(offer.package)}
