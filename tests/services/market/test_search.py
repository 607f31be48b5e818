"""Search finds the same channels on both databases, costs one statement a page, and helps when it finds none."""

import re
from dataclasses import replace
from typing import Any

import pytest
from tortoise import Tortoise

from models import Channel, Listing, Package
from services.actor import Actor
from services.channels import Channels
from services.market import Market
from services.search import COUNTED, PREFIX, SearchFilters, Sort
from services.search_rows import refresh_listing
from services.search_sql import tsquery
from services.search_words import search_text, words_of
from tests.makers import OWNER, a_channel, a_user, measured
from tests.services.market.doubles import DictCache

ME = Actor(OWNER)
TON = 10**9


async def a_listing(title: str = "Channel", username: str | None = None, description: str = "", **over: Any) -> int:
    """A channel on sale; search reads what its sources say."""
    await a_user(OWNER)
    channel = await a_channel(chat_id=-5000 - await Channel.all().count())
    facts = {"title": title, "username": username, "subscribers": over.pop("subscribers", 1000)}
    await Channel.filter(id=channel.id).update(**facts)
    listing = await Listing.get(channel_id=channel.id)
    await Listing.filter(id=listing.id).update(description=description, **over)
    await refresh_listing(channel.id)
    return int(listing.id)


async def found(market: Market, text: str = "", **filters: Any) -> list[int]:
    return [row.id for row in (await market.search(SearchFilters(text=text, **filters), limit=100)).rows]


@pytest.mark.parametrize(
    ("said", "looked_for"),
    [
        ("Новости дня", "новостей"),
        ("Новостей не будет", "новость"),
        ("Игра престолов", "игры"),
        ("Книги и чтение", "книгу"),
        ("Путешествия", "путешествие"),
        ("Рецепты на ужин", "рецептов"),
        ("Running and cycling", "runs"),
        ("Investors club", "investor clubs"),
        ("Cooking recipes", "recipe"),
    ],
)
async def test_a_word_is_found_in_another_form(db: None, market: Market, said: str, looked_for: str) -> None:
    mine = await a_listing(said)
    await a_listing("Чай", "tea_weekly")
    assert await found(market, looked_for) == [mine]


@pytest.mark.parametrize(("said", "looked_for"), [("Игрек и икс", "игры"), ("Кофты", "кофе"), ("Runway", "running")])
async def test_another_word_with_the_same_beginning_is_not(
    db: None, market: Market, said: str, looked_for: str
) -> None:
    await a_listing(said)
    assert await found(market, looked_for) == []


def pages(cache: DictCache) -> list[str]:
    return [key for key in cache.entries if key.startswith(PREFIX)]


@pytest.mark.parametrize(
    "text",
    [
        "кофе",
        "КОФЕ",
        "Коф",
        "ежедневный кофе",
        "Кофе, ежедневный!",
        "ЁЖЕДНЕВНЫЙ",
        "coffee",
        "@Coffee_Daily",
        "coffee da",
        "ｃｏｆｆｅｅ",
        "зерн",
        "2048",
    ],
)
async def test_words_are_found_in_any_case_spelling_and_order(db: None, market: Market, text: str) -> None:
    mine = await a_listing("Ежедневный Кофе ☕", "coffee_daily", "О зёрнах и <b>чашках</b>; игра 2048")
    await a_listing("Чай", "tea_weekly", "Никакого другого напитка")
    assert await found(market, text) == [mine]


@pytest.mark.parametrize("text", ["офе", "кофеин", "coffee tea", "%", "_", "' OR 1=1", "кофе & чай", ":*", "\\"])
async def test_what_is_not_there_is_not_found_and_signs_mean_nothing(db: None, market: Market, text: str) -> None:
    mine = await a_listing("Кофе", "coffee_daily")
    assert await found(market, text) == ([] if words_of(text) else [mine])


@pytest.mark.parametrize("text", ["я" * 10_000, "😀" * 500, "إعلان", "a\tb\nc", "\x00кофе", "{}", "$1 ?"])
async def test_no_words_break_the_search(db: None, market: Market, text: str) -> None:
    await a_listing("Кофе", "coffee_daily", text.replace("\x00", ""))
    assert isinstance(await found(market, text), list)


@pytest.mark.parametrize("text", ["'", "a' OR true --", "кофе:*", "a b", "", "w_1", "\\"])
def test_nothing_but_words_gets_into_a_statement(text: str) -> None:
    one = r"\(\w+:\* \| \w+\)"
    assert re.fullmatch(rf"({one}( & {one})*)?", tsquery(words_of(text)))
    with pytest.raises(ValueError, match="words"):
        tsquery([text])


def test_words_are_spelled_alike_and_once() -> None:
    assert search_text("Всё о Кофе", "Coffee_Coffee", None, "кофе!") == " все о кофе coffee коф coffe"


@pytest.mark.parametrize("sort", list(Sort))
async def test_deep_pages_neither_skip_nor_repeat_in_any_order(db: None, market: Market, sort: Sort) -> None:
    """Equal prices, equal sizes and unknown views are among them."""
    for number in range(11):
        listing_id = await a_listing(f"Channel {number}", subscribers=100 * (number % 3))
        await Package.filter(listing_id=listing_id).update(price_nano=(1 + number % 4) * TON)
        channel = await Channel.get(listing__id=listing_id)
        await (measured(channel, 10 * (number % 5)) if number % 5 else refresh_listing(channel.id))
    seen: list[int] = []
    after: str | None = None
    for _ in range(6):
        page = await market.search(SearchFilters(sort=sort.value), after, 2)
        seen += [row.id for row in page.rows]
        after = page.next
    assert after is None
    assert seen == await found(market, sort=sort.value)
    assert len(set(seen)) == 11


