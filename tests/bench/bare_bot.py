"""What the production bench compares with: the least bot that aiogram and aiogram-dialog make, on the same storage.

python -m tests.bench.bare_bot     (PORT, REDIS_URL, BOT_API_URL, BOT_TOKEN in the environment)
"""

import asyncio
import os
import signal

from aiogram import Dispatcher, F
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import DefaultKeyBuilder
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Const
from aiohttp import web
from redis.asyncio import BlockingConnectionPool, Redis

from app.adapters.telegram import make_bot


class Menu(StatesGroup):
    home = State()


async def start(_: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK)


async def main() -> None:
    redis: Redis = Redis.from_pool(BlockingConnectionPool.from_url(os.environ["REDIS_URL"], max_connections=50))
    keys = DefaultKeyBuilder(with_destiny=True)
    isolation = RedisEventIsolation(redis, key_builder=keys)
    dispatcher = Dispatcher(storage=RedisStorage(redis, key_builder=keys), events_isolation=isolation)
    dispatcher.message.register(start, CommandStart(), F.text)
    buttons = [Button(Const(f"Button {number}"), id=f"b{number}") for number in range(6)]
    dispatcher.include_router(Dialog(Window(Const("Menu"), *buttons, state=Menu.home)))
    setup_dialogs(dispatcher, events_isolation=isolation)
    bot = make_bot(os.environ["BOT_TOKEN"], os.environ["BOT_API_URL"])
    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False)
    app.router.add_post("/bot/webhook", handler.handle)
    await dispatcher.emit_startup(bot=bot, dispatcher=dispatcher)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(os.environ["PORT"])).start()
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    print("ready", flush=True)
    await stop.wait()
    await runner.cleanup()
    await bot.session.close()


if __name__ == "__main__":
    asyncio.run(main())
