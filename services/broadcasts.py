"""Broadcasts: one message of an administrator, copied to everybody of an audience, behind everything that matters.

Guarantees:
* Everybody gets it at most once: the audience is walked by ascending id, and a stretch of notices and how far it got
  are one transaction. A restart goes on from there.
* It never crowds out others: copies go last, and so few wait at a time that a stop is felt at once.
* Who switched news off, blocked the bot or is banned gets none.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tortoise.expressions import Subquery
from tortoise.functions import Count
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from models import Broadcast, BroadcastState, ChannelManager, Deal, Notice, User
from services.actor import Actor
from services.audit import record
from services.delivery import COPY, GIVE_UP_WORDS
from services.errors import Forbidden, GoneAhead, NotFound
from services.ports import Clock

STRETCH = 200
WAITING_AT_MOST = 400
RANK = 2
SHOWN = 5


class Audience(StrEnum):
    ALL = "all"
    OWNERS = "owners"
    """Whoever manages a channel."""
    ADVERTISERS = "advertisers"
    """Whoever has asked for a post."""


@dataclass(frozen=True, slots=True)
class Progress:
    broadcast: Broadcast
    sent: int
    blocked: int
    failed: int
    waiting: int
    """Has a notice that was not sent yet."""


@dataclass(frozen=True, slots=True)
class Broadcasts:
    clock: Clock

    async def count(self, actor: Actor, audience: Audience, language: str = "") -> int:
        _check(actor)
        return await _people(audience, language).count()

    async def start(self, actor: Actor, message_id: int, audience: Audience, language: str = "") -> Broadcast:
        """`message_id` is the message in the administrator's own chat that everybody gets a copy of."""
        total = await self.count(actor, audience, language)
        broadcast = await Broadcast.create(
            admin_id=actor.user_id,
            source_message_id=message_id,
            audience=audience.value,
            language=language,
            total=total,
            created_at=self.clock.utcnow(),
        )
        await record(
            actor, "broadcast_started", "broadcast", broadcast.id, self.clock, audience=audience.value, total=total
        )
        return broadcast

    async def stop(self, actor: Actor, broadcast_id: int) -> None:
        """Nobody gets it any more; who has it has it. Raises GoneAhead when it is over."""
        _check(actor)
        async with in_transaction():
            running = Broadcast.filter(id=broadcast_id).exclude(state=BroadcastState.STOPPED)
            now = self.clock.utcnow()
            if not await running.update(state=BroadcastState.STOPPED, ended_at=now):
                raise GoneAhead(status=BroadcastState.STOPPED.value)
            open_ones = Notice.filter(broadcast_id=broadcast_id, sent_at=None, failed=None, claimed_until=None)
            await open_ones.update(failed="stopped")
        await record(actor, "broadcast_stopped", "broadcast", broadcast_id, self.clock)

    async def progress(self, actor: Actor, broadcast_id: int) -> Progress:
        _check(actor)
        broadcast = await Broadcast.get_or_none(id=broadcast_id)
        if broadcast is None:
            raise NotFound(what="broadcast", id=broadcast_id)
        copies = Notice.filter(broadcast_id=broadcast_id)
        sent = await copies.exclude(sent_at=None).count()
        waiting = await copies.filter(sent_at=None, failed=None).count()
        unsent = copies.exclude(failed=None).annotate(number=Count("id")).group_by("failed")
        failures = {str(row["failed"]): int(row["number"]) for row in await unsent.values("failed", "number")}
        blocked = sum(n for words, n in failures.items() if any(part in words for part in GIVE_UP_WORDS))
        dropped = sum(failures.get(word, 0) for word in ("stopped", "muted"))
        return Progress(broadcast, sent, blocked, sum(failures.values()) - blocked - dropped, waiting)

    async def recent(self, actor: Actor, limit: int = SHOWN) -> list[Broadcast]:
        _check(actor)
        return await Broadcast.all().order_by("-id").limit(limit)

    # ---- the worker's hand

    async def spread_due(self) -> int:
        """Give the next stretch of people their notices; returns how many."""
        waiting = await Notice.filter(rank=RANK, sent_at=None, failed=None).count()
        if waiting >= WAITING_AT_MOST:
            return 0
        running = await Broadcast.filter(state=BroadcastState.RUNNING).order_by("id").first()
        return await self._spread(running) if running is not None else 0

    async def _spread(self, broadcast: Broadcast) -> int:
        people = _people(Audience(broadcast.audience), broadcast.language).filter(id__gt=broadcast.last_user_id)
        ids = [int(str(one)) for one in await people.order_by("id").limit(STRETCH).values_list("id", flat=True)]
        now = self.clock.utcnow()
        async with in_transaction():
            here = Broadcast.filter(id=broadcast.id, state=BroadcastState.RUNNING, last_user_id=broadcast.last_user_id)
            if not ids:
                await here.update(state=BroadcastState.DONE, ended_at=now)
                return 0
            if not await here.update(last_user_id=ids[-1]):
                return 0  # another worker was faster, or it was stopped
            await Notice.bulk_create([_copy(broadcast, user_id, now) for user_id in ids])
        return len(ids)


def _copy(broadcast: Broadcast, user_id: int, now: datetime) -> Notice:
    return Notice(
        user_id=user_id,
        key=COPY,
        args={"opens": "notices:0"},
        copy_from_chat_id=broadcast.admin_id,
        copy_message_id=broadcast.source_message_id,
        rank=RANK,
        broadcast_id=broadcast.id,
        due_at=now,
    )


def _people(audience: Audience, language: str) -> QuerySet[User]:
    """Who has met the bot (a language is known since then) and may be written to."""
    met = User.filter(is_banned=False, blocked_bot_at=None).exclude(language="")
    if language:
        met = met.filter(language=language)
    match audience:
        case Audience.OWNERS:
            return met.filter(id__in=Subquery(ChannelManager.all().values("user_id")))
        case Audience.ADVERTISERS:
            return met.filter(id__in=Subquery(Deal.all().values("advertiser_id")))
    return met


def _check(actor: Actor) -> None:
    if not actor.is_admin:
        raise Forbidden()
