"""What a person writes or attaches, as the content of a message."""

from __future__ import annotations

from dataclasses import dataclass

from app.sandbox.telegram.acts.refusals import ActRefused
from app.sandbox.telegram.entities import read_text, units
from app.sandbox.telegram.files import PREFIXES, media_content
from app.sandbox.telegram.methods.media import ALBUM_KINDS
from app.sandbox.telegram.methods.sending import CAPTION_LIMIT_UNITS, TEXT_LIMIT_UNITS
from app.sandbox.telegram.pictures import make_picture
from app.sandbox.telegram.records import Json
from app.sandbox.telegram.urls import BadLink, check_link
from app.sandbox.telegram.world import World


@dataclass(frozen=True)
class MediaItem:
    """A file to send: bytes, or a file_id seen before, or words from which a test picture is made."""

    kind: str = "photo"
    content: bytes | None = None
    file_id: str | None = None
    picture: str | None = None
    file_name: str | None = None


def text_of(text: str, html: str | None, entities: list[Json] | None, custom_emoji: bool = True) -> Json:
    body, marks = _formatted(text, html, entities, TEXT_LIMIT_UNITS, custom_emoji)
    if not body:
        raise ActRefused("bad_request", "the text is empty")
    return {"text": body, "entities": marks} if marks else {"text": body}


def _formatted(
    text: str, html: str | None, entities: list[Json] | None, limit_units: int, custom_emoji: bool = True
) -> tuple[str, list[Json]]:
    source, mode = (html, "HTML") if html is not None else (text, None)
    body, marks = read_text(source, mode, entities, custom_emoji)
    if units(body) > limit_units:
        raise ActRefused("bad_request", f"the text is longer than {limit_units} units")
    return body, marks


def media_of(world: World, items: list[MediaItem], caption: str, html: str | None) -> list[Json]:
    """One content for each item; the caption belongs to the first."""
    if not 1 <= len(items) <= 10:
        raise ActRefused("bad_request", "one to ten files")
    if len(items) > 1 and any(item.kind not in ALBUM_KINDS for item in items):
        raise ActRefused("bad_request", f"an album is made of {', '.join(ALBUM_KINDS)}")
    contents = [_medium(world, item) for item in items]
    body, marks = _formatted(caption, html, None, CAPTION_LIMIT_UNITS)
    if body:
        contents[0] |= {"caption": body, "caption_entities": marks} if marks else {"caption": body}
    return contents


def _medium(world: World, item: MediaItem) -> Json:
    if item.kind not in PREFIXES:
        raise ActRefused("bad_request", f"a file's kind is one of {', '.join(PREFIXES)}")
    if item.file_id:
        return media_content(item.kind, world.files.by_id(item.file_id, item.kind))
    content = item.content if item.content is not None else make_picture(item.picture or "picture")
    if not content:
        raise ActRefused("bad_request", "the file is empty")
    return media_content(item.kind, world.files.add(content, item.file_name))


def link_rows(rows: list[list[Json]] | None) -> Json | None:
    """A keyboard of links, as an editor's bot would put under a post."""
    if not rows:
        return None
    try:
        kept = [[{"text": str(b["text"]), "url": check_link(str(b["url"]))} for b in row] for row in rows]
    except (BadLink, KeyError, TypeError) as problem:
        raise ActRefused("bad_request", f"buttons are rows of text and url: {problem}") from None
    return {"inline_keyboard": kept}
