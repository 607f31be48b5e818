"""Who an application belongs to, and who may speak about it. A stranger learns nothing: it is not there for him."""

from models import (
    FINAL_STATUSES,
    Application,
    ApplicationState,
    Campaign,
    Channel,
    ChannelManager,
    ChannelStatus,
    Deal,
    Listing,
    ListingStatus,
    ManagerRight,
    Party,
    User,
)
from services.actor import Actor
from services.errors import Banned, Forbidden, NotFound, OwnDeal

OFF_THE_MARKET = (ListingStatus.DELISTED, ListingStatus.HIDDEN)


async def managed_channel(actor: Actor, channel_id: int) -> Channel:
    manager = await ChannelManager.get_or_none(channel_id=channel_id, user_id=actor.user_id).select_related("channel")
    if manager is None:
        raise NotFound(what="channel", id=channel_id)
    if not manager.can_accept:
        raise Forbidden(right=ManagerRight.ACCEPT.value)
    return manager.channel


async def own_campaign(actor: Actor, campaign_id: int) -> Campaign:
    campaign = await Campaign.get_or_none(id=campaign_id, advertiser_id=actor.user_id)
    if campaign is None:
        raise NotFound(what="campaign", id=campaign_id)
    return campaign


async def load_application(actor: Actor, application_id: int) -> tuple[Application, Party]:
    application = await Application.get_or_none(id=application_id).select_related("campaign", "channel")
    if application is not None and application.campaign.advertiser_id == actor.user_id:
        return application, Party.ADVERTISER
    managers = ChannelManager.filter(user_id=actor.user_id, can_accept=True)
    if application is None or not await managers.filter(channel_id=application.channel_id).exists():
        raise NotFound(what="application", id=application_id)
    return application, Party.OWNER


async def check_not_banned(actor: Actor) -> None:
    user = await User.get_or_none(id=actor.user_id)
    if user is None or user.is_banned:
        raise Banned()


async def check_not_own(channel: Channel, campaign: Campaign) -> None:
    manages = await ChannelManager.filter(channel_id=channel.id, user_id=campaign.advertiser_id).exists()
    if manages or channel.owner_id == campaign.advertiser_id:
        raise OwnDeal()


def is_healthy(listing: Listing) -> bool:
    """The bot may post there, and nobody has hidden it. A pause only keeps requests away."""
    return listing.channel.status is ChannelStatus.ACTIVE and listing.status not in OFF_THE_MARKET


async def may_invite_again(known: Application) -> bool:
    """Who was declined, or whose last deal is over. Who turned the brief down has answered."""
    if known.state is ApplicationState.DECLINED:
        return True
    if known.state is not ApplicationState.TAKEN:
        return False
    deal = await Deal.get_or_none(id=known.deal_id)
    return deal is None or deal.status in FINAL_STATUSES
