"""The bot by long polling, and the screens that follow what happens."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial

from aiogram.exceptions import AiogramError

from app.dispatching import make_dispatcher, redraw
from app.lifetime import running
from app.redraw import Redrawer
from app.wiring import Parts
from handlers import announce

POLLING_SECONDS = 20


@asynccontextmanager
async def bot_running(parts: Parts) -> AsyncIterator[Redrawer]:
    dispatcher, factory = make_dispatcher(parts)
    redrawer = Redrawer(partial(redraw, parts, factory))
    await redrawer.start()
    await parts.bot.delete_webhook()
    await announce(parts.bot, parts.texts, parts.settings.app_url)
    polling = dispatcher.start_polling(
        parts.bot, handle_signals=False, close_bot_session=False, polling_timeout=POLLING_SECONDS
    )
    task = asyncio.create_task(polling)
    try:
        async with running(redrawer.run()):
            yield redrawer
    finally:
        await dispatcher.stop_polling()
        await asyncio.gather(task, return_exceptions=True)
        await _finish_updates(parts)


async def _finish_updates(parts: Parts) -> None:
    """What was polled is handled, and then confirmed, so that the next life does not get it again."""
    in_flight = parts.in_flight
    with suppress(TimeoutError, AiogramError):
        async with asyncio.timeout(parts.settings.drain_seconds):
            await in_flight.idle.wait()
            if in_flight.last_update_id:
                await parts.bot.get_updates(offset=in_flight.last_update_id + 1, limit=1, timeout=0)
