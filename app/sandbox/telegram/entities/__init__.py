"""Formatted text: read from HTML, MarkdownV2, Markdown or given entities, checked and written as Telegram writes it.

`read_text` guarantees: whitespace at both ends is gone, entities lie inside of the text on symbol boundaries and are
sorted, links in them are valid, entities Telegram finds by itself are added, custom emoji are kept only if allowed.
"""

from __future__ import annotations

from collections.abc import Callable

from app.sandbox.telegram.entities.detect import detect
from app.sandbox.telegram.entities.html import parse_html
from app.sandbox.telegram.entities.markdown import parse_markdown, parse_markdown_v2
from app.sandbox.telegram.entities.render import render_html
from app.sandbox.telegram.entities.units import boundaries, byte_offset, cut, units
from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.records import Json
from app.sandbox.telegram.urls import BadLink, check_link

__all__ = ["cut", "read_text", "render_html", "units"]

PARSERS: dict[str, Callable[[str], tuple[str, list[Json]]]] = {
    "html": parse_html,
    "markdownv2": parse_markdown_v2,
    "markdown": parse_markdown,
}
SENDABLE = {
    "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "blockquote", "expandable_blockquote",
    "text_link", "text_mention", "custom_emoji",
}  # fmt: skip


def read_text(
    source: str, parse_mode: str | None = None, given: list[Json] | None = None, custom_emoji: bool = False
) -> tuple[str, list[Json]]:
    if parse_mode and parse_mode.lower() != "none":
        parser = PARSERS.get(parse_mode.lower())
        if parser is None:
            raise bad_request("unsupported parse_mode")
        text, entities = parser(source)
    else:
        text, entities = source, _checked(source, given or [])
    text = text.replace("\r\n", "\n").replace("\x00", "")
    text, entities = _trim(text, entities)
    kept = [fine for entity in entities if (fine := _accepted(entity, custom_emoji))]
    return text, sorted(kept + detect(text, kept), key=lambda e: (e["offset"], -e["length"], e["type"]))


def _checked(text: str, given: list[Json]) -> list[Json]:
    places = boundaries(text)
    last = max(places)
    fine = []
    for entity in given:
        begin, end = entity.get("offset"), entity.get("length")
        if not isinstance(begin, int) or not isinstance(end, int) or not isinstance(entity.get("type"), str):
            raise bad_request('can\'t parse MessageEntity: Field "offset" must be of type Number')
        end += begin
        where = f"entity beginning at UTF-16 offset {begin} ends"
        if end > last:
            raise bad_request(f"{where} after the end of the text at UTF-16 offset {end}")
        if begin < 0 or begin not in places or end not in places:
            at = byte_offset(text, places.get(end - 1, 0))
            raise bad_request(f"{where} in a middle of a UTF-16 symbol at byte offset {at}")
        if entity["type"] in SENDABLE and end > begin:
            fine.append({key: value for key, value in entity.items() if value is not None})
    return fine


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The end is trimmed always, the beginning up to the first entity."""
    text = text.rstrip()
    first = min((entity["offset"] for entity in entities), default=units(text))
    lead = 0
    while lead < min(first, len(text)) and text[lead] in " \n":
        lead += 1
    text, last = text[lead:], units(text) - lead
    moved = [
        {**e, "offset": e["offset"] - lead, "length": min(e["length"], last - e["offset"] + lead)} for e in entities
    ]
    return text, [entity for entity in moved if entity["length"] > 0]


def _accepted(entity: Json, custom_emoji: bool) -> Json | None:
    if entity["type"] == "custom_emoji":
        return entity if custom_emoji and str(entity.get("custom_emoji_id", "")).isdigit() else None
    if entity["type"] == "text_link":
        try:
            return {**entity, "url": check_link(str(entity.get("url", "")))}
        except BadLink:
            return None
    return entity
