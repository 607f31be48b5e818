"""The market in figures: search on a million listings, the cache, and what the dialog costs.

* p50 and p95 of the first and the 50th page for the ten commonest filters in PostgreSQL, as ratios to the best
  hand-written SQL (the best of three statements, through a pool of the bare driver) in the same run;
* how often the cache knows the answer, over an hour of plausible questions and edits;
* how long it takes to compare all prices of views anew;
* updates per second of the search dialog in the whole bot, beside a minimal aiogram-dialog bot in the same run.
"""

import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import partial
from statistics import median, quantiles
from typing import Any

import asyncpg
import pytest
from aiogram import Dispatcher
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.test_tools import BotClient, MockMessageManager
from aiogram_dialog.test_tools.memory_storage import JsonMemoryStorage
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select
from aiogram_dialog.widgets.text import Const, Format, List
from tortoise import Tortoise

from app import database
from dialogs.ids import set_up_dialogs
from models import Channel, Listing
from services.fair_prices import compare
from services.search import SearchFilters, Sort, Tally, cached_page, find_page, forget_searches
from services.search_sql import SHOWN, page_sql
from tests.bench.market_rows import INDEXES, MILLION, statements
from tests.dialogs.market.stage import NotingBot, Phone, the_stage
from tests.makers import ADVERTISER, StillClock, a_channel
from tests.stores import Postgres
from tests.stores.schema import migrate_now

TON = 10**9
PAGE = 5
DEEP = 50
LOOKS = 200
COMMONEST: dict[str, SearchFilters] = {
    "everything": SearchFilters(),
    "language": SearchFilters(language="ru"),
    "category": SearchFilters(category="crypto"),
    "language and category": SearchFilters(language="en", category="business"),
    "up to a price": SearchFilters(max_price_nano=50 * TON, sort=Sort.SUBSCRIBERS),
    "from a size, cheapest": SearchFilters(min_subscribers=10_000, sort=Sort.PRICE),
    "sizes and language, cheapest views": SearchFilters(
        min_subscribers=5000, max_subscribers=50_000, language="ru", sort=Sort.CPM
    ),
    "a word": SearchFilters(text="кофе"),
    "words and language, most views": SearchFilters(text="crypto w12", language="en", sort=Sort.VIEWS),
    "category and prices, newest": SearchFilters(
        category="news", min_price_nano=5 * TON, max_price_nano=100 * TON, sort=Sort.NEW
    ),
}

RAREST: dict[str, SearchFilters] = {
    "a word that nobody has": SearchFilters(text="zzzz"),
    "a word that few have, by price": SearchFilters(text="w19990", sort=Sort.PRICE),
    "a common and a rare word, newest": SearchFilters(text="кофе w19990", sort=Sort.NEW),
    "a word in a small corner": SearchFilters(text="crypto", category="other", language="other"),
    "the largest, cheapest": SearchFilters(min_subscribers=1_000_000, sort=Sort.PRICE),
    "prices that nobody asks": SearchFilters(min_price_nano=90_000_000 * TON),
}
"""Where a plan that is right for the commonest costs seconds."""


@pytest.fixture(scope="module")
def million() -> Any:
    server = Postgres()
    name = server.create_database()
    migrate_now(server.url(name))
    yield server.url(name)
    server.stop()


@pytest.fixture
async def market(million: str) -> AsyncIterator[Any]:
    hand = await asyncpg.create_pool(million, min_size=1, max_size=1, command_timeout=900)
    if not await hand.fetchval("SELECT count(*) FROM listings"):
        await fill(hand)
    await database.connect(million)
    try:
        yield hand
    finally:
        await database.disconnect()
        await hand.close()


async def fill(hand: Any) -> None:
    made = [await hand.fetchval("SELECT pg_get_indexdef($1::regclass)", name) for name in INDEXES]
    for name in INDEXES:
        await hand.execute(f"DROP INDEX {name}")
    for statement in statements(MILLION):
        await hand.execute(statement)
    for definition in made:
        await hand.execute(definition)
    await hand.execute("VACUUM ANALYZE")


async def timed(act: Callable[[], Awaitable[Any]]) -> float:
    start = time.perf_counter()
    await act()
    return time.perf_counter() - start


def written(filters: SearchFilters, after: str | None, limit: int) -> list[tuple[str, list[object]]]:
    """The same page in three ways that a careful hand may choose: rows first, ids first, all joined at once."""
    sql, values = page_sql(filters, after, limit, "postgres")
    where, order = found_in(sql)
    found = f"FROM listings l WHERE {where} {order} LIMIT {limit}"
    channels = "JOIN channels c ON c.id = l.channel_id"
    return [
        (f"SELECT {SHOWN} FROM (SELECT * {found}) l {channels} {order}", values),
        (f"SELECT {SHOWN} FROM (SELECT l.id {found}) f JOIN listings l ON l.id = f.id {channels} {order}", values),
        (f"SELECT {SHOWN} FROM listings l {channels} WHERE {where} {order} LIMIT {limit}", values),
    ]


