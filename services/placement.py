"""When a post goes out, and that it goes out exactly once.

Guarantees:
* The row is claimed with a fence and marked SENDING before Telegram is called; whatever happens then is remembered.
* At the moment of sending the deal's status, the escrow's money, our rights and the owner's are asked again.
* A clear no, or a call that surely did not leave, is tried again within the grace; after it the advertiser is refunded.
* An unclear answer, or a crash while SENDING, is never answered by sending again blindly: the channel is searched
  (`services.posting.traces`). A match is adopted. Only if every message since the anchor is there and is something else
  is it sent a second time, once; in doubt the platform disputes, and people decide. Where the deal is decided already
  the search goes on for a day, so that a refund takes the post down; then people are asked.
* A refund takes the post down; after the term it is deleted once the verdict is there, unless it was sold as permanent.
"""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.transactions import in_transaction

from models import Cause, Creative, Deal, DealStatus, Party, Posting, PostingState
from services.actor import PLATFORM, Actor
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.deals.terms import Terms
from services.deals.transition import Move, advance, advance_fresh
from services.disputes import dispute_by_platform
from services.errors import GoneAhead, NoVault, Settling
from services.notices import tell_party
from services.one_by_one import one_by_one
from services.ports import Clock, Refused, SeenMessage, Telegram, Unreachable
from services.posting import claims
from services.posting.cleanup import clean_up
from services.posting.content import content_from
from services.posting.obstacles import Obstacle, find_obstacle
from services.posting.records import Recorder, raise_anchor
from services.posting.repost import post_again
from services.posting.schedule import check_time, check_verifiable, put_in_queue, queue_in_line
from services.posting.top import on_other_post
from services.posting.traces import Traces, discard, find_traces
from services.posting.unfound import is_settled, search_on
from services.posting.vaults import Vaults
from services.telegram_errors import whose_doing

RETRY = timedelta(seconds=60)
"""Also the time after which a request that we gave up on has surely been carried out or lost."""
MAX_SENDINGS = 2
PIN_FAILED = "pin"


