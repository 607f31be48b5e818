"""Every word a person reads, by key and language. Also the only place where integers become words and decimals.

An argument's name says its unit, and the unit says how it is shown:
* `*_nano` (int): coins with the symbol, "12.5 TON", "1,000,000 TON", exact;
* `*cpm_nano` (int): what a thousand views cost, a comparison and no amount: "4.35 TON", three figures;
* `*_at` (aware datetime): date and time in the person's time zone, "28 Nov 03:18"; UTC says so;
* `*_seconds` (int): a span, "2 days 4 h";
* `*_bps` (int): per cent;
* `*_id` and `deal` (int): a bare number without grouping;
* `*_html` (str): trusted HTML of ours; every other string is escaped, unless the text is plain (button labels, alerts).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.syntax.ast import Resource

from services.users import SPOKEN

resolver.MAX_PART_LENGTH = 20_000
"""Fluent refuses longer arguments (2500 by itself). Ours are measured where they are typed, and escaping makes five
letters of some: 2000 ampersands are 10,000."""
LANGUAGES = SPOKEN
NANO = 10**9
SPANS = {"en": ("h", "min"), "ru": ("ч", "мин")}
GROUPS = {"en": ",", "ru": "\u00a0"}
GROUPED_FROM = 10_000
"""Smaller amounts are read at a glance, and 1,500 might be one and a half."""
MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "ru": ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
}


class MissingText(KeyError):
    """A key or an argument is missing: a defect of ours, loud in tests."""


def coins(nano: int) -> str:
    """Exact decimal of an integer amount: no float ever touches money."""
    sign = "-" if nano < 0 else ""
    whole, part = divmod(abs(nano), NANO)
    return f"{sign}{whole}" + (f".{part:09d}".rstrip("0") if part else "")


def grouped(number: str, language: str) -> str:
    """`1000000.5` as people read it."""
    whole, dot, part = number.partition(".")
    if abs(int(whole)) >= GROUPED_FROM:
        whole = f"{int(whole):,}".replace(",", GROUPS[language])
    return whole + dot + part


def three_figures(nano: int) -> int:
    """The three leading figures of an amount that was computed for comparing; whole coins are never cut."""
    unit = int("1" + "0" * max(0, min(len(str(abs(nano))) - 3, 9)))
    return (nano + unit // 2) // unit * unit


def span(seconds: int, language: str) -> str:
    """The two largest units of a duration."""
    hours, minutes = SPANS[language]
    total = max(seconds, 0)
    days = total // 86400
    parts = [(days, day_word(days, language)), (total % 86400 // 3600, hours), (total % 3600 // 60, minutes)]
    shown = [f"{count} {unit}" for count, unit in parts if count][:2]
    return " ".join(shown) or f"0 {minutes}"


def day_word(days: int, language: str) -> str:
    if language != "ru":
        return "day" if days == 1 else "days"
    if days % 10 == 1 and days % 100 != 11:
        return "день"
    return "дня" if days % 10 in (2, 3, 4) and days % 100 not in (12, 13, 14) else "дней"


def date(at: datetime, language: str, timezone: str) -> str:
    local = at.astimezone(ZoneInfo(timezone))
    return f"{local.day} {MONTHS[language][local.month - 1]}"


def moment(at: datetime, language: str, timezone: str) -> str:
    """Of somebody who has not said where he is it says that it is UTC, or he would take it for his own time."""
    clock = f"{at.astimezone(ZoneInfo(timezone)):%H:%M}"
    return f"{date(at, language, timezone)} {clock}" + (" UTC" if timezone == "UTC" else "")


@dataclass(frozen=True, slots=True)
class Translator:
    """The words of one person: his language, his time zone."""

    texts: "Texts"
    language: str
    timezone: str = "UTC"

    def __call__(
        self, key: str, args: Mapping[str, object] | None = None, *, plain: bool = False, **more: object
    ) -> str:
        shown = {name: self._show(name, value, plain) for name, value in {**(args or {}), **more}.items()}
        return self.texts.format(
            self.language, key, {name: value for name, value in shown.items() if value is not None}
        )

    def has(self, key: str) -> bool:
        return self.texts.has(self.language, key)

    def _show(self, name: str, value: object, plain: bool) -> str | int | float | None:
        match value:
            case bool():
                return "yes" if value else "no"
            case datetime():
                return moment(value, self.language, self.timezone)
            case int():
                return self._number(name, value)
            case float():
                return value
            case str():
                return value if plain or name.endswith("_html") else escape(value, quote=False)
            case _:
                return None

    def _number(self, name: str, value: int) -> str | int:
        if name.endswith("cpm_nano"):
            return self._amount(three_figures(value))
        if name.endswith("_nano"):
            return self._amount(value)
        if name.endswith("_seconds"):
            return span(value, self.language)
        if name.endswith("_bps"):
            return f"{value / 100:g} %"
        return str(value) if name.endswith("_id") or name == "deal" else value

    def _amount(self, nano: int) -> str:
        return f"{grouped(coins(nano), self.language)} {self.texts.coin_symbol}"


@dataclass(slots=True)
class Texts:
    """All bundles of `locales/`. With `strict`, a missing key or argument raises; else the key itself is shown."""

    folder: Path
    coin_symbol: str = "TON"
    strict: bool = False
    bundles: dict[str, FluentBundle] = field(init=False)

    def __post_init__(self) -> None:
        self.bundles = {language: self._load(language) for language in LANGUAGES}

    def translator(self, language: str, timezone: str = "UTC") -> Translator:
        return Translator(self, language if language in self.bundles else LANGUAGES[0], timezone)

    def has(self, language: str, key: str) -> bool:
        return bool(self.bundles[language].has_message(key))

    def format(self, language: str, key: str, args: Mapping[str, object]) -> str:
        bundle = self.bundles[language]
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            return self._missing(f"{language}: {key}", key)
        text, errors = bundle.format_pattern(pattern, dict(args))
        if errors:
            return self._missing(f"{language}: {key}: {errors}", str(text))
        return str(text)

    def _missing(self, what: str, shown: str) -> str:
        if self.strict:
            raise MissingText(what)
        return shown

    def _load(self, language: str) -> FluentBundle:
        bundle = FluentBundle([language], use_isolating=False)
        for path in sorted((self.folder / language).glob("*.ftl")):
            bundle.add_resource(_parsed(path, path.stat().st_mtime_ns))
        return bundle


@cache
def _parsed(path: Path, changed_at: int) -> Resource:
    """Parsing all words takes half a second: a file that did not change is parsed once in a process."""
    return FluentResource(path.read_text(encoding="utf-8"))


Translate = Callable[..., str]