async def test_the_unknown_comes_last_by_views_and_by_their_price(db: None, market: Market) -> None:
    unknown, dear, cheap = [await a_listing(f"Channel {number}") for number in range(3)]
    for listing_id, views in ((dear, 100), (cheap, 900)):
        await measured(await Channel.get(listing__id=listing_id), views)
    assert await found(market, sort="cpm") == [cheap, dear, unknown]
    assert await found(market, sort="views") == [cheap, dear, unknown]


async def test_a_page_costs_one_statement_however_many_rows(
    db: None, market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        await measured(await Channel.get(listing__id=await a_listing(f"Channel {number}")), 100)
    asked = count_statements(monkeypatch)
    page = await market.search(SearchFilters(), limit=5)
    assert len(page.rows) == 5
    assert len(asked) == 1


def count_statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Of all connections: searches may have some of their own."""
    made_of = type(Tortoise.get_connection("default")).__mro__
    asked: list[str] = []
    for name in ("execute_query", "execute_query_dict"):
        client: Any = next(kind for kind in made_of if name in vars(kind))
        make = getattr(client, name)

        async def counted(self: Any, sql: str, *values: Any, make: Any = make) -> Any:
            if not asked or asked[-1] != sql:  # the one may call the other
                asked.append(sql)
            return await make(self, sql, *values)

        monkeypatch.setattr(client, name, counted)
    return asked


async def test_a_new_name_and_new_figures_reach_the_search(
    channels: Channels, market: Market, cache: DictCache
) -> None:
    await a_user(OWNER)
    channel = await channels.add(ME, "@coffee")
    listing = await market.listing_for(ME, channel.id)
    await market.set_price(ME, listing.id, "1/24", 5 * TON)
    assert await found(market, "coffee") == [listing.id]
    await channels.on_post(-1001, 9, "Tea time", "tea")
    assert await found(market, "coffee") == []
    await measured(channel, 500)
    await channels.check_again(ME, channel.id)
    row = (await market.search(SearchFilters(text="coffee"))).rows[0]  # its name is Telegram's again
    assert (row.average_views, row.cpm_nano) == (500, 10 * TON)


async def test_the_cache_is_counted_and_forgets_whatever_is_made_changed_or_taken_away(
    db: None, market: Market, cache: DictCache
) -> None:
    first = await a_listing("Channel")
    for _ in range(3):
        await found(market)
    assert (market.tally.misses, market.tally.hits) == (1, 2)
    channel = await a_channel(chat_id=-6000)
    await Package.all().delete()
    await Listing.filter(channel_id=channel.id).delete()
    for change in (
        lambda: market.listing_for(ME, channel.id),
        lambda: market.set_price(ME, first, "1/24", 3 * TON),
        lambda: market.describe(ME, first, "New words"),
        lambda: market.remove_package(ME, first, "1/24"),
    ):
        await found(market)
        assert pages(cache)
        await change()
        assert not pages(cache)


async def test_a_change_in_the_moment_of_a_search_leaves_no_old_page(
    db: None, market: Market, cache: DictCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page was read, the price changed, and only then the page reached the cache."""
    mine = await a_listing("Channel")
    keep = cache.set

    async def keep_late(key: str, value: bytes, ttl_seconds: int) -> None:
        if key.startswith(PREFIX):
            monkeypatch.setattr(cache, "set", keep)
            await market.set_price(ME, mine, "1/24", 77 * TON)
        await keep(key, value, ttl_seconds)

    monkeypatch.setattr(cache, "set", keep_late)
    await found(market)
    assert [row.price_nano for row in (await market.search(SearchFilters(), limit=100)).rows] == [77 * TON]


async def test_a_lifetime_of_zero_keeps_nothing(db: None, market: Market, cache: DictCache) -> None:
    fresh = replace(market, settings=replace(market.settings, listing_cache_seconds=0))
    await a_listing("Channel")
    await found(fresh)
    assert not pages(cache)


async def test_an_empty_search_names_the_filters_that_alone_stand_in_the_way(db: None, market: Market) -> None:
    for number in range(3):
        await a_listing(f"Кофе {number}", category="lifestyle", language="ru")
    await a_listing("Coffee", category="lifestyle", language="en")
    looser = await market.loosened(SearchFilters(text="кофе", language="en", category="lifestyle"))
    assert [(one.part, one.found) for one in looser] == [("language", 3), ("text", 1)]
    assert await market.loosened(SearchFilters(text="кофе", language="en", category="news", max_price_nano=TON)) == []
    assert COUNTED > 3


async def test_numbers_beyond_any_channel_find_none(db: None, market: Market) -> None:
    await a_listing("Channel")
    assert await found(market, min_subscribers=10**10) == []
    assert len(await found(market, max_subscribers=10**10)) == 1


@pytest.mark.parametrize("sort", list(Sort))
async def test_an_invented_cursor_breaks_nothing(db: None, market: Market, sort: Sort) -> None:
    mine = await a_listing("Channel")
    page = await market.search(SearchFilters(sort=sort.value), f"{10**18 - 1}:{10**18 - 1}")
    assert [row.id for row in page.rows] in ([], [mine])
