"""What is under way in a process, for whoever stops it: work that outlives a tap, updates that are being handled."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update


@dataclass(slots=True)
class Background:
    """Work that a tap started and that outlives it (waiting for a wallet); held, or it would be collected half-way."""

    tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    def __call__(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def stop(self) -> None:
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


@dataclass(slots=True)
class InFlight(BaseMiddleware):
    """Counts the updates that are being handled, those that wait for the person's lock too: who stops or waits wants
    to know that nobody is half-way."""

    count: int = 0
    last_update_id: int = 0
    idle: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.idle.set()

    async def __call__(self, handler: Any, event: TelegramObject, data: dict[str, Any]) -> Any:
        self.count += 1
        self.idle.clear()
        if isinstance(event, Update):
            self.last_update_id = max(self.last_update_id, event.update_id)
        try:
            return await handler(event, data)
        finally:
            self.count -= 1
            if not self.count:
                self.idle.set()
