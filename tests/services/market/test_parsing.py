"""What people type is read in many notations, and money only when there is one way to read it."""

import re
from datetime import UTC, datetime
from zoneinfo import available_timezones

import pytest

from app.config import ROOT
from app.texts import LANGUAGES, Texts
from services.cities import CITIES
from services.errors import AmbiguousPrice, BadChannelRef, BadNumber, BadPrice, BadTimezone, UnclearTime
from services.parsing import channel_ref, number_range, price_nano, whole_number
from services.parsing_time import moment, of_day, timezone, timezone_name

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)  # a Monday, 15:00 in Moscow
TON = 10**9


@pytest.mark.parametrize(
    ("words", "nano"),
    [
        ("12,5 TON", 12_500_000_000),
        ("1 500", 1500 * TON),
        ("1.5k", 1500 * TON),
        ("2к", 2000 * TON),
        ("1,5 тыс. TON", 1500 * TON),
        ("0,5", TON // 2),
        ("0.000000001", 1),
        ("1,500.50", 1_500_500_000_000),
        ("1.500.000", 1_500_000 * TON),
        ("100 тон", 100 * TON),
        ("٣", 3 * TON),
        ("0.1", TON // 10),
    ],
)
def test_prices_in_many_notations(words: str, nano: int) -> None:
    assert price_nano(words) == nano


@pytest.mark.parametrize("words", ["abc", "", "0", "-3", "1e5", "12.1234567891", "5 apples", "9" * 30])
def test_what_is_no_price(words: str) -> None:
    with pytest.raises(BadPrice):
        price_nano(words)


def test_money_is_never_guessed() -> None:
    with pytest.raises(AmbiguousPrice) as refusal:
        price_nano("1,500")
    assert (refusal.value.arguments["one"], refusal.value.arguments["other"]) == ("1500", "1.5")


@pytest.mark.parametrize(
    ("words", "number"), [("10k", 10_000), ("10 000", 10_000), ("1,500", 1500), ("1.5 млн", 1_500_000)]
)
def test_numbers_of_people(words: str, number: int) -> None:
    assert whole_number(words) == number


def test_half_a_subscriber_is_nobody() -> None:
    with pytest.raises(BadNumber):
        whole_number("0.5")


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("100-500", ("100", "500")),
        ("от 100 до 500", ("100", "500")),
        ("1k – 10k", ("1k", "10k")),
        ("100+", ("100", "")),
        ("from 100", ("100", "")),
        ("до 500", ("", "500")),
        ("5", ("5", "")),
    ],
)
def test_ranges(words: str, ends: tuple[str, str]) -> None:
    assert number_range(words) == ends


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("@coffee_daily", "@coffee_daily"),
        ("coffee_daily", "@coffee_daily"),
        ("https://t.me/coffee_daily", "@coffee_daily"),
        ("t.me/coffee_daily/55?single", "@coffee_daily"),
        ("https://t.me/s/coffee_daily", "@coffee_daily"),
        ("https://t.me/c/1234567/5", -1001234567),
        ("-1001234567", -1001234567),
    ],
)
def test_a_channel_is_named_in_many_ways(words: str, ref: int | str) -> None:
    assert channel_ref(words) == ref


@pytest.mark.parametrize("words", ["t.me/+AbCdEf", "t.me/joinchat/AbCd", "hello there", "5", "https://example.org/x"])
def test_what_names_no_channel(words: str) -> None:
    with pytest.raises(BadChannelRef):
        channel_ref(words)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("tomorrow 18:00", (6, 2, 15, 0)),
        ("завтра в 18", (6, 2, 15, 0)),
        ("tomorrow at 6pm", (6, 2, 15, 0)),
        ("18:00", (6, 1, 15, 0)),
        ("9:30", (6, 2, 6, 30)),
        ("25.12 9:30", (12, 25, 6, 30)),
        ("25 декабря 18:00", (12, 25, 15, 0)),
        ("dec 25 9:30", (12, 25, 6, 30)),
        ("2026-07-01 10:00", (7, 1, 7, 0)),
        ("в пятницу в 18:00", (6, 5, 15, 0)),
        ("mon 10:00", (6, 8, 7, 0)),
        ("in 2 hours", (6, 1, 14, 0)),
        ("через 30 минут", (6, 1, 12, 30)),
    ],
)
def test_moments_are_the_persons_own(words: str, at: tuple[int, int, int, int]) -> None:
    assert moment(words, NOW, "Europe/Moscow") == datetime(2026, *at, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "at"),
    [("18:30", (6, 3, 15, 30)), ("в 18", (6, 3, 15, 0)), ("6pm", (6, 3, 15, 0)), ("tomorrow 18:00", (6, 2, 15, 0))],
)
def test_a_bare_time_is_of_the_day_that_was_chosen(words: str, at: tuple[int, int, int, int]) -> None:
    assert moment(of_day(words, "2026-06-03"), NOW, "Europe/Moscow") == datetime(2026, *at, tzinfo=UTC)


def test_a_time_that_has_passed_is_not_moved_to_another_day_than_was_chosen() -> None:
    with pytest.raises(UnclearTime):
        moment(of_day("9:30", "2026-06-01"), NOW, "Europe/Moscow")


@pytest.mark.parametrize(
    "words", ["", "soon", "today 10:00", "25:00", "31.02 10:00", "99.99 10:00", "2020-01-01 10:00"]
)
def test_what_is_no_moment_to_come(words: str) -> None:
    with pytest.raises(UnclearTime):
        moment(words, NOW, "Europe/Moscow")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Moscow", "Europe/Moscow"),
        ("Москва", "Europe/Moscow"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("+3", "Etc/GMT-3"),
        ("UTC-4", "Etc/GMT+4"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("utc", "UTC"),
        ("МСК+2", "Etc/GMT-5"),
        ("мск-1", "Etc/GMT-2"),
        ("Кишинёв", "Europe/Chisinau"),
        ("Delhi", "Asia/Kolkata"),
    ],
)
def test_time_zones_by_city_name_or_offset(words: str, name: str) -> None:
    assert timezone(words) == name


def test_time_zones_are_shown_as_people_say_them() -> None:
    names = ("Etc/GMT-3", "America/New_York", "UTC")
    assert [timezone_name(name) for name in names] == ["UTC+3", "New York", "UTC"]
    assert [timezone_name(name, "ru") for name in names] == ["UTC+3", "Нью-Йорк", "UTC"]
    assert [timezone_name(name, "ru") for name in ("Europe/Moscow", "Asia/Tokyo")] == ["Москва", "Токио"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_city_and_offset_that_a_screen_suggests_is_understood(language: str) -> None:
    t = Texts(ROOT / "locales").translator(language)
    words = (
        t("settings-timezone-hint", zone="", now_at=NOW) + t("deal-zone-why") + t("mini-zone-how", zone="", now_at=NOW)
    )
    suggested = re.findall(r"<i>(.+?)</i>", words) + re.findall(r": (\w+), \+3", words)
    assert len(suggested) >= 6
    assert all(timezone(one) in available_timezones() for one in suggested)


def test_every_city_leads_to_a_zone_of_the_database() -> None:
    assert set(CITIES.values()) - available_timezones() == set()


@pytest.mark.parametrize("words", ["Atlantis", "+25", "+1:17", ""])
def test_what_is_no_time_zone(words: str) -> None:
    with pytest.raises(BadTimezone):
        timezone(words)
