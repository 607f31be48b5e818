"""Moments and time zones as people write them: `tomorrow 18:00`, `завтра в 18`, `25.12 9:30`, `+3`, `Moscow`.

A moment without a year is the next one to come; a bare time is its next occurrence. Times are the person's own.
"""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from services.cities import CITIES, IN_RUSSIAN
from services.errors import BadNight, BadTimezone, UnclearTime
from services.parsing import shown

DAYS = {"today": 0, "сегодня": 0, "tomorrow": 1, "завтра": 1, "послезавтра": 2}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS_RU = (
    ("пн", "понед"),
    ("вт", "втор"),
    ("ср", "сред"),
    ("чт", "четв"),
    ("пт", "пятн"),
    ("сб", "субб"),
    ("вс", "воск"),
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS_RU = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
TIME = re.compile(r"(?:^|\s)(?:at\s+|в\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s*(?:h|ч|час|часа|часов)?$")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-zа-я]{2,})\.?(?:\s+(\d{4}))?")
MONTH_DAY = re.compile(r"([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
SPAN = re.compile(r"(?:in|через)\s+(\d+)?\s*([a-zа-я]+)")
UNITS = (("min", "мин", 60), ("h", "час", 3600), ("d", "д", 86400), ("w", "нед", 7 * 86400))
HOUR = r"(\d{1,2})(?:[:.]00)?"
NIGHT = re.compile(rf"(?:from|с|со)?\s*{HOUR}\s*(?:[-–—−]|to|till|until|до|\s)\s*{HOUR}\s*(?:h|ч)?")
OFFSET = re.compile(r"(utc|gmt|мск|msk)?\s*([+\-−])\s*(\d{1,2})(?::?(\d{2}))?")
MOSCOW_HOURS = 3
"""`мск+2` is how Russia writes the time of its east."""
HALF_HOURS = {"+0330": "Asia/Tehran", "+0530": "Asia/Kolkata", "+0545": "Asia/Kathmandu", "+0630": "Asia/Yangon"}


def moment(words: str, now: datetime, timezone: str) -> datetime:
    """The moment that the words name, in UTC. Raises UnclearTime when they name none, or one that has passed."""
    text = re.sub(r"\s+", " ", words.strip().lower().replace(",", " ")).strip()
    local = now.astimezone(ZoneInfo(timezone))
    try:
        found = _span(text, now) or _at(text, local)
    except (ValueError, OverflowError):
        found = None
    if found is None or found <= now:
        raise UnclearTime(written=shown(words))
    return found.astimezone(UTC)


def of_day(words: str, day: str) -> str:
    """`18:30` where a day (as `2026-06-05`) was chosen already is a time of that day; other words stay as they are."""
    return f"{day} {words}" if day and TIME.fullmatch(words.strip().lower()) else words


def _span(text: str, now: datetime) -> datetime | None:
    """`in 2 hours`, `через час`."""
    found = SPAN.fullmatch(text)
    if found is None:
        return None
    for english, russian, seconds in UNITS:
        if found[2].startswith((english, russian)):
            return now + timedelta(seconds=seconds * int(found[1] or 1))
    return None


def _at(text: str, local: datetime) -> datetime | None:
    clock = TIME.search(text)
    if clock is None:
        return None
    day_words = text[: clock.start()].strip()
    hour, minute = int(clock[1]), int(clock[2] or 0)
    if clock[3]:
        hour = hour % 12 + (12 if clock[3] == "pm" else 0)
    if not day_words and clock[2] is None and clock[3] is None:
        return None
    day = _day(day_words, local) if day_words else local.date()
    if day is None:
        return None
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=local.tzinfo)
    if at <= local and (not day_words or _is_weekday(day_words)):
        at += timedelta(days=7 if day_words else 1)
    return at


