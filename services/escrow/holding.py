"""Large payouts: more than a set amount to an owner waits for an admin's word, or for the end of the veto.

Guarantees:
* Only money on its way to an owner waits: a release, or a split's part for the owner. A refund never does.
* Silence proceeds. The wait ends by itself, and its longest end lies before the contract's deadline by the same margin
  as every other clock of the deal (`clocks.deadline_of` counts the veto), so that `auto_refund` cannot overtake it.
* *Approve* ends the wait. *Stop* lengthens it to that longest end, and both sides hear so; within it an admin may still
  approve, or *give back*: then the advertiser is refunded, the deal follows the chain, and all hear of it. A stop that
  nobody follows up is silence too: what was decided by the rules or in a dispute is carried out, and admins are
  reminded every day until then. So one admin's forgotten stop costs an owner time, never his money.
* The verdict of the escrow is never rewritten. Every word is a compare-and-set on the hold's state, and an escrow is
  ordered only after its hold reached a final one: no word can come after the order, and no order before the word.
* The threshold is a setting of today, so that it can be lowered at once when something is wrong; the length of the veto
  is frozen in the terms, because the contract's deadline was computed with it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tortoise.transactions import in_transaction

from models import AuditLog, Deal, Escrow, HoldState, Party, PayoutHold, Verdict
from services.actor import Actor
from services.deals.terms import Terms
from services.errors import Forbidden, GoneAhead, NotFound
from services.escrow.alerts import Alerts
from services.escrow.amounts import shares
from services.escrow.pauses import passed
from services.notices import tell_party
from services.ports import Clock
from services.settings import MarketSettings

OPEN = (HoldState.WAITING, HoldState.STOPPED)
REMIND = timedelta(days=1)
SHOWN = 20


@dataclass(frozen=True, slots=True)
class HeldPayout:
    """What an admin sees of one."""

    deal_id: int
    channel: str
    verdict: Verdict
    owner_nano: int
    advertiser_nano: int
    is_stopped: bool
    until: datetime
    """When it goes out if nobody says a word."""
    latest: datetime
    """The longest end: what a stop gives."""


@dataclass(frozen=True, slots=True)
class Holds:
    clock: Clock
    settings: MarketSettings
    alerts: Alerts

    # ---- for the sender

    async def held_ids(self) -> list[int]:
        """The escrows that wait now, so that they take nobody's place in a message."""
        waiting = PayoutHold.filter(state__in=OPEN, until__gt=self.clock.utcnow())
        return [int(str(one)) for one in await waiting.values_list("escrow_id", flat=True)]

    async def may_go(self, escrow: Escrow) -> Verdict | None:
        """What to order for this decided escrow: its verdict, a refund if it is given back, None while it waits."""
        hold = await PayoutHold.get_or_none(escrow_id=escrow.id)
        if hold is None and self._is_large(escrow):
            hold = await self._begin(escrow)
        if hold is None:
            return escrow.verdict
        if hold.state in OPEN:
            if hold.until > self.clock.utcnow() or not await self._end(hold, HoldState.PASSED, None):
                return None
            return escrow.verdict
        return Verdict.REFUND if hold.state is HoldState.GIVEN_BACK else escrow.verdict

    async def remind(self) -> None:
        """Tell the admins once a day of what they stopped and did not follow up."""
        now = self.clock.utcnow()
        for hold in await PayoutHold.filter(state=HoldState.STOPPED, until__gt=now).select_related("escrow"):
            if await passed(f"stopped:{hold.escrow_id}", REMIND, self.clock):
                args = {"owner_nano": _parts(hold.escrow)["owner_nano"], "until_at": hold.until.isoformat()}
                await self.alerts.tell_admins("notice-payout-stopped-admin", hold.escrow.deal_id, **args)

    # ---- for admins

    async def waiting(self, actor: Actor) -> list[HeldPayout]:
        """The most urgent first."""
        _check(actor)
        rows = PayoutHold.filter(state__in=OPEN, until__gt=self.clock.utcnow()).order_by("until").limit(SHOWN)
        return [await _shown(row) for row in await rows.select_related("escrow__deal__channel")]

    async def one(self, actor: Actor, deal_id: int) -> HeldPayout:
        _check(actor)
        return await _shown(await self._open_of(deal_id))

    async def approve(self, actor: Actor, deal_id: int) -> None:
        _check(actor)
        hold = await self._open_of(deal_id)
        if not await self._end(hold, HoldState.APPROVED, actor):
            raise GoneAhead(status=hold.state.value)

    async def stop(self, actor: Actor, deal_id: int) -> None:
        """Wait as long as it is safe; both sides are told until when."""
        _check(actor)
        hold = await self._open_of(deal_id)
        latest = _latest(hold.escrow, await Deal.get(id=deal_id))
        async with in_transaction():
            if hold.state is not HoldState.WAITING or not await self._say(hold, HoldState.STOPPED, actor, until=latest):
                raise GoneAhead(status=hold.state.value)
            await self._tell_both(hold.escrow, "notice-payout-stopped", {"until_at": latest.isoformat()})
        await passed(f"stopped:{hold.escrow_id}", REMIND, self.clock)

    async def give_back(self, actor: Actor, deal_id: int) -> None:
        """Refund the advertiser instead; only what was stopped before, so that it takes two deliberate words."""
        _check(actor)
        hold = await self._open_of(deal_id)
        async with in_transaction():
            if hold.state is not HoldState.STOPPED or not await self._end(hold, HoldState.GIVEN_BACK, actor):
                raise GoneAhead(status=hold.state.value)
            await self._tell_both(hold.escrow, "notice-payout-given-back", {"amount_nano": hold.escrow.amount_nano})

    # ---- parts

    def _is_large(self, escrow: Escrow) -> bool:
        limit = self.settings.large_payout_nano
        parts = _parts(escrow)
        return 0 < limit < parts["owner_nano"] + parts["fee_nano"]

    async def _begin(self, escrow: Escrow) -> PayoutHold | None:
        deal = await Deal.get(id=escrow.deal_id)
        veto = timedelta(seconds=Terms.of(deal).clocks.get("veto_seconds", 0))
        now = self.clock.utcnow()
        until = min((escrow.decided_at or now) + veto, _latest(escrow, deal))
        if until <= now:
            return None
        async with in_transaction():
            values = {"until": until, "created_at": now}
            hold, fresh = await PayoutHold.get_or_create(escrow_id=escrow.id, defaults=values)
            if fresh:
                args: dict[str, object] = {"owner_nano": _parts(escrow)["owner_nano"], "until_at": until.isoformat()}
                await self.alerts.tell_admins("notice-payout-waiting-admin", deal.id, **args)
                key = "notice-payout-waiting-owner"
                await tell_party(deal, Party.OWNER, key, {"deal": deal.id, **args}, self.clock)
        return hold

    async def _end(self, hold: PayoutHold, state: HoldState, actor: Actor | None) -> bool:
        return await self._say(hold, state, actor, until=hold.until)

    async def _say(self, hold: PayoutHold, state: HoldState, actor: Actor | None, until: datetime) -> bool:
        """One word, if nobody was faster and it is still time; silence (no actor) speaks when time is up."""
        now = self.clock.utcnow()
        expected = PayoutHold.filter(id=hold.id, state=hold.state, until=hold.until)
        expected = expected.filter(until__gt=now) if actor else expected.filter(until__lte=now)
        async with in_transaction():
            said_by = actor.user_id if actor else None
            if not await expected.update(state=state, until=until, said_by=said_by, said_at=now):
                return False
            await AuditLog.create(
                user_id=said_by,
                action=f"payout_{state.value}",
                entity_type="escrow",
                entity_id=str(hold.escrow_id),
                details={"until": until.isoformat()},
                created_at=now,
            )
        return True

    async def _open_of(self, deal_id: int) -> PayoutHold:
        """The deal's hold that may still be decided. Raises NotFound, or GoneAhead when it is over."""
        hold = await PayoutHold.get_or_none(escrow__deal_id=deal_id, escrow__is_current=True)
        if hold is None:
            raise NotFound(what="payout", id=deal_id)
        if hold.state not in OPEN or hold.until <= self.clock.utcnow():
            raise GoneAhead(status=hold.state.value)
        await hold.fetch_related("escrow__deal__channel")
        return hold

    async def _tell_both(self, escrow: Escrow, key: str, args: dict[str, object]) -> None:
        deal = await Deal.get(id=escrow.deal_id)
        for side in (Party.ADVERTISER, Party.OWNER):
            await tell_party(deal, side, key, {"deal": deal.id, **args}, self.clock)