def found_in(sql: str) -> tuple[str, str]:
    """The conditions and the order."""
    inner = sql[sql.index("(SELECT") + 1 : sql.index(") l JOIN")]
    where, order = inner[inner.index(" WHERE ") + 7 : inner.index(" LIMIT ")].split(" ORDER BY ")
    return where, f"ORDER BY {order}"


@dataclass
class Times:
    ours: list[float] = field(default_factory=list)
    hand: list[list[float]] = field(default_factory=lambda: [[], [], []])

    def ratios(self) -> tuple[float, float, float]:
        """p50 and p95 over the better hand's, and our p50 in milliseconds."""
        best = min(self.hand, key=median)
        p95 = [quantiles(times, n=20)[-1] for times in (self.ours, best)]
        return median(self.ours) / median(best), p95[0] / p95[1], median(self.ours) * 1000


async def measure(hand: Any, filters: SearchFilters, after: str | None) -> Times:
    """In turns, so that whatever else the machine does meets all of them; and on fresh connections, because PostgreSQL
    plans a statement anew or not by what the connection has asked before."""
    ours: Any = Tortoise.get_connection("default")
    await ours._expire_connections()
    await hand.expire_connections()
    times, statements = Times(), written(filters, after, PAGE + 1)
    for _ in range(LOOKS):
        times.ours.append(await timed(partial(find_page, filters, after, PAGE)))
        for number, (sql, values) in enumerate(statements):
            times.hand[number].append(await timed(partial(hand.fetch, sql, *values)))
    return times


async def cursor_of(filters: SearchFilters, page: int) -> str | None:
    after: str | None = None
    for _ in range(page - 1):
        after = (await find_page(filters, after, PAGE)).next
        assert after, "the filter has too few channels for a deep page"
    return after


@pytest.mark.timeout(1800)
async def test_search_on_a_million_listings(market: Any) -> None:
    print(
        f"\nsearch on {await market.fetchval('SELECT count(*) FROM listings')} listings, ratio to the best SQL by hand"
    )
    print(f"{'filter':36} {'page':>4}  p50 ratio  p95 ratio   p50 ms")
    ratios = []
    for name, filters in COMMONEST.items():
        for page in (1, DEEP):
            ratios.append(await compared(market, name, filters, page))
    print(f"{'median of all':36}       {median(r[0] for r in ratios):9.2f}  {median(r[1] for r in ratios):9.2f}")
    for name, filters in RAREST.items():
        await compared(market, name, filters, 1)


async def compared(market: Any, name: str, filters: SearchFilters, page: int) -> tuple[float, float]:
    after = await cursor_of(filters, page)
    by_hand = [[row[0] for row in await market.fetch(sql, *values)] for sql, values in written(filters, after, PAGE)]
    assert by_hand == [[row.id for row in (await find_page(filters, after, PAGE)).rows]] * 3
    p50, p95, spent = (await measure(market, filters, after)).ratios()
    print(f"{name:36} {page:4}  {p50:9.2f}  {p95:9.2f}  {spent:7.2f}")
    return p50, p95


@pytest.mark.timeout(900)
async def test_all_prices_are_compared_anew(market: Any) -> None:
    first, again = await timed(compare), await timed(compare)
    print(f"\ncomparing {MILLION} listings: {first:.1f} s when all change, {again:.1f} s when none does")


@dataclass
class AgingCache:
    """The cache's own rules, in a time that the bench tells."""

    now: float = 0
    entries: dict[str, tuple[float, bytes]] = field(default_factory=dict)

    async def get(self, key: str) -> bytes | None:
        until, value = self.entries.get(key, (0.0, b""))
        return value if until > self.now else None

    async def set(self, key: str, value: bytes, ttl_seconds: int) -> None:
        self.entries[key] = (self.now + ttl_seconds, value)

    async def delete_pattern(self, pattern: str) -> None:
        self.entries = {key: value for key, value in self.entries.items() if not fnmatchcase(key, pattern)}


