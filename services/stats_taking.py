"""Taking figures: when, of which channels, from whom, and never in a burst.

* A channel has one moment of the day, made of its id: ten thousand channels are seven a minute, day and night.
* Whoever takes figures claims the row by a conditional UPDATE that moves `stats_due_at` on: two workers never ask for
  the same channel, and one that dies half-way delays it by an hour.
* After an outage everything is due at once; `per_minute` is what all workers together may start, read from the rows.
* A source that does not answer delays nobody: the others' figures are written, and tomorrow it is asked again. Only
  when nobody could count is the channel tried again in an hour.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from models import Channel, ChannelStatus
from services.one_by_one import one_by_one
from services.ports import Clock, Figures, Refused, StatsSource, Telegram, Unreachable
from services.stats_figures import Measured, measured
from services.stats_writing import record, thin

log = logging.getLogger(__name__)
DAY = timedelta(days=1)
RETRY = timedelta(hours=1)
LEAST_PAUSE = timedelta(hours=6)
"""After figures that came late, the channel's own moment is skipped if it is nearer than this."""
MINUTE = timedelta(minutes=1)
BATCH = 10
GOLDEN = 0.6180339887498949
"""Multiples of it, without their whole part, are spread evenly however many there are."""

LookAfter = Callable[[Channel], Awaitable[None]]


def next_moment(channel_id: int, now: datetime) -> datetime:
    """The channel's moment of the day that comes next."""
    offset = DAY * (channel_id * GOLDEN % 1)
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    earliest = now + LEAST_PAUSE
    return next(at for days in range(3) if (at := midnight + DAY * days + offset) >= earliest)


@dataclass(frozen=True, slots=True)
class Taker:
    clock: Clock
    telegram: Telegram
    sources: Sequence[StatsSource] = ()
    per_minute: int = 0
    look_after: LookAfter | None = None
    """What else is done for a channel once a day."""

    async def take_due(self, limit: int = BATCH) -> int:
        """Figures of the channels whose moment has come; returns how many were taken."""
        now = self.clock.utcnow()
        room = min(limit, await self._room(now))
        if room <= 0:
            return 0
        due = Channel.filter(stats_due_at__lte=now).exclude(status=ChannelStatus.REMOVED)
        return await one_by_one(await due.order_by("stats_due_at", "id").limit(room), self._take_one)

    async def _room(self, now: datetime) -> int:
        if not self.per_minute:
            return BATCH
        return self.per_minute - await Channel.filter(stats_tried_at__gt=now - MINUTE).count()

    async def _take_one(self, channel: Channel) -> bool:
        now = self.clock.utcnow()
        mine = Channel.filter(id=channel.id, stats_due_at=channel.stats_due_at)
        if not await mine.update(stats_due_at=now + RETRY, stats_tried_at=now):
            return False
        if self.look_after is not None:
            await self.look_after(channel)
        try:
            taken = await self.measure(channel)
        except Unreachable as trouble:
            log.info("no figures of channel %s: %s", channel.id, trouble)
            return False
        if taken is not None:
            await record(channel.id, taken, now)
        await thin(channel.id, now)
        still_here = Channel.filter(id=channel.id).exclude(status=ChannelStatus.REMOVED)
        await still_here.update(stats_due_at=next_moment(channel.id, now))
        return taken is not None

    async def measure(self, channel: Channel) -> Measured | None:
        """What everybody says now; None when nobody may count. Raises Unreachable when nobody could be asked."""
        members, silence = None, None
        try:
            members = await self.telegram.member_count(channel.chat_id)
        except Refused as no:
            log.info("Telegram does not count channel %s: %s", channel.id, no.words)
        except Unreachable as trouble:
            silence = trouble
        reports = [(source.name, report) for source in self.sources if (report := await _asked(source, channel))]
        taken = measured(members, reports, self.clock.utcnow())
        if taken is None and silence is not None:
            raise silence
        return taken


async def _asked(source: StatsSource, channel: Channel) -> Figures | None:
    try:
        return await source.figures(channel.chat_id, channel.username)
    except Unreachable as trouble:
        log.info("%s says nothing of channel %s: %s", source.name, channel.id, trouble)
        return None
    except Exception:  # a plug-in is not our code: whatever it does, the other figures are written
        log.exception("the source %s failed on channel %s", source.name, channel.id)
        return None
