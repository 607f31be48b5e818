"""Does the post stay as agreed? Checks are rows with a time; each one is a look, a verdict on it, and evidence.

Guarantees:
* INTACT at the end of the term releases the money, and nothing but a content check does.
* VIOLATED moves nothing by itself: a second look at least ten minutes later must agree. The owner is warned at the
  first; at the second he gets one cure window per deal, which extends the term. Only what is still violated at its
  end, or is violated again after it, is a refund.
* UNKNOWN never moves money. It is tried again and the owner is warned of what only he can mend; when patience ends
  the platform disputes and people decide. A check in the middle of the term that is unknown by our own doing is
  simply closed: others follow.
* PRESENT (a protected channel) is enough in the middle of the term and never at its end.
* A term that is over is never without an open check as long as the deal is undecided.
* While a dispute is open checks go on as evidence and decide nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from models import Cause, Check, CheckKind, CheckResult, Deal, DealStatus, Party, Posting, PostingState
from services.actor import PLATFORM, Actor
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.deals.terms import Terms
from services.deals.transition import Move, advance
from services.disputes import dispute_by_platform
from services.errors import GoneAhead, NoVault, Settling
from services.notices import tell_party
from services.one_by_one import one_by_one
from services.ports import Clock, Refused, Telegram, Unreachable
from services.posting.reading import Finding, Reader, look_at_pin
from services.posting.retention import CONFIRM_AFTER, ensure_confirm, ensure_final, ensure_watched
from services.posting.vaults import Vaults

CLAIM = timedelta(minutes=5)
RETRY = timedelta(minutes=10)
BUSY = timedelta(minutes=1)
PATIENCE = timedelta(hours=2)
"""So long an UNKNOWN is tried again. Part of the margin in the contract's deadline."""
MIN_LOOKS = 5
"""And so often at least: after hours in which no worker ran, the first look is not the last."""
WATCHING = (DealStatus.POSTED, DealStatus.RETENTION_CHECK, DealStatus.DISPUTED)


