"""Bringing one escrow row, and its deal, to what the chain says. May run at any time, any number of times, anywhere.

Guarantees:
* The deal says RELEASED or REFUNDED only after the chain did. `chain_table` decides, this module carries out.
* A state is never taken back: a reading that is behind what we know (a lagging or lying replica) writes nothing, and is
  told to the admins when it lasts. The row's `observed_at` is the last reading that fitted.
* Where nothing happened, which is nearly always, a whole batch costs two statements.
* Every reaction is one transaction with a compare-and-set, so that two reconcilers at once act once.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tortoise.transactions import in_transaction

from models import Deal, Escrow, EscrowState, Party, Posting, PostingState, Verdict
from services.actor import PLATFORM
from services.deals.chain_table import Reaction, reaction_to
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from services.errors import GoneAhead, Settling
from services.escrow.alerts import Alerts
from services.escrow.amounts import shares
from services.escrow.holding import was_given_back
from services.notices import tell
from services.ports import Clock, Seen
from services.trace import tracing

log = logging.getLogger(__name__)

LAG = timedelta(minutes=10)
"""How long a reading may contradict what we know before it is more than a replica that lags."""
CONFIRMED = {
    EscrowState.RELEASED: (Action.CONFIRM_RELEASE, Verdict.RELEASE),
    EscrowState.REFUNDED: (Action.CONFIRM_REFUND, Verdict.REFUND),
    EscrowState.SPLIT: (Action.CONFIRM_SPLIT, Verdict.SPLIT),
}
QUIET = frozenset({Reaction.WAIT, Reaction.IGNORE, Reaction.SETTLE})
Handler = Callable[["Reconciler", Escrow, Deal, EscrowState], Awaitable[bool]]


def goes_back(known: EscrowState, shown: EscrowState) -> bool:
    """The contract only goes NONE, INIT, FUNDED, and then to one of its ends."""
    return shown < known if known not in CONFIRMED else shown is not known


@dataclass(frozen=True, slots=True)
class Reconciler:
    clock: Clock
    alerts: Alerts

    async def reconcile(self, escrow: Escrow, seen: Seen) -> bool:
        """Write what was seen and react to it; True when the row's state or the deal changed."""
        if seen.state is not EscrowState.ALIEN and goes_back(escrow.state, seen.state):
            return await self._contradicted(escrow, seen.state)
        changed = False
        if seen.state is not EscrowState.ALIEN:
            changed = seen.state is not escrow.state
            if not await self._write(escrow, seen):
                return False  # another reconciler wrote meanwhile; the next pass reads again
        await escrow.refresh_from_db()  # a verdict may have been written since the row was read
        deal = await Deal.get(id=escrow.deal_id)
        reaction = reaction_to(seen.state, deal.status, escrow.verdict, escrow.is_current)
        try:
            return await HANDLERS[reaction](self, escrow, deal, seen.state) or changed
        except (GoneAhead, Settling):
            return changed

    async def reconcile_many(self, escrows: Sequence[Escrow], seen: Mapping[str, Seen]) -> int:
        """`reconcile` for each that was seen; one broken row keeps nobody else from his money. How many changed."""
        shown = [row for row in escrows if row.address in seen]
        quiet = await self._quiet(shown, seen)
        if quiet:
            await Escrow.filter(id__in=sorted(quiet)).update(observed_at=self.clock.utcnow())
        return sum([await self._patiently(row, seen[row.address]) for row in shown if row.id not in quiet])

    async def _quiet(self, rows: Sequence[Escrow], seen: Mapping[str, Seen]) -> set[int]:
        """The ids of those that show what we know, and where nothing follows from it."""
        same = [
            row
            for row in rows
            if row.state not in CONFIRMED
            and (row.state, row.balance_nano) == (seen[row.address].state, seen[row.address].balance_nano)
        ]
        ids = {row.deal_id for row in same}
        statuses = {deal.id: deal.status for deal in await Deal.filter(id__in=sorted(ids))} if ids else {}
        return {
            row.id
            for row in same
            if reaction_to(row.state, statuses[row.deal_id], row.verdict, row.is_current) in QUIET
        }

    async def _patiently(self, escrow: Escrow, seen: Seen) -> bool:
        with tracing(deal_id=escrow.deal_id, escrow_id=escrow.id):
            try:
                return await self.reconcile(escrow, seen)
            except Exception:
                log.exception("escrow %s could not be reconciled", escrow.id)
                return False

    async def after_deposit(self, deal: Deal) -> None:
        """What follows a confirmed deposit at once."""
        await advance(deal, Move(Action.ASK_CREATIVE, Party.PLATFORM, PLATFORM), self.clock)

    async def _write(self, escrow: Escrow, seen: Seen) -> bool:
        values = {"state": seen.state, "balance_nano": seen.balance_nano, "observed_at": self.clock.utcnow()}
        written = await Escrow.filter(id=escrow.id, state=escrow.state).update(**values)
        escrow.update_from_dict(values)
        return bool(written)

    async def _contradicted(self, escrow: Escrow, shown: EscrowState) -> bool:
        since = escrow.observed_at or escrow.opened_at
        if self.clock.utcnow() - since >= LAG:
            args = {"state": shown.name.lower(), "known": escrow.state.name.lower(), "address": escrow.address}
            await self.alerts.of_escrow(escrow, "notice-chain-contradiction-admin", **args)
        return False

    async def _nothing(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        if state in CONFIRMED:
            await Escrow.filter(id=escrow.id, settled_at=None).update(settled_at=self.clock.utcnow())
        return False

    async def _confirm_deposit(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        async with in_transaction():
            payload: dict[str, object] = {"deadline": escrow.deadline}
            move = Move(Action.CONFIRM_DEPOSIT, Party.PLATFORM, PLATFORM, payload=payload)
            await advance(deal, move, self.clock)
            await self.after_deposit(deal)
        return True

    async def _follow_up(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        await self.after_deposit(deal)
        return True

    async def _follow(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        action, outcome = CONFIRMED[state]
        payload: dict[str, object] = {**shares(escrow, outcome), "reason": deal.verdict_reason}
        async with in_transaction():
            await Escrow.filter(id=escrow.id, settled_at=None).update(settled_at=self.clock.utcnow())
            move = Move(action, Party.PLATFORM, PLATFORM, {"outcome": outcome}, payload)
            await advance(deal, move, self.clock)
            if outcome is Verdict.REFUND and deal.verdict is not outcome:
                await self._unplan_deletion(deal)
        return True

    async def _unplan_deletion(self, deal: Deal) -> None:
        """What was to stay up, or for its term, was not paid after all: the clean-up decides about it anew."""
        standing = Posting.filter(deal_id=deal.id, state=PostingState.POSTED, deleted_at=None)
        await standing.update(delete_at=None, attempts=0)

    async def _follow_and_alert(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        if not (state is EscrowState.REFUNDED and await was_given_back(escrow)):
            args = {"state": state.name.lower(), "verdict": escrow.verdict or "none", "address": escrow.address}
            await self.alerts.of_escrow(escrow, "notice-chain-mismatch-admin", **args)
        return await self._follow(escrow, deal, state)

    async def _return_deposit(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        async with in_transaction():
            if not await self._decide_refund(escrow):
                return False
            payload: dict[str, object] = {"amount_nano": escrow.amount_nano}
            await advance(deal, Move(Action.RETURN_DEPOSIT, Party.PLATFORM, PLATFORM, payload=payload), self.clock)
        return True

    async def _return_stray(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        async with in_transaction():
            if not await self._decide_refund(escrow):
                return False
            args: dict[str, object] = {"deal": deal.id, "amount_nano": escrow.amount_nano}
            await tell(deal.advertiser_id, "notice-stray-deposit-returned", args, deal.id, self.clock)
        return True

    async def _decide_refund(self, escrow: Escrow) -> bool:
        """The verdict over money that no step of the deal waits for: there is no deal step that could write it."""
        undecided = Escrow.filter(id=escrow.id, verdict=None)
        return bool(await undecided.update(verdict=Verdict.REFUND, decided_at=self.clock.utcnow()))

    async def _alert(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        final = state in CONFIRMED
        if final:
            await Escrow.filter(id=escrow.id, settled_at=None).update(settled_at=self.clock.utcnow())
        args = {"state": state.name.lower(), "verdict": escrow.verdict or "none", "address": escrow.address}
        await self.alerts.of_escrow(escrow, "notice-chain-mismatch-admin", status=deal.status.value, **args)
        return False

    async def _alien(self, escrow: Escrow, deal: Deal, state: EscrowState) -> bool:
        await self.alerts.of_escrow(escrow, "notice-chain-alien-admin", address=escrow.address)
        return False


HANDLERS: dict[Reaction, Handler] = {
    Reaction.WAIT: Reconciler._nothing,
    Reaction.IGNORE: Reconciler._nothing,
    Reaction.SETTLE: Reconciler._nothing,
    Reaction.CONFIRM_DEPOSIT: Reconciler._confirm_deposit,
    Reaction.FOLLOW_UP: Reconciler._follow_up,
    Reaction.CONFIRM_RELEASE: Reconciler._follow,
    Reaction.CONFIRM_REFUND: Reconciler._follow,
    Reaction.CONFIRM_SPLIT: Reconciler._follow,
    Reaction.RETURN_DEPOSIT: Reconciler._return_deposit,
    Reaction.RETURN_STRAY: Reconciler._return_stray,
    Reaction.FOLLOW_AND_ALERT: Reconciler._follow_and_alert,
    Reaction.ALERT: Reconciler._alert,
    Reaction.ALIEN_ALERT: Reconciler._alien,
}
