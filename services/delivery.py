"""The one sender of notices, however many workers there are: as fast as Telegram takes them, and none is lost.

Guarantees:
* One sender at a time: a fenced lease in the database. Whoever loses it takes up nothing new.
* Telegram's limits are kept by `services.pace`; answers are not waited for one by one, many are on the way at once.
* A person gets what is for him in order, the next after the last was answered: what has to be tried again holds up
  what comes behind it. Only what waits for the end of his quiet hours is overtaken.
* Deals go before news of the market, and these before broadcasts.
* Flood control puts off the chat, or everybody when it means everybody; that is a row, so it outlives the process.
* A person who blocked the bot stops nothing: the row is closed with the reason, and where a deal waits for him the
  other side hears of it.
"""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tortoise.expressions import Q
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from models import Deal, Notice, User
from services.escrow.leases import HeldLease, take_lease
from services.notice_kinds import can_wait, is_muted, quiet_until
from services.pace import Pace
from services.ports import Clock, Notifier, Refused, Unreachable
from services.unreachable import tell_of_unreachable

log = logging.getLogger(__name__)
LEASE = "notices"
LEASE_SECONDS = 20
"""It is renewed about every second; after a crash the next sender waits so long."""
SPELL_SECONDS = 20.0
"""A run ends then and the next tick goes on: below every patience of the queue of tasks."""
WINDOW = 120
AT_ONCE = 30
"""So many are picked at a time: what is more urgent waits a second at most."""
ON_THE_WAY = 60
CLAIM_SECONDS = 60
MAX_ATTEMPTS = 40
COPY = "copy"
"""The key of a row that copies a message and has no words."""
GIVE_UP_WORDS = ("blocked by the user", "user is deactivated", "chat not found", "bot can't initiate")


def waiting() -> QuerySet[Notice]:
    return Notice.filter(sent_at=None, failed=None)


@dataclass(frozen=True, slots=True)
class Delivery:
    clock: Clock
    notifier: Notifier
    pace: Pace

    async def send_due(self) -> int:
        """Send what is due, for a spell; returns how many were delivered. 0 when somebody else is at it."""
        if not await waiting().filter(due_at__lte=self.clock.utcnow()).exists():
            return 0
        lease = await take_lease(LEASE, self.clock, LEASE_SECONDS)
        if lease is None:
            return 0
        spell = Spell(self, lease)
        try:
            return await spell.work()
        finally:
            if not spell.rests:
                await lease.drop()

    # ---- one notice

    async def send(self, notice: Notice) -> float:
        """Deliver it, or write down what became of it. Returns the seconds for which everybody has to rest."""
        if not await self._claim(notice):
            return 0
        try:
            message_id = await self._act(notice)
        except Unreachable as trouble:
            return await self._later(notice, trouble)
        except Refused as no:
            await self._give_up(notice, no)
            return 0
        except Exception:
            log.exception("notice %s could not be worked on", notice.id)
            await self._put_off(notice, 0)
            return 0
        copy = await self._mark_sent(notice, message_id)
        if copy is None:
            return 0
        self.pace.done(notice.user_id)
        await self.pace.turn(notice.user_id)
        return await self.send(copy)

    async def _claim(self, notice: Notice) -> bool:
        now = self.clock.utcnow()
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        until = now + timedelta(seconds=CLAIM_SECONDS)
        claim = waiting().filter(free, id=notice.id)
        return bool(await claim.update(claimed_until=until, attempts=notice.attempts + 1))

    async def _act(self, notice: Notice) -> int:
        """Say the words, or copy the message that goes behind words which were said."""
        if notice.key == COPY and notice.copy_from_chat_id and notice.copy_message_id:
            opens = str(notice.args.get("opens", ""))
            return await self.notifier.copy(
                notice.user_id, notice.copy_from_chat_id, notice.copy_message_id, notice.deal_id, opens
            )
        return await self.notifier.notify(notice.user_id, notice.key, notice.args, notice.deal_id)

    async def _mark_sent(self, notice: Notice, message_id: int) -> Notice | None:
        """The row of the copy that goes behind these words, if there is one."""
        now = self.clock.utcnow()
        async with in_transaction():
            await Notice.filter(id=notice.id).update(sent_at=now, claimed_until=None, message_id=message_id)
            notice.sent_at = now
            if notice.key == COPY or not (notice.copy_from_chat_id and notice.copy_message_id):
                return None
            return await Notice.create(
                user_id=notice.user_id,
                key=COPY,
                args=notice.args,
                deal_id=notice.deal_id,
                copy_from_chat_id=notice.copy_from_chat_id,
                copy_message_id=notice.copy_message_id,
                due_at=now,
            )

    async def _put_off(self, notice: Notice, seconds: float) -> datetime | None:
        """Until when; None: it has been tried often enough."""
        if notice.attempts + 1 >= MAX_ATTEMPTS:
            await Notice.filter(id=notice.id).update(failed="unreachable", claimed_until=None)
            return None
        due = self.clock.utcnow() + timedelta(seconds=max(seconds, min(2**notice.attempts, 300)))
        await Notice.filter(id=notice.id).update(due_at=due, claimed_until=None)
        return due

    async def _later(self, notice: Notice, trouble: Unreachable) -> float:
        """The person could not be reached: what is behind it waits too. Seconds for which everybody has to."""
        asked = trouble.retry_after_seconds
        due = await self._put_off(notice, asked)
        if due is None:
            return 0
        is_general = asked > 0 and self.pace.refused(notice.user_id, asked)
        held = waiting() if is_general else waiting().filter(user_id=notice.user_id)
        await held.filter(due_at__lt=due).update(due_at=due)
        return asked if is_general else 0

    async def _give_up(self, notice: Notice, no: Refused) -> None:
        is_gone = any(words in no.words for words in GIVE_UP_WORDS)
        await Notice.filter(id=notice.id).update(failed=no.words[:200], claimed_until=None)
        if is_gone:
            lost = User.filter(id=notice.user_id, blocked_bot_at=None)
            if await lost.update(blocked_bot_at=self.clock.utcnow()) or notice.deal_id is not None:
                await tell_of_unreachable(notice.user_id, self.clock)

    # ---- what may go now

    async def may_go(self, notice: Notice, user: User | None) -> bool:
        """False: it was closed (nobody wants it, or nobody is there for news), or put off to the morning."""
        if user is None:
            return True
        if is_muted(notice, user):
            await Notice.filter(id=notice.id).update(failed="muted")
            return False
        if notice.rank and user.blocked_bot_at is not None:
            await Notice.filter(id=notice.id).update(failed="blocked by the user")
            return False
        until = quiet_until(user, self.clock.utcnow())
        if until is None:
            return True
        deal = await Deal.get_or_none(id=notice.deal_id) if notice.deal_id else None
        if not can_wait(notice, deal, until):
            return True
        await Notice.filter(id=notice.id).update(due_at=until)
        return False


