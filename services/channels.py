"""Channels: who may list one, what the bot may do there, and what happens when that changes.

Guarantees:
* A channel is listed only after Telegram itself said that the bot may post, edit and delete there and that the person
  is an administrator who may post. What Telegram cannot be asked about is not believed ("try again").
* The payout right belongs to the channel's creator. He is written down when an administrator lists the channel, so the
  right is his from the moment he starts the bot; he may name further payees (`services.channel_people`).
* A listed channel stays with whoever listed it. Its creator may always claim it; another administrator takes it over
  only when the former has left and nobody else of its people is there, else he is asked for.
* Lost rights delist at once, regained rights restore (`services.channel_rights`).
"""

from dataclasses import dataclass
from datetime import datetime

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models import (
    FINAL_STATUSES,
    Channel,
    ChannelManager,
    ChannelStatus,
    Deal,
    Listing,
    ListingStatus,
    ManagerRight,
    StatsSnapshot,
    User,
)
from services import audit
from services.actor import Actor
from services.channel_checks import ask, chat_of, check_bot, check_person, creator_of, may_still_post
from services.channel_people import ChannelPeople, leave_market, managed
from services.channel_rights import BotRights
from services.errors import (
    BotNotAdmin,
    ChannelBusy,
    ChannelProtected,
    ChannelTaken,
    ChannelUnready,
    Forbidden,
    NotFound,
    RightsMissing,
    TryAgain,
    YouAreNotAdmin,
)
from services.notices import tell
from services.ports import Cache, ChatFacts, Clock, MemberRights, Refused, Telegram, Unreachable
from services.search import forget_searches
from services.search_rows import refresh_listing
from services.stats_figures import Measured
from services.stats_writing import record


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

    @property
    def people(self) -> ChannelPeople:
        return ChannelPeople(self.clock, self.telegram)

    @property
    def bot(self) -> BotRights:
        return BotRights(self.clock, self.cache)

    # ---- the authorizer of deals

    async def authorize(self, actor: Actor, channel_id: int, right: ManagerRight) -> None:
        """Ask Telegram, now, about the person and about the bot; see `services.deals.access`."""
        await self.speaks(actor, channel_id, right)
        if right is ManagerRight.ACCEPT:
            await self.bot.ask(self.telegram, await Channel.get(id=channel_id))

    async def speaks(self, actor: Actor, channel_id: int, right: ManagerRight) -> None:
        """Ask Telegram, now, whether the person still speaks for the channel."""
        channel, manager = await managed(actor, channel_id)
        person = await self._check_here(channel, actor)
        if right is ManagerRight.PAYOUT and person.is_creator:
            return
        if right is ManagerRight.PAYOUT and manager.can_payout:
            await self.people.sync(channel, await ask(self.telegram.admins(channel.chat_id)))
            channel, manager = await managed(actor, channel_id)
        if not manager.has(right):
            raise Forbidden(right=right.value)

    async def check_bot(self, channel_id: int) -> None:
        """Could a post go out there, as Telegram says now? For whoever is about to pay. Raises ChannelUnready."""
        channel = await Channel.get(id=channel_id)
        try:
            await self.bot.ask(self.telegram, channel)
        except (BotNotAdmin, RightsMissing) as refusal:
            raise ChannelUnready(channel=channel.title) from refusal

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
        if existing is not None and await self._is_taken(existing, actor, person, former_left):
            await self.people.asks_to_join(existing, person)
            raise ChannelTaken(channel=existing.title)
        is_new = existing is None or existing.status is ChannelStatus.REMOVED
        try:
            async with in_transaction():
                channel = existing or await self._create(chat, actor)
                await self._take_in(channel, actor, person, creator, former_left)
                await self._restore(channel, chat, members)
        except IntegrityError as trouble:
            raise TryAgain() from trouble  # somebody added it between our look and our write
        await forget_searches(self.cache)
        if is_new:
            await audit.record(actor, "channel_added", "channel", channel.id, self.clock)
        return channel

    async def on_bot_added(self, actor: Actor, chat_id: int) -> Channel:
        """Somebody made the bot an administrator: that is all he needs to do to add his channel."""
        return await self.add(actor, chat_id)

    async def check_again(self, actor: Actor, channel_id: int) -> Channel:
        """Ask Telegram about everything anew, and take new figures. Rights that turn out lost are lost from now on."""
        channel, _ = await managed(actor, channel_id)
        try:
            return await self.add(actor, channel.chat_id)
        except (BotNotAdmin, RightsMissing) as refusal:
            await self.bot.refused(channel, refusal)
            raise

    async def remove(self, actor: Actor, channel_id: int) -> None:
        """Out of the market, and out of everybody's list; adding it again brings it back. Not while a deal is live.

        A channel into which the bot cannot look any more may be taken out all the same.
        """
        channel, manager = await managed(actor, channel_id)
        if channel.owner_id != actor.user_id and not manager.can_payout:
            raise Forbidden(right=ManagerRight.PAYOUT.value)
        try:
            await self._check_here(channel, actor)
        except BotNotAdmin:
            pass
        live = await Deal.filter(channel_id=channel_id).exclude(status__in=list(FINAL_STATUSES)).count()
        if live:
            raise ChannelBusy(count=live)
        async with in_transaction():
            await leave_market(channel)
        await forget_searches(self.cache)
        await audit.record(actor, "channel_removed", "channel", channel.id, self.clock)

    # ---- knowing

    async def mine(self, actor: Actor) -> list[Channel]:
        """The channels that the person manages, in the order in which they came."""
        rows = await ChannelManager.filter(user_id=actor.user_id).values_list("channel_id", flat=True)
        return await Channel.filter(id__in=list(rows)).exclude(status=ChannelStatus.REMOVED).order_by("id")

    async def card(self, actor: Actor, channel_id: int) -> ChannelCard:
        channel, manager = await managed(actor, channel_id)
        if channel.status is ChannelStatus.REMOVED:
            raise NotFound(what="channel", id=channel_id)
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

    # ---- what Telegram tells us by itself

    async def on_membership(self, chat_id: int, rights: MemberRights, was_admin: bool = False) -> bool:
        """The bot's own rights in a chat changed. False for a chat that may be added: nobody has listed it, or it was
        taken out of the market and the bot is made an administrator anew."""
        channel = await Channel.get_or_none(chat_id=chat_id)
        if channel is None:
            return False
        if channel.status is ChannelStatus.REMOVED:
            return was_admin
        await self.bot.follow(channel, rights)
        return True

    async def on_post(self, chat_id: int, message_id: int, title: str, username: str | None) -> None:
        """A message appeared in a channel: it moves the posting anchor and shows the present name."""
        await Channel.filter(chat_id=chat_id, highest_message_id__lt=message_id).update(highest_message_id=message_id)
        channel = await Channel.get_or_none(chat_id=chat_id)
        if channel is not None and (channel.title, channel.username) != (title[:255], username):
            await self._rename(channel, title[:255], username)

    async def look_after(self, channel: Channel) -> None:
        """Once a day: what Telegram told us while nobody listened. Its silence changes nothing."""
        try:
            rights = await self.telegram.bot_rights(channel.chat_id)
        except Unreachable:
            return
        except Refused:
            rights = MemberRights(0, is_admin=False)
        await self.bot.follow(channel, rights)
        if rights.is_admin:
            try:
                await self.people.sync(channel, await ask(self.telegram.admins(channel.chat_id)))
            except TryAgain:
                return

    # ---- parts

    async def _check_here(self, channel: Channel, actor: Actor) -> MemberRights:
        """He is an administrator there still; who is not loses his rights here. Raises what `check_person` raises."""
        try:
            return await check_person(self.telegram, channel.chat_id, actor.user_id)
        except YouAreNotAdmin:
            await self.people.on_member(channel.chat_id, MemberRights(actor.user_id, is_admin=False))
            raise

    async def _speaks(self, owner_id: int, channel: Channel, actor: Actor) -> bool:
        """Is the person who listed the channel still an administrator there? Not asked about the one who asks."""
        return owner_id == actor.user_id or await may_still_post(self.telegram, channel.chat_id, owner_id)

    async def _is_taken(self, channel: Channel, actor: Actor, person: MemberRights, former_left: bool) -> bool:
        if person.is_creator or channel.owner_id == actor.user_id:
            return False
        people = ChannelManager.filter(channel_id=channel.id)
        mine = await people.get_or_none(user_id=actor.user_id)
        if channel.status is ChannelStatus.REMOVED:  # whoever took it out did not do it for others to bring it back
            return not (mine and mine.can_accept) and await people.filter(user__blocked_bot_at=None).exists()
        left = people.exclude(user_id=channel.owner_id).filter(user__blocked_bot_at=None)
        return mine is None and (not former_left or await left.exists())

    async def _create(self, chat: ChatFacts, actor: Actor) -> Channel:
        return await Channel.create(
            chat_id=chat.chat_id, title=chat.title[:255], owner_id=actor.user_id, created_at=self.clock.utcnow()
        )

    async def _take_in(
        self, channel: Channel, actor: Actor, person: MemberRights, creator: MemberRights | None, former_left: bool
    ) -> None:
        """Make the person a manager, and the channel his if it is: see `_is_taken` for who comes here."""
        former = channel.owner_id
        if creator is not None:
            await self.people.write_creator(channel, creator)
        if former_left:
            await ChannelManager.filter(channel_id=channel.id, user_id=former).delete()
        if (person.is_creator or former_left) and former != actor.user_id:
            channel.owner_id = actor.user_id
            await Channel.filter(id=channel.id).update(owner_id=actor.user_id)
            if await User.filter(id=former, blocked_bot_at=None).exists():
                facts: dict[str, object] = {"channel": channel.title, "person": person.first_name}
                await tell(former, "notice-channel-claimed", facts, None, self.clock)
        await ChannelManager.get_or_create(channel_id=channel.id, user_id=actor.user_id)

    async def _restore(self, channel: Channel, chat: ChatFacts, members: int) -> None:
        """Everything was verified: name, figures and status are what Telegram says now. Views are taken next."""
        now = self.clock.utcnow()
        facts = {"title": chat.title[:255], "username": chat.username, "status": ChannelStatus.ACTIVE}
        due = channel.stats_due_at or now
        channel.update_from_dict({**facts, "subscribers": members, "stats_due_at": due})
        await Channel.filter(id=channel.id).update(**facts, stats_due_at=due)
        await record(channel.id, Measured(members), now)
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

    async def _rename(self, channel: Channel, title: str, username: str | None) -> None:
        channel.title, channel.username = title, username
        await Channel.filter(id=channel.id).update(title=title, username=username)
        await refresh_listing(channel.id)
        await forget_searches(self.cache)
