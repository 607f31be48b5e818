"""A post as the channel will show it: text with Telegram's entities, places for the media, the buttons.

Offsets of entities count UTF-16 units. Entities nest or stand apart (Telegram never sends others); whatever would cross
is cut at the border, so that the HTML is always well formed. Every letter of the text is escaped; links lead to http,
https, tg and mail addresses and nowhere else.
"""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}
SCHEMES = ("http://", "https://", "tg://", "mailto:")
Entity = dict[str, Any]


def safe_url(url: str) -> str:
    """An address that a link may have; empty for any other (`javascript:` above all)."""
    bare = url.strip()
    if bare.lower().startswith(SCHEMES):
        return bare
    has_scheme = ":" in bare.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return f"https://{bare}" if bare and not has_scheme and "." in bare else ""


def post_html(text: str, entities: Sequence[Entity]) -> Markup:
    units = text.encode("utf-16-le")
    size = len(units) // 2

    def part(start: int, end: int) -> str:
        return str(escape(units[2 * start : 2 * end].decode("utf-16-le", "replace")))

    spans = sorted((span for span in map(_span, entities) if span), key=lambda span: (span[0], -span[1]))
    html, at, open_ones = [], 0, []  # type: list[str], int, list[tuple[int, str]]
    for start, length, entity in spans:
        start, end = min(start, size), min(start + length, size)
        while open_ones and open_ones[-1][0] <= start:
            stop, tag = open_ones.pop()
            html += [part(at, stop), tag]
            at = stop
        end = min([end, *(stop for stop, _ in open_ones)])
        opening, closing = _tags(entity, units[2 * start : 2 * end].decode("utf-16-le", "replace"))
        if not opening or end <= start:
            continue
        html += [part(at, start), opening]
        at = start
        open_ones.append((end, closing))
    while open_ones:
        stop, tag = open_ones.pop()
        html += [part(at, stop), tag]
        at = stop
    return Markup("".join([*html, part(at, size)]))


def _span(entity: Entity) -> tuple[int, int, Entity] | None:
    start, length = entity.get("offset"), entity.get("length")
    if not isinstance(start, int) or not isinstance(length, int) or start < 0 or length <= 0:
        return None
    return start, length, entity


def _tags(entity: Entity, words: str) -> tuple[str, str]:
    kind = str(entity.get("type", ""))
    if kind in TAGS:
        return TAGS[kind]
    url = {
        "text_link": str(entity.get("url", "")),
        "url": words,
        "email": f"mailto:{words}",
        "mention": f"https://t.me/{words.removeprefix('@')}",
    }.get(kind, "")
    address = safe_url(url)
    return (f'<a href="{escape(address)}" rel="noopener noreferrer">', "</a>") if address else ("", "")


def content_facts(content: Any) -> dict[str, Any]:
    """For the template `_post.html`; `content` is a `Content` or a `Creative`."""
    media = [medium["kind"] if isinstance(medium, dict) else medium.kind for medium in content.media]
    rows = [
        [{"text": button["text"], "url": safe_url(str(button["url"]))} for button in row] for row in content.buttons
    ]
    return {
        "words_html": post_html(content.text, list(content.entities)),
        "media": [str(kind) for kind in media],
        "rows": rows,
    }