def _day(words: str, local: datetime) -> date | None:
    words = re.sub(r"^(?:on|во?)\s+", "", re.sub(r"\s+(?:at|в)$", "", words))
    if words in DAYS:
        return local.date() + timedelta(days=DAYS[words])
    if (weekday := _weekday(words)) is not None:
        return local.date() + timedelta(days=(weekday - local.weekday()) % 7)
    if found := ISO.fullmatch(words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := DOTTED.fullmatch(words):
        return _dated(int(found[1]), int(found[2]), found[3], local)
    if (found := DAY_MONTH.fullmatch(words)) and (month := _month(found[2])):
        return _dated(int(found[1]), month, found[3], local)
    if (found := MONTH_DAY.fullmatch(words)) and (month := _month(found[1])):
        return _dated(int(found[2]), month, found[3], local)
    return None


def _dated(day: int, month: int, year: str | None, local: datetime) -> date:
    """Without a year: the next such day to come."""
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = date(local.year, month, day)
    return near if near >= local.date() else date(local.year + 1, month, day)


def _is_weekday(words: str) -> bool:
    return _weekday(re.sub(r"^(?:on|во?)\s+", "", words)) is not None


def _weekday(words: str) -> int | None:
    for number, (english, russian) in enumerate(zip(WEEKDAYS, WEEKDAYS_RU, strict=True)):
        if words.isalpha() and (words.startswith(english) or words == russian[0] or words.startswith(russian[1])):
            return number
    return None


def _month(word: str) -> int | None:
    for number, (english, russian) in enumerate(zip(MONTHS, MONTHS_RU, strict=True), 1):
        if word.startswith((english, russian)):
            return number
    return None


def timezone(words: str) -> str:
    """The IANA name of `Moscow`, `Москва`, `Europe/Berlin`, `+3`, `UTC+5:30`, `мск+2`. Raises BadTimezone."""
    text = words.strip().lower().replace("ё", "е")
    if text in CITIES:
        return CITIES[text]
    if found := OFFSET.fullmatch(text):
        minutes = (int(found[3]) * 60 + int(found[4] or 0)) * (1 if found[2] == "+" else -1)
        return _of_offset(words, minutes + (60 * MOSCOW_HOURS if found[1] in ("мск", "msk") else 0))
    wanted = text.replace(" ", "_")
    for name in sorted(available_timezones()):
        if wanted in (name.lower(), name.lower().rsplit("/", 1)[-1]):
            return name
    raise BadTimezone(written=shown(words))


def _of_offset(words: str, minutes: int) -> str:
    if not -12 * 60 <= minutes <= 14 * 60:
        raise BadTimezone(written=shown(words))
    hours, rest = divmod(abs(minutes), 60)
    if rest:
        name = HALF_HOURS.get(f"{'+' if minutes > 0 else '-'}{hours:02d}{rest:02d}")
        if name is None:
            raise BadTimezone(written=shown(words))
        return name
    return "UTC" if hours == 0 else f"Etc/GMT{'-' if minutes > 0 else '+'}{hours}"


def timezone_name(timezone: str, language: str = "en") -> str:
    """An IANA name as people read it: `Etc/GMT-3` is UTC+3 to everybody but POSIX."""
    if timezone.startswith("Etc/GMT"):
        offset = timezone.removeprefix("Etc/GMT")
        return "UTC" + offset.translate(str.maketrans("+-", "-+"))
    if language == "ru" and timezone in IN_RUSSIAN:
        return IN_RUSSIAN[timezone]
    return timezone.rsplit("/", 1)[-1].replace("_", " ")


def hours_of_night(written: str) -> tuple[int, int]:
    """`22-8`, `22:00 – 08:00`, `с 22 до 8`: the first and the last hour. Raises BadNight."""
    found = NIGHT.fullmatch(written.strip().lower())
    if found is None:
        raise BadNight()
    start, end = int(found[1]) % 24, int(found[2]) % 24
    if max(int(found[1]), int(found[2])) > 24 or start == end:
        raise BadNight()
    return start, end
