"""Bans and hidden listings: an administrator's acts about people and what they sell, each with its reason.

Guarantees:
* Only administrators; nobody bans an administrator. Done twice, an act is one act, and is told once.
* A banned person is refused at every door. His listings are off the market, his deals are not: funded ones go on by
  their clocks to an end of the money, unpaid ones expire, and the other side of each is told.
* What a ban hid comes back with its end; what was hidden by itself stays hidden. An owner cannot put it on sale.
* An act settles the open reports about its object, and those who reported hear of it.
"""

from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import FINAL_STATUSES, Channel, ChannelManager, ChannelStatus, Deal, Listing, ListingStatus, Party, User
from services.actor import Actor
from services.audit import record
from services.errors import Forbidden, NotFound
from services.notices import tell, tell_party
from services.ports import Cache, Clock
from services.reports import close_reports
from services.search import forget_searches
from services.words import reason_of

BY_BAN = "ban"
BY_HAND = "moderation"


@dataclass(frozen=True, slots=True)
class Moderation:
    clock: Clock
    cache: Cache
    admin_ids: frozenset[int]

    # ---- people

    async def ban(self, actor: Actor, user_id: int, reason: str) -> None:
        self._check(actor)
        if user_id in self.admin_ids:
            raise Forbidden()
        why = reason_of(reason)
        await self._user(user_id)
        async with in_transaction():
            if not await User.filter(id=user_id, is_banned=False).update(is_banned=True, ban_reason=why):
                return
            his = Listing.filter(channel__owner_id=user_id, status=ListingStatus.ACTIVE)
            ids = await his.values_list("id", flat=True)
            hidden = {"status": ListingStatus.HIDDEN, "hidden_by": BY_BAN, "hidden_reason": why}
            await Listing.filter(id__in=list(ids), status=ListingStatus.ACTIVE).update(**hidden)
            await tell(user_id, "notice-banned", {"reason": why}, None, self.clock)
            await self._tell_other_sides(user_id)
            await close_reports("user", user_id, actor, self.clock)
        await forget_searches(self.cache)
        await record(actor, "user_banned", "user", user_id, self.clock, reason=why)

    async def unban(self, actor: Actor, user_id: int) -> None:
        self._check(actor)
        await self._user(user_id)
        async with in_transaction():
            if not await User.filter(id=user_id, is_banned=True).update(is_banned=False, ban_reason=""):
                return
            for listing in await Listing.filter(channel__owner_id=user_id, hidden_by=BY_BAN).select_related("channel"):
                await self._show(listing)
            await tell(user_id, "notice-unbanned", {}, None, self.clock)
        await forget_searches(self.cache)
        await record(actor, "user_unbanned", "user", user_id, self.clock)

    async def _tell_other_sides(self, user_id: int) -> None:
        open_deals = Deal.exclude(status__in=list(FINAL_STATUSES)).select_related("channel")
        for deal in await open_deals.filter(advertiser_id=user_id):
            await self._tell_side(deal, Party.OWNER)
        for deal in await open_deals.filter(owner_id=user_id):
            await self._tell_side(deal, Party.ADVERTISER)

    async def _tell_side(self, deal: Deal, side: Party) -> None:
        args: dict[str, object] = {"deal": deal.id, "channel": deal.channel.title}
        await tell_party(deal, side, "notice-other-side-banned", args, self.clock)

    # ---- listings

    async def hide(self, actor: Actor, listing_id: int, reason: str) -> None:
        self._check(actor)
        why = reason_of(reason)
        listing = await self._listing(listing_id)
        async with in_transaction():
            hidden = {"status": ListingStatus.HIDDEN, "hidden_by": BY_HAND, "hidden_reason": why}
            shown = Listing.filter(id=listing_id).exclude(hidden_by=BY_HAND)
            if not await shown.update(**hidden):
                return
            await self._tell_managers(listing.channel, "notice-listing-hidden", reason=why)
            await close_reports("listing", listing_id, actor, self.clock)
        await forget_searches(self.cache)
        await record(actor, "listing_hidden", "listing", listing_id, self.clock, reason=why)

    async def restore(self, actor: Actor, listing_id: int) -> None:
        """Back to where it was: on sale if the bot has its rights and the owner his access."""
        self._check(actor)
        listing = await self._listing(listing_id)
        if listing.status is not ListingStatus.HIDDEN:
            return
        owner = await User.get(id=listing.channel.owner_id)
        async with in_transaction():
            if owner.is_banned:
                await Listing.filter(id=listing_id).update(hidden_by=BY_BAN, hidden_reason=owner.ban_reason)
            else:
                await self._show(listing)
                await self._tell_managers(listing.channel, "notice-listing-restored")
        await forget_searches(self.cache)
        await record(actor, "listing_restored", "listing", listing_id, self.clock)

    async def _show(self, listing: Listing) -> None:
        has_rights = listing.channel.status is ChannelStatus.ACTIVE
        status = ListingStatus.ACTIVE if has_rights else ListingStatus.DELISTED
        hidden = Listing.filter(id=listing.id, status=ListingStatus.HIDDEN)
        await hidden.update(status=status, hidden_by="", hidden_reason="")

    async def _tell_managers(self, channel: Channel, key: str, **facts: object) -> None:
        managers = await ChannelManager.filter(channel_id=channel.id).order_by("id").values_list("user_id", flat=True)
        for user_id in dict.fromkeys([channel.owner_id, *(int(str(one)) for one in managers)]):
            await tell(user_id, key, {"channel": channel.title, **facts}, None, self.clock)

    # ---- parts

    async def _user(self, user_id: int) -> User:
        user = await User.get_or_none(id=user_id)
        if user is None:
            raise NotFound(what="user", id=user_id)
        return user

    async def _listing(self, listing_id: int) -> Listing:
        listing = await Listing.get_or_none(id=listing_id).select_related("channel")
        if listing is None:
            raise NotFound(what="listing", id=listing_id)
        return listing

    def _check(self, actor: Actor) -> None:
        if not actor.is_admin:
            raise Forbidden()
