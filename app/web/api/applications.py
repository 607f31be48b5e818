"""Offers for briefs: what fits a channel, offering, talking about it, and the advertiser's yes."""

from app.web.api.calls import Call
from app.web.api.campaigns import brief_of, terms_of
from app.web.api.channels import before_id
from app.web.api.deals import card_of
from app.web.api.models import Done, PathId, nano
from app.web.api.models_campaigns import (
    AnsweredBrief,
    Application,
    ApplicationLine,
    Briefs,
    FormatChoice,
    Formats,
    NewLine,
    NewOffer,
    OfferDraft,
    OfferPreview,
    Take,
)
from app.web.api.models_deals import DealCard
from app.web.api.models_market import PageQuery
from app.web.api.routes import Routes
from models import Party
from services.applications import ApplicationView
from services.applications import OfferDraft as Draft

routes = Routes("Offers for campaigns")


@routes.get("/owner/channels/{channel_id}/briefs")
async def matching_briefs(call: Call, channel_id: PathId, query: PageQuery) -> Briefs:
    """Live briefs for the channel: those that fit, and those that it has to do with. Newest first."""
    before = before_id(query.after)
    found = await call.services.applications.matching(call.actor, channel_id, before, query.limit + 1)
    shown = found[: query.limit]
    rows = [
        AnsweredBrief(
            campaign=brief_of(match.campaign, is_mine=False),
            application_id=match.application.id if match.application else None,
            state=match.application.state if match.application else None,
        )
        for match in shown
    ]
    return Briefs(briefs=rows, next=str(shown[-1].campaign.id) if len(found) > query.limit else None)


@routes.get("/owner/channels/{channel_id}/formats")
async def formats_to_offer(call: Call, channel_id: PathId) -> Formats:
    """What the channel can offer for a brief: its own packages first."""
    found = await call.services.applications.formats(call.actor, channel_id)
    return Formats(
        formats=[
            FormatChoice(
                name=one.name,
                top_hours=one.top_hours,
                feed_hours=one.feed_hours,
                is_permanent=one.is_permanent,
                pinned=one.pinned,
                price=one.price_nano,
            )
            for one in found
        ]
    )


@routes.post("/campaigns/{campaign_id}/offers/preview", moves=False)
async def preview_offer(call: Call, campaign_id: PathId, body: OfferDraft) -> OfferPreview:
    """The terms to which an offer would say yes."""
    seen = await call.services.applications.preview(call.actor, _draft(campaign_id, body))
    return OfferPreview(
        campaign_version=seen.campaign.version, channel_title=seen.channel.title, terms=terms_of(seen.terms)
    )


@routes.post("/campaigns/{campaign_id}/offers", status=201)
async def make_offer(call: Call, campaign_id: PathId, body: NewOffer) -> Application:
    """Offer, or offer anew: the last word counts."""
    row = await call.services.applications.apply(call.actor, _draft(campaign_id, body), body.seen_version)
    return await _shown(call, row.id)


@routes.get("/applications/{application_id}")
async def show_application(call: Call, application_id: PathId) -> Application:
    """For the advertiser and for those who manage the channel."""
    return await _shown(call, application_id)


@routes.post("/applications/{application_id}/messages", status=201)
async def ask_about_offer(call: Call, application_id: PathId, body: NewLine) -> Application:
    """Ask, or answer: one line to the other side."""
    await call.services.applications.write(call.actor, application_id, body.text)
    return await _shown(call, application_id)


@routes.post("/applications/{application_id}/withdraw")
async def withdraw_offer(call: Call, application_id: PathId) -> Done:
    """The owner takes his offer back, or turns an invitation down."""
    await call.services.applications.withdraw(call.actor, application_id)
    return Done()


@routes.post("/applications/{application_id}/decline")
async def decline_offer(call: Call, application_id: PathId) -> Done:
    await call.services.applications.decline(call.actor, application_id)
    return Done()


@routes.post("/applications/{application_id}/take", status=201)
async def take_offer(call: Call, application_id: PathId, body: Take) -> DealCard:
    """Say yes to the offer that was on the screen: its deal begins agreed, and only wallets are missing."""
    deal = await call.services.applications.start(call.actor, application_id, body.terms_hash)
    return await card_of(call, deal.id)


def _draft(campaign_id: int, body: OfferDraft | NewOffer) -> Draft:
    return Draft(campaign_id, body.channel_id, body.format, nano(body.price), body.pitch)


async def _shown(call: Call, application_id: int) -> Application:
    return _application(await call.services.applications.look(call.actor, application_id))


def _application(view: ApplicationView) -> Application:
    row = view.application
    lines = [
        ApplicationLine(party=one.party, is_mine=one.party is view.party, text=one.text, created_at=one.created_at)
        for one in view.lines
    ]
    return Application(
        id=row.id,
        state=row.state,
        party=view.party,
        campaign=brief_of(view.campaign, is_mine=view.party is Party.ADVERTISER),
        channel_id=view.channel.id,
        channel_title=view.channel.title,
        terms=terms_of(view.terms) if view.terms else None,
        pitch=row.pitch,
        average_views=view.average_views,
        cpm=view.cpm_nano,
        obstacle=view.obstacle,
        deal_id=row.deal_id,
        lines=lines,
    )