@dataclass(frozen=True, slots=True)
class Verification:
    clock: Clock
    access: DealAccess
    telegram: Telegram
    vaults: Vaults

    async def checks(self, actor: Actor, deal_id: int) -> list[Check]:
        """What was found so far, oldest first; the times of the checks to come are nobody's business."""
        await self.access.load(actor, deal_id)
        done = Check.filter(posting__deal_id=deal_id, done_at__not_isnull=True)
        return await done.order_by("done_at", "id")

    async def check_due(self, limit: int = 20) -> int:
        """Carry out the checks that are due; returns how many were closed."""
        now = self.clock.utcnow()
        await ensure_watched(now)
        free = Q(claimed_until=None) | Q(claimed_until__lte=now)
        due = Check.filter(free, done_at=None, due_at__lte=now)
        return await one_by_one(await due.order_by("due_at", "id").limit(limit), self._claim_and_run)

    async def _claim_and_run(self, check: Check) -> bool:
        now = self.clock.utcnow()
        free = Q(claimed_until=None) | Q(claimed_until__lte=now)
        mine = {"attempts": check.attempts + 1, "claimed_until": now + CLAIM}
        if not await Check.filter(free, id=check.id, done_at=None, attempts=check.attempts).update(**mine):
            return False
        check.update_from_dict(mine)
        posting = await Posting.get(id=check.posting_id)
        deal = await Deal.get(id=posting.deal_id).select_related("channel")
        if deal.verdict is not None or deal.status not in WATCHING:
            return bool(await Check.filter(id=check.id, done_at=None).delete())  # never made, so no evidence
        if posting.state is not PostingState.POSTED:
            return await self._not_up(check, posting, deal)
        finding = await self._look(posting, deal)
        return await self._judge(check, posting, deal, finding) if finding else await self._later(check, BUSY)

    # ---- looking

    async def _look(self, posting: Posting, deal: Deal) -> Finding | None:
        """None: the vaults are busy."""
        try:
            vault = await self.vaults.take(len(posting.snapshot))
        except NoVault:
            return Finding(CheckResult.UNKNOWN, Cause.OURS, {"telegram": "no vault"})
        if vault is None:
            return None
        finding = await Reader(self.telegram, deal.channel, posting, vault).look()
        if finding.healed:
            await Posting.filter(id=posting.id).update(healed=True)
        if finding.result is CheckResult.INTACT and Terms.of(deal).pinned:
            return await self._look_at_pin(posting, deal)
        return finding

    async def _look_at_pin(self, posting: Posting, deal: Deal) -> Finding:
        """A pin that we failed to set is ours to set, and no violation."""
        if posting.error:
            try:
                await self.telegram.pin(deal.channel.chat_id, posting.message_ids[0])
            except (Refused, Unreachable) as trouble:
                return Finding(CheckResult.UNKNOWN, Cause.OURS, {"telegram": str(trouble)})
            await Posting.filter(id=posting.id, fence=posting.fence).update(error="")
        return await look_at_pin(self.telegram, deal.channel, posting)

    async def _not_up(self, check: Check, posting: Posting, deal: Deal) -> bool:
        """The post is being posted again: wait for it, but no longer than the cure window."""
        busy = posting.state in (PostingState.SENDING, PostingState.AMBIGUOUS)
        over = deal.cure_ends_at is not None and self.clock.utcnow() >= deal.cure_ends_at
        if deal.status is not DealStatus.RETENTION_CHECK:
            return await self._close(check, Finding(CheckResult.UNKNOWN, Cause.OURS, {"posting": posting.state.value}))
        if busy or not over:
            return await self._later(check, BUSY)
        waiting = Posting.filter(id=posting.id, fence=posting.fence, state=posting.state)
        if not await waiting.update(state=PostingState.MISSED, fence=posting.fence + 1):
            return await self._later(check, BUSY)  # it is being sent at this moment
        gone = Finding(CheckResult.VIOLATED, details={"changed": ["gone"]})
        return await self._violated(check, posting, deal, gone, agreed=True)

    # ---- judging

    async def _judge(self, check: Check, posting: Posting, deal: Deal, finding: Finding) -> bool:
        match finding.result:
            case CheckResult.INTACT:
                return await self._intact(check, posting, deal, finding)
            case CheckResult.VIOLATED:
                return await self._violated(check, posting, deal, finding, agreed=check.kind is CheckKind.CONFIRM)
        if deal.status is DealStatus.DISPUTED:
            return await self._close(check, finding)
        await self._warn_owner(check, posting, deal, finding)
        if finding.result is CheckResult.PRESENT and check.kind is CheckKind.BAND:
            return await self._close(check, finding)
        return await self._unknown(check, deal, finding)

    async def _intact(self, check: Check, posting: Posting, deal: Deal, finding: Finding) -> bool:
        waiting = Check.filter(posting_id=posting.id, kind=CheckKind.FINAL, done_at=None).exclude(id=check.id)
        ends_at = deal.retention_ends_at
        is_end = ends_at is not None and self.clock.utcnow() >= ends_at and not await waiting.exists()
        if deal.status is not DealStatus.RETENTION_CHECK or not is_end:
            return await self._close(check, finding)
        receipt = await _receipt(posting)
        move = Move(Action.DECIDE_RELEASE, Party.PLATFORM, PLATFORM, payload=receipt, verdict_reason="retained")
        return await self._close(check, finding, deal, move)

    async def _violated(self, check: Check, posting: Posting, deal: Deal, finding: Finding, agreed: bool) -> bool:
        now = self.clock.utcnow()
        if not agreed or deal.status is not DealStatus.RETENTION_CHECK:
            return await self._ask_again(check, posting, deal, finding, now + CONFIRM_AFTER)
        if deal.cure_ends_at is None:
            return await self._start_cure(check, posting, deal, finding)
        if now < deal.cure_ends_at:
            return await self._ask_again(check, posting, deal, finding, deal.cure_ends_at)
        reason = _changed(finding)
        payload: dict[str, object] = {"reason": reason, "url": posting.url or ""}
        move = Move(Action.DECIDE_REFUND, Party.PLATFORM, PLATFORM, payload=payload, verdict_reason=reason)
        return await self._close(check, finding, deal, move)

    async def _ask_again(self, check: Check, posting: Posting, deal: Deal, finding: Finding, at: datetime) -> bool:
        disputed = deal.status is DealStatus.DISPUTED
        async with in_transaction():
            closed = await self._close(check, finding)
            if closed and not (disputed and check.kind is CheckKind.CONFIRM):
                await ensure_confirm(posting.id, at)
                if check.kind is not CheckKind.CONFIRM and not disputed:
                    await self._tell(deal, "notice-violation-seen", {"reason": _changed(finding)}, Party.OWNER)
        return closed

    async def _start_cure(self, check: Check, posting: Posting, deal: Deal, finding: Finding) -> bool:
        """One window per deal. The term grows by it; `services.posting.repost` trims that to the true gap."""
        window = timedelta(seconds=Terms.of(deal).clocks["cure_seconds"])
        cure_ends_at = self.clock.utcnow() + window
        assert deal.retention_ends_at is not None
        ends_at = deal.retention_ends_at + window
        changes: dict[str, object] = {"cure_ends_at": cure_ends_at, "retention_ends_at": ends_at}
        payload: dict[str, object] = {"reason": _changed(finding), "until_at": cure_ends_at.isoformat()}
        move = Move(Action.START_CURE, Party.PLATFORM, PLATFORM, changes, payload)
        async with in_transaction():
            closed = await self._close(check, finding, deal, move)
            if closed:
                await ensure_confirm(posting.id, cure_ends_at)
                await ensure_final(posting.id, ends_at)
        return closed

    async def _unknown(self, check: Check, deal: Deal, finding: Finding) -> bool:
        if self.clock.utcnow() < check.due_at + PATIENCE or _looks(check) + 1 < MIN_LOOKS:
            pause = max(RETRY, timedelta(seconds=finding.retry_after_seconds))
            return await self._later(check, pause, finding)
        cause = finding.cause or Cause.OURS
        if cause is Cause.OURS and check.kind is CheckKind.BAND:
            return await self._close(check, finding)
        try:
            async with in_transaction():
                closed = await self._close(check, finding)
                if closed and not await dispute_by_platform(deal, "post-unverifiable", cause, self.clock):
                    raise GoneAhead(status=deal.status.value)
        except GoneAhead:
            return await self._later(check, BUSY)  # the deal has moved: look at it as it is now
        return closed

    async def _warn_owner(self, check: Check, posting: Posting, deal: Deal, finding: Finding) -> None:
        """Once per post, and only of what is his to mend."""
        if finding.cause is not Cause.OWNERS or check.cause is Cause.OWNERS:
            return
        if await Check.filter(posting_id=posting.id, cause=Cause.OWNERS).exists():
            return
        reason = "protected" if finding.result is CheckResult.PRESENT else "rights"
        await self._tell(deal, "notice-check-hindered", {"reason": reason}, Party.OWNER, Party.ADVERTISER)

    # ---- writing

    async def _close(self, check: Check, finding: Finding, deal: Deal | None = None, move: Move | None = None) -> bool:
        """The evidence and the step that follows from it are one transaction; of two workers one writes."""
        result: dict[str, object] = {"result": finding.result, "cause": finding.cause, "details": finding.details}
        mine = Check.filter(id=check.id, done_at=None, attempts=check.attempts)
        try:
            async with in_transaction():
                if not await mine.update(done_at=self.clock.utcnow(), claimed_until=None, **result):
                    return False
                if deal is not None and move is not None:
                    await advance(deal, move, self.clock)
        except (GoneAhead, Settling):
            return await self._later(check, BUSY)  # the deal has moved: look at it as it is now
        return True

    async def _later(self, check: Check, pause: timedelta, finding: Finding | None = None) -> bool:
        """Postpone without moving `due_at`, from which patience counts."""
        seen: dict[str, object] = {}
        if finding is not None:
            seen = {"cause": finding.cause, "details": {**finding.details, "looks": _looks(check) + 1}}
        mine = Check.filter(id=check.id, done_at=None, attempts=check.attempts)
        await mine.update(claimed_until=self.clock.utcnow() + pause, **seen)
        return False

    async def _tell(self, deal: Deal, key: str, args: dict[str, object], *parties: Party) -> None:
        words = {**args, "deal": deal.id, "channel": deal.channel.title}
        for party in parties:
            await tell_party(deal, party, f"{key}-{party.value}", words, self.clock)


def _looks(check: Check) -> int:
    """How often this check has looked and not seen; waiting for a vault is no look."""
    return int(str(check.details.get("looks", 0)))


def _changed(finding: Finding) -> str:
    """The most telling of the facets that changed: they are listed in that order."""
    changed = finding.details.get("changed")
    return str(changed[0]) if isinstance(changed, list) and changed else "other"


async def _receipt(posting: Posting) -> dict[str, object]:
    """The delivery receipt that both sides get with the release."""
    done = Check.filter(posting_id=posting.id, done_at__not_isnull=True)
    intact = await done.filter(result=CheckResult.INTACT).count()
    posted = posting.posted_at.isoformat() if posting.posted_at else ""
    return {
        "reason": "retained",
        "url": posting.url or "",
        "posted_at": posted,
        "checks": await done.count() + 1,
        "intact": intact + 1,
    }
