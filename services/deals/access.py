"""Every door comes through here: who is this person to this deal, and may he take this step at this moment?

A stranger learns nothing: a deal that is not his does not exist for him. For the owner's steps the person's rights are
asked from Telegram at that moment; if Telegram cannot be asked the answer is "try again", never yes.
"""

from dataclasses import dataclass
from typing import Protocol

from models import ChannelManager, Deal, ManagerRight, Party, User
from services.actor import PLATFORM, Actor
from services.deals.lifecycle import Action, Step
from services.deals.transition import Move, advance, find_step
from services.errors import Banned, Forbidden, NotFound
from services.ports import Clock
from services.trace import note

PROMISES = frozenset({Action.ACCEPT, Action.COUNTER, Action.PROPOSE_TIME, Action.AGREE_TIME})
"""Steps by which the owner's side promises a post: the bot must be able to publish it. Every way out needs the person
alone."""


class Authorizer(Protocol):
    """Asks Telegram, at the moment of a step. Each raises TryAgain when Telegram cannot be asked."""

    async def speaks(self, actor: Actor, channel_id: int, right: ManagerRight) -> None:
        """Raises Forbidden, YouAreNotAdmin when the person's right is missing here or in Telegram."""
        ...

    async def authorize(self, actor: Actor, channel_id: int, right: ManagerRight) -> None:
        """The same, and BotNotAdmin, RightsMissing when the bot could not publish there."""
        ...

    async def check_bot(self, channel_id: int) -> None:
        """Raises ChannelUnready when the bot could not publish there."""
        ...


async def party_of(actor: Actor, deal: Deal) -> Party | None:
    """The side on which the person stands. Somebody on both sides acts as the advertiser."""
    if actor == PLATFORM:
        return Party.PLATFORM
    if actor.user_id == deal.advertiser_id:
        return Party.ADVERTISER
    if actor.user_id == deal.owner_id:
        return Party.OWNER
    manages = await ChannelManager.filter(channel_id=deal.channel_id, user_id=actor.user_id).exists()
    return Party.OWNER if manages else None


@dataclass(frozen=True, slots=True)
class DealAccess:
    clock: Clock
    authorizer: Authorizer

    async def load(self, actor: Actor, deal_id: int) -> tuple[Deal, Party]:
        """The deal and the party that the person is in it. Raises NotFound for strangers."""
        note(deal_id=deal_id)
        deal = await Deal.get_or_none(id=deal_id).select_related("channel")
        party = await party_of(actor, deal) if deal else None
        if deal is not None and party is None and actor.is_admin:
            party = Party.ADMIN
        if deal is None or party is None:
            raise NotFound(what="deal", id=deal_id)
        return deal, party

    async def check(self, actor: Actor, deal: Deal, party: Party, action: Action) -> None:
        """Raise the refusal that keeps this person from this step now; writes nothing."""
        step = await find_step(deal, action, party)
        if party in (Party.ADVERTISER, Party.OWNER):
            user = await User.get_or_none(id=actor.user_id)
            if user is None or user.is_banned:
                raise Banned()
        if party is Party.OWNER:
            await self._check_manager(actor, deal, step)

    async def take(
        self,
        actor: Actor,
        deal_id: int,
        action: Action,
        *,
        changes: dict[str, object] | None = None,
        payload: dict[str, object] | None = None,
        expect: dict[str, object] | None = None,
        split_bps: int | None = None,
        as_admin: bool = False,
    ) -> Deal:
        """Check and take one step for a person. See `transition.advance` for what is guaranteed."""
        deal, party = await self.load(actor, deal_id)
        if as_admin:
            if not actor.is_admin:
                raise Forbidden()
            party = Party.ADMIN
        await self.check(actor, deal, party, action)
        move = Move(action, party, actor, changes, payload, split_bps=split_bps, expect=expect)
        await advance(deal, move, self.clock)
        return deal

    async def _check_manager(self, actor: Actor, deal: Deal, step: Step) -> None:
        manager = await ChannelManager.get_or_none(channel_id=deal.channel_id, user_id=actor.user_id)
        if manager is None or not manager.has(step.right):
            raise Forbidden(right=step.right.value)
        asks = self.authorizer.authorize if step.action in PROMISES else self.authorizer.speaks
        await asks(actor, deal.channel_id, step.right)
