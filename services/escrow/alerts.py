"""Words to the admins when money needs a person: at most one per subject and hour, so that they stay worth reading."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.expressions import Q

from models import Cursor, Escrow
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
            await self._tell(key, {"deal": escrow.deal_id, **args}, escrow.deal_id)

    async def of(self, subject: str, key: str, **args: object) -> None:
        """For what is no escrow; the subject's last alert is remembered in a Cursor row."""
        now = self.clock.utcnow()
        row, fresh = await Cursor.get_or_create(name=f"alert:{subject}"[:64], defaults={"value": now.isoformat()})
        if not fresh and now - datetime.fromisoformat(row.value) < PAUSE:
            return
        if fresh or await Cursor.filter(name=row.name, value=row.value).update(value=now.isoformat()):
            await self._tell(key, args, None)

    async def _tell(self, key: str, args: dict[str, object], deal_id: int | None) -> None:
        for admin in sorted(self.settings.admin_ids):
            await tell(admin, key, args, deal_id, self.clock)
