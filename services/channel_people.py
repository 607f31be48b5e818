"""Who speaks for a channel: its managers, each with three separate rights, taken from its administrators in Telegram.

Guarantees:
* Only who is an administrator there and may post can hold a right here. Who is no longer one loses all of them: when he
  uses one, when Telegram tells us, and at the daily look.
* Rights to accept and to write are given by whoever holds the payout right. The payout right itself is given by the
  channel's creator alone, and nobody takes anything from the creator.
* A channel that was sold (Telegram shows another creator) keeps no payee of the former creator's. Deals that are open
  keep the wallet that they were agreed with.
* Everybody whose rights change is told. Nothing is believed that Telegram could not be asked about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tortoise.transactions import in_transaction

from models import Channel, ChannelManager, ChannelStatus, Listing, ListingStatus, ManagerRight, Notice, User
from services.actor import Actor
from services.audit import record
from services.channel_checks import ask
from services.channel_rights import tell_managers
from services.errors import Forbidden, NotFound, PersonLeft, YouAreNotAdmin
from services.notices import tell
from services.ports import Clock, MemberRights, Telegram

ASKING_PAUSE = timedelta(days=1)
ASKS = "notice-manager-asks"


@dataclass(frozen=True, slots=True)
class Colleague:
    """An administrator of the channel, with the rights that he holds here."""

    user_id: int
    name: str
    is_creator: bool
    can_accept: bool
    can_creative: bool
    can_payout: bool

    @property
    def is_manager(self) -> bool:
        return self.can_accept or self.can_creative or self.can_payout

    def has(self, right: ManagerRight) -> bool:
        return bool(getattr(self, f"can_{right.value}"))


@dataclass(frozen=True, slots=True)
class Roster:
    channel: Channel
    people: list[Colleague]
    may_set: bool
    """The person who looks gives and takes rights."""
    may_name_payee: bool

    def one(self, user_id: int) -> Colleague:
        found = next((person for person in self.people if person.user_id == user_id), None)
        if found is None:
            raise PersonLeft()
        return found


def may_manage(admin: MemberRights) -> bool:
    return admin.is_admin and admin.can_post and not admin.is_bot


def creator_among(admins: Sequence[MemberRights]) -> MemberRights | None:
    """A channel may have lost its creator's account: then Telegram shows none."""
    return next((admin for admin in admins if admin.is_creator and not admin.is_bot), None)


async def managed(actor: Actor, channel_id: int) -> tuple[Channel, ChannelManager]:
    """The channel and the person's rights in it. A stranger cannot tell whether it exists."""
    mine = ChannelManager.filter(channel_id=channel_id, user_id=actor.user_id)
    manager = await mine.select_related("channel").first()
    if manager is None:
        raise NotFound(what="channel", id=channel_id)
    return manager.channel, manager


async def leave_market(channel: Channel) -> None:
    """Hidden, and not looked after any more; adding it again brings it back. Call in a transaction."""
    await Channel.filter(id=channel.id).update(status=ChannelStatus.REMOVED, stats_due_at=None)
    shown = Listing.filter(channel_id=channel.id, status=ListingStatus.ACTIVE)
    await shown.update(status=ListingStatus.DELISTED, fair_stale=True)


