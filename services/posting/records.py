"""A post that is up, written down: ids, what Telegram showed, the term, and the checks that will watch it.

The steps of the deal, the posting and the checks are one transaction. If the deal was settled while the post went out,
the post is recorded all the same, so that the clean-up takes it down. Words that leave the deal where it was (somebody
proposes another time, or to cancel) stop nothing: the steps are taken on the deal as it is now.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.transactions import in_transaction

from models import Channel, Deal, DealStatus, Party, Posting, PostingState
from services.actor import PLATFORM
from services.deals.lifecycle import Action
from services.deals.terms import Terms
from services.deals.transition import Move, advance_fresh
from services.errors import GoneAhead, Settling
from services.ports import Clock, SeenMessage
from services.posting import claims
from services.posting.fingerprint import fingerprint, reduced
from services.posting.retention import plan_checks, write_checks


class ClaimLost(Exception):
    """Another worker has the posting; nothing is written."""


@dataclass(frozen=True, slots=True)
class Recorder:
    clock: Clock
    rng: random.Random

    async def posted(self, deal: Deal, posting: Posting, messages: Sequence[SeenMessage]) -> bool:
        """False: another worker has taken the posting over, and has recorded or will find the same messages."""
        try:
            try:
                await self._with_steps(deal, posting, messages)
            except (GoneAhead, Settling):
                await self._alone(deal, posting, messages)
        except ClaimLost:
            return False
        return True

    async def _with_steps(self, deal: Deal, posting: Posting, messages: Sequence[SeenMessage]) -> None:
        terms = Terms.of(deal)
        posted_at = when_posted(messages, self.clock.utcnow())
        ends_at = posted_at + timedelta(seconds=terms.retention_seconds)
        async with in_transaction():
            await self._write(deal, posting, messages, posted_at)
            if deal.status is DealStatus.RETENTION_CHECK:  # posted again: its term and its checks exist
                return
            top_ends_at = posted_at + timedelta(seconds=terms.top_seconds)
            payload: dict[str, object] = {
                "url": posting.url,
                "ends_at": ends_at.isoformat(),
                "top_ends_at": top_ends_at.isoformat(),
            }
            marked = Move(Action.MARK_POSTED, Party.PLATFORM, PLATFORM, {"retention_ends_at": ends_at}, payload)
            await advance_fresh(deal, marked, self.clock)
            await advance_fresh(deal, Move(Action.START_RETENTION, Party.PLATFORM, PLATFORM), self.clock)
            await write_checks(posting.id, plan_checks(posted_at, ends_at, self.rng))

    async def _alone(self, deal: Deal, posting: Posting, messages: Sequence[SeenMessage]) -> None:
        async with in_transaction():
            await self._write(deal, posting, messages, when_posted(messages, self.clock.utcnow()))

    async def _write(self, deal: Deal, posting: Posting, messages: Sequence[SeenMessage], posted_at: datetime) -> None:
        snapshot = [reduced(message) for message in messages]
        ids = [message.message_id for message in messages]
        top_ends_at = posted_at + timedelta(seconds=Terms.of(deal).top_seconds)
        kept = await claims.write(
            posting,
            state=PostingState.POSTED,
            message_ids=ids,
            snapshot=snapshot,
            fingerprint=fingerprint(snapshot),
            url=post_url(deal.channel, ids[0]),
            posted_at=posted_at,
            top_ends_at=top_ends_at,
            claimed_until=None,
            retry_at=None,
            attempts=0,
            error="",
        )
        if not kept:
            raise ClaimLost()
        await raise_anchor(deal.channel_id, max(ids))
        await Channel.filter(id=deal.channel_id).update(top_until=top_ends_at)


def when_posted(messages: Sequence[SeenMessage], now: datetime) -> datetime:
    """Telegram's time of the post, where it is told and not ahead of our clock."""
    sent_at = messages[0].sent_at
    return min(sent_at, now) if sent_at else now


async def raise_anchor(channel_id: int, message_id: int) -> None:
    await Channel.filter(id=channel_id, highest_message_id__lt=message_id).update(highest_message_id=message_id)


def post_url(channel: Channel, message_id: int) -> str:
    """Public channels by name; private ones by number, which opens for their members."""
    if channel.username:
        return f"https://t.me/{channel.username}/{message_id}"
    return f"https://t.me/c/{str(channel.chat_id).removeprefix('-100')}/{message_id}"
