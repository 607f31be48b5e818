"""The owner's side of applications: briefs that fit, what could be offered, the offer itself, and taking it back."""

from dataclasses import dataclass
from datetime import timedelta

from tortoise.transactions import in_transaction

from models import Application, ApplicationState, Campaign, CampaignStatus, Channel, Listing, ManagerRight, Party
from services.actor import Actor
from services.application_access import (
    check_not_banned,
    check_not_own,
    is_healthy,
    load_application,
    managed_channel,
)
from services.application_part import ApplicationPart
from services.application_rows import leave, put
from services.campaigns import LIVE, STANDING, cleaned, notice_of
from services.deals.terms import Terms
from services.errors import (
    BriefChanged,
    CampaignClosed,
    DoesNotFit,
    ListingGone,
    NotFound,
    OfferGone,
    PriceTooLow,
)
from services.matching import Format, Match, formats_of, matches, may_offer, misfit
from services.notices import tell

PITCH_LIMIT = 600


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """What an owner is about to offer."""

    campaign_id: int
    channel_id: int
    format_name: str
    price_nano: int
    pitch: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The terms that an owner is about to say yes to, and the brief that they are for."""

    campaign: Campaign
    channel: Channel
    terms: Terms


@dataclass(frozen=True, slots=True)
class Offering(ApplicationPart):
    async def matching(
        self, actor: Actor, channel_id: int, before_id: int | None = None, limit: int = 5
    ) -> list[Match]:
        channel = await managed_channel(actor, channel_id)
        return await matches(channel, await self._listing(actor, channel), before_id, limit)

    async def answer_of(self, actor: Actor, channel_id: int, campaign_id: int) -> Application | None:
        """What the channel has answered to the brief."""
        channel = await managed_channel(actor, channel_id)
        return await Application.get_or_none(channel_id=channel.id, campaign_id=campaign_id)

    async def formats(self, actor: Actor, channel_id: int) -> list[Format]:
        channel = await managed_channel(actor, channel_id)
        return list((await formats_of(await self._listing(actor, channel))).values())

    async def preview(self, actor: Actor, draft: OfferDraft) -> Preview:
        """What `apply` would offer. Raises what `apply` raises, but for what only Telegram knows."""
        channel = await managed_channel(actor, draft.channel_id)
        campaign, listing = await self._answered(actor, channel, draft.campaign_id)
        return Preview(campaign, channel, await self._terms(campaign, listing, draft))

    async def apply(self, actor: Actor, draft: OfferDraft, seen_version: int) -> Application:
        """Offer, or offer anew: the last word counts. Raises CampaignClosed, DoesNotFit, BriefChanged, PriceTooLow,
        CampaignFull, OwnDeal, OfferGone, ListingGone."""
        pitch = cleaned(draft.pitch, PITCH_LIMIT, required=False)
        await check_not_banned(actor)
        seen = await self.preview(actor, draft)
        if seen.campaign.version != seen_version:
            raise BriefChanged()
        await self.authorizer.authorize(actor, draft.channel_id, ManagerRight.ACCEPT)
        offer = {
            "state": ApplicationState.APPLIED,
            "applicant_id": actor.user_id,
            "campaign_version": seen_version,
            "terms": seen.terms.to_json(),
            "terms_hash": seen.terms.hash,
            "price_nano": seen.terms.price_nano,
            "pitch": pitch,
        }
        async with in_transaction():
            known = await Application.get_or_none(campaign_id=draft.campaign_id, channel_id=draft.channel_id)
            row = await put(seen.campaign, seen.channel, known, offer, self.settings.max_applications, self.clock)
            args = {**notice_of(seen.campaign, row), "channel": seen.channel.title, "price_nano": row.price_nano}
            await tell(seen.campaign.advertiser_id, "notice-campaign-offer", args, None, self.clock)
        return row

    async def withdraw(self, actor: Actor, application_id: int) -> None:
        """Take an offer back, or turn an invitation down."""
        application, party = await load_application(actor, application_id)
        if party is not Party.OWNER:
            raise NotFound(what="application", id=application_id)
        await self.authorizer.speaks(actor, application.channel_id, ManagerRight.ACCEPT)
        await leave(application, self.clock, STANDING, ApplicationState.WITHDRAWN)

    # ---- what can be offered

    async def _answered(self, actor: Actor, channel: Channel, campaign_id: int) -> tuple[Campaign, Listing]:
        """The brief, if this channel may answer it."""
        campaign = await Campaign.get_or_none(id=campaign_id).select_related("advertiser")
        if campaign is None or campaign.advertiser.is_banned:
            raise NotFound(what="campaign", id=campaign_id)
        await check_not_own(channel, campaign)
        known = await Application.get_or_none(campaign_id=campaign_id, channel_id=channel.id)
        if not may_offer(known):
            raise OfferGone()
        has_to_do = known is not None and known.state in STANDING
        if campaign.status not in (LIVE if has_to_do else (CampaignStatus.OPEN,)):
            raise CampaignClosed()
        listing = await self._listing(actor, channel)
        if not is_healthy(listing):
            raise ListingGone()
        reason = "" if has_to_do else misfit(campaign, channel, listing)
        if reason:
            raise DoesNotFit(reason=reason, min_subscribers=campaign.min_subscribers)
        return campaign, listing

    async def _listing(self, actor: Actor, channel: Channel) -> Listing:
        """Its category and language say what the channel is; the first need drafts it."""
        listing = await self.market.listing_for(actor, channel.id)
        listing.channel = channel
        return listing

    async def _terms(self, campaign: Campaign, listing: Listing, draft: OfferDraft) -> Terms:
        least, most = self.settings.min_price_nano, campaign.max_price_nano
        if not least <= draft.price_nano <= most:
            raise PriceTooLow(min_nano=least, max_nano=most)
        chosen = (await formats_of(listing)).get(draft.format_name)
        if chosen is None:
            raise ListingGone()
        end = self.clock.utcnow() + timedelta(days=campaign.window_days)
        return Terms(
            price_nano=draft.price_nano,
            top_hours=chosen.top_hours,
            feed_hours=chosen.feed_hours,
            window_end_unix=int(end.timestamp()),
            creative_author=campaign.author,
            is_permanent=chosen.is_permanent,
            pinned=chosen.pinned,
            extra=chosen.extra,
            clocks=dict(self.settings.clocks),
        )
