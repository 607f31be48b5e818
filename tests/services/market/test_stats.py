"""Figures of a channel: dated, with their source, growing over days, taken in turn and never twice."""

from datetime import timedelta

import pytest

from models import Channel, Listing, StatsSnapshot
from services.actor import Actor
from services.errors import NotFound, StatsFresh, TryAgain
from services.ports import Figures, SeenPost, Unreachable
from services.stats import Point, Stats
from services.stats_figures import Measured, measured
from services.stats_taking import Taker, next_moment
from services.stats_writing import record
from tests.makers import OWNER, START, STRANGER, StillClock, a_channel
from tests.services.market.doubles import KnownTelegram

ME = Actor(OWNER)
DAY = timedelta(days=1)


class Page:
    """A source that says what it was given."""

    def __init__(self, figures: Figures | None, name: str = "preview") -> None:
        self.name = name
        self.answer = figures
        self.silent = False
        self.asked = 0

    async def figures(self, chat_id: int, username: str | None) -> Figures | None:
        self.asked += 1
        if self.silent:
            raise Unreachable("no answer")
        return self.answer


def seen(views: int | None, hours: float, message_id: int = 1) -> SeenPost:
    return SeenPost(message_id, views, START - timedelta(hours=hours))


POSTS = Figures(subscribers=1190, posts=[seen(300, 30), seen(500, 50), seen(1000, 100), seen(5, 0.2), seen(None, 60)])


@pytest.fixture
def page() -> Page:
    return Page(POSTS)


@pytest.fixture
def stats(db: None, clock: StillClock, telegram: KnownTelegram, page: Page) -> Stats:
    return Stats(clock, Taker(clock, telegram, [page]))


async def taken(days_ago: float, subscribers: int, views: int | None = None, channel_id: int = 1) -> None:
    await record(channel_id, Measured(subscribers, average_views=views), START - timedelta(days=days_ago))


# ---- the rule


def test_views_are_judged_by_posts_that_had_their_day() -> None:
    found = measured(1200, [("preview", POSTS)], START)
    assert found is not None
    assert (found.source, found.subscribers, found.views_source) == ("bot_api", 1200, "preview")
    assert (found.average_views, found.median_views) == (600, 500)
    assert found.posts_per_month == 36  # five posts in a hundred hours


def test_a_channel_of_today_is_judged_by_what_it_has() -> None:
    found = measured(10, [("preview", Figures(posts=[seen(8, 2), seen(4, 0.5)]))], START)
    assert found is not None
    assert (found.average_views, found.posts_per_month) == (8, 60)


def test_what_nobody_says_is_unknown_and_not_zero() -> None:
    found = measured(10, [("preview", Figures())], START)
    assert found == Measured(10)
    assert measured(None, [], START) is None


def test_the_first_source_that_knows_counts() -> None:
    plugin = Figures(subscribers=1201, posts=[seen(700, 30)], languages={"ru": 8200, "en": 900}, premium_bps=1150)
    found = measured(None, [("mtproto", plugin), ("preview", POSTS)], START)
    assert found is not None
    assert (found.source, found.subscribers, found.views_source, found.average_views) == (
        "mtproto",
        1201,
        "mtproto",
        700,
    )
    assert (found.languages, found.premium_bps, found.posts_per_month) == ({"ru": 8200, "en": 900}, 1150, 36)


# ---- knowing


async def test_growth_engagement_and_the_age_of_each_figure(stats: Stats) -> None:
    channel = await a_channel()
    await taken(31, 800)
    await taken(8, 1100, 400)
    await taken(0, 1000)
    found = await stats.of(channel.id)
    assert (found.subscribers, found.growth_week, found.growth_month) == (1000, -100, 200)
    assert (found.average_views, found.views_at, found.taken_at) == (400, START - 8 * DAY, START)
    assert found.er_bps == 4000


async def test_growth_is_unknown_until_there_is_history(stats: Stats) -> None:
    channel = await a_channel()
    found = await stats.of(channel.id)
    assert (found.taken_at, found.growth_week, found.er_bps, found.posts_per_day) == (None, None, None, None)
    await taken(0, 1000)
    assert (await stats.of(channel.id)).growth_week is None
    with pytest.raises(NotFound):
        await stats.of(404)


async def test_history_has_one_point_a_day_and_keeps_the_days_views(stats: Stats) -> None:
    channel = await a_channel()
    await taken(40, 1)
    await taken(2, 900, 300)
    await taken(1.9, 910)
    await taken(0, 1000, 350)
    midnight = START.replace(hour=0)
    assert await stats.history(channel.id, 30) == [
        Point(midnight - 2 * DAY, 910, 300),
        Point(midnight, 1000, 350),
    ]


