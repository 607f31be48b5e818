"""Words to the admins when money needs a person: at most one per subject and hour, so that they stay worth reading."""

from dataclasses import dataclass
from datetime import timedelta

from tortoise.expressions import Q

from models import Escrow
from services.escrow.pauses import passed
from services.notices import tell
from services.ports import Clock
from services.settings import MarketSettings

PAUSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Alerts:
    clock: Clock
    settings: MarketSettings

    async def of_escrow(self, escrow: Escrow, key: str, **args: object) -> None:
        now = self.clock.utcnow()
        quiet = Q(alerted_at=None) | Q(alerted_at__lte=now - PAUSE)
        if await Escrow.filter(quiet, id=escrow.id).update(alerted_at=now):
            await self.tell_admins(key, escrow.deal_id, **args)

    async def of(self, subject: str, key: str, **args: object) -> None:
        """For what is no escrow."""
        if await passed(f"alert:{subject}", PAUSE, self.clock):
            await self.tell_admins(key, None, **args)

    async def tell_admins(self, key: str, deal_id: int | None, **args: object) -> None:
        """At once; the caller sees to it that it is not too often."""
        more = args if deal_id is None else {"deal": deal_id, **args}
        for admin in sorted(self.settings.admin_ids):
            await tell(admin, key, more, deal_id, self.clock)