@dataclass(slots=True)
class Spell:
    """One run of the sender."""

    delivery: Delivery
    lease: HeldLease
    rests: bool = False
    delivered: int = 0
    on_the_way: "dict[int, asyncio.Task[None]]" = field(default_factory=dict)
    """By person: never two at once."""

    async def work(self) -> int:
        pace = self.delivery.pace
        end = pace.now() + SPELL_SECONDS
        try:
            while not self.rests and pace.now() < end and await self.lease.hold():
                engaged = {*self.on_the_way, *pace.busy()}
                picked = await self._pick(engaged)
                for notice in await self._fit(picked):
                    await self._launch(notice)
                if not picked and not await self._wait_for(engaged):
                    break
        finally:
            await asyncio.gather(*self.on_the_way.values())
        return self.delivered

    async def _pick(self, engaged: set[int]) -> list[Notice]:
        """The first notice of each person to whom nothing is on the way."""
        now = self.delivery.clock.utcnow()
        in_hand = await waiting().filter(claimed_until__gt=now).values_list("user_id", flat=True)
        away = [*engaged, *in_hand]
        due = waiting().filter(due_at__lte=now)
        if away:
            due = due.filter(user_id__not_in=away)
        first: dict[int, Notice] = {}
        for notice in await due.order_by("rank", "id").limit(WINDOW):
            first.setdefault(notice.user_id, notice)
        return list(first.values())[:AT_ONCE]

    async def _fit(self, picked: list[Notice]) -> list[Notice]:
        people = {user.id: user for user in await User.filter(id__in=[notice.user_id for notice in picked])}
        return [one for one in picked if await self.delivery.may_go(one, people.get(one.user_id))]

    async def _launch(self, notice: Notice) -> None:
        await self.delivery.pace.turn(notice.user_id)
        if self.rests:
            self.delivery.pace.done(notice.user_id)
            return
        while len(self.on_the_way) >= ON_THE_WAY:
            await asyncio.wait(self.on_the_way.values(), return_when=asyncio.FIRST_COMPLETED)
        self.on_the_way[notice.user_id] = asyncio.create_task(self._send(notice))

    async def _send(self, notice: Notice) -> None:
        try:
            rest_seconds = await self.delivery.send(notice)
            self.delivered += notice.sent_at is not None
            if rest_seconds > 0:
                self.rests = True
                await self.lease.rest(rest_seconds)
        finally:
            self.delivery.pace.done(notice.user_id)
            self.on_the_way.pop(notice.user_id, None)

    async def _wait_for(self, engaged: set[int]) -> bool:
        """Until one of them can be written to again; False when they have nothing coming."""
        if self.on_the_way:
            await asyncio.wait(self.on_the_way.values(), return_when=asyncio.FIRST_COMPLETED)
            return True
        due = waiting().filter(due_at__lte=self.delivery.clock.utcnow())
        if not engaged or not await due.filter(user_id__in=list(engaged)).exists():
            return False
        await self.delivery.pace.sleep(self.delivery.pace.soonest())
        return True
