"""Campaigns: what an advertiser looks for. Channels answer a brief with offers, see `services.applications`.

Guarantees:
* A brief is public while it is live; who answered it is the advertiser's to see.
* An edit never binds anybody: offers were made for a version of the brief, and those made for an older one have to be
  confirmed by their owners, who are told once.
* A brief ends by itself after `campaign_days`, with a warning a day before; an extension gives it as many days from
  now, so a tap too many changes nothing. Whoever has an offer or an invitation open is told of the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.transactions import in_transaction

from models import Application, ApplicationState, Campaign, CampaignStatus, ChannelManager, Party, User
from services.actor import Actor
from services.errors import (
    Banned,
    CampaignClosed,
    EmptyMessage,
    LargeInput,
    NotFound,
    PriceTooLow,
    TooManyCampaigns,
)
from services.market import CATEGORIES, LANGUAGES
from services.notices import tell
from services.one_by_one import one_by_one
from services.ports import Clock
from services.settings import MarketSettings

LIVE = (CampaignStatus.OPEN, CampaignStatus.PAUSED)
STANDING = (ApplicationState.INVITED, ApplicationState.APPLIED)
LIMITS = {"title": 80, "text": 1000, "links": 300, "restrictions": 500}
REQUIRED = frozenset({"title", "text"})
WINDOWS = (3, 7, 14, 30)
"""Days to publish that a brief may give."""
DEFAULT_WINDOW = 14
MOST_SUBSCRIBERS = 2**31 - 1
WARN_BEFORE = timedelta(days=1)
FINISHED_SHOWN = 5


@dataclass(frozen=True, slots=True)
class CampaignCard:
    """A brief as one person sees it."""

    campaign: Campaign
    is_mine: bool
    offers: int
    """Standing offers; 0 to everybody but the advertiser. So are the invitations without an answer."""
    invited: int


@dataclass(frozen=True, slots=True)
class Campaigns:
    clock: Clock
    settings: MarketSettings

    # ---- writing

    def checked(self, **brief: object) -> dict[str, object]:
        """Parts of a brief as they will be kept. Raises EmptyMessage, LargeInput, PriceTooLow."""
        kept = {name: self._checked_part(name, value) for name, value in brief.items()}
        if "max_price_nano" in kept:
            kept |= self._budget(int(str(kept.get("min_price_nano", 0))), int(str(kept["max_price_nano"])))
        return kept

    async def publish(self, actor: Actor, **brief: object) -> Campaign:
        """Open a brief: title, text, max_price_nano, and whatever else it says. Raises TooManyCampaigns."""
        await self._check_may_open(actor)
        now = self.clock.utcnow()
        given = {"min_price_nano": 0, "window_days": DEFAULT_WINDOW, **brief}
        campaign = Campaign(advertiser_id=actor.user_id, created_at=now)
        await campaign.update_from_dict({**self._term(now), **self.checked(**given)}).save()
        return campaign

    async def edit(self, actor: Actor, campaign_id: int, **changes: object) -> Campaign:
        """Change a live brief; owners whose offers stood for the last version are asked to confirm them."""
        campaign = await self._mine(actor, campaign_id)
        kept = self.checked(**changes)
        fresh = {name: value for name, value in kept.items() if getattr(campaign, name) != value}
        if not fresh:
            return campaign
        async with in_transaction():
            version = campaign.version + 1
            same = Campaign.filter(id=campaign_id, version=campaign.version, status__in=list(LIVE))
            if not await same.update(version=version, **fresh):
                raise CampaignClosed()
            await self._tell_owners(campaign, "notice-campaign-changed", campaign_version=campaign.version)
        campaign.update_from_dict({**fresh, "version": version})
        return campaign

    async def pause(self, actor: Actor, campaign_id: int) -> None:
        """Hear of no further channels; the offers that stand can still be taken."""
        await self._move(actor, campaign_id, (CampaignStatus.OPEN,), CampaignStatus.PAUSED)

    async def resume(self, actor: Actor, campaign_id: int) -> None:
        await self._move(actor, campaign_id, (CampaignStatus.PAUSED,), CampaignStatus.OPEN)

    async def close(self, actor: Actor, campaign_id: int) -> None:
        """For good. Deals that came of it go on."""
        campaign = await self._mine(actor, campaign_id)
        async with in_transaction():
            if await self._move(actor, campaign_id, LIVE, CampaignStatus.CLOSED):
                await self._tell_owners(campaign, "notice-campaign-closed")

    async def extend(self, actor: Actor, campaign_id: int) -> None:
        """As many days as a new one, from now; an expired brief opens again."""
        campaign = await self._mine(actor, campaign_id)
        if campaign.status is CampaignStatus.EXPIRED:
            await self._check_may_open(actor)
        opened = {} if campaign.status in LIVE else {"status": CampaignStatus.OPEN}
        term = self._term(self.clock.utcnow())
        still = Campaign.filter(id=campaign_id, status=campaign.status).exclude(status=CampaignStatus.CLOSED)
        if not await still.update(**opened, **term):
            raise CampaignClosed()

    # ---- knowing

    async def mine(self, actor: Actor) -> list[Campaign]:
        """The live ones and the last few that ended, newest first."""
        own = Campaign.filter(advertiser_id=actor.user_id)
        live = await own.filter(status__in=list(LIVE)).order_by("-id")
        return live + await own.exclude(status__in=list(LIVE)).order_by("-id").limit(FINISHED_SHOWN)

    async def open_ones(self, actor: Actor) -> list[Campaign]:
        """The briefs that take offers now: what one can invite to, and show to others."""
        return await Campaign.filter(advertiser_id=actor.user_id, status=CampaignStatus.OPEN).order_by("-id")

    async def card(self, actor: Actor, campaign_id: int) -> CampaignCard:
        campaign = await Campaign.get_or_none(id=campaign_id).select_related("advertiser")
        is_mine = campaign is not None and campaign.advertiser_id == actor.user_id
        if campaign is None or (campaign.advertiser.is_banned and not is_mine):
            raise NotFound(what="campaign", id=campaign_id)
        heard = Application.filter(campaign_id=campaign_id if is_mine else 0)
        return CampaignCard(
            campaign=campaign,
            is_mine=is_mine,
            offers=await heard.filter(state=ApplicationState.APPLIED).count(),
            invited=await heard.filter(state=ApplicationState.INVITED).count(),
        )

    # ---- the clock's hand

    async def ring_due(self, limit: int = 100) -> int:
        """Announce the ends that are near, and end what is over; returns how many briefs were touched."""
        now = self.clock.utcnow()
        live = Campaign.filter(status__in=list(LIVE))
        over = await live.filter(expires_at__lte=now).order_by("id").limit(limit)
        near = await live.filter(expires_at__gt=now, warn_at__lte=now).order_by("id").limit(limit)
        return await one_by_one(over, self._expire) + await one_by_one(near, self._warn)

    async def _expire(self, campaign: Campaign) -> bool:
        async with in_transaction():
            same = Campaign.filter(id=campaign.id, status__in=list(LIVE), expires_at=campaign.expires_at)
            if not await same.update(status=CampaignStatus.EXPIRED, warn_at=None):
                return False
            await self._tell_advertiser(campaign, "notice-campaign-expired")
            await self._tell_owners(campaign, "notice-campaign-closed")
        return True

    async def _warn(self, campaign: Campaign) -> bool:
        async with in_transaction():
            if not await Campaign.filter(id=campaign.id, warn_at=campaign.warn_at).update(warn_at=None):
                return False
            await self._tell_advertiser(campaign, "notice-campaign-ending")
        return True

    # ---- parts

    def _checked_part(self, name: str, value: object) -> object:
        match name:
            case "title" | "text" | "links" | "restrictions":
                return cleaned(str(value), LIMITS[name], required=name in REQUIRED, one_line=name == "title")
            case "language":
                return value if value in LANGUAGES else ""
            case "category":
                return value if value in CATEGORIES else ""
            case "min_subscribers":
                return max(0, min(int(str(value)), MOST_SUBSCRIBERS))
            case "window_days":
                return value if value in WINDOWS else DEFAULT_WINDOW
            case "author":
                return Party.ADVERTISER if value == Party.ADVERTISER else Party.OWNER
        return value

    def _budget(self, least: int, most: int) -> dict[str, object]:
        low, high = self.settings.min_price_nano, self.settings.max_price_nano
        if not (low <= most <= high and 0 <= least <= high):
            raise PriceTooLow(min_nano=low, max_nano=high)
        return {"min_price_nano": min(least, most), "max_price_nano": max(least, most)}

    def _term(self, now: datetime) -> dict[str, datetime]:
        end = now + timedelta(days=self.settings.campaign_days)
        return {"expires_at": end, "warn_at": end - WARN_BEFORE}

    async def _check_may_open(self, actor: Actor) -> None:
        user = await User.get_or_none(id=actor.user_id)
        if user is None or user.is_banned:
            raise Banned()
        live = await Campaign.filter(advertiser_id=actor.user_id, status__in=list(LIVE)).count()
        if live >= self.settings.max_open_campaigns:
            raise TooManyCampaigns(limit=self.settings.max_open_campaigns)

    async def _mine(self, actor: Actor, campaign_id: int) -> Campaign:
        campaign = await Campaign.get_or_none(id=campaign_id, advertiser_id=actor.user_id)
        if campaign is None:
            raise NotFound(what="campaign", id=campaign_id)
        return campaign

    async def _move(
        self, actor: Actor, campaign_id: int, sources: Iterable[CampaignStatus], target: CampaignStatus
    ) -> bool:
        """From any of the sources; a tap that comes twice finds it done, a tap that comes too late is told."""
        campaign = await self._mine(actor, campaign_id)
        moved = await Campaign.filter(id=campaign_id, status__in=list(sources)).update(status=target)
        if not moved and campaign.status is not target:
            raise CampaignClosed()
        return bool(moved)

    async def _tell_advertiser(self, campaign: Campaign, key: str) -> None:
        await tell(campaign.advertiser_id, key, notice_of(campaign), None, self.clock)

    async def _tell_owners(self, campaign: Campaign, key: str, **offered: object) -> None:
        """The managers of every channel with an open offer or invitation (or with such an offer)."""
        for one in await Application.filter(campaign_id=campaign.id, state__in=list(STANDING), **offered):
            await tell_managers(one.channel_id, key, notice_of(campaign, one), self.clock)


def notice_of(campaign: Campaign, application: Application | None = None) -> dict[str, object]:
    """What every notice of a campaign can say, and the screen that its button opens."""
    opens = f"campaign:{campaign.id}" if application is None else f"application:{application.id}"
    return {"title": campaign.title, "opens": opens}


async def tell_managers(channel_id: int, key: str, args: dict[str, object], clock: Clock) -> None:
    """Everybody who may say yes for the channel and lets the bot write to him."""
    managers = ChannelManager.filter(channel_id=channel_id, can_accept=True, user__blocked_bot_at=None)
    for manager in await managers.order_by("id"):
        await tell(manager.user_id, key, args, None, clock)


def cleaned(text: str, limit: int, *, required: bool, one_line: bool = False) -> str:
    """What somebody wrote, as it will be kept: without what databases refuse, and never cut behind his back."""
    body = text.replace("\x00", "").strip()
    if one_line:
        body = " ".join(body.split())
    if required and not body:
        raise EmptyMessage()
    if len(body) > limit:
        raise LargeInput(limit=limit)
    return body
