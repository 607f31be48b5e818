"""Briefs, for the advertiser: write, change, end, invite, compare. Anybody signed in may read a live one."""

from typing import Any

from app.web.api.calls import Call
from app.web.api.models import PathId, nano
from app.web.api.models_campaigns import (
    Campaign,
    CampaignChanges,
    Campaigns,
    CompareQuery,
    Invitation,
    NewCampaign,
    Offer,
    Offers,
    OfferTerms,
)
from app.web.api.routes import Routes
from models import Campaign as CampaignRow
from services.campaigns import CampaignCard
from services.comparing import Comparison
from services.deals.terms import Terms

routes = Routes("Campaigns")


@routes.get("/campaigns")
async def my_campaigns(call: Call) -> Campaigns:
    """The live ones and the last few that ended, newest first."""
    mine = await call.services.campaigns.mine(call.actor)
    return Campaigns(campaigns=[await shown(call, row.id) for row in mine])


@routes.post("/campaigns", status=201)
async def publish_campaign(call: Call, body: NewCampaign) -> Campaign:
    row = await call.services.campaigns.publish(call.actor, **_brief(body))
    return await shown(call, row.id)


@routes.get("/campaigns/{campaign_id}")
async def show_campaign(call: Call, campaign_id: PathId) -> Campaign:
    return await shown(call, campaign_id)


@routes.patch("/campaigns/{campaign_id}")
async def edit_campaign(call: Call, campaign_id: PathId, body: CampaignChanges) -> Campaign:
    """Owners whose offers stood for the last version are asked to confirm them."""
    await call.services.campaigns.edit(call.actor, campaign_id, **await _whole_budget(_brief(body), campaign_id))
    return await shown(call, campaign_id)


@routes.post("/campaigns/{campaign_id}/pause")
async def pause_campaign(call: Call, campaign_id: PathId) -> Campaign:
    """Hear of no further channels; the offers that stand can still be taken."""
    await call.services.campaigns.pause(call.actor, campaign_id)
    return await shown(call, campaign_id)


@routes.post("/campaigns/{campaign_id}/resume")
async def resume_campaign(call: Call, campaign_id: PathId) -> Campaign:
    await call.services.campaigns.resume(call.actor, campaign_id)
    return await shown(call, campaign_id)


@routes.post("/campaigns/{campaign_id}/close")
async def close_campaign(call: Call, campaign_id: PathId) -> Campaign:
    """For good. Deals that came of it go on."""
    await call.services.campaigns.close(call.actor, campaign_id)
    return await shown(call, campaign_id)


@routes.post("/campaigns/{campaign_id}/extend")
async def extend_campaign(call: Call, campaign_id: PathId) -> Campaign:
    """As many days as a new one, from now."""
    await call.services.campaigns.extend(call.actor, campaign_id)
    return await shown(call, campaign_id)


@routes.post("/campaigns/{campaign_id}/invitations", status=201)
async def invite_channel(call: Call, campaign_id: PathId, body: Invitation) -> Campaign:
    """Ask a channel for an offer."""
    await call.services.applications.invite(call.actor, campaign_id, body.listing_id)
    return await shown(call, campaign_id)


@routes.get("/campaigns/{campaign_id}/offers")
async def compare_offers(call: Call, campaign_id: PathId, query: CompareQuery) -> Offers:
    """All standing offers beside each other, the best by `sort` first."""
    found = await call.services.applications.compare(call.actor, campaign_id, query.sort)
    return Offers(offers=[_offer(one) for one in found])


async def shown(call: Call, campaign_id: int) -> Campaign:
    return campaign_of(await call.services.campaigns.card(call.actor, campaign_id))


def campaign_of(card: CampaignCard) -> Campaign:
    return brief_of(card.campaign, is_mine=card.is_mine, offers=card.offers, invited=card.invited)


def brief_of(row: CampaignRow, *, is_mine: bool, offers: int = 0, invited: int = 0) -> Campaign:
    return Campaign(
        id=row.id,
        is_mine=is_mine,
        status=row.status,
        title=row.title,
        text=row.text,
        links=row.links,
        restrictions=row.restrictions,
        min_price=row.min_price_nano,
        max_price=row.max_price_nano,
        language=row.language,
        category=row.category,
        min_subscribers=row.min_subscribers,
        window_days=row.window_days,
        author=row.author,
        version=row.version,
        expires_at=row.expires_at,
        offers=offers,
        invited=invited,
    )


def terms_of(terms: Terms) -> OfferTerms:
    return OfferTerms(
        price=terms.price_nano,
        package=terms.package,
        top_hours=terms.top_hours,
        feed_hours=terms.feed_hours,
        is_permanent=terms.is_permanent,
        pinned=terms.pinned,
        creative_author=terms.creative_author,
        window_ends_at=terms.window_end,
        hash=terms.hash,
    )


def _brief(body: NewCampaign | CampaignChanges) -> dict[str, Any]:
    """The parts that were given, as the services name them."""
    given = body.model_dump(exclude_none=True)
    prices = {f"{name}_nano": nano(given.pop(name)) for name in ("min_price", "max_price") if name in given}
    return {**given, **prices}


async def _whole_budget(brief: dict[str, Any], campaign_id: int) -> dict[str, Any]:
    """The two ends of a budget are checked against each other, so both are named when one changes."""
    if not brief.keys() & {"min_price_nano", "max_price_nano"}:
        return brief
    kept = await CampaignRow.get_or_none(id=campaign_id)
    both = {"min_price_nano": kept.min_price_nano, "max_price_nano": kept.max_price_nano} if kept else {}
    return {**both, **brief}


def _offer(one: Comparison) -> Offer:
    row = one.application
    return Offer(
        application_id=row.id,
        channel_title=row.channel.title,
        channel_username=row.channel.username,
        subscribers=one.subscribers,
        average_views=one.average_views,
        cpm=one.cpm_nano,
        terms=terms_of(Terms.from_json(row.terms)),
        pitch=row.pitch,
        is_current=one.is_current,
    )
