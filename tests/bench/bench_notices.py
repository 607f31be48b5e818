"""How fast notices go out under Telegram's flood control, which the local Telegram enforces in real time.

Two workers tick side by side, as in production; 300 notices to 150 people, two for each. The yardstick is the limit
itself, 30 a second; beside it a sender that knows no pace, on the same Telegram.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from tortoise import Tortoise

from app.adapters.clock import SystemClock
from app.adapters.telegram import make_bot
from app.adapters.telegram_notifier import TelegramNotifier
from app.sandbox.telegram import BotSettings, TelegramSandbox
from models import Notice
from services.delivery import Delivery, waiting
from services.pace import Pace
from services.settings import NOTICES_PER_SECOND
from tests.makers import a_user
from tests.sandbox.telegram.conftest import serve

PEOPLE = 150
EACH = 2
LIMIT = 30


@dataclass
class Post:
    telegram: TelegramSandbox
    notifier: TelegramNotifier
    refused: int = 0

    async def work(self, pace: Pace) -> None:
        """One worker: a tick every half second, until nothing is left."""
        delivery = Delivery(SystemClock(), self.notifier, pace)
        while await waiting().exists():
            await delivery.send_due()
            await asyncio.sleep(0.5)


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    telegram = TelegramSandbox(SystemClock(), BotSettings(flood_limits=True))
    runner, url = await serve(telegram)
    bot = make_bot(telegram.token, url)
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    post = Post(telegram, TelegramNotifier(bot, lambda language, key, args: f"{key} {args['number']}"))
    take = telegram.world.flood.take

    def counted(*args: object, **more: object) -> None:
        try:
            take(*args, **more)  # type: ignore[arg-type]  # whatever the methods pass on
        except Exception:
            post.refused += 1
            raise

    telegram.world.flood.take = counted  # type: ignore[method-assign]  # the bench counts refusals where they are made
    now = SystemClock().utcnow()
    for number in range(PEOPLE):
        user = telegram.world.add_user(f"P{number}")
        telegram.people.start(user.id)
        await a_user(user.id)
        for copy in range(EACH):
            await Notice.create(user_id=user.id, key="notice-x", args={"number": copy}, due_at=now)
    await asyncio.sleep(1)  # what the people's own /start counted for is over
    yield post
    await bot.session.close()
    await runner.cleanup()
    await Tortoise.close_connections()


async def test_two_workers_send_close_to_the_limit_and_are_never_refused(post: Post) -> None:
    started = SystemClock().utcnow()
    await asyncio.gather(post.work(Pace(NOTICES_PER_SECOND)), post.work(Pace(NOTICES_PER_SECOND)))
    moments = [notice.sent_at for notice in await Notice.all() if notice.sent_at]
    spent, sent = (max(moments) - started).total_seconds(), len(moments)
    rate = sent / spent
    print(f"\n{sent} notices in {spent:.1f} s by two workers: {rate:.1f} a second, {rate / LIMIT:.0%} of the limit;")
    print(f"        refused by flood control: {post.refused}; tried more than once:", end=" ")
    print(await Notice.filter(attempts__gt=1).count())
    assert sent == PEOPLE * EACH
    assert post.refused == 0


async def test_without_a_pace_flood_control_refuses_and_still_nothing_is_lost(post: Post) -> None:
    started = time.perf_counter()
    await post.work(Pace())
    spent = time.perf_counter() - started
    sent = await Notice.exclude(sent_at=None).count()
    print(f"\n{sent} notices without a pace: {sent / spent:.1f} a second, refused {post.refused} times")
    assert sent == PEOPLE * EACH
