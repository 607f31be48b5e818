"""What the windows of offers know."""

from typing import TYPE_CHECKING, Any

from aiogram_dialog import DialogManager

from dialogs.applications.drafts import application_id_of, campaign_id_of, channel_id_of, draft_of
from dialogs.campaigns.briefs import brief_facts, parts_of
from dialogs.campaigns.getters import shortened
from dialogs.scope import Facts
from models import ApplicationMessage, ApplicationState, Campaign, CampaignStatus, Party
from services.actor import Actor
from services.applications import ApplicationView
from services.campaigns import STANDING
from services.deals.terms import Terms
from services.formats import format_facts
from services.matching import Format, Match

if TYPE_CHECKING:
    from services.bundle import Services

PAGE = 5
LINE = 300
"""How much of a line of the talk a card shows."""


async def channels(services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.channels.mine(actor)
    rows = [{"id": str(one.id), "title": one.title, "is_ok": one.status.value == "active"} for one in found]
    return {"channels": rows, "is_empty": not rows}


async def matching(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    before: list[int] = dialog_manager.dialog_data.get("before", [])
    channel_id = channel_id_of(dialog_manager)
    found = await services.applications.matching(actor, channel_id, before[-1] if before else None, PAGE + 1)
    shown = found[:PAGE]
    dialog_manager.dialog_data["last"] = shown[-1].campaign.id if shown else 0
    channel = (await services.channels.card(actor, channel_id)).channel
    return {
        "channel": channel.title,
        "briefs": [_brief_line(one) for one in shown],
        "is_empty": not shown,
        "has_older": len(found) > PAGE,
        "has_newer": bool(before),
    }


def _brief_line(match: Match) -> Facts:
    state = match.application.state.value if match.application else "none"
    text = shortened(match.campaign.text, 200)
    return {"id": str(match.campaign.id), **brief_facts(parts_of(match.campaign)), "text": text, "state": state}


async def formats(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.applications.formats(actor, channel_id_of(dialog_manager))
    card = await services.campaigns.card(actor, campaign_id_of(dialog_manager))
    rows = [_format(number, one) for number, one in enumerate(found)]
    return {"formats": rows, "max_nano": card.campaign.max_price_nano, "title": card.campaign.title}


def _format(number: int, one: Format) -> Facts:
    return {
        "id": str(number),
        **format_facts(one),
        "has_price": one.price_nano is not None,
        "price_nano": one.price_nano or 0,
    }


async def price(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.applications.formats(actor, channel_id_of(dialog_manager))
    campaign = (await services.campaigns.card(actor, campaign_id_of(dialog_manager))).campaign
    name = dialog_manager.dialog_data.get("format_name")
    usual = next((one.price_nano for one in found if one.name == name), None)
    least = services.settings.min_price_nano
    return {
        "title": campaign.title,
        "price_nano": usual or 0,
        "min_nano": least,
        "max_nano": campaign.max_price_nano,
        "fee_bps": services.settings.fee_bps,
        "has_list_price": usual is not None and least <= usual <= campaign.max_price_nano,
    }


async def confirm(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    draft = draft_of(dialog_manager)
    seen = await services.applications.preview(actor, draft)
    facts = {"channel": seen.channel.title, "title": seen.campaign.title, "ends_at": seen.campaign.expires_at}
    return {**facts, **_terms(seen.terms), "has_pitch": bool(draft.pitch), "pitch": draft.pitch}


def _terms(terms: Terms) -> Facts:
    return {
        **format_facts(terms),
        "price_nano": terms.price_nano,
        "window_end_at": terms.window_end,
        "author": terms.creative_author.value,
    }


async def card(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    view = await services.applications.look(actor, application_id_of(dialog_manager))
    application, campaign = view.application, view.campaign
    remembered: dict[str, Any] = {
        "campaign_id": campaign.id,
        "channel_id": view.channel.id,
        "seen_version": campaign.version,
        "terms_hash": application.terms_hash,
        "deal_id": application.deal_id,
    }
    dialog_manager.dialog_data.update(remembered)
    return {
        **brief_facts(parts_of(campaign)),
        "channel": view.channel.title,
        "username": view.channel.username or "",
        "is_public": bool(view.channel.username),
        "subscribers": view.channel.subscribers,
        "views_known": view.average_views is not None,
        "average_views": view.average_views or 0,
        "cpm_nano": view.cpm_nano or 0,
        **(_terms(view.terms) if view.terms else {}),
        "has_terms": view.terms is not None,
        "has_pitch": bool(application.pitch),
        "pitch": application.pitch,
        "lines": [_said(line, view.party) for line in view.lines[-3:]],
        "state": application.state.value,
        "ends_at": campaign.expires_at,
        "party": view.party.value,
        **_may(view, campaign),
    }


def _may(view: ApplicationView, campaign: Campaign) -> Facts:
    """What this side can do with it now."""
    state, owns = view.application.state, view.party is Party.OWNER
    standing, applied = state in STANDING, state is ApplicationState.APPLIED
    live = campaign.status in (CampaignStatus.OPEN, CampaignStatus.PAUSED)
    again = state is ApplicationState.WITHDRAWN and campaign.status is CampaignStatus.OPEN
    return {
        "is_owner": owns,
        "is_advertiser": not owns,
        "is_standing": standing,
        "has_obstacle": applied and bool(view.obstacle),
        "obstacle": view.obstacle,
        "can_start": not owns and applied and not view.obstacle,
        "can_offer": owns and ((standing and live) or again),
        "can_decline": not owns and standing,
        "can_withdraw": owns and standing,
        "has_deal": view.application.deal_id is not None,
    }


def _said(line: ApplicationMessage, party: Party) -> Facts:
    return {"is_mine": line.party is party, "speaker": line.party.value, "text": shortened(line.text, LINE)}
