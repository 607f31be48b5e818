"""The polling bot stops and comes back: what it had taken is handled once, what came meanwhile is handled then."""

import asyncio
import shutil
from pathlib import Path
from typing import Any

from app.config import SANDBOX_TOKEN, Settings
from app.dispatching import make_dispatcher
from app.wiring import build
from tests.stores import Stores
from tests.world import World


async def test_a_polling_bot_that_stops_confirms_what_it_has_handled(
    migrated_file: Path, tmp_path: Path, free_port: int
) -> None:
    """In this process: the fleet's tests stop processes of their own."""
    path = tmp_path / "market.sqlite3"
    shutil.copyfile(migrated_file, path)
    stores = Stores("memory", f"sqlite://{path}", "memory://")
    async with World(stores, tmp_path, free_port) as world:
        people, updates = world.house.telegram.people, world.house.telegram.world.updates
        await world.anna.starts()
        world.house.telegram.world.faults.add("delay", method="sendMessage", chat_id=1001, seconds=0.3)
        before = len(world.anna.seen_messages())
        people.say(1001, "/help")
        await world.until(lambda: world.app.busy(), "the bot to begin")
        await world.stop_app()
        assert updates.waiting == []
        assert len(world.anna.seen_messages()) == before + 1
        people.say(1001, "/help")
        await world.start_app()
        await world.settle()
        assert len(world.anna.seen_messages()) == before + 2


async def test_the_end_of_polling_cuts_no_store_that_an_update_in_hand_waits_for(redis_url: str) -> None:
    parts = build(Settings(bot_token=SANDBOX_TOKEN, redis_url=redis_url, controller_seed="5a" * 32))
    assert parts.redis is not None
    try:
        dispatcher, _ = make_dispatcher(parts)
        in_hand: asyncio.Future[Any] = asyncio.ensure_future(parts.redis.blpop(["what is never there"], timeout=1))
        await parts.redis.ping()
        await dispatcher.emit_shutdown()
        assert await in_hand is None
    finally:
        await parts.close()
