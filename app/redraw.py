"""Open deal cards follow what happens: a bot process reads new deal events and redraws the screens of both sides.

Only a process that holds the dispatcher can draw. Where several do, each event is drawn by one of them, whichever moves
the common cursor past it; one that dies half-way leaves those screens as they were. That is a comfort, not a
guarantee: the notice with its button is what people can rely on.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from models import Cursor, Deal, DealEvent, Party
from services.notices import people_of

log = logging.getLogger(__name__)
PAUSE_SECONDS = 1.0
CURSOR = "redraw"
AT_ONCE = 50
OLD_EVENTS = 500
"""After a long silence only the newest are drawn: nobody looks at the others' screens any more."""
PATIENCE_SECONDS = 15.0
"""A person whose chat cannot be entered (banned, gone) must not hold up everybody's screens."""
Redraw = Callable[[int, int], Awaitable[None]]
"""(user_id, deal_id)"""


class Redrawer:
    def __init__(self, redraw: Redraw) -> None:
        self._redraw = redraw
        self._drawing = asyncio.Lock()

    async def start(self) -> None:
        """The first process of all begins at the newest event."""
        await self._cursor()

    async def drain(self) -> int:
        """Redraw for the events that nobody has drawn yet; returns how many there were."""
        async with self._drawing:
            seen = await self._cursor()
            newest = await self._newest()
            fresh = DealEvent.filter(id__gt=max(seen, newest - OLD_EVENTS)).order_by("id")
            events = await fresh.limit(AT_ONCE)
            if not events or not await self._is_mine(seen, events[-1].id):
                return 0
            for deal_id in dict.fromkeys(event.deal_id for event in events):
                await self._draw(deal_id)
            return len(events)

    async def run(self) -> None:
        while True:
            try:
                await self.drain()
            except Exception:  # a database that is away for a moment must not end the redrawing for good
                log.warning("screens were not redrawn", exc_info=True)
            await asyncio.sleep(PAUSE_SECONDS)

    async def _cursor(self) -> int:
        row = await Cursor.get_or_none(name=CURSOR)
        if row is None:
            row, _ = await Cursor.get_or_create(name=CURSOR, defaults={"value": str(await self._newest())})
        return int(row.value)

    async def _newest(self) -> int:
        newest = await DealEvent.all().order_by("-id").first()
        return newest.id if newest else 0

    async def _is_mine(self, seen: int, last: int) -> bool:
        return bool(await Cursor.filter(name=CURSOR, value=str(seen)).update(value=str(last)))

    async def _draw(self, deal_id: int) -> None:
        deal = await Deal.get(id=deal_id)
        for side in (Party.ADVERTISER, Party.OWNER):
            for user_id in await people_of(deal, side):
                try:
                    async with asyncio.timeout(PATIENCE_SECONDS):
                        await self._redraw(user_id, deal_id)
                except Exception:  # a screen that cannot be drawn must never stop the others
                    log.warning("the screen of user %s could not be redrawn", user_id, exc_info=True)
