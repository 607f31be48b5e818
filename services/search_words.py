"""Words as search knows them: the same for what channels say and for what people look for, in any alphabet.

Guarantees:
* Case, `ё` and `е`, styled letters and punctuation make no difference; SQLite's `lower()`, which knows no Cyrillic, is
  never asked.
* A word is letters and digits only, so it needs no escaping in a pattern or in a text query.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
WORD_CHARS = 40
LOOKED_FOR = 5
"""How many words of a question are looked for."""


def words_of(text: str) -> list[str]:
    """`Всё о @Coffee_Daily!` becomes все, о, coffee, daily."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("ё", "е")
    return [word[:WORD_CHARS] for word in WORD.findall(plain)]


def search_text(*parts: str | None) -> str:
    """What a channel can be found by: each word once, behind a space, so that ` wor` finds the beginning of a word."""
    words = dict.fromkeys(word for part in parts for word in words_of(part or ""))
    return "".join(f" {word}" for word in words)
