"""An advertiser with a brief, an owner with two channels, and Telegram to ask about them."""

from dataclasses import dataclass
from typing import Any

import pytest

from models import Campaign, Channel, Listing, User
from services.actor import Actor
from services.applications import Applications, OfferDraft
from services.campaigns import Campaigns
from services.channels import Channels
from services.deals.access import DealAccess
from services.deals.usecases import Deals
from services.market import Market
from services.settings import MarketSettings
from tests.makers import ADVERTISER, OWNER, STRANGER, StillClock, a_channel, a_user
from tests.services.market.doubles import BOT, DictCache, KnownTelegram

TON = 10**9
ME, OTHER, NOBODY = Actor(ADVERTISER), Actor(OWNER), Actor(STRANGER)


@dataclass
class Town:
    """Everything that a story of a campaign needs."""

    campaigns: Campaigns
    applications: Applications
    deals: Deals
    telegram: KnownTelegram
    clock: StillClock
    channel: Channel

    async def brief(self, **over: object) -> Campaign:
        given: dict[str, object] = {
            "title": "Tea shop",
            "text": "Tell people about our tea",
            "max_price_nano": 20 * TON,
        }
        return await self.campaigns.publish(ME, **{**given, **over})

    def draft(self, campaign: Campaign, price_nano: int = 8 * TON, **over: Any) -> OfferDraft:
        facts: dict[str, Any] = {"format_name": "1/24", "pitch": "My readers drink tea", **over}
        return OfferDraft(campaign.id, self.channel.id, price_nano=price_nano, **facts)

    async def offered(self, campaign: Campaign, **over: Any) -> int:
        version = (await Campaign.get(id=campaign.id)).version
        row = await self.applications.apply(OTHER, self.draft(campaign, **over), version)
        return int(row.id)

    async def another_channel(self, chat_id: int, owner_id: int) -> Channel:
        channel = await a_channel(chat_id, owner_id)
        self.telegram.has_channel(chat_id, f"Channel {chat_id}", None)
        self.telegram.makes_admin(chat_id, BOT, is_bot=True)
        self.telegram.makes_creator(chat_id, owner_id)
        return channel


@pytest.fixture
async def town(db: None, clock: StillClock) -> Town:
    telegram, settings, cache = KnownTelegram(), MarketSettings(), DictCache()
    telegram.has_channel()
    telegram.makes_admin(-1001, BOT, is_bot=True)
    telegram.makes_creator(-1001, OWNER)
    for user_id in (ADVERTISER, OWNER, STRANGER):
        await a_user(user_id)
    channel = await a_channel()
    await Channel.filter(id=channel.id).update(subscribers=1200)
    channels = Channels(clock, telegram, cache)

    async def ask_chain(_: object) -> None:
        return None

    deals = Deals(clock, settings, DealAccess(clock, channels), ask_chain)
    market = Market(clock, settings, cache, channels)
    applications = Applications(clock, settings, channels, deals, market)
    return Town(Campaigns(clock, settings), applications, deals, telegram, clock, await Channel.get(id=channel.id))


async def the_listing(channel: Channel) -> Listing:
    return await Listing.get(channel_id=channel.id)


async def ban(user_id: int) -> None:
    await User.filter(id=user_id).update(is_banned=True)
