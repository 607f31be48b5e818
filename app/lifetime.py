"""How a process lives: work beside it that speaks of its death, and the end that a signal asks for."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.web.health import Health

log = logging.getLogger("app")


@asynccontextmanager
async def running(work: "asyncio._CoroutineLike[None]") -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    task.add_done_callback(_speak_of_death)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _speak_of_death(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("a part of this process has ended", exc_info=task.exception())


async def until_told_to_stop(health: Health) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    print("ready", flush=True)
    await stop.wait()
    health.draining = True
