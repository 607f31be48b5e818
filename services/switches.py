"""The kill switch: an administrator stops new money from coming in. What is paid for goes on to its end.

While the marketplace is paused nobody can ask for a post, accept, take an offer, open an escrow or be asked to pay.
Settlement, refunds, posting and checks of paid deals, talk, and every way out go on; a deposit that comes all the same
is the chain's truth and is followed. The switch is a row, so that every process sees it and a restart forgets nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from models import Switch
from services.actor import Actor
from services.audit import record
from services.errors import Forbidden, MarketPaused
from services.notices import tell
from services.ports import Clock
from services.words import reason_of

MARKET = "market_paused"


@dataclass(frozen=True, slots=True)
class Pause:
    is_on: bool
    reason: str = ""
    said_by: int | None = None
    changed_at: datetime | None = None


async def is_paused() -> bool:
    return await Switch.filter(name=MARKET, is_on=True).exists()


async def refuse_while_paused() -> None:
    """Before anything that leads to new money. Raises MarketPaused."""
    if await is_paused():
        raise MarketPaused()


@dataclass(frozen=True, slots=True)
class Switches:
    clock: Clock
    admin_ids: frozenset[int]

    async def pause(self, actor: Actor, reason: str) -> None:
        await self._turn(actor, True, reason_of(reason))

    async def resume(self, actor: Actor) -> None:
        await self._turn(actor, False, "")

    async def state(self, actor: Actor) -> Pause:
        if not actor.is_admin:
            raise Forbidden()
        row = await Switch.get_or_none(name=MARKET)
        return Pause(row.is_on, row.reason, row.said_by, row.changed_at) if row else Pause(False)

    async def _turn(self, actor: Actor, is_on: bool, reason: str) -> None:
        if not actor.is_admin:
            raise Forbidden()
        now = self.clock.utcnow()
        row, _ = await Switch.get_or_create(name=MARKET, defaults={"changed_at": now})
        changes = {"is_on": is_on, "reason": reason, "said_by": actor.user_id, "changed_at": now}
        if not await Switch.filter(name=row.name, is_on=not is_on).update(**changes):
            return  # it is so already: two taps are one
        await record(actor, "market_paused" if is_on else "market_resumed", "market", MARKET, self.clock, reason=reason)
        key = "notice-market-paused-admin" if is_on else "notice-market-resumed-admin"
        for admin_id in sorted(self.admin_ids - {actor.user_id}):
            await tell(admin_id, key, {"reason": reason}, None, self.clock)
