"""Words as search knows them: the same for what channels say and for what people look for, in any alphabet.

Guarantees:
* Case, `ё` and `е`, styled letters and punctuation make no difference; SQLite's `lower()`, which knows no Cyrillic, is
  never asked.
* A word is letters and digits only, so it needs no escaping in a pattern or in a text query.
* What a channel says is kept with the stem of each word, by Snowball's Russian and English rules; whoever looks for a
  word finds what begins with it, and what has its stem: "новостей" finds «Новости», "игры" finds «игра» and no «игрек».
"""

import re
import unicodedata

from snowballstemmer import stemmer

WORD = re.compile(r"[^\W_]+")
WORD_CHARS = 40
LOOKED_FOR = 5
"""How many words of a question are looked for."""
RUSSIAN, ENGLISH = stemmer("russian"), stemmer("english")
CYRILLIC = re.compile(r"[а-я]+")
LATIN = re.compile(r"[a-z]+")


def words_of(text: str) -> list[str]:
    """`Всё о @Coffee_Daily!` becomes все, о, coffee, daily."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("ё", "е")
    return [word[:WORD_CHARS] for word in WORD.findall(plain)]


def stem_of(word: str) -> str:
    """What all forms of the word have in common; the word itself where no rules are known."""
    if CYRILLIC.fullmatch(word):
        return str(RUSSIAN.stemWord(word))
    return str(ENGLISH.stemWord(word)) if LATIN.fullmatch(word) else word


def search_text(*parts: str | None) -> str:
    """What a channel can be found by: each word and each stem once, behind a space, so that ` wor` finds the beginning
    of a word."""
    words = dict.fromkeys(word for part in parts for word in words_of(part or ""))
    return "".join(f" {word}" for word in {**words, **dict.fromkeys(map(stem_of, words))})
