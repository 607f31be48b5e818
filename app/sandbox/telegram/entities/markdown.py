"""Both Markdowns: the present one (MarkdownV2) and the legacy one."""

from __future__ import annotations

from app.sandbox.telegram.entities.units import byte_offset, units
from app.sandbox.telegram.errors import ApiError, bad_request
from app.sandbox.telegram.records import Json

RESERVED = "_*[]()~`>#+-=|{}.!"
MARKS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
    "```": "pre",
}
NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
}


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    return _MarkdownReader(source).read()


class _MarkdownReader:
    """Reads marks one by one; what is open is a stack, and only its top can be closed."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.offset = 0
        self.open: list[tuple[str, int, int]] = []  # type, offset in units, index in the source
        self.found: list[Json] = []
        self.quote: int | None = None

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            self._step()
        self._end_quote(expandable=False)
        if self.open:
            kind, _, begin = self.open[-1]
            raise self._refusal(f"Can't find end of {NAMES[kind]} entity at byte offset {self._bytes(begin)}")
        return "".join(self.text), [entity for entity in self.found if entity["length"] > 0]

    def _step(self) -> None:
        character = self.source[self.at]
        if character == "\\" and self.at + 1 < len(self.source) and 0 < ord(self.source[self.at + 1]) < 127:
            self._write(self.source[self.at + 1], 2)
        elif self.open and self.open[-1][0] in ("code", "pre"):
            self._inside_code()
        elif character == ">" and self._at_line_start():
            self._start_quote()
        elif character == "\n":
            self._newline()
        elif self.source.startswith("||", self.at) and self._ends_expandable_quote():
            self.at += 2
        elif mark := self._mark():
            self._toggle(mark)
        elif character == "[" or self.source.startswith("![", self.at):
            self._open("text_link" if character == "[" else "custom_emoji", 1 if character == "[" else 2)
        elif character == "]" and self.open and self.open[-1][0] in ("text_link", "custom_emoji"):
            self._close_link()
        elif character in RESERVED:
            escape = "must be escaped with the preceding '\\'"
            raise self._refusal(f"Character '{character}' is reserved and {escape}")
        else:
            self._write(character, 1)

    def _inside_code(self) -> None:
        mark = "```" if self.open[-1][0] == "pre" else "`"
        if self.source.startswith(mark, self.at):
            self._close(len(mark))
        else:
            self._write(self.source[self.at], 1)

    def _mark(self) -> str | None:
        for mark in ("```", "__", "||"):
            if self.source.startswith(mark, self.at):
                return mark
        return self.source[self.at] if self.source[self.at] in "*_~`" else None

    def _toggle(self, mark: str) -> None:
        kind = MARKS[mark]
        if self.open and self.open[-1][0] == kind:
            self._close(len(mark))
            return
        self._open(kind, len(mark))
        if kind == "pre":
            self._pre_language()

    def _open(self, kind: str, length: int) -> None:
        self.open.append((kind, self.offset, self.at))
        self.at += length

    def _close(self, length: int) -> None:
        kind, offset, _ = self.open.pop()
        entity: Json = {"type": kind, "offset": offset, "length": self.offset - offset}
        if kind == "pre" and self.language:
            entity["language"] = self.language
        self.found.append(entity)
        self.at += length

    language = ""

    def _pre_language(self) -> None:
        end = self.at
        while end < len(self.source) and not self.source[end].isspace() and self.source[end] != "`":
            end += 1
        named = end > self.at and self.source[end : end + 1] == "\n"
        self.language = self.source[self.at : end] if named else ""
        if named or self.source[self.at : self.at + 1] == "\n":
            self.at = (end if named else self.at) + 1

    def _close_link(self) -> None:
        kind, offset, begin = self.open.pop()
        start = self.at + 2
        end = self.source.find(")", start) if self.source.startswith("(", self.at + 1) else -1
        while end > 0 and self.source[end - 1] == "\\":
            end = self.source.find(")", end + 1)
        if end < 0:
            raise self._refusal(f"Can't find end of a URL at byte offset {self._bytes(begin)}")
        url = self.source[start:end].replace("\\", "")
        entity: Json = {"type": kind, "offset": offset, "length": self.offset - offset}
        if kind == "custom_emoji":
            entity["custom_emoji_id"] = url.partition("id=")[2]
        else:
            entity["url"] = url
        self.found.append(entity)
        self.at = end + 1

    def _at_line_start(self) -> bool:
        return self.at == 0 or self.source[self.at - 1] == "\n"

    def _start_quote(self) -> None:
        if self.quote is None:
            self.quote = self.offset
        self.at += 1

    def _newline(self) -> None:
        continues = self.source.startswith(">", self.at + 1)
        if self.quote is not None and not continues:
            self._end_quote(expandable=False)
        self._write("\n", 1)

    def _ends_expandable_quote(self) -> bool:
        after = self.source[self.at + 2 : self.at + 3]
        spoiler = bool(self.open) and self.open[-1][0] == "spoiler"
        if self.quote is None or spoiler or after not in ("", "\n"):
            return False
        self._end_quote(expandable=True)
        return True

    def _end_quote(self, expandable: bool) -> None:
        if self.quote is not None:
            kind = "expandable_blockquote" if expandable else "blockquote"
            self.found.append({"type": kind, "offset": self.quote, "length": self.offset - self.quote})
            self.quote = None

    def _write(self, piece: str, consumed: int) -> None:
        self.text.append(piece)
        self.offset += units(piece)
        self.at += consumed

    def _bytes(self, index: int) -> int:
        return byte_offset(self.source, index)

    @staticmethod
    def _refusal(text: str) -> ApiError:
        return bad_request(f"can't parse entities: {text}")


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """The legacy mode: no nesting, and a backslash only escapes the marks themselves."""
    text, found, at = "", [], 0
    while at < len(source):
        character = source[at]
        if character == "\\" and source[at + 1 : at + 2] in ("_", "*", "`", "["):
            text, at = text + source[at + 1], at + 2
        elif character in "_*`[":
            piece, entity, at = _legacy_entity(source, at)
            found.append({**entity, "offset": units(text), "length": units(piece)})
            text += piece
        else:
            text, at = text + character, at + 1
    return text, [entity for entity in found if entity["length"] > 0]


def _legacy_entity(source: str, begin: int) -> tuple[str, Json, int]:
    mark = "```" if source.startswith("```", begin) else source[begin]
    end_mark = "]" if mark == "[" else mark
    start = begin + len(mark)
    end = source.find(end_mark, start)
    if end < 0:
        where = f"Can't find end of the entity starting at byte offset {byte_offset(source, begin)}"
        raise bad_request(f"can't parse entities: {where}")
    piece, after = source[start:end], end + len(end_mark)
    if mark != "[":
        return piece, {"type": MARKS[mark]}, after
    close = source.find(")", after)
    if source[after : after + 1] != "(" or close < 0:
        return piece, {"type": "text_link", "url": ""}, after
    return piece, {"type": "text_link", "url": source[after + 1 : close]}, close + 1
