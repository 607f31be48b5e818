"""What the windows of briefs and their offers know."""

from typing import TYPE_CHECKING

from aiogram_dialog import DialogManager

from dialogs.campaigns.briefs import brief_facts, campaign_id_of, parts_of
from dialogs.scope import Facts, kept
from models import Campaign, CampaignStatus
from services.actor import Actor
from services.campaigns import LIVE
from services.comparing import Comparison, Order
from services.deals.terms import Terms
from services.formats import format_facts

if TYPE_CHECKING:
    from services.bundle import Services

PAGE = 5


async def home(services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.campaigns.mine(actor)
    return {"campaigns": [_line(one) for one in found], "is_empty": not found}


def _line(campaign: Campaign) -> Facts:
    facts = {"id": str(campaign.id), "title": campaign.title, "status": campaign.status.value}
    return {**facts, "ends_at": campaign.expires_at, "max_nano": campaign.max_price_nano}


async def card(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.campaigns.card(actor, campaign_id_of(dialog_manager))
    campaign, mine = found.campaign, found.is_mine
    dialog_manager.dialog_data["seen_version"] = campaign.version
    status = campaign.status
    return {
        **brief_facts(parts_of(campaign)),
        "status": status.value,
        "ends_at": campaign.expires_at,
        "offers_count": found.offers,
        "invited_count": found.invited,
        "is_mine": mine,
        "is_theirs": not mine,
        "has_offers": mine and bool(found.offers),
        "may_offer": not mine and status in LIVE,
        "is_live": mine and status in LIVE,
        "is_open": mine and status is CampaignStatus.OPEN,
        "is_paused": mine and status is CampaignStatus.PAUSED,
        "may_extend": mine and status is not CampaignStatus.CLOSED,
        "share": campaign.id,
    }


async def offers(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    data = dialog_manager.dialog_data
    order = Order(data.get("order", Order.PRICE.value))
    found = await services.applications.compare(actor, campaign_id_of(dialog_manager), order)
    chosen: dict[str, str] = data.get("chosen", {})
    pages = max(1, (len(found) + PAGE - 1) // PAGE)
    page = min(int(data.get("page", 0)), pages - 1)
    first = page * PAGE
    shown = found[first : first + PAGE]
    data.update(page=page, hashes={str(one.application.id): one.application.terms_hash for one in shown})
    return {
        "offers": [_offer(one, first + number, chosen) for number, one in enumerate(shown, 1)],
        "offers_count": len(found),
        "is_empty": not found,
        "has_offers": bool(found),
        "has_several": len(found) > 1,
        "order": order.value,
        "is_choosing": bool(data.get("choosing")),
        "has_chosen": bool(chosen),
        "chosen_count": len(chosen),
        "has_previous": page > 0,
        "has_next": page < pages - 1,
    }


def _offer(one: Comparison, number: int, chosen: dict[str, str]) -> Facts:
    offer = one.application
    return {
        "id": str(offer.id),
        "number": number,
        "channel": offer.channel.title,
        "price_nano": offer.price_nano,
        **format_facts(Terms.from_json(offer.terms)),
        "subscribers": one.subscribers,
        "views_known": one.average_views is not None,
        "average_views": one.average_views or 0,
        "cpm_nano": one.cpm_nano or 0,
        "is_current": one.is_current,
        "is_chosen": str(offer.id) in chosen,
        "has_pitch": bool(offer.pitch),
        "pitch": shortened(offer.pitch, 150),
    }


def shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


async def start(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    """The chosen offers as they are now; one that is not any more what was chosen says so, and is refused later."""
    chosen: dict[str, str] = kept(dialog_manager, "chosen") or {}
    rows = [await _chosen(services, actor, int(key), terms_hash) for key, terms_hash in chosen.items()]
    total = sum(int(row["price_nano"]) for row in rows)
    payment = services.settings.clocks["payment_seconds"]
    facts = {"chosen": rows, "chosen_count": len(rows), "total_nano": total, "pay_seconds": payment}
    return {**facts, "can_start": bool(rows)}


async def _chosen(services: "Services", actor: Actor, application_id: int, terms_hash: str) -> Facts:
    view = await services.applications.look(actor, application_id)
    terms = view.terms
    return {
        "channel": view.channel.title,
        "price_nano": view.application.price_nano,
        "is_same": view.application.terms_hash == terms_hash and not view.obstacle,
        "window_end_at": terms.window_end if terms else view.campaign.expires_at,
        "author": view.campaign.author.value if terms is None else terms.creative_author.value,
        **(format_facts(terms) if terms else {}),
    }


async def closing(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.campaigns.card(actor, campaign_id_of(dialog_manager))
    return {"title": found.campaign.title, "offers_count": found.offers + found.invited}


async def inviting(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.campaigns.open_ones(actor)
    channel = (await services.market.card(int(kept(dialog_manager, "listing_id") or 0))).channel
    return {"channel": channel.title, "campaigns": [_line(one) for one in found], "is_empty": not found}
