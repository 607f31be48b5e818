"""The audit log: who did what, to what, when and from where. Nobody waits for it and nothing fails because of it.

Two ways in:
* Steps of deals are written by `Audit.note_due`, a job with a queue of its own (`DealEvent.audited_at`), out of the
  event rows that the steps leave anyway. An entry names its event, so that no event makes two.
* Any other act (a login, a wallet, a setting, a ban, a switch) calls `record` after it was done. `record` never raises:
  an entry that cannot be written is logged, and the act stands.

    await record(actor, "login", "user", actor.user_id, clock)
    await record(actor, "listing_hidden", "listing", listing.id, clock, reason=reason)

`actor.ip_address` is filled by the REST door. Details are plain JSON values, and never a secret or people's own words.
"""

import logging
from dataclasses import dataclass

from tortoise.exceptions import BaseORMException
from tortoise.transactions import in_transaction

from models import AuditLog, DealEvent
from services.actor import Actor
from services.deals.lifecycle import Action
from services.errors import Forbidden
from services.ports import Clock

log = logging.getLogger(__name__)
NOTED_AT_ONCE = 500
PRIVATE = frozenset({"text", "note"})
"""What people wrote to each other stays with the deal."""

NOTED: dict[Action, str] = {
    Action.ACCEPT: "deal_accepted",
    Action.DECLINE: "deal_declined",
    Action.CANCEL: "deal_cancelled",
    Action.EXPIRE: "deal_expired",
    Action.WITHDRAW: "deal_withdrawn",
    Action.AGREE_CANCEL: "deal_cancel_agreed",
    Action.TIME_OUT: "deal_timed_out",
    Action.SET_PAYER_WALLET: "payer_wallet_set",
    Action.SET_PAYOUT_WALLET: "payout_wallet_set",
    Action.OPEN_ESCROW: "escrow_created",
    Action.CONFIRM_DEPOSIT: "escrow_funded",
    Action.RETURN_DEPOSIT: "deposit_returned",
    Action.APPROVE_CREATIVE: "creative_approved",
    Action.MARK_POSTED: "post_published",
    Action.START_RETENTION: "retention_started",
    Action.START_CURE: "retention_violated",
    Action.POST_AGAIN: "post_repeated",
    Action.DISPUTE: "dispute_opened",
    Action.CONCEDE: "dispute_conceded",
    Action.DECIDE_RELEASE: "release_decided",
    Action.DECIDE_REFUND: "refund_decided",
    Action.DECIDE_SPLIT: "split_decided",
    Action.CONFIRM_RELEASE: "deal_released",
    Action.CONFIRM_REFUND: "deal_refunded",
    Action.CONFIRM_SPLIT: "deal_split",
}
"""The steps that are significant, and what they are called. Bargaining and talk are the deal's own history."""


async def record(
    actor: Actor, action: str, entity_type: str, entity_id: int | str, clock: Clock, **details: object
) -> None:
    """Write down one act that was done. Never raises; inside a transaction a failure spoils only its own savepoint."""
    try:
        async with in_transaction():
            await AuditLog.create(
                user_id=actor.user_id or None,
                action=action,
                entity_type=entity_type,
                entity_id=str(entity_id),
                details=details,
                ip_address=actor.ip_address,
                created_at=clock.utcnow(),
            )
    except (BaseORMException, OSError, TypeError, ValueError):
        log.exception("%s of %s %s is not in the audit log", action, entity_type, entity_id)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    entity_type: str = ""
    entity_id: str = ""
    action: str = ""
    user_id: int | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    clock: Clock

    async def record(
        self, actor: Actor, action: str, entity_type: str, entity_id: int | str, **details: object
    ) -> None:
        await record(actor, action, entity_type, entity_id, self.clock, **details)

    async def note_due(self, limit: int = NOTED_AT_ONCE) -> int:
        """Take note of fresh steps of deals; returns how many events were looked at."""
        fresh = await DealEvent.filter(audited_at=None).order_by("id").limit(limit)
        if not fresh:
            return 0
        entries = [_entry(event) for event in fresh if event.action in NOTED]
        async with in_transaction():
            await AuditLog.bulk_create(entries, ignore_conflicts=True)
            await DealEvent.filter(id__in=[event.id for event in fresh]).update(audited_at=self.clock.utcnow())
        return len(fresh)

    async def tail(
        self, actor: Actor, wanted: AuditFilter | None = None, before_id: int | None = None, limit: int = 8
    ) -> list[AuditLog]:
        """The newest entries first, in keyset pages. For administrators."""
        if not actor.is_admin:
            raise Forbidden()
        named = wanted or AuditFilter()
        rows = AuditLog.all() if before_id is None else AuditLog.filter(id__lt=before_id)
        for name in AuditFilter.__slots__:
            value = getattr(named, name)
            if value not in ("", None):
                rows = rows.filter(**{name: value})
        return await rows.order_by("-id").limit(limit)


def _entry(event: DealEvent) -> AuditLog:
    facts = {name: value for name, value in event.payload.items() if name not in PRIVATE}
    return AuditLog(
        user_id=event.user_id,
        action=NOTED[Action(event.action)],
        entity_type="deal",
        entity_id=str(event.deal_id),
        details={**facts, "party": event.party.value, "status": event.target.value},
        event_id=event.id,
        ip_address=event.ip_address,
        created_at=event.created_at,
    )