async def was_given_back(escrow: Escrow) -> bool:
    """Whether an admin called this escrow's payout back: a refund is then no surprise."""
    return await PayoutHold.filter(escrow_id=escrow.id, state=HoldState.GIVEN_BACK).exists()


def _parts(escrow: Escrow) -> dict[str, int]:
    return shares(escrow, escrow.verdict or Verdict.REFUND)


def _latest(escrow: Escrow, deal: Deal) -> datetime:
    """The last moment at which a payout still goes out well before anyone may call `auto_refund`."""
    return datetime.fromtimestamp(escrow.deadline - Terms.of(deal).clocks.get("margin_seconds", 0), UTC)


async def _shown(hold: PayoutHold) -> HeldPayout:
    escrow, deal = hold.escrow, hold.escrow.deal
    parts = _parts(escrow)
    return HeldPayout(
        deal_id=deal.id,
        channel=deal.channel.title,
        verdict=escrow.verdict or Verdict.REFUND,
        owner_nano=parts["owner_nano"],
        advertiser_nano=parts["advertiser_nano"],
        is_stopped=hold.state is HoldState.STOPPED,
        until=hold.until,
        latest=_latest(escrow, deal),
    )


def _check(actor: Actor) -> None:
    if not actor.is_admin:
        raise Forbidden()
