"""Entities back into HTML: safe to insert into a page, and readable by Telegram again."""

from __future__ import annotations

from html import escape
from itertools import pairwise, zip_longest

from app.sandbox.telegram.entities.units import boundaries
from app.sandbox.telegram.records import Json

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def render_html(text: str, entities: list[Json]) -> str:
    """Entities that cross each other are closed and opened again, so that the HTML always nests."""
    places = boundaries(text)
    known = [e for e in entities if _tags(e) and e["offset"] in places and e["offset"] + e["length"] in places]
    known.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    marks = sorted({0, max(places), *(edge for e in known for edge in (e["offset"], e["offset"] + e["length"]))})
    pieces: list[str] = []
    open_now: list[Json] = []
    for begin, end in pairwise([*marks, marks[-1]]):
        wanted = [e for e in known if e["offset"] <= begin < e["offset"] + e["length"]]
        same = next((i for i, (a, b) in enumerate(zip_longest(open_now, wanted)) if a is not b), len(wanted))
        pieces += [_tags(entity)[1] for entity in reversed(open_now[same:])]
        pieces += [_tags(entity)[0] for entity in wanted[same:]]
        pieces.append(escape(text[places[begin] : places[end]], quote=False))
        open_now = wanted
    return "".join(pieces)


def _tags(entity: Json) -> tuple[str, ...]:
    kind = entity["type"]
    if kind in TAGS:
        if language := entity.get("language"):
            return f'<pre><code class="language-{escape(language)}">', "</code></pre>"
        return f"<{TAGS[kind]}>", f"</{TAGS[kind]}>"
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if kind == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
    if kind == "custom_emoji":
        return f'<tg-emoji emoji-id="{escape(entity["custom_emoji_id"])}">', "</tg-emoji>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    return ()
