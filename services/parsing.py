"""What people type, read in many notations. Pure functions; every no says what was written, so nothing is guessed.

Guarantees:
* Money is read exactly (no float) and only when there is one way to read it: `1,500` is refused, not interpreted.
* A moment is always in the future of `now`, in the person's time zone, and comes back as UTC.
"""

import re
from decimal import Decimal, InvalidOperation

from services.errors import AmbiguousPrice, BadChannelRef, BadNumber, BadPrice

NANO = 10**9
SHOWN = 40
"""How much of what was typed a refusal repeats."""
FACTORS = {
    "": 1,
    "k": 1000,
    "к": 1000,
    "тыс": 1000,
    "т": 1000,
    "thousand": 1000,
    "тысяч": 1000,
    "тысячи": 1000,
    "тысяча": 1000,
    "m": 10**6,
    "м": 10**6,
    "mln": 10**6,
    "млн": 10**6,
    "million": 10**6,
    "миллион": 10**6,
}
COIN_WORDS = ("toncoins", "toncoin", "ton", "тон", "gram", "грамм", "грам", "💎")
SPACES = re.compile(r"[\s\u00a0\u2009\u202f'_’]+")
AMOUNT = re.compile(r"(\d[\d.,]*)([a-zа-яё]*)\.?")
GROUPED_COMMAS = re.compile(r"[1-9]\d{0,2}(,\d{3})+")
GROUPED_DOTS = re.compile(r"[1-9]\d{0,2}(\.\d{3}){2,}")
NAME = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")
LINK = re.compile(r"(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)/(?:s/)?([^/?#\s]+)(?:/([^/?#\s]+))?")
PREFIX = "-100"
"""Telegram's mark of channel ids in the Bot API."""


def shown(words: str) -> str:
    return words.strip()[:SHOWN]


def price_nano(words: str) -> int:
    """`12,5 TON`, `1 500`, `1.5k`, `0.3` in nanocoins. Raises BadPrice, AmbiguousPrice."""
    text = words.lower()
    for coin in COIN_WORDS:
        text = text.replace(coin, "")
    value = _amount(text)
    if value is None:
        raise BadPrice(written=shown(words))
    if isinstance(value, tuple):
        raise AmbiguousPrice(written=shown(words), one=value[0], other=value[1])
    nano = value * NANO
    if nano != nano.to_integral_value() or nano <= 0 or nano > 10**18:
        raise BadPrice(written=shown(words))
    return int(nano)


def whole_number(words: str) -> int:
    """`10k`, `10 000`, `1,5 тыс`. Raises BadNumber."""
    value = _amount(words.lower())
    if isinstance(value, tuple):
        value = Decimal(value[0])
    if value is None or value != value.to_integral_value() or value > 10**10:
        raise BadNumber(written=shown(words))
    return int(value)


def number_range(words: str) -> tuple[str, str]:
    """The two ends of `100-500`, `от 100 до 500`, `100+`, `до 500`; an empty end is open."""
    text = words.strip().lower()
    text = re.sub(r"^(from|от|over|more than|больше|>=?)\s*", "", text)
    if found := re.match(r"(?:up to|to|до|under|less than|меньше|<=?)\s*(.+)$", text):
        return "", found[1]
    parts = re.split(r"\s*(?:[-–—…]|\.\.+|\bto\b|\bдо\b)\s*", text, maxsplit=1)
    if len(parts) == 2:
        return parts[0].strip(), parts[1].strip()
    return text.rstrip("+ "), ""


def channel_ref(words: str) -> int | str:
    """`@name`, `t.me/name`, a link to a post, a chat id. Names come back with the @. Raises BadChannelRef."""
    text = words.strip()
    if re.fullmatch(r"-100\d{5,}", text):
        return int(text)
    if found := LINK.match(text):
        return _of_link(words, found[1], found[2])
    if found := NAME.fullmatch(text):
        return f"@{found[1]}"
    raise BadChannelRef(written=shown(words))


def _of_link(words: str, first: str, second: str | None) -> int | str:
    if first == "c" and second and second.isdigit():
        return int(PREFIX + second)
    if NAME.fullmatch(first) and first.lower() not in ("joinchat", "c", "addlist", "share"):
        return f"@{first.lstrip('@')}"
    raise BadChannelRef(written=shown(words))


def _amount(text: str) -> Decimal | tuple[str, str] | None:
    """The number that the words say, None if they say none, or the two numbers between which they do not decide."""
    found = AMOUNT.fullmatch(SPACES.sub("", text))
    if found is None or found[2] not in FACTORS:
        return None
    digits, factor = found[1], FACTORS[found[2]]
    if GROUPED_COMMAS.fullmatch(digits):
        if digits.count(",") == 1 and factor == 1:
            return digits.replace(",", ""), digits.replace(",", ".").rstrip("0").rstrip(".")
        digits = digits if digits.count(",") == 1 else digits.replace(",", "")
    elif GROUPED_DOTS.fullmatch(digits):
        digits = digits.replace(".", "")
    elif re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+\.\d+", digits):
        digits = digits.replace(",", "")
    try:
        return Decimal(digits.replace(",", ".").rstrip(".")) * factor
    except InvalidOperation:
        return None
