"""Which briefs and which channels are for each other. Reads only.

A brief fits a channel by language, category and size, as the channel's listing and Telegram say them; an open side of
the brief fits all. An invitation overrules the filters: the advertiser has seen that very channel.
"""

from dataclasses import dataclass

from tortoise.expressions import Q

from models import Application, ApplicationState, Campaign, CampaignStatus, Channel, ChannelManager, Listing, Package
from services.campaigns import LIVE, STANDING
from services.formats import PRESETS, shape_of


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a channel can offer: one of its packages with its price, or a usual one without."""

    name: str
    top_hours: int
    feed_hours: int
    is_permanent: bool
    pinned: bool
    price_nano: int | None
    extra: str = ""
    """What the channel promises besides; not verified."""


@dataclass(frozen=True, slots=True)
class Match:
    """A brief beside what the channel answered to it so far."""

    campaign: Campaign
    application: Application | None


def misfit(campaign: Campaign, channel: Channel, listing: Listing) -> str:
    """In which respect the channel is not what the brief looks for; empty when it is."""
    if campaign.language and campaign.language != listing.language:
        return "language"
    if campaign.category and campaign.category != listing.category:
        return "category"
    return "subscribers" if channel.subscribers < campaign.min_subscribers else ""


async def matches(channel: Channel, listing: Listing, before_id: int | None, limit: int) -> list[Match]:
    """Live briefs for the channel, newest first, in keyset pages: those that fit, and those that it has to do with."""
    known = {one.campaign_id: one for one in await Application.filter(channel_id=channel.id)}
    standing = [one.campaign_id for one in known.values() if one.state in STANDING]
    done = [one.campaign_id for one in known.values() if one.state not in STANDING]
    managers = await ChannelManager.filter(channel_id=channel.id).values_list("user_id", flat=True)
    fits = (
        Q(status=CampaignStatus.OPEN, min_subscribers__lte=channel.subscribers)
        & Q(language__in=["", listing.language])
        & Q(category__in=["", listing.category])
    )
    found = Campaign.filter(fits | Q(id__in=standing) if standing else fits)
    found = found.filter(status__in=list(LIVE), advertiser__is_banned=False)
    found = found.exclude(advertiser_id__in=[*managers, channel.owner_id])
    if done:
        found = found.exclude(id__in=done)
    if before_id is not None:
        found = found.filter(id__lt=before_id)
    return [Match(one, known.get(one.id)) for one in await found.order_by("-id").limit(limit)]


async def formats_of(listing: Listing) -> dict[str, Format]:
    """By name: the channel's own packages, cheapest first, then the usual formats that it has no price for."""
    found: dict[str, Format] = {}
    for package in await Package.filter(listing_id=listing.id, is_active=True).order_by("price_nano", "id"):
        name = shape_of(package).name
        shape = (package.top_hours, package.feed_hours, package.is_permanent, package.pinned)
        found.setdefault(name, Format(name, *shape, package.price_nano, package.extra))
    for name, usual in PRESETS.items():
        shape = (usual.top_hours, usual.feed_hours, usual.is_permanent, usual.pinned)
        found.setdefault(name, Format(name, *shape, None))
    return found


async def formats_of_channel(channel_id: int) -> dict[str, Format]:
    listing = await Listing.get_or_none(channel_id=channel_id)
    return await formats_of(listing) if listing else {}


def may_offer(application: Application | None) -> bool:
    """A channel answers once. Whoever was declined or taken speaks again when he is invited again."""
    again = (ApplicationState.INVITED, ApplicationState.APPLIED, ApplicationState.WITHDRAWN)
    return application is None or application.state in again