async def test_the_newest_figures_are_kept_where_search_reads_them(stats: Stats) -> None:
    channel = await a_channel()
    await taken(20, 900, 300)
    await taken(0, 1000)
    fresh = await Channel.get(id=channel.id)
    assert (fresh.subscribers, fresh.average_views, fresh.views_at) == (1000, 300, START - 20 * DAY)
    assert (await Listing.get()).subscribers == 1000
    await taken(-11, 1000)
    assert (await Channel.get(id=channel.id)).average_views is None


# ---- taking


async def test_a_channel_that_is_due_gets_all_its_figures(stats: Stats, page: Page) -> None:
    await a_channel()
    await Channel.all().update(stats_due_at=START)
    assert (await stats.take_due(), await stats.take_due(), page.asked) == (1, 0, 1)
    fresh = await Channel.get()
    assert (fresh.subscribers, fresh.average_views, fresh.stats_at) == (1200, 600, START)
    assert fresh.stats_due_at is not None
    assert START + timedelta(hours=6) <= fresh.stats_due_at <= START + timedelta(hours=31)


async def test_a_row_that_another_worker_claimed_is_left_alone(stats: Stats, page: Page) -> None:
    await a_channel()
    await Channel.all().update(stats_due_at=START)
    channel = await Channel.get()
    await Channel.all().update(stats_due_at=START + timedelta(hours=1))
    assert not await stats.taker._take_one(channel)
    assert page.asked == 0


async def test_silence_of_everybody_is_tried_again_in_an_hour(
    stats: Stats, telegram: KnownTelegram, page: Page, clock: StillClock
) -> None:
    await a_channel()
    await Channel.all().update(stats_due_at=START)
    telegram.silent = page.silent = True
    assert await stats.take_due() == 0
    assert not await StatsSnapshot.exists()
    telegram.silent = False
    clock.pass_(hours=1)
    assert await stats.take_due() == 1
    assert (await StatsSnapshot.get()).average_views is None


async def test_whoever_answers_is_heard_when_another_is_silent_or_broken(
    stats: Stats, telegram: KnownTelegram, page: Page
) -> None:
    class Broken(Page):
        async def figures(self, chat_id: int, username: str | None) -> Figures | None:
            raise ZeroDivisionError

    await a_channel()
    await Channel.all().update(stats_due_at=START)
    telegram.silent = True
    taker = Taker(stats.clock, telegram, [Broken(None), page])
    assert await taker.take_due() == 1
    assert (await StatsSnapshot.get()).source == "preview"


async def test_all_workers_together_keep_the_pace(stats: Stats, clock: StillClock, telegram: KnownTelegram) -> None:
    for number in range(8):
        telegram.has_channel(-2000 - number)
        await a_channel(-2000 - number)
    await Channel.all().update(stats_due_at=START)
    workers = [Taker(clock, telegram, per_minute=3), Taker(clock, telegram, per_minute=3)]
    counts = []
    for _ in range(3):
        counts.append(sum([await worker.take_due() for worker in workers]))
        clock.pass_(seconds=61)
    assert counts == [3, 3, 2]


def test_the_moments_of_the_day_are_spread_evenly() -> None:
    hours = [0] * 24
    for channel_id in range(1, 2401):
        hours[next_moment(channel_id, START).hour] += 1
    assert min(hours) >= 97
    assert max(hours) <= 103


async def test_a_day_that_is_over_leaves_one_snapshot_with_views(stats: Stats, clock: StillClock) -> None:
    await a_channel()
    for hours, views in ((40, None), (38, 300), (37, None), (1, None), (0, 310)):
        await taken(hours / 24, 1000 + hours, views)
    await Channel.all().update(stats_due_at=START)
    await stats.take_due()
    kept = await StatsSnapshot.all().order_by("taken_at")
    assert [snapshot.subscribers for snapshot in kept] == [1038, 1001, 1000, 1200]


# ---- by hand


async def test_a_manager_asks_for_new_figures_but_not_all_the_time(stats: Stats, clock: StillClock) -> None:
    channel = await a_channel()
    await stats.refresh(ME, channel.id)
    with pytest.raises(StatsFresh):
        await stats.refresh(ME, channel.id)
    clock.pass_(minutes=10)
    await stats.refresh(ME, channel.id)
    assert await StatsSnapshot.all().count() == 2
    with pytest.raises(NotFound):
        await stats.refresh(Actor(STRANGER), channel.id)


async def test_a_silent_telegram_does_not_cost_the_turn(stats: Stats, telegram: KnownTelegram, page: Page) -> None:
    channel = await a_channel()
    telegram.silent = page.silent = True
    with pytest.raises(TryAgain):
        await stats.refresh(ME, channel.id)
    telegram.silent = page.silent = False
    await stats.refresh(ME, channel.id)
    assert await StatsSnapshot.all().count() == 1
