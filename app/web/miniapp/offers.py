"""A channel's answer to a brief: which briefs fit, the offer, and what both sides say about it."""

from app.texts import coins
from app.web.miniapp.campaigns import brief_facts
from app.web.miniapp.visit import View, Visit
from models import ApplicationState, CampaignStatus, Party
from services.application_views import LINE_LIMIT
from services.applications import PITCH_LIMIT
from services.campaigns import LIVE, STANDING
from services.errors import NotFound
from services.formats import format_facts
from services.matching import may_offer

PAGE = 20


async def matching(visit: Visit) -> View:
    """The briefs for one of my channels."""
    card = await visit.services.channels.card(visit.actor, visit.number())
    before = visit.asked_number("before")
    found = await visit.services.applications.matching(visit.actor, card.channel.id, before, PAGE + 1)
    shown = found[:PAGE]
    return View(
        "briefs.html",
        {
            "channel": card.channel,
            "rows": [(match, brief_facts(match.campaign)) for match in shown],
            "before": shown[-1].campaign.id if len(found) > PAGE else None,
        },
    )


async def write(visit: Visit) -> View:
    """An offer of one of my channels for a brief; the version that is shown is the one that it is made for."""
    card = await visit.services.channels.card(visit.actor, visit.number())
    brief = (await visit.services.campaigns.card(visit.actor, visit.number("campaign"))).campaign
    known = await visit.services.applications.answer_of(visit.actor, card.channel.id, brief.id)
    if not may_offer(known) or brief.status not in LIVE:
        raise NotFound(what="campaign", id=brief.id)
    formats = await visit.services.applications.formats(visit.actor, card.channel.id)
    return View(
        "offer_write.html",
        {
            "channel": card.channel,
            "brief": brief,
            "facts": brief_facts(brief),
            "known": known,
            "price": coins(known.price_nano) if known and known.price_nano else "",
            "formats": formats,
            "fee_bps": visit.services.settings.fee_bps,
            "min_nano": visit.services.settings.min_price_nano,
            "limit": PITCH_LIMIT,
        },
    )


async def application(visit: Visit) -> View:
    view = await visit.services.applications.look(visit.actor, visit.number())
    row, brief = view.application, view.campaign
    is_owner = view.party is Party.OWNER
    standing = row.state in STANDING
    offered = row.state is ApplicationState.APPLIED
    return View(
        "application.html",
        {
            "view": view,
            "row": row,
            "format": format_facts(view.terms) if view.terms else {},
            "brief": brief,
            "facts": brief_facts(brief),
            "party": view.party.value,
            "lines": [(line, line.party is view.party) for line in view.lines],
            "limit": LINE_LIMIT,
            "standing": standing,
            "may_offer": is_owner and may_offer(row) and (standing or brief.status is CampaignStatus.OPEN),
            "may_take": not is_owner and offered and not view.obstacle,
            "may_decline": not is_owner and standing,
            "may_withdraw": is_owner and standing,
        },
    )