@pytest.mark.parametrize(("per_minute", "edits_per_minute"), [(30, 0.2), (120, 1), (600, 4)])
async def test_how_often_the_cache_knows(market: Any, per_minute: int, edits_per_minute: float) -> None:
    """People begin at one of the ten commonest filters (the commoner the likelier), a fifth change one thing in it, and
    half of those who see a page turn to the next; owners edit, and every edit drops everything."""
    rng, cache, tally = random.Random(5), AgingCache(), Tally()
    filters, weights = list(COMMONEST.values()), [1 / (1 + place) for place in range(len(COMMONEST))]
    end = 600.0
    while cache.now < end:
        cache.now += rng.expovariate((per_minute + edits_per_minute) / 60)
        if rng.random() < edits_per_minute / (per_minute + edits_per_minute):
            await forget_searches(cache)
            continue
        wanted, after = rng.choices(filters, weights)[0], None
        if rng.random() < 0.2:
            wanted = replace(wanted, min_price_nano=rng.randrange(1, 20) * TON)
        while True:
            page = await cached_page(cache, 60, tally, wanted, after, PAGE)
            after = page.next
            if after is None or rng.random() < 0.5:
                break
    asked = tally.hits + tally.misses
    print(
        f"\ncache: {per_minute} searches and {edits_per_minute} edits a minute: {tally.hits / asked:.0%} of {asked} hit"
    )


# ------------------------------------------------------------------------------------------------ the dialog


class Bare(StatesGroup):
    results = State()


class BareBot:
    """The least that shows five rows with buttons and turns a page: no identity, no language, no database."""

    def __init__(self) -> None:
        self.bot, self.screens = NotingBot(), MockMessageManager()  # type: ignore[no-untyped-call]  # the library's test tools are half typed
        self.dispatcher = Dispatcher(storage=JsonMemoryStorage())
        self.dispatcher.message.register(self._start, CommandStart())
        rows = Select(Format("{item[0]}"), id="r", item_id_getter=lambda row: row[0], items="rows", on_click=_nothing)
        pager = Row(
            Button(Const("Previous"), id="p", on_click=_turn(-1)), Button(Const("Next"), id="n", on_click=_turn(1))
        )
        shown = List(Format("{item[0]}. {item[1]}"), items="rows")
        self.dispatcher.include_router(
            Dialog(Window(Const("Channels"), shown, Column(rows), pager, state=Bare.results, getter=_rows))
        )
        set_up_dialogs(self.dispatcher, message_manager=self.screens)
        self.client = BotClient(self.dispatcher, ADVERTISER, ADVERTISER, bot=self.bot)

    async def _start(self, _: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Bare.results, mode=StartMode.RESET_STACK)


async def _nothing(*_: object) -> None:
    return None


def _turn(way: int) -> Any:
    async def turn(_: object, __: object, manager: DialogManager) -> None:
        manager.dialog_data["page"] = int(manager.dialog_data.get("page", 0)) + way

    return turn


async def _rows(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    first = int(dialog_manager.dialog_data.get("page", 0)) * PAGE
    return {"rows": [(str(first + number), f"Channel {first + number}") for number in range(PAGE)]}


async def taps(phone: Any, count: int) -> tuple[float, float]:
    """Pages forward and back; seconds for one tap, and those in which the processor worked for it."""
    start, worked = time.perf_counter(), time.process_time()
    for _ in range(count // 2):
        await phone.tap("Next")
        await phone.tap("Previous")
    return (time.perf_counter() - start) / count, (time.process_time() - worked) / count


async def test_updates_per_second_of_the_search() -> None:
    await Tortoise.init(db_url="sqlite://:memory:", modules={"models": ["models"]}, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    try:
        stage = the_stage(StillClock())
        for number in range(60):
            channel = await a_channel(chat_id=-3000 - number)
            await Channel.filter(id=channel.id).update(title=f"Channel {number}")
            await Listing.filter(channel_id=channel.id).update(subscribers=1000 + number)
        whole, bare = stage.phone(ADVERTISER), BareBot()
        await whole.say("/start")
        await whole.tap("Find channels")
        least = Phone(stage, ADVERTISER, bare.client)
        least.stage = replace_screens(bare)
        await bare.client.send("/start")
        spent: dict[str, list[tuple[float, float]]] = {"whole": [], "bare": []}
        for _ in range(8):
            spent["bare"].append(await taps(least, 60))
            spent["whole"].append(await taps(whole, 60))
        for name, kind in (("by the clock", 0), ("of processor time", 1)):
            ours, theirs = (median(times[kind] for times in spent[who]) for who in ("whole", "bare"))
            speed = f"search dialog {1 / ours:.0f} updates/s, minimal bot {1 / theirs:.0f} updates/s"
            print(f"\n{speed} {name}: {ours / theirs:.2f} times the time")
    finally:
        await Tortoise.close_connections()


def replace_screens(bare: BareBot) -> Any:
    """A phone looks for its messages on the stage's screens."""

    class Only:
        screens = bare.screens

    return Only()
