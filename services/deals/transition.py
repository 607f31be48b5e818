"""The only place that writes `Deal.status`, `Deal.verdict` and a deal's verdict on its current escrow.

What no step of a deal decides (money in an old or dead escrow goes back, a stopped payout is given back) is written by
`services.escrow`, by compare-and-set as well.

Guarantees:
* A step happens whole or not at all: the compare-and-set on the row, the verdict on the current escrow, and one
  DealEvent are one transaction. The UPDATE names all that it expects (status, verdict, and the version that was read);
  zero rows updated is an answer, not an accident: `GoneAhead`. Steps that leave the status (a proposal) raise the
  version too: what a worker learnt of Telegram in the meantime still holds, and `advance_fresh` takes its step then.
* A verdict is written once. A deal with a verdict is *settling* and refuses everything but the chain's confirmations.
* Nothing else happens inside: notices and side effects are made of the event row, after the commit.
"""

from dataclasses import dataclass
from datetime import datetime

from tortoise.transactions import in_transaction

from models import Creative, Deal, DealEvent, Escrow, Party, Verdict
from services.actor import Actor
from services.deals.clocks import clock_for
from services.deals.lifecycle import Action, Step
from services.deals.roles import step_for
from services.deals.terms import Terms
from services.errors import GoneAhead, Settling
from services.ports import Clock

FREE_FIELDS = frozenset(
    {
        "terms",
        "terms_hash",
        "offered_by",
        "price_nano",
        "payer_address",
        "payout_address",
        "fee_bps",
        "change_rounds",
        "proposed_publish_at",
        "proposed_by",
        "publish_at",
        "cancel_proposed_by",
        "retention_ends_at",
        "cure_ends_at",
        "outcome",
    }
)
"""What a step may write beside the status."""

CLOCK_FIELDS = ("status", "verdict", "terms", "entered_at", "publish_at", "retention_ends_at")
RESTARTS_CLOCK = frozenset({Action.COUNTER})
"""Words that count as an answer although the status stays."""
ENDS_PROPOSAL = frozenset({Action.START_CURE, Action.POST_AGAIN})
"""With any change of the status, these end a standing proposal to cancel: it was made about another state of things."""
MAX_TRIES = 3
"""So often a step is taken anew when somebody stirred the deal without moving it."""


@dataclass(frozen=True, slots=True)
class Move:
    """A step to take. `changes` are further columns of the deal; `payload` goes into the event."""

    action: Action
    party: Party
    actor: Actor
    changes: dict[str, object] | None = None
    payload: dict[str, object] | None = None
    verdict_reason: str = ""
    split_bps: int | None = None
    expect: dict[str, object] | None = None
    """Further columns and the values that they must still have (the hash that was accepted, the time agreed to)."""


async def find_step(deal: Deal, action: Action, party: Party) -> Step:
    """The row of the lifecycle, or the refusal that explains why there is none."""
    has_creative = await Creative.filter(deal_id=deal.id).exists()
    step = step_for(deal, action, party, has_creative)
    if step is None:
        raise Settling() if deal.verdict is not None else GoneAhead(status=deal.status.value)
    return step


async def advance(deal: Deal, move: Move, clock: Clock) -> DealEvent:
    """Take one step. Raises GoneAhead when somebody was faster, Settling when the money is already decided.

    On success the given `deal` object shows the new values.
    """
    step = await find_step(deal, move.action, move.party)
    now = clock.utcnow()
    changes = _changes(deal, step, move, now)
    async with in_transaction():
        expected = {"id": deal.id, "status": deal.status, "verdict": deal.verdict, "version": deal.version}
        moved = await Deal.filter(**expected, **(move.expect or {})).update(**changes)
        if not moved:
            raise GoneAhead(status=deal.status.value)
        if step.verdict is not None:
            await _write_verdict(deal, step.verdict, move, now)
        event = await DealEvent.create(
            deal_id=deal.id,
            action=move.action.value,
            source=deal.status,
            target=step.target or deal.status,
            party=move.party,
            user_id=move.actor.user_id or None,
            payload=move.payload or {},
            ip_address=move.actor.ip_address,
            created_at=now,
        )
    deal.update_from_dict(changes)
    return event


async def advance_fresh(deal: Deal, move: Move, clock: Clock, tries: int = MAX_TRIES) -> DealEvent:
    """As `advance`, for a worker that read the deal some time ago: only another status or a verdict stops it.

    `deal` then shows the row as it is now, also after a refusal.
    """
    try:
        return await advance(deal, move, clock)
    except GoneAhead:
        before = (deal.status, deal.verdict)
        await refresh(deal)
        if tries <= 1 or (deal.status, deal.verdict) != before:
            raise
    return await advance_fresh(deal, move, clock, tries - 1)


async def refresh(deal: Deal) -> None:
    """Read the columns anew; relations that were loaded stay."""
    await deal.refresh_from_db(fields=sorted(deal._meta.db_fields - {"id"}))


def _changes(deal: Deal, step: Step, move: Move, now: datetime) -> dict[str, object]:
    changes: dict[str, object] = dict(move.changes or {})
    stray = changes.keys() - FREE_FIELDS
    if stray:
        raise ValueError(f"a step may not write {sorted(stray)}")
    status = step.target or deal.status
    stirred = status is not deal.status or step.action in RESTARTS_CLOCK
    changes |= {"status": status, "version": deal.version + 1, "entered_at": now if stirred else deal.entered_at}
    if status is not deal.status or step.action in ENDS_PROPOSAL:
        changes["cancel_proposed_by"] = None
    if step.verdict is not None:
        changes |= {"verdict": step.verdict, "verdict_reason": move.verdict_reason or move.action.value}
    return changes | _clock(deal, changes)


def _clock(deal: Deal, changes: dict[str, object]) -> dict[str, object]:
    """The deal's clock after the step. A settling deal has none: it waits for the chain, which the watcher reads."""
    after = Deal(**{name: changes.get(name, getattr(deal, name)) for name in CLOCK_FIELDS})
    due, warn = (None, None) if after.verdict is not None else clock_for(after, Terms.of(after))
    same = due == deal.due_at and after.entered_at == deal.entered_at
    return {"due_at": due, "warn_at": deal.warn_at if same else warn}


async def _write_verdict(deal: Deal, verdict: Verdict, move: Move, now: datetime) -> None:
    decided = await Escrow.filter(deal_id=deal.id, is_current=True, verdict=None).update(
        verdict=verdict, split_bps=move.split_bps, decided_at=now
    )
    if not decided:
        raise GoneAhead(status=deal.status.value)
