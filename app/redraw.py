"""Open deal cards follow what happens: the bot process reads new deal events and redraws the screens of both sides.

Only the process that holds the dispatcher can draw. It starts at the newest event, forgets nothing while it runs, and
is a comfort, not a guarantee: the notice with its button is what people can rely on.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from models import Deal, DealEvent, Party
from services.notices import people_of

log = logging.getLogger(__name__)
PAUSE_SECONDS = 1.0
PATIENCE_SECONDS = 15.0
"""A person whose chat cannot be entered (banned, gone) must not hold up everybody's screens."""
Redraw = Callable[[int, int], Awaitable[None]]
"""(user_id, deal_id)"""


class Redrawer:
    def __init__(self, redraw: Redraw) -> None:
        self._redraw = redraw
        self._seen = 0
        self._drawing = asyncio.Lock()

    async def start(self) -> None:
        newest = await DealEvent.all().order_by("-id").first()
        self._seen = newest.id if newest else 0

    async def drain(self) -> int:
        """Redraw for every event since the last time; returns how many there were."""
        async with self._drawing:
            events = await DealEvent.filter(id__gt=self._seen).order_by("id").limit(200)
            for deal_id in dict.fromkeys(event.deal_id for event in events):
                await self._draw(deal_id)
            if events:
                self._seen = events[-1].id
            return len(events)

    async def run(self) -> None:
        while True:
            try:
                await self.drain()
            except Exception:  # a database that is away for a moment must not leave the screens behind for ever
                log.warning("the screens could not be followed", exc_info=True)
            await asyncio.sleep(PAUSE_SECONDS)

    async def _draw(self, deal_id: int) -> None:
        deal = await Deal.get(id=deal_id)
        for side in (Party.ADVERTISER, Party.OWNER):
            for user_id in await people_of(deal, side):
                try:
                    async with asyncio.timeout(PATIENCE_SECONDS):
                        await self._redraw(user_id, deal_id)
                except Exception:  # a screen that cannot be drawn must never stop the others
                    log.warning("the screen of user %s could not be redrawn", user_id, exc_info=True)
