"""Telegram counts in UTF-16 code units; an emoji is two."""

from __future__ import annotations


def units(text: str) -> int:
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def boundaries(text: str) -> dict[int, int]:
    """From an offset in units to an index into the string; offsets inside of a symbol are missing."""
    table, offset = {}, 0
    for index, character in enumerate(text):
        table[offset] = index
        offset += 2 if ord(character) > 0xFFFF else 1
    table[offset] = len(text)
    return table


def cut(text: str, offset: int, length: int) -> str:
    raw = text.encode("utf-16-le")
    return raw[offset * 2 : (offset + length) * 2].decode("utf-16-le", "ignore")


def byte_offset(text: str, index: int) -> int:
    return len(text[:index].encode("utf-8", "surrogatepass"))
