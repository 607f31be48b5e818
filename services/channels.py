"""Channels: who may list one, what the bot may do there, and what happens when that changes.

Guarantees:
* A channel is listed only after Telegram itself said that the bot may post, edit and delete there and that the person
  is an administrator who may post. What Telegram cannot be asked about is not believed ("try again").
* The payout right belongs to the channel's creator. He is written down when an administrator lists the channel, so the
  right is his from the moment he starts the bot; he may name further payees.
* Lost rights delist at once, regained rights restore; a listing that its people paused stays paused.
"""

from dataclasses import dataclass
from datetime import datetime

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models import Channel, ChannelManager, ChannelStatus, Listing, ListingStatus, ManagerRight, StatsSnapshot, User
from services.actor import Actor
from services.channel_checks import ask, chat_of, check_bot, check_person, creator_of, may_still_post
from services.errors import (
    BotNotAdmin,
    ChannelProtected,
    ChannelTaken,
    Forbidden,
    NotFound,
    RightsMissing,
    TryAgain,
)
from services.notices import tell
from services.ports import Cache, ChatFacts, Clock, MemberRights, Telegram
from services.search import forget_searches
from services.search_rows import refresh_listing


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A channel as one of its managers sees it."""

    channel: Channel
    manager: ChannelManager
    snapshot: StatsSnapshot | None
    """The newest figures, with their source and age."""
    payees: list[User]
    """Who may take the money for this channel."""
    listing: Listing | None


@dataclass(frozen=True, slots=True)
class Channels:
    clock: Clock
    telegram: Telegram
    cache: Cache

    # ---- the authorizer of deals

    async def authorize(self, actor: Actor, channel_id: int, right: ManagerRight) -> None:
        """Ask Telegram, now, whether the person still speaks for the channel; see `services.deals.access`."""
        channel, manager = await self._managed(actor, channel_id)
        person = await check_person(self.telegram, channel.chat_id, actor.user_id)
        if right is ManagerRight.PAYOUT and person.is_creator:
            return
        if not manager.has(right):
            raise Forbidden(right=right.value)

    # ---- adding

    async def add(self, actor: Actor, ref: int | str) -> Channel:
        """Verify a channel and take it in; adding it again refreshes it. See `services.parsing.channel_ref` for `ref`.

        Raises ChannelNotFound, NotAChannel, ChannelProtected, BotNotAdmin, RightsMissing, YouAreNotAdmin,
        ChannelTaken, TryAgain.
        """
        chat = await chat_of(self.telegram, ref)
        if chat.is_protected:
            raise ChannelProtected(channel=chat.title)
        await check_bot(self.telegram, chat)
        person = await check_person(self.telegram, chat.chat_id, actor.user_id)
        members = await ask(self.telegram.member_count(chat.chat_id))
        creator = person if person.is_creator else await creator_of(self.telegram, chat.chat_id)
        existing = await Channel.get_or_none(chat_id=chat.chat_id)
        former_left = existing is not None and not await self._speaks(existing.owner_id, existing, actor)
        try:
            async with in_transaction():
                channel = existing or await self._create(chat, actor)
                await self._take_in(channel, actor, person, creator, former_left)
                await self._restore(channel, chat, members)
        except IntegrityError as trouble:
            raise TryAgain() from trouble  # somebody added it between our look and our write
        await forget_searches(self.cache)
        return channel

    async def on_bot_added(self, actor: Actor, chat_id: int) -> Channel:
        """Somebody made the bot an administrator: that is all he needs to do to add his channel."""
        return await self.add(actor, chat_id)

    async def check_again(self, actor: Actor, channel_id: int) -> Channel:
        """Ask Telegram about everything anew, and take new figures. Rights that turn out lost are lost from now on."""
        channel, _ = await self._managed(actor, channel_id)
        try:
            return await self.add(actor, channel.chat_id)
        except (BotNotAdmin, RightsMissing) as refusal:
            held = [bool(refusal.arguments.get(name)) for name in ("post", "edit", "delete")]
            await self._rights_lost(channel, *held)
            raise

    # ---- knowing

    async def mine(self, actor: Actor) -> list[Channel]:
        """The channels that the person manages, in the order in which they came."""
        managed = await ChannelManager.filter(user_id=actor.user_id).values_list("channel_id", flat=True)
        return await Channel.filter(id__in=list(managed)).exclude(status=ChannelStatus.REMOVED).order_by("id")

    async def card(self, actor: Actor, channel_id: int) -> ChannelCard:
        channel, manager = await self._managed(actor, channel_id)
        payees = (
            await ChannelManager.filter(channel_id=channel_id, can_payout=True).select_related("user").order_by("id")
        )
        return ChannelCard(
            channel=channel,
            manager=manager,
            snapshot=await StatsSnapshot.filter(channel_id=channel_id).order_by("-taken_at", "-id").first(),
            payees=[row.user for row in payees],
            listing=await Listing.get_or_none(channel_id=channel_id),
        )

    async def name_payee(self, actor: Actor, channel_id: int, user_id: int, can_payout: bool = True) -> None:
        """The channel's creator lets another of its managers take the money, or takes that right back."""
        channel, _ = await self._managed(actor, channel_id)
        person = await check_person(self.telegram, channel.chat_id, actor.user_id)
        if not person.is_creator:
            raise Forbidden(right=ManagerRight.PAYOUT.value)
        if not await ChannelManager.filter(channel_id=channel_id, user_id=user_id).update(can_payout=can_payout):
            raise NotFound(what="manager", id=user_id)

    # ---- what Telegram tells us by itself

    async def on_membership(self, chat_id: int, rights: MemberRights) -> bool:
        """The bot's own rights in a chat changed. False for a chat that nobody has listed."""
        channel = await Channel.get_or_none(chat_id=chat_id)
        if channel is None:
            return False
        if rights.is_admin and rights.can_post and rights.can_edit and rights.can_delete:
            await self._rights_regained(channel)
        else:
            held = [rights.is_admin and right for right in (rights.can_post, rights.can_edit, rights.can_delete)]
            await self._rights_lost(channel, *held)
        return True

    async def on_post(self, chat_id: int, message_id: int, title: str, username: str | None) -> None:
        """A message appeared in a channel: it moves the posting anchor and shows the present name."""
        await Channel.filter(chat_id=chat_id, highest_message_id__lt=message_id).update(highest_message_id=message_id)
        channel = await Channel.get_or_none(chat_id=chat_id)
        if channel is not None and (channel.title, channel.username) != (title[:255], username):
            await self._rename(channel, title[:255], username)

    # ---- parts

    async def _managed(self, actor: Actor, channel_id: int) -> tuple[Channel, ChannelManager]:
        manager = await ChannelManager.get_or_none(channel_id=channel_id, user_id=actor.user_id).select_related(
            "channel"
        )
        if manager is None:
            raise NotFound(what="channel", id=channel_id)
        return manager.channel, manager

    async def _speaks(self, owner_id: int, channel: Channel, actor: Actor) -> bool:
        """Is the person who listed the channel still an administrator there? Not asked about the one who asks."""
        return owner_id == actor.user_id or await may_still_post(self.telegram, channel.chat_id, owner_id)

    async def _create(self, chat: ChatFacts, actor: Actor) -> Channel:
        return await Channel.create(
            chat_id=chat.chat_id, title=chat.title[:255], owner_id=actor.user_id, created_at=self.clock.utcnow()
        )

    async def _take_in(
        self, channel: Channel, actor: Actor, person: MemberRights, creator: MemberRights | None, former_left: bool
    ) -> None:
        """Make the person a manager. A stranger takes a listed channel over only from somebody who left it."""
        known = await ChannelManager.filter(channel_id=channel.id, user_id=actor.user_id).exists()
        if former_left:
            await ChannelManager.filter(channel_id=channel.id, user_id=channel.owner_id).delete()
            channel.owner_id = actor.user_id
            await Channel.filter(id=channel.id).update(owner_id=actor.user_id)
        elif not known and channel.owner_id != actor.user_id and not person.is_creator:
            raise ChannelTaken(channel=channel.title)
        if creator is not None:
            await self._write_creator(channel, creator)
        await ChannelManager.get_or_create(channel_id=channel.id, user_id=actor.user_id)

    async def _write_creator(self, channel: Channel, creator: MemberRights) -> None:
        """The creator may take the money; a creator whom we never met is written down without a language."""
        unmet = {
            "first_name": creator.first_name[:128],
            "username": creator.username,
            "language": "",
            "created_at": self.clock.utcnow(),
            "blocked_bot_at": self.clock.utcnow(),
        }
        await User.get_or_create(id=creator.user_id, defaults=unmet)
        row, made = await ChannelManager.get_or_create(
            channel_id=channel.id, user_id=creator.user_id, defaults={"can_payout": True}
        )
        if not made and not row.can_payout:
            await ChannelManager.filter(id=row.id).update(can_payout=True)

    async def _restore(self, channel: Channel, chat: ChatFacts, members: int) -> None:
        """Everything was verified: name, figures and status are what Telegram says now."""
        now = self.clock.utcnow()
        facts = {"title": chat.title[:255], "username": chat.username, "subscribers": members}
        channel.update_from_dict({**facts, "status": ChannelStatus.ACTIVE})
        await Channel.filter(id=channel.id).update(**facts, status=ChannelStatus.ACTIVE)
        await StatsSnapshot.create(channel_id=channel.id, taken_at=now, source="bot_api", subscribers=members)
        await self._relist(channel, now)

    async def _relist(self, channel: Channel, now: datetime) -> None:
        listing = await Listing.get_or_none(channel_id=channel.id)
        if listing is None:
            return
        is_back = listing.status is ListingStatus.DELISTED
        status = ListingStatus.ACTIVE if is_back else listing.status
        stale = is_back or listing.fair_stale
        await Listing.filter(id=listing.id).update(status=status, fair_stale=stale, updated_at=now)
        await refresh_listing(channel.id)

    async def _rights_lost(self, channel: Channel, post: bool, edit: bool, delete: bool) -> None:
        async with in_transaction():
            lost = await Channel.filter(id=channel.id, status=ChannelStatus.ACTIVE).update(
                status=ChannelStatus.RIGHTS_LOST
            )
            if not lost:
                return
            shown = Listing.filter(channel_id=channel.id, status=ListingStatus.ACTIVE)
            await shown.update(status=ListingStatus.DELISTED, fair_stale=True)
            facts: dict[str, object] = {"post": post, "edit": edit, "delete": delete}
            await self._tell_managers(channel, "notice-channel-rights-lost", facts)
        await forget_searches(self.cache)

    async def _rights_regained(self, channel: Channel) -> None:
        async with in_transaction():
            regained = await Channel.filter(id=channel.id, status=ChannelStatus.RIGHTS_LOST).update(
                status=ChannelStatus.ACTIVE
            )
            if not regained:
                return
            hidden = Listing.filter(channel_id=channel.id, status=ListingStatus.DELISTED)
            await hidden.update(status=ListingStatus.ACTIVE, fair_stale=True)
            await self._tell_managers(channel, "notice-channel-rights-regained", {})
        await forget_searches(self.cache)

    async def _tell_managers(self, channel: Channel, key: str, facts: dict[str, object]) -> None:
        managers = await ChannelManager.filter(channel_id=channel.id, user__blocked_bot_at=None).order_by("id")
        for manager in managers:
            await tell(manager.user_id, key, {"channel": channel.title, **facts}, None, self.clock)

    async def _rename(self, channel: Channel, title: str, username: str | None) -> None:
        channel.title, channel.username = title, username
        await Channel.filter(id=channel.id).update(title=title, username=username)
        await refresh_listing(channel.id)
        await forget_searches(self.cache)
