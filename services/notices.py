"""Notices: what the marketplace tells people, as rows. The relay makes them of deal events, one sender sends them.

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
from datetime import timedelta

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from models import ChannelManager, Deal, DealEvent, Notice, Party, User
from services.deals.lifecycle import LIFECYCLE, Action, Tell
from services.deals.terms import Terms
from services.one_by_one import one_by_one
from services.ports import Clock, Notifier, Refused, Unreachable

CLAIM_SECONDS = 60
MAX_ATTEMPTS = 40
COPY = "copy"
"""The key of a row that copies a message and has no words."""
SETTLED_BY = (Action.CONFIRM_RELEASE, Action.CONFIRM_REFUND, Action.CONFIRM_SPLIT)
GIVE_UP_WORDS = ("blocked by the user", "user is deactivated", "chat not found", "bot can't initiate")


async def tell(user_id: int, key: str, args: dict[str, object], deal_id: int | None, clock: Clock) -> None:
    """Queue one notice. `args` are plain JSON values; the words are chosen when it is sent."""
    await Notice.create(user_id=user_id, key=key, args=args, deal_id=deal_id, due_at=clock.utcnow())


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
    notifier: Notifier
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

    async def send_due(self, limit: int = 30) -> int:
        """Send what is due, oldest first; returns how many were delivered."""
        now = self.clock.utcnow()
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        due = await Notice.filter(free, sent_at=None, failed=None, due_at__lte=now).order_by("id").limit(limit)
        return await one_by_one(due, self._send_one)

    async def _send_one(self, notice: Notice) -> bool:
        now = self.clock.utcnow()
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        until = now + timedelta(seconds=CLAIM_SECONDS)
        claim = Notice.filter(free, id=notice.id, sent_at=None, failed=None)
        if not await claim.update(claimed_until=until, attempts=notice.attempts + 1):
            return False
        try:
            await self._act(notice)
        except Unreachable as trouble:
            await self._later(notice, trouble)
            return False
        except Refused as no:
            await self._give_up(notice, no)
            return False
        copy = await self._mark_sent(notice)
        if copy is not None:
            await self._send_one(copy)
        return True

    async def _act(self, notice: Notice) -> None:
        """Say the words, or copy the message that goes behind words which were said."""
        if notice.key == COPY and notice.copy_from_chat_id and notice.copy_message_id:
            await self.notifier.copy(notice.user_id, notice.copy_from_chat_id, notice.copy_message_id)
        else:
            await self.notifier.notify(notice.user_id, notice.key, notice.args, notice.deal_id)

    async def _mark_sent(self, notice: Notice) -> Notice | None:
        """The row of the copy that goes behind these words, if there is one."""
        now = self.clock.utcnow()
        async with in_transaction():
            await Notice.filter(id=notice.id).update(sent_at=now, claimed_until=None)
            if notice.key == COPY or not (notice.copy_from_chat_id and notice.copy_message_id):
                return None
            return await Notice.create(
                user_id=notice.user_id,
                key=COPY,
                deal_id=notice.deal_id,
                copy_from_chat_id=notice.copy_from_chat_id,
                copy_message_id=notice.copy_message_id,
                due_at=now,
            )

    async def _later(self, notice: Notice, trouble: Unreachable) -> None:
        if notice.attempts + 1 >= MAX_ATTEMPTS:
            await Notice.filter(id=notice.id).update(failed="unreachable", claimed_until=None)
            return
        pause = max(trouble.retry_after_seconds, min(2**notice.attempts, 300))
        due = self.clock.utcnow() + timedelta(seconds=pause)
        await Notice.filter(id=notice.id).update(due_at=due, claimed_until=None)

    async def _give_up(self, notice: Notice, no: Refused) -> None:
        await Notice.filter(id=notice.id).update(failed=no.words[:200], claimed_until=None)
        if any(words in no.words for words in GIVE_UP_WORDS):
            await User.filter(id=notice.user_id, blocked_bot_at=None).update(blocked_bot_at=self.clock.utcnow())
