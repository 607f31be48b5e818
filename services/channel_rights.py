"""The bot's own rights in a channel, followed as they change: the listing, the deals and the people hear of it.

Guarantees:
* Lost rights hide the listing in the same transaction, and everybody is told once: the managers what is missing, each
  advertiser with a live deal what it means for him (before payment: do not pay; after it: the money is safe).
* Regained rights bring back what the loss had hidden; a listing that its people paused stays paused.
* Deals themselves are not touched here. Nothing new is accepted and no escrow is opened while the rights are away; a
  post that cannot go out or be checked follows its own rules (`services.placement`, `services.verification`).
"""

from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import (
    FINAL_STATUSES,
    UNFUNDED_STATUSES,
    Channel,
    ChannelManager,
    ChannelStatus,
    Deal,
    Listing,
    ListingStatus,
)
from services.channel_checks import check_bot
from services.errors import BotNotAdmin, Refusal, RightsMissing
from services.notices import tell
from services.ports import Cache, Clock, MemberRights, Telegram
from services.search import forget_searches


async def tell_managers(channel: Channel, key: str, facts: dict[str, object], clock: Clock) -> None:
    """All of the channel's people who can be written to."""
    managers = await ChannelManager.filter(channel_id=channel.id, user__blocked_bot_at=None).order_by("id")
    opens = {"channel": channel.title, "opens": f"channel:{channel.id}"}
    for manager in managers:
        await tell(manager.user_id, key, {**opens, **facts}, None, clock)


@dataclass(frozen=True, slots=True)
class BotRights:
    clock: Clock
    cache: Cache

    async def ask(self, telegram: Telegram, channel: Channel) -> None:
        """Ask now; what Telegram says holds from now on. Raises BotNotAdmin, RightsMissing, TryAgain."""
        try:
            await check_bot(telegram, channel)
        except (BotNotAdmin, RightsMissing) as refusal:
            await self.refused(channel, refusal)
            raise
        await self.regained(channel)

    async def refused(self, channel: Channel, refusal: Refusal) -> None:
        await self.lost(channel, *(bool(refusal.arguments.get(name)) for name in ("post", "edit", "delete")))

    async def follow(self, channel: Channel, rights: MemberRights) -> None:
        """What Telegram says now is what holds."""
        held = [rights.is_admin and right for right in (rights.can_post, rights.can_edit, rights.can_delete)]
        if all(held):
            await self.regained(channel)
        else:
            await self.lost(channel, *held)

    async def lost(self, channel: Channel, post: bool, edit: bool, delete: bool) -> None:
        async with in_transaction():
            active = Channel.filter(id=channel.id, status=ChannelStatus.ACTIVE)
            if not await active.update(status=ChannelStatus.RIGHTS_LOST):
                return
            shown = Listing.filter(channel_id=channel.id, status=ListingStatus.ACTIVE)
            await shown.update(status=ListingStatus.DELISTED, fair_stale=True)
            keys = ("notice-rights-lost-unfunded", "notice-rights-lost-funded")
            deals = await self._tell_advertisers(channel, *keys)
            facts: dict[str, object] = {"post": post, "edit": edit, "delete": delete, "deals": deals}
            await tell_managers(channel, "notice-channel-rights-lost", facts, self.clock)
        await forget_searches(self.cache)

    async def regained(self, channel: Channel) -> None:
        async with in_transaction():
            lost = Channel.filter(id=channel.id, status=ChannelStatus.RIGHTS_LOST)
            if not await lost.update(status=ChannelStatus.ACTIVE):
                return
            hidden = Listing.filter(channel_id=channel.id, status=ListingStatus.DELISTED)
            await hidden.update(status=ListingStatus.ACTIVE, fair_stale=True)
            keys = ("notice-rights-regained-unfunded", "notice-rights-regained-funded")
            await self._tell_advertisers(channel, *keys)
            await tell_managers(channel, "notice-channel-rights-regained", {}, self.clock)
        await forget_searches(self.cache)

    async def _tell_advertisers(self, channel: Channel, unfunded: str, funded: str) -> int:
        """Returns how many deals are live."""
        deals = await Deal.filter(channel_id=channel.id, verdict=None).exclude(status__in=list(FINAL_STATUSES))
        for deal in deals:
            key = unfunded if deal.status in UNFUNDED_STATUSES else funded
            await tell(deal.advertiser_id, key, {"deal": deal.id, "channel": channel.title}, deal.id, self.clock)
        return len(deals)
