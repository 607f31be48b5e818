"""Applications: what channels offer for a brief, and how an advertiser makes deals of it.

Guarantees:
* An application is the owner's standing offer of exact terms, with their hash. The advertiser says yes to that hash;
  offer, deal and acceptance are one transaction, so nobody is bound to terms that he did not say yes to himself.
* An offer is taken only while the brief is the one that its owner read, the channel is healthy, and Telegram says at
  that moment that whoever offered still speaks for the channel.
* One application per channel and brief. Its words and figures are seen by the advertiser and the channel's managers;
  for anybody else it does not exist.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from tortoise.transactions import in_transaction

from models import (
    Application,
    ApplicationMessage,
    ApplicationState,
    Campaign,
    CampaignStatus,
    Channel,
    Deal,
    Listing,
    ManagerRight,
    Party,
)
from services.actor import Actor
from services.application_access import (
    check_not_banned,
    check_not_own,
    is_healthy,
    load_application,
    managed_channel,
    may_invite_again,
    own_campaign,
)
from services.application_rows import bring_words, leave, put
from services.campaigns import LIVE, STANDING, cleaned, notice_of, tell_managers
from services.comparing import Comparison, Order, compared, figures_of
from services.deals.access import Authorizer
from services.deals.terms import Terms
from services.deals.usecases import Deals
from services.errors import (
    Banned,
    BriefChanged,
    CampaignClosed,
    DoesNotFit,
    Forbidden,
    InvitedAlready,
    ListingGone,
    NotFound,
    OfferGone,
    OfferOutdated,
    PriceTooLow,
    YouAreNotAdmin,
)
from services.market import Market
from services.matching import Format, Match, formats_of, matches, may_offer, misfit
from services.notices import tell
from services.ports import Clock
from services.settings import MarketSettings

PITCH_LIMIT = 600
LINE_LIMIT = 1000
NOTHING_OFFERED: dict[str, object] = {"terms": {}, "terms_hash": "", "price_nano": 0, "pitch": ""}
LEAST_TIME = timedelta(days=1)
"""What an offer has to leave for agreeing on the post and publishing it."""


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
class ApplicationView:
    """An application as one of its two sides sees it."""

    application: Application
    campaign: Campaign
    channel: Channel
    party: Party
    terms: Terms | None
    """None while the channel is only invited."""
    average_views: int | None
    cpm_nano: int | None
    obstacle: str
    """Why the offer cannot be taken now: `brief`, `time`, `closed`; empty when it can, or when there is none."""
    lines: list[ApplicationMessage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Applications:
    clock: Clock
    settings: MarketSettings
    authorizer: Authorizer
    deals: Deals
    market: Market

    # ---- the owner's side

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
        await self.authorizer.authorize(actor, application.channel_id, ManagerRight.ACCEPT)
        await leave(application, self.clock, STANDING, ApplicationState.WITHDRAWN)

    # ---- the advertiser's side

    async def invite(self, actor: Actor, campaign_id: int, listing_id: int) -> Application:
        """Ask a channel for an offer. Raises InvitedAlready, CampaignClosed, ListingGone, OwnDeal, CampaignFull."""
        campaign = await own_campaign(actor, campaign_id)
        if campaign.status is not CampaignStatus.OPEN:
            raise CampaignClosed()
        listing = await Listing.get_or_none(id=listing_id).select_related("channel")
        if listing is None or not is_healthy(listing):
            raise ListingGone()
        await check_not_own(listing.channel, campaign)
        known = await Application.get_or_none(campaign_id=campaign_id, channel_id=listing.channel_id)
        if known is not None and not await may_invite_again(known):
            raise InvitedAlready(channel=listing.channel.title)
        async with in_transaction():
            invited: dict[str, object] = {**NOTHING_OFFERED, "state": ApplicationState.INVITED}
            row = await put(campaign, listing.channel, known, invited, self.settings.max_applications, self.clock)
            args = {**notice_of(campaign, row), "channel": listing.channel.title}
            await tell_managers(listing.channel_id, "notice-campaign-invitation", args, self.clock)
        return row

    async def decline(self, actor: Actor, application_id: int) -> None:
        application, party = await load_application(actor, application_id)
        if party is not Party.ADVERTISER:
            raise NotFound(what="application", id=application_id)
        async with in_transaction():
            await leave(application, self.clock, STANDING, ApplicationState.DECLINED)
            args = {**notice_of(application.campaign, application), "channel": application.channel.title}
            await tell_managers(application.channel_id, "notice-campaign-declined", args, self.clock)

    async def compare(self, actor: Actor, campaign_id: int, order: Order = Order.PRICE) -> list[Comparison]:
        """All standing offers beside each other, the best by `order` first."""
        await own_campaign(actor, campaign_id)
        offers = Application.filter(campaign_id=campaign_id, state=ApplicationState.APPLIED)
        return await compared(await offers.select_related("channel", "campaign"), order)

    async def start(self, actor: Actor, application_id: int, terms_hash: str) -> Deal:
        """Say yes to the offer whose hash was on the screen: its deal begins agreed, and only wallets are missing.

        Raises OfferGone, OfferOutdated, CampaignClosed, ListingGone, OwnDeal, TooManyDeals, TryAgain.
        """
        application, party = await load_application(actor, application_id)
        if party is not Party.ADVERTISER:
            raise NotFound(what="application", id=application_id)
        if application.state is not ApplicationState.APPLIED or application.terms_hash != terms_hash:
            raise OfferGone()
        terms = Terms.from_json(application.terms)
        self._check_takeable(application, terms)
        listing = await Listing.get(channel_id=application.channel_id).select_related("channel")
        await self._check_still_offered(application, listing)
        async with in_transaction():
            await leave(
                application, self.clock, (ApplicationState.APPLIED,), ApplicationState.TAKEN, terms_hash=terms_hash
            )
            deal = await self.deals.take_offer(actor, listing, terms, application.campaign_id)
            await Application.filter(id=application_id).update(deal_id=deal.id)
            await bring_words(application, deal, self.clock)
        return deal

    # ---- both sides

    async def look(self, actor: Actor, application_id: int) -> ApplicationView:
        application, party = await load_application(actor, application_id)
        terms = Terms.from_json(application.terms) if application.terms else None
        views, cpm_nano = await figures_of(application)
        lines = await ApplicationMessage.filter(application_id=application_id).order_by("-id").limit(6)
        return ApplicationView(
            application=application,
            campaign=application.campaign,
            channel=application.channel,
            party=party,
            terms=terms,
            average_views=views,
            cpm_nano=cpm_nano,
            obstacle=self._obstacle(application, terms) if terms else "",
            lines=lines[::-1],
        )

    async def write(self, actor: Actor, application_id: int, text: str) -> None:
        """Ask, or answer: one line to the other side."""
        body = cleaned(text, LINE_LIMIT, required=True)
        await check_not_banned(actor)
        application, party = await load_application(actor, application_id)
        if application.state not in STANDING:
            raise OfferGone()
        args = {**notice_of(application.campaign, application), "channel": application.channel.title, "text": body}
        async with in_transaction():
            await ApplicationMessage.create(
                application_id=application_id,
                party=party,
                user_id=actor.user_id,
                text=body,
                created_at=self.clock.utcnow(),
            )
            if party is Party.ADVERTISER:
                await tell_managers(application.channel_id, "notice-campaign-question", args, self.clock)
            else:
                advertiser = application.campaign.advertiser_id
                await tell(advertiser, "notice-campaign-answer", args, None, self.clock)

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
            clocks=dict(self.settings.clocks),
        )

    # ---- what can be taken

    def _obstacle(self, application: Application, terms: Terms) -> str:
        campaign = application.campaign
        if campaign.status not in LIVE:
            return "closed"
        if application.campaign_version != campaign.version:
            return "brief"
        return "time" if terms.window_end - self.clock.utcnow() < LEAST_TIME else ""

    def _check_takeable(self, application: Application, terms: Terms) -> None:
        match self._obstacle(application, terms):
            case "":
                return
            case "closed":
                raise CampaignClosed()
            case reason:
                raise OfferOutdated(reason=reason)

    async def _check_still_offered(self, application: Application, listing: Listing) -> None:
        """Whoever offered must speak for the channel still: a former manager's word binds nobody."""
        if not is_healthy(listing):
            raise ListingGone()
        applicant = Actor(int(application.applicant_id or 0))
        try:
            await check_not_banned(applicant)
            await self.authorizer.authorize(applicant, application.channel_id, ManagerRight.ACCEPT)
        except (NotFound, Forbidden, YouAreNotAdmin, Banned) as refusal:
            raise OfferGone() from refusal
