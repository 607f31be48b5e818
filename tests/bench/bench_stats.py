"""Statistics in figures: how evenly channels are measured, what an outage does, and what a chart weighs."""

import time
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tortoise import Tortoise

from app.adapters.charts import draw_line
from app.adapters.stats_preview import read_page
from models import Channel, User
from services.stats_taking import Taker, next_moment
from tests.makers import OWNER, START, StillClock
from tests.services.market.doubles import KnownTelegram

CHANNELS = 10_000
PER_MINUTE = 60
CHARTS = 20
PAGES = Path(__file__).parents[1] / "services" / "market" / "pages"


@pytest.fixture
async def clock(tmp_path: Path) -> AsyncIterator[StillClock]:
    url = f"sqlite://{tmp_path / 'bench.sqlite3'}?synchronous=OFF"
    await Tortoise.init(db_url=url, modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        yield StillClock()
    finally:
        await Tortoise.close_connections()


def test_the_spread_over_a_day() -> None:
    minutes: Counter[int] = Counter()
    for channel_id in range(1, CHANNELS + 1):
        moment = next_moment(channel_id, START)
        minutes[moment.hour * 60 + moment.minute] += 1
    counts = [minutes[minute] for minute in range(24 * 60)]
    print(f"\n{CHANNELS} channels: {min(counts)} to {max(counts)} a minute, {CHANNELS / 1440:.1f} on average")
    assert max(counts) <= 8


@pytest.mark.timeout(600)
async def test_an_outage_is_made_up_for_at_the_allowed_pace(clock: StillClock) -> None:
    """600 channels fell due while nobody looked: two workers, a tick every two seconds, ten minutes."""
    telegram = KnownTelegram()
    await User.create(id=OWNER, created_at=START)
    for number in range(600):
        telegram.has_channel(-2000 - number)
        facts: dict[str, Any] = {
            "title": "C",
            "owner_id": OWNER,
            "created_at": START,
            "stats_due_at": START - timedelta(hours=1),
        }
        await Channel.create(chat_id=-2000 - number, **facts)
    workers = [Taker(clock, telegram, per_minute=PER_MINUTE) for _ in range(2)]
    started: list[int] = []
    for _ in range(10):
        before = clock.utcnow()
        for _ in range(30):
            for worker in workers:
                await worker.take_due()
            clock.pass_(seconds=2)
        started.append(await Channel.filter(stats_tried_at__gte=before).count())
    print(f"\nafter an outage, {PER_MINUTE} a minute allowed: {started} a minute")
    assert max(started) <= PER_MINUTE
    assert sum(started) >= 9 * PER_MINUTE


def test_a_chart_and_a_page() -> None:
    days = [START + timedelta(days=day) for day in range(30)]
    values = [12_000 + (day * 7919) % 211 + 40 * day for day in range(30)]
    began = time.perf_counter()
    size = max(len(draw_line(days, values, "en")) for _ in range(CHARTS))
    chart = (time.perf_counter() - began) / CHARTS
    page = (PAGES / "coffee.html").read_text(encoding="utf-8")
    began = time.perf_counter()
    for _ in range(100):
        read_page(page)
    reading = (time.perf_counter() - began) / 100
    print(f"\na chart: {size} bytes, {chart * 1000:.0f} ms; a page of {len(page)} letters: {reading * 1000:.1f} ms")
    assert size < 20_000
