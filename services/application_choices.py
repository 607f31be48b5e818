"""The advertiser's side of applications: inviting, comparing, declining, and making a deal of an offer."""

from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import Application, ApplicationState, CampaignStatus, Deal, Listing, ManagerRight, Party
from services.actor import Actor
from services.application_access import (
    check_not_banned,
    check_not_own,
    is_healthy,
    load_application,
    may_invite_again,
    own_campaign,
)
from services.application_part import ApplicationPart
from services.application_rows import bring_words, leave, put
from services.campaigns import STANDING, notice_of, tell_managers
from services.comparing import Comparison, Order, compared
from services.deals.terms import Terms
from services.errors import (
    Banned,
    BotNotAdmin,
    CampaignClosed,
    Forbidden,
    InvitedAlready,
    ListingGone,
    NotFound,
    OfferGone,
    OfferOutdated,
    RightsMissing,
    YouAreNotAdmin,
)

NOTHING_OFFERED: dict[str, object] = {"terms": {}, "terms_hash": "", "price_nano": 0, "pitch": ""}


@dataclass(frozen=True, slots=True)
class Choosing(ApplicationPart):
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

    # ---- what can be taken

    def _check_takeable(self, application: Application, terms: Terms) -> None:
        match self.obstacle(application, terms):
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
        except (BotNotAdmin, RightsMissing) as refusal:
            raise ListingGone() from refusal
