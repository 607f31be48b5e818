"""The advertiser's briefs: write one, see what channels offer for it, choose."""

from typing import Any

from app.texts import coins
from app.web.miniapp.market import choices
from app.web.miniapp.visit import View, Visit
from models import Campaign, CampaignStatus
from services.campaigns import LIMITS, LIVE, WINDOWS
from services.comparing import Order
from services.deals.terms import Terms
from services.errors import NotFound
from services.market import CATEGORIES, LANGUAGES


async def mine(visit: Visit) -> View:
    """My briefs, and the way to those of others: by the channels that I manage."""
    briefs = await visit.services.campaigns.mine(visit.actor)
    channels = await visit.services.channels.mine(visit.actor)
    return View("campaigns.html", {"briefs": briefs, "channels": channels})


async def campaign(visit: Visit) -> View:
    card = await visit.services.campaigns.card(visit.actor, visit.number())
    brief = card.campaign
    channels = await visit.services.channels.mine(visit.actor) if not card.is_mine else []
    return View(
        "campaign.html",
        {
            "brief": brief,
            "facts": brief_facts(brief),
            "is_mine": card.is_mine,
            "offers": card.offers,
            "invited": card.invited,
            "is_live": brief.status in LIVE,
            "is_open": brief.status is CampaignStatus.OPEN,
            "is_over": brief.status is CampaignStatus.EXPIRED,
            "channels": channels,
        },
    )


def brief_facts(brief: Campaign) -> dict[str, Any]:
    return {
        "budget_ends": "between" if 0 < brief.min_price_nano < brief.max_price_nano else "to",
        "min_nano": brief.min_price_nano,
        "max_nano": brief.max_price_nano,
        "category": brief.category or "any",
        "language": brief.language or "any",
        "has_size": brief.min_subscribers > 0,
        "min_subscribers": brief.min_subscribers,
        "window_days": brief.window_days,
        "author": brief.author.value,
    }


async def new(visit: Visit) -> View:
    return _form(visit, None)


async def edit(visit: Visit) -> View:
    card = await visit.services.campaigns.card(visit.actor, visit.number())
    if not card.is_mine or card.campaign.status not in LIVE:
        raise NotFound(what="campaign", id=card.campaign.id)
    return _form(visit, card.campaign)


def _form(visit: Visit, brief: Campaign | None) -> View:
    return View(
        "campaign_edit.html",
        {
            "brief": brief,
            "min_price": coins(brief.min_price_nano) if brief and brief.min_price_nano else "",
            "max_price": coins(brief.max_price_nano) if brief else "",
            "limits": LIMITS,
            "categories": choices(visit, "category", CATEGORIES),
            "languages": choices(visit, "language", LANGUAGES),
            "windows": [(days, visit.t("campaigns-days", days=days, plain=True)) for days in WINDOWS],
        },
    )


async def compared(visit: Visit) -> View:
    """The standing offers beside each other. A yes names the hash of the terms that are shown."""
    campaign_id = visit.number()
    asked = visit.asked("sort")
    order = Order(asked) if asked in set(Order) else Order.PRICE
    rows = await visit.services.applications.compare(visit.actor, campaign_id, order)
    card = await visit.services.campaigns.card(visit.actor, campaign_id)
    return View(
        "offers.html",
        {
            "brief": card.campaign,
            "rows": [(row, Terms.from_json(row.application.terms)) for row in rows],
            "order": order.value,
            "orders": [(one.value, visit.t("btn-order", order=one.value, plain=True)) for one in Order],
        },
    )
