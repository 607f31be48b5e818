"""Disputes: what a rule cannot decide, people do; silence is decided by the checks.

Guarantees:
* Anything that a rule leaves open between the post and the money may be disputed, by either side or the platform; a
  dispute stops every rule until somebody decides.
* Either side may concede at any time: the money then goes to the other.
* At the cap the last content check decides: violated - refund; intact - release. Where the owner keeps us from looking,
  only a check from the last quarter of the term releases, else it is a refund: a channel that goes dark after its
  first check earns nothing by it, whoever opened the dispute and when. Where there was no content check and it is our
  doing, the money is split in half.
* What both sides and the admin see is the same evidence.
"""

from dataclasses import dataclass
from datetime import datetime

from tortoise.transactions import in_transaction

from models import (
    Cause,
    Check,
    CheckResult,
    Creative,
    Deal,
    DealEvent,
    DealMessage,
    DealStatus,
    Dispute,
    Escrow,
    Party,
    Posting,
    Verdict,
)
from services.actor import PLATFORM, Actor
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance, advance_fresh
from services.errors import BadShare, EmptyMessage, GoneAhead, LargeInput, Settling
from services.one_by_one import one_by_one
from services.ports import Clock
from services.posting.retention import BANDS

TEXT_LIMIT = 2000
HALF_BPS = 5000
DECISION = {
    Verdict.RELEASE: Action.DECIDE_RELEASE,
    Verdict.REFUND: Action.DECIDE_REFUND,
    Verdict.SPLIT: Action.DECIDE_SPLIT,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that bears on a dispute. Both sides and the admin see the same."""

    deal: Deal
    dispute: Dispute | None
    versions: list[Creative]
    """Of the creative, oldest first."""
    posting: Posting | None
    checks: list[Check]
    events: list[DealEvent]
    messages: list[DealMessage]
    """The conversation, oldest first."""
    escrow: Escrow | None
    """What the chain was last seen to say."""


@dataclass(frozen=True, slots=True)
class Disputes:
    clock: Clock
    access: DealAccess

    async def open(self, actor: Actor, deal_id: int, reason: str) -> Dispute:
        reason = _said(reason)
        deal, party = await self.access.load(actor, deal_id)
        await self.access.check(actor, deal, party, Action.DISPUTE)
        return await open_dispute(deal, party, actor, reason, None, self.clock)

    async def state_case(self, actor: Actor, deal_id: int, text: str) -> Deal:
        """Add a statement; both sides and the admins can read all of them."""
        text = _said(text)
        deal, party = await self.access.load(actor, deal_id)
        await self.access.check(actor, deal, party, Action.STATE_CASE)
        dispute = await Dispute.get(deal_id=deal.id)
        statement: dict[str, object] = {
            "party": party.value,
            "user_id": actor.user_id,
            "text": text,
            "at": self.clock.utcnow().isoformat(),
        }
        async with in_transaction():  # the step's version guards the list: of two at once, one is told to try again
            await advance(deal, Move(Action.STATE_CASE, party, actor, payload={"text": text}), self.clock)
            await Dispute.filter(id=dispute.id).update(statements=[*dispute.statements, statement])
        return deal

    async def concede(self, actor: Actor, deal_id: int) -> Deal:
        """Give the money to the other side."""
        deal, party = await self.access.load(actor, deal_id)
        await self.access.check(actor, deal, party, Action.CONCEDE)
        verdict = Verdict.RELEASE if party is Party.ADVERTISER else Verdict.REFUND
        await self._decide(deal, Move(Action.CONCEDE, party, actor), verdict)
        return deal

    async def decide(self, actor: Actor, deal_id: int, verdict: Verdict, split_bps: int | None = None) -> Deal:
        """An admin's decision. `split_bps` is the owner's share and belongs to a split alone."""
        if (verdict is Verdict.SPLIT) != (split_bps is not None) or not 0 <= (split_bps or 0) <= 10_000:
            raise BadShare(split_bps=split_bps)
        deal, party = await self.access.load(actor, deal_id)
        party = Party.ADMIN if actor.is_admin else party
        if deal.status is not DealStatus.DISPUTED:
            raise GoneAhead(status=deal.status.value)
        await self.access.check(actor, deal, party, DECISION[verdict])
        await self._decide(deal, _decision(verdict, party, actor, "admin", split_bps), verdict)
        return deal

    async def cap_due(self) -> int:
        """Decide the disputes that nobody decided in time; returns how many."""
        silent = await Deal.filter(status=DealStatus.DISPUTED, verdict=None, due_at__lte=self.clock.utcnow())
        return await one_by_one(silent, self.cap)

    async def cap(self, deal: Deal) -> bool:
        verdict = await capped_verdict(deal)
        share = HALF_BPS if verdict is Verdict.SPLIT else None
        try:
            await self._decide(deal, _decision(verdict, Party.PLATFORM, PLATFORM, "dispute_cap", share), verdict)
        except (GoneAhead, Settling):
            return False
        return True

    async def evidence(self, actor: Actor, deal_id: int) -> Evidence:
        deal, _ = await self.access.load(actor, deal_id)
        posting = await Posting.get_or_none(deal_id=deal.id)
        checks = Check.filter(posting_id=posting.id, done_at__not_isnull=True) if posting else None
        return Evidence(
            deal=deal,
            dispute=await Dispute.get_or_none(deal_id=deal.id),
            versions=await Creative.filter(deal_id=deal.id).order_by("version"),
            posting=posting,
            checks=await checks.order_by("done_at", "id") if checks is not None else [],
            events=await DealEvent.filter(deal_id=deal.id).order_by("id"),
            messages=await DealMessage.filter(deal_id=deal.id).order_by("id"),
            escrow=await Escrow.get_or_none(deal_id=deal.id, is_current=True),
        )

    async def _decide(self, deal: Deal, move: Move, verdict: Verdict) -> None:
        now = self.clock.utcnow()
        async with in_transaction():
            await advance(deal, move, self.clock)
            await Dispute.filter(deal_id=deal.id).update(
                decided_at=now, decided_by=move.actor.user_id or None, decision=verdict
            )


def _said(text: str) -> str:
    text = text.strip()
    if not text:
        raise EmptyMessage()
    if len(text) > TEXT_LIMIT:
        raise LargeInput(limit=TEXT_LIMIT)
    return text


def _decision(verdict: Verdict, party: Party, actor: Actor, reason: str, split_bps: int | None) -> Move:
    payload: dict[str, object] = {"reason": reason, "split_bps": split_bps or 0}
    return Move(DECISION[verdict], party, actor, payload=payload, verdict_reason=reason, split_bps=split_bps)


async def open_dispute(
    deal: Deal, party: Party, actor: Actor, reason: str, cause: Cause | None, clock: Clock
) -> Dispute:
    """Stop the rules and ask people. Raises GoneAhead or Settling as every step does."""
    payload: dict[str, object] = {"reason": reason, "cause": cause.value if cause else ""}
    step = advance_fresh if party is Party.PLATFORM else advance
    async with in_transaction():
        await step(deal, Move(Action.DISPUTE, party, actor, payload=payload), clock)
        return await Dispute.create(
            deal_id=deal.id, opened_by=party, reason=reason, cause=cause, opened_at=clock.utcnow()
        )


async def dispute_by_platform(deal: Deal, reason: str, cause: Cause, clock: Clock) -> bool:
    """The platform cannot tell: admins are asked. False when the deal has moved on meanwhile.

    It is disputed, settled or somewhere else then: whoever asks looks at it again, and writes nothing for good before.
    """
    try:
        await open_dispute(deal, Party.PLATFORM, PLATFORM, reason, cause, clock)
    except (GoneAhead, Settling):
        return False
    return True


async def capped_verdict(deal: Deal) -> Verdict:
    """What the rule of the cap says; see the module's guarantees."""
    dispute = await Dispute.get_or_none(deal_id=deal.id)
    posting = await Posting.get_or_none(deal_id=deal.id)
    last = await _last_content_check(posting) if posting else None
    blames_owner = dispute is not None and dispute.cause is Cause.OWNERS
    blames_owner = blames_owner or (posting is not None and await _went_dark(posting, last))
    if last is not None and last.result is CheckResult.VIOLATED:
        return Verdict.REFUND
    if last is not None and posting is not None and (not blames_owner or _is_late(last.done_at, posting, deal)):
        return Verdict.RELEASE
    return Verdict.REFUND if blames_owner else Verdict.SPLIT


async def _last_content_check(posting: Posting) -> Check | None:
    told = [CheckResult.INTACT, CheckResult.VIOLATED]
    return await Check.filter(posting_id=posting.id, result__in=told).order_by("-done_at", "-id").first()


async def _went_dark(posting: Posting, last: Check | None) -> bool:
    """Has the owner kept us from looking since the last check that saw the content?"""
    dark = Check.filter(posting_id=posting.id, cause=Cause.OWNERS, done_at__not_isnull=True)
    return await (dark.filter(done_at__gt=last.done_at) if last is not None else dark).exists()


def _is_late(moment: datetime | None, posting: Posting, deal: Deal) -> bool:
    """In the last band of the term."""
    start, end = posting.posted_at, deal.retention_ends_at
    return bool(moment and start and end and moment >= end - (end - start) / BANDS)
