"""Telegram's HTML: a handful of tags, strict about their order, silent about nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.sandbox.telegram.entities.units import byte_offset, units
from app.sandbox.telegram.errors import ApiError, bad_request
from app.sandbox.telegram.records import Json

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
}
OTHERS = ("a", "span", "tg-emoji", "blockquote")
TAG_NAME = re.compile(r"[^\s>/]*")
ATTRIBUTE = re.compile(r"\s*([^\s=>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))?")
REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def parse_html(source: str) -> tuple[str, list[Json]]:
    return _HtmlReader(source).read()


@dataclass
class _OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int
    characters: int


class _HtmlReader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.offset = 0
        self.open: list[_OpenTag] = []
        self.found: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if self.source[self.at] == "<":
                self._end_tag() if self.source.startswith("</", self.at) else self._start_tag()
            else:
                self._plain()
        if self.open:
            raise self._refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.text), [entity for entity in self.found if entity["length"] > 0]

    def _plain(self) -> None:
        reference = REFERENCE.match(self.source, self.at) if self.source[self.at] == "&" else None
        if reference:
            self.at = reference.end()
            self._write(_character(reference))
            return
        end = min(x for x in (self._find("<"), self._find("&", self.at + 1)) if x > self.at)
        self._write(self.source[self.at : end])
        self.at = end

    def _find(self, character: str, start: int | None = None) -> int:
        found = self.source.find(character, self.at if start is None else start)
        return found if found >= 0 else len(self.source)

    def _write(self, piece: str) -> None:
        self.text.append(piece)
        self.offset += units(piece)

    def _start_tag(self) -> None:
        begin = self.at
        name_match = TAG_NAME.match(self.source, begin + 1)
        name = name_match[0].lower() if name_match else ""
        if name not in SIMPLE and name not in OTHERS:
            raise self._refusal(f'Unsupported start tag "{name}" at byte offset {self._bytes(begin)}')
        self.at = begin + 1 + len(name)
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self.open.append(_OpenTag(name, attributes, self.offset, len(self.text)))

    def _attributes(self, name: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while self.at < len(self.source):
            if self.source[self.at] == ">":
                self.at += 1
                return attributes
            match = ATTRIBUTE.match(self.source, self.at)
            if match is None:
                self.at += 1
                continue
            value = (match[2] or "").strip("\"'")
            attributes[match[1].lower()] = REFERENCE.sub(_character, value)
            self.at = match.end()
        raise self._refusal(f'Unclosed start tag "{name}" at byte offset {self._bytes(begin)}')

    def _end_tag(self) -> None:
        begin = self.at
        end = self._find(">")
        if not self.open:
            raise self._refusal(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        tag = self.open.pop()
        name = self.source[begin + 2 : end].strip().lower()
        if name and name != tag.name:
            where = f"Unmatched end tag at byte offset {self._bytes(begin)}"
            raise self._refusal(f'{where}, expected "</{tag.name}>", found "</{name}>"')
        self.at = min(end + 1, len(self.source))
        self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        entity: Json = {"type": SIMPLE.get(tag.name, "spoiler"), "offset": tag.offset}
        entity["length"] = self.offset - tag.offset
        if tag.name == "a":
            inside = "".join(self.text[tag.characters :])
            entity |= {"type": "text_link", "url": tag.attributes.get("href") or inside}
        elif tag.name == "tg-emoji":
            entity |= {"type": "custom_emoji", "custom_emoji_id": tag.attributes.get("emoji-id", "")}
        elif tag.name == "blockquote":
            entity["type"] = "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"
        elif tag.name == "code" and self.open and self.open[-1].name == "pre":
            language = tag.attributes.get("class", "").removeprefix("language-")
            if language and self.open[-1].offset == tag.offset:
                self.open[-1].attributes["language"] = language
                return
        elif tag.name == "pre" and "language" in tag.attributes:
            entity["language"] = tag.attributes["language"]
        self.found.append(entity)

    def _bytes(self, index: int) -> int:
        return byte_offset(self.source, index)

    @staticmethod
    def _refusal(text: str) -> ApiError:
        return bad_request(f"can't parse entities: {text}")


def _character(reference: re.Match[str]) -> str:
    if reference[1]:
        return NAMED[reference[1]]
    code = int(reference[2]) if reference[2] else int(reference[3], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else reference[0]