@dataclass(frozen=True, slots=True)
class ChannelPeople:
    clock: Clock
    telegram: Telegram

    # ---- looking

    async def roster(self, actor: Actor, channel_id: int) -> Roster:
        """All who may be managers, as Telegram names them now. Raises NotFound, YouAreNotAdmin, TryAgain."""
        channel, _ = await managed(actor, channel_id)
        admins = await ask(self.telegram.admins(channel.chat_id))
        await self.sync(channel, admins)
        rows = {row.user_id: row for row in await ChannelManager.filter(channel_id=channel.id)}
        people = [_colleague(admin, rows.get(admin.user_id)) for admin in admins if may_manage(admin)]
        me = next((person for person in people if person.user_id == actor.user_id), None)
        if me is None:
            raise YouAreNotAdmin()
        people.sort(key=lambda person: (not person.is_creator, not person.is_manager, person.name))
        return Roster(channel, people, may_set=me.is_creator or me.can_payout, may_name_payee=me.is_creator)

    # ---- giving and taking

    async def set_right(self, actor: Actor, channel_id: int, user_id: int, right: ManagerRight, given: bool) -> None:
        """Raises Forbidden, PersonLeft, and what `roster` raises."""
        roster = await self.roster(actor, channel_id)
        if not (roster.may_name_payee if right is ManagerRight.PAYOUT else roster.may_set):
            raise Forbidden(right=ManagerRight.PAYOUT.value)
        person = roster.one(user_id)
        if person.is_creator:
            raise Forbidden(right=right.value)
        if person.has(right) is not given:
            rights = {f"can_{one.value}": person.has(one) for one in ManagerRight}
            await self._write(actor, roster.channel, person, {**rights, f"can_{right.value}": given})

    async def take_all_in(self, actor: Actor, channel_id: int) -> int:
        """Every administrator may accept deals and write posts; returns how many are new."""
        roster = await self.roster(actor, channel_id)
        if not roster.may_set:
            raise Forbidden(right=ManagerRight.PAYOUT.value)
        new = [person for person in roster.people if not person.is_manager and not person.is_creator]
        for person in new:
            rights = {"can_accept": True, "can_creative": True, "can_payout": False}
            await self._write(actor, roster.channel, person, rights)
        return len(new)

    async def asks_to_join(self, channel: Channel, person: MemberRights) -> None:
        """An administrator without rights here came to a listed channel: whoever gives rights hears of it, once a
        day."""
        since = self.clock.utcnow() - ASKING_PAUSE
        asked = await Notice.filter(key=ASKS, due_at__gt=since)
        facts: dict[str, object] = {"channel": channel.title, "person": person.first_name}
        facts["opens"] = f"channel:{channel.id}"
        if any(notice.args == facts for notice in asked):
            return
        givers = await ChannelManager.filter(channel_id=channel.id, can_payout=True, user__blocked_bot_at=None)
        for user_id in [row.user_id for row in givers] or [channel.owner_id]:
            await self._tell(user_id, ASKS, facts)

    async def write_creator(self, channel: Channel, creator: MemberRights) -> None:
        """The creator may do everything, from the moment he starts the bot. Another one than before: it was sold."""
        former = channel.creator_id
        if former not in (None, creator.user_id):
            await self._passed_on(channel, creator)
        await self._meet(creator.user_id, creator.first_name, creator.username)
        row, made = await ChannelManager.get_or_create(
            channel_id=channel.id, user_id=creator.user_id, defaults={"can_payout": True}
        )
        if not made and not row.can_payout:
            await ChannelManager.filter(id=row.id).update(can_payout=True)
        if former != creator.user_id:
            channel.creator_id = creator.user_id
            await Channel.filter(id=channel.id).update(creator_id=creator.user_id)

    async def _passed_on(self, channel: Channel, creator: MemberRights) -> None:
        """What the former creator had arranged about money is void."""
        await ChannelManager.filter(channel_id=channel.id).exclude(user_id=creator.user_id).update(can_payout=False)
        if channel.owner_id == channel.creator_id:
            await self._meet(creator.user_id, creator.first_name, creator.username)
            await self._give_to(channel, creator.user_id)
        await tell_managers(channel, "notice-channel-passed-on", {"person": creator.first_name}, self.clock)

    # ---- following Telegram

    async def sync(self, channel: Channel, admins: Sequence[MemberRights]) -> None:
        """The creator is who Telegram says; who is no administrator any more has no rights here."""
        creator = creator_among(admins)
        here = {admin.user_id for admin in admins if may_manage(admin)}
        async with in_transaction():
            if creator is not None and channel.creator_id != creator.user_id:
                await self.write_creator(channel, creator)
            for row in await ChannelManager.filter(channel_id=channel.id).order_by("id"):
                if row.user_id not in here:
                    await self.drop(channel, row.user_id)

    async def on_member(self, chat_id: int, rights: MemberRights) -> None:
        """Telegram says that somebody's rights in a channel changed."""
        if may_manage(rights):
            return
        manager = ChannelManager.filter(channel__chat_id=chat_id, user_id=rights.user_id)
        row = await manager.select_related("channel").first()
        if row is not None:
            async with in_transaction():
                await self.drop(row.channel, rights.user_id)

    async def on_creator(self, chat_id: int, creator: MemberRights) -> None:
        """Telegram says that the channel has a new creator."""
        channel = await Channel.get_or_none(chat_id=chat_id)
        if channel is not None and channel.creator_id != creator.user_id:
            async with in_transaction():
                await self.write_creator(channel, creator)

    async def drop(self, channel: Channel, user_id: int) -> None:
        """He has no rights here any more; a channel that he listed goes to its creator, or to who is left, and out of
        the market when there is nobody."""
        if not await ChannelManager.filter(channel_id=channel.id, user_id=user_id).delete():
            return
        if channel.owner_id == user_id:
            others = ChannelManager.filter(channel_id=channel.id)
            left = await others.order_by("-can_payout", "-can_accept", "id").first()
            if left is not None:
                await self._give_to(channel, left.user_id)
            else:
                await leave_market(channel)
        await self._tell(user_id, "notice-manager-removed", {"channel": channel.title})

    # ---- parts

    async def _write(self, actor: Actor, channel: Channel, person: Colleague, rights: dict[str, bool]) -> None:
        async with in_transaction():
            if any(rights.values()):
                await self._give(channel, person, rights)
            else:
                await self.drop(channel, person.user_id)
        facts = {name.removeprefix("can_"): given for name, given in rights.items()}
        await record(actor, "rights_set", "channel", channel.id, self.clock, person=person.user_id, **facts)

    async def _give(self, channel: Channel, person: Colleague, rights: dict[str, bool]) -> None:
        await self._meet(person.user_id, person.name, None)
        row, _ = await ChannelManager.get_or_create(
            channel_id=channel.id, user_id=person.user_id, defaults={"can_accept": False, "can_creative": False}
        )
        await ChannelManager.filter(id=row.id).update(**rights)
        facts = {name.removeprefix("can_"): given for name, given in rights.items()}
        opens = {"channel": channel.title, "opens": f"channel:{channel.id}"}
        await self._tell(person.user_id, "notice-manager-rights", {**opens, **facts})

    async def _meet(self, user_id: int, name: str, username: str | None) -> None:
        """Somebody whom we never met is written down without a language, and is not written to."""
        now = self.clock.utcnow()
        unmet = {"language": "", "created_at": now, "blocked_bot_at": now, "username": username}
        await User.get_or_create(id=user_id, defaults={"first_name": name[:128], **unmet})

    async def _give_to(self, channel: Channel, user_id: int) -> None:
        channel.owner_id = user_id
        await Channel.filter(id=channel.id).update(owner_id=user_id)

    async def _tell(self, user_id: int, key: str, facts: dict[str, object]) -> None:
        if await User.filter(id=user_id, blocked_bot_at=None).exists():
            await tell(user_id, key, facts, None, self.clock)


def _colleague(admin: MemberRights, row: ChannelManager | None) -> Colleague:
    return Colleague(
        user_id=admin.user_id,
        name=admin.first_name or str(admin.user_id),
        is_creator=admin.is_creator,
        can_accept=bool(row and row.can_accept),
        can_creative=bool(row and row.can_creative),
        can_payout=bool(row and row.can_payout),
    )
