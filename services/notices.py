"""Notices: what the marketplace tells people, as rows. The relay makes them of deal events, `services.delivery` sends.

Guarantees:
* An event becomes its notices exactly once: they are inserted in the transaction that marks the event relayed.
* A notice is sent at least once, and not twice unless the process dies between Telegram's answer and the mark.
* A person who blocked the bot stops nothing: the row is closed with the reason, the deal goes on.
* An event or a notice that cannot be worked on (a key without words, say) keeps no other waiting; it is logged.
* One row is one act: what is copied after the words gets its own row when the words were sent, so that a copy that
  fails is tried again without repeating them.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import ChannelManager, Deal, DealEvent, Notice, Party
from services.deals.lifecycle import LIFECYCLE, Action, Tell
from services.deals.terms import Terms
from services.notice_kinds import rank_of
from services.one_by_one import one_by_one
from services.ports import Clock

SETTLED_BY = (Action.CONFIRM_RELEASE, Action.CONFIRM_REFUND, Action.CONFIRM_SPLIT)


async def tell(user_id: int, key: str, args: dict[str, object], deal_id: int | None, clock: Clock) -> None:
    """Queue one notice. `args` are plain JSON values; the words are chosen when it is sent."""
    await Notice.create(user_id=user_id, key=key, args=args, deal_id=deal_id, rank=rank_of(key), due_at=clock.utcnow())


async def people_of(deal: Deal, party: Party) -> list[int]:
    """The user ids behind a party: the advertiser, or the owner with all managers of the channel."""
    if party is Party.ADVERTISER:
        return [deal.advertiser_id]
    managers = await ChannelManager.filter(channel_id=deal.channel_id).order_by("id").values_list("user_id", flat=True)
    return list(dict.fromkeys([deal.owner_id, *(int(str(user)) for user in managers)]))


async def tell_party(deal: Deal, party: Party, key: str, args: dict[str, object], clock: Clock) -> None:
    for user_id in await people_of(deal, party):
        await tell(user_id, key, args, deal.id, clock)


def told_parties(deal: Deal, event: DealEvent) -> list[Party]:
    """Who hears of an event, by the lifecycle's `tells` (admins, who are no party, are ADMIN)."""
    tells: set[Tell] = set()
    for step in LIFECYCLE:
        if step.action == event.action and event.source in step.sources:
            tells |= step.tells
    author = Terms.of(deal).creative_author
    parties: dict[Party, None] = {}
    for word in sorted(tells):
        match word:
            case Tell.ADVERTISER | Tell.OWNER:
                parties[Party(word.value)] = None
            case Tell.BOTH:
                parties |= {Party.ADVERTISER: None, Party.OWNER: None}
            case Tell.OTHER:
                parties |= {side: None for side in (Party.ADVERTISER, Party.OWNER) if side is not event.party}
            case Tell.AUTHOR:
                parties[author] = None
            case Tell.REVIEWER:
                parties[author.other] = None
            case Tell.ADMINS:
                parties[Party.ADMIN] = None
    return list(parties)


def event_key(event: DealEvent, party: Party) -> str:
    return f"notice-{Action(event.action).value.replace('_', '-')}-{party.value}"


@dataclass(frozen=True, slots=True)
class Notices:
    clock: Clock
    admin_ids: frozenset[int] = frozenset()
    receipt_of: Callable[[int], Awaitable[dict[str, object] | None]] | None = None
    """What a deal's delivery receipt says, if it has one: both sides get it when the money is settled."""

    async def relay(self, limit: int = 100) -> int:
        """Turn fresh events into notices; returns how many events were relayed.

        What cannot be relayed stays, and is passed by: behind a whole page of such events the next page is looked at.
        """
        done, last_id = 0, 0
        while done < limit:
            page = await DealEvent.filter(relayed_at=None, id__gt=last_id).order_by("id").limit(limit)
            done += await one_by_one(page, self._relay_one)
            if len(page) < limit:
                break
            last_id = page[-1].id
        return done

    async def _relay_one(self, event: DealEvent) -> bool:
        deal = await Deal.get(id=event.deal_id).select_related("channel")
        people: list[tuple[Party, int]] = []
        for party in told_parties(deal, event):
            ids = sorted(self.admin_ids) if party is Party.ADMIN else await people_of(deal, party)
            people += [(party, user_id) for user_id in ids if user_id != event.user_id]
        receipt = await self._receipt(event)
        now = self.clock.utcnow()
        async with in_transaction():
            if not await DealEvent.filter(id=event.id, relayed_at=None).update(relayed_at=now):
                return False
            args = {**event.payload, "deal": deal.id, "channel": deal.channel.title, "price_nano": deal.price_nano}
            for party, user_id in people:
                key = event_key(event, party)
                await Notice.create(user_id=user_id, key=key, args=args, deal_id=deal.id, due_at=now)
                if receipt is not None:
                    words = {**receipt, "deal": deal.id, "channel": deal.channel.title}
                    await Notice.create(user_id=user_id, key="notice-receipt", args=words, deal_id=deal.id, due_at=now)
        return True

    async def _receipt(self, event: DealEvent) -> dict[str, object] | None:
        """What goes with the last word about the money; None for any other event."""
        if self.receipt_of is None or event.action not in SETTLED_BY:
            return None
        return await self.receipt_of(event.deal_id)