@dataclass(frozen=True, slots=True)
class Placement:
    clock: Clock
    access: DealAccess
    telegram: Telegram
    funded: Callable[[Deal], Awaitable[bool]]
    """Is the deal's money on the chain now? Raises TryAgain or Unreachable when the chain cannot be asked."""
    vaults: Vaults
    rng: random.Random

    # ---- the time

    async def vault_for(self) -> int:
        """A chat where posts can be compared. Raises NoVault."""
        return (await self.vaults.all())[0]

    async def propose_time(self, actor: Actor, deal_id: int, publish_at: datetime) -> Deal:
        deal, party = await self._check_step(actor, deal_id, Action.PROPOSE_TIME, publish_at)
        changes: dict[str, object] = {"proposed_publish_at": publish_at, "proposed_by": party}
        payload: dict[str, object] = {"publish_at": publish_at.isoformat()}
        await advance(deal, Move(Action.PROPOSE_TIME, party, actor, changes, payload), self.clock)
        return deal

    async def agree_time(self, actor: Actor, deal_id: int, publish_at: datetime | None = None) -> Deal:
        """Say yes to the proposed time; with `publish_at`, only if it still is that one."""
        deal, _ = await self.access.load(actor, deal_id)
        proposed = deal.proposed_publish_at
        if proposed is None or publish_at not in (None, proposed):
            raise GoneAhead(status=deal.status.value)
        deal, party = await self._check_step(actor, deal_id, Action.AGREE_TIME, proposed)
        changes: dict[str, object] = {"publish_at": proposed, "proposed_publish_at": None, "proposed_by": None}
        move = Move(Action.AGREE_TIME, party, actor, changes, {"publish_at": proposed.isoformat()})
        async with in_transaction():
            await queue_in_line(deal.channel_id)
            await check_time(deal, proposed, self.clock.utcnow())
            await advance(deal, move, self.clock)
            await put_in_queue(deal, proposed)
        return deal

    async def _check_step(self, actor: Actor, deal_id: int, action: Action, publish_at: datetime) -> tuple[Deal, Party]:
        deal, party = await self.access.load(actor, deal_id)
        await self.access.check(actor, deal, party, action)
        await check_time(deal, publish_at, self.clock.utcnow())
        await self.vault_for()
        await check_verifiable(self.telegram, deal.channel)
        return deal, party

    # ---- the post

    async def post_due(self, limit: int = 20) -> int:
        """Send what is due and clear up what is in doubt; returns how many posts are now known to be up."""
        return await one_by_one(await claims.due(self.clock.utcnow(), limit), self._claim_and_work)

    async def _claim_and_work(self, posting: Posting) -> bool:
        return await claims.claim(posting, self.clock.utcnow()) and await self._work_on(posting)

    async def _work_on(self, posting: Posting) -> bool:
        deal = await Deal.get(id=posting.deal_id).select_related("channel")
        if posting.state is not PostingState.DUE:
            return await self._clear_up(deal, posting)
        if not _is_wanted(deal, posting):
            await claims.write(posting, state=PostingState.MISSED, claimed_until=None)
            return False
        if self._is_too_late(deal):
            await self._miss(deal, posting)
            return False
        obstacle = await find_obstacle(self.telegram, self.funded, deal)
        if obstacle is not None:
            await self._wait_for(deal, posting, obstacle)
            return False
        return await self._send(deal, posting)

    async def _send(self, deal: Deal, posting: Posting) -> bool:
        content = content_from(await Creative.get(id=posting.creative_id))
        if not await claims.start_sending(posting, deal.channel.highest_message_id, self.clock.utcnow()):
            return False
        try:
            messages = await self.telegram.post(deal.channel.chat_id, content)
        except Refused as no:
            await self._wait_for(deal, posting, Obstacle(no.words, is_owners=False))
            return False
        except Unreachable as trouble:
            await self._unanswered(posting, trouble)
            return False
        return await self._up(deal, posting, messages)

    async def _up(self, deal: Deal, posting: Posting, messages: list[SeenMessage]) -> bool:
        recorded = await Recorder(self.clock, self.rng).posted(deal, posting, messages)
        if recorded and Terms.of(deal).pinned:
            await self._pin(deal, posting)
        return recorded

    async def _pin(self, deal: Deal, posting: Posting) -> None:
        try:
            await self.telegram.pin(deal.channel.chat_id, posting.message_ids[0])
        except (Refused, Unreachable):
            await claims.write(posting, error=PIN_FAILED)  # the next check pins again before it judges

    async def _unanswered(self, posting: Posting, trouble: Unreachable) -> None:
        state = PostingState.AMBIGUOUS if trouble.sent else PostingState.DUE
        pause = max(RETRY, timedelta(seconds=trouble.retry_after_seconds))
        await claims.put_back(posting, state, self.clock.utcnow() + pause, str(trouble))

    async def _wait_for(self, deal: Deal, posting: Posting, obstacle: Obstacle) -> None:
        """Try again soon; the owner is told once of what only he can mend."""
        is_new = obstacle.words[:200] != posting.error
        kept = await claims.put_back(posting, PostingState.DUE, self.clock.utcnow() + RETRY, obstacle.words)
        if kept and is_new and obstacle.is_owners:
            args: dict[str, object] = {"deal": deal.id, "channel": deal.channel.title, "reason": obstacle.words}
            await tell_party(deal, Party.OWNER, "notice-posting-hindered-owner", args, self.clock)

    def _is_too_late(self, deal: Deal) -> bool:
        ends = _slot_ends(deal)
        return ends is None or self.clock.utcnow() > ends

    async def _miss(self, deal: Deal, posting: Posting) -> None:
        """The slot and its grace have passed, and the post is surely not up: the advertiser gets everything back."""
        move = Move(Action.TIME_OUT, Party.PLATFORM, PLATFORM, payload={"reason": posting.error}, verdict_reason="slot")
        try:
            async with in_transaction():
                if await claims.write(posting, state=PostingState.MISSED, claimed_until=None):
                    await advance_fresh(deal, move, self.clock)
        except (GoneAhead, Settling):
            await claims.write(posting, state=PostingState.MISSED, claimed_until=None)

    # ---- doubt

    async def _clear_up(self, deal: Deal, posting: Posting) -> bool:
        """A post that was sent without an answer, or a crash in the middle of it."""
        content = content_from(await Creative.get(id=posting.creative_id))
        if not await claims.write(posting, state=PostingState.AMBIGUOUS):
            return False
        try:
            traces = await find_traces(self.telegram, self.vaults, deal.channel, posting, content)
        except Refused as no:
            cause = await whose_doing(self.telegram, deal.channel.chat_id, no) or Cause.OURS
            return await self._still_unclear(deal, posting, no.words, cause)
        except (Unreachable, NoVault) as trouble:
            return await self._still_unclear(deal, posting, str(trouble), Cause.OURS)
        if traces is None:
            return await self._still_unclear(deal, posting, "vaults are busy", Cause.OURS)
        await raise_anchor(deal.channel_id, traces.marker_id)
        done = await self._answer(deal, posting, traces)
        await discard(self.telegram, deal.channel.chat_id, traces.markers)  # after a crash here a dot stays: so be it
        return done

    async def _answer(self, deal: Deal, posting: Posting, traces: Traces) -> bool:
        if traces.match:
            return await self._up(deal, posting, list(traces.match))
        if traces.proved_absent and not _is_wanted(deal, posting):
            await claims.write(posting, state=PostingState.MISSED, claimed_until=None, error="not in the channel")
        elif traces.proved_absent and posting.attempts < MAX_SENDINGS:
            await claims.put_back(posting, PostingState.DUE, self.clock.utcnow(), "not in the channel")
        else:
            await self._give_to_people(deal, posting, "post-unclear", Cause.OURS)
        return False

    async def _still_unclear(self, deal: Deal, posting: Posting, words: str, cause: Cause) -> bool:
        if is_settled(deal) or self._is_too_late(deal):
            await self._give_to_people(deal, posting, "post-unclear", cause)
        else:
            later = self.clock.utcnow() + RETRY
            await claims.put_back(posting, PostingState.AMBIGUOUS, later, words)
        return False

    async def _give_to_people(self, deal: Deal, posting: Posting, reason: str, cause: Cause) -> None:
        """The dispute and the end of the search are one; where there is none to open the search goes on."""
        try:
            async with in_transaction():
                if not await claims.write(posting, state=PostingState.MISSED, claimed_until=None, error=reason):
                    return
                if not await dispute_by_platform(deal, reason, cause, self.clock):
                    raise GoneAhead(status=deal.status.value)
        except GoneAhead:
            await search_on(await Deal.get(id=deal.id).select_related("channel"), posting, self.vaults, self.clock)

    # ---- after it

    async def on_other_post(self, chat_id: int, message_id: int, album: str | None, at: datetime) -> bool:
        """Somebody else posted in a channel: warn and write it down if it is in promised hours on top."""
        return await on_other_post(chat_id, message_id, album, at, self.clock)

    async def post_again(self, actor: Actor, deal_id: int) -> Deal:
        """The owner's remedy inside the cure window: the post goes out anew, and the term grows by the gap."""
        return await post_again(self.access, self.telegram, self.clock, actor, deal_id)

    async def clean_up_due(self, limit: int = 20) -> int:
        """Take down the posts whose time is over; returns how many are gone."""
        return await clean_up(self.telegram, self.clock, limit)


def _is_wanted(deal: Deal, posting: Posting) -> bool:
    """Does the deal, as it stands now, want this posting sent?"""
    if deal.verdict is not None:
        return False
    if deal.status is DealStatus.SCHEDULED:
        return deal.publish_at == posting.due_at
    return deal.status is DealStatus.RETENTION_CHECK


def _slot_ends(deal: Deal) -> datetime | None:
    """Until when the posting may still be tried; None where nothing is to be posted any more."""
    if deal.status is DealStatus.SCHEDULED and deal.publish_at is not None:
        return deal.publish_at + timedelta(seconds=Terms.of(deal).clocks["grace_seconds"])
    return deal.cure_ends_at if deal.status is DealStatus.RETENTION_CHECK else None
