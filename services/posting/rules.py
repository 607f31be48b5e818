"""What Telegram would refuse or drop is refused when it is submitted, not when it is due.

* Lengths count UTF-16 units, as Telegram counts them: 4096 for a text, 1024 for a caption.
* An album has 2 to 10 photos and videos, or 2 to 10 documents, and carries no buttons.
* Buttons are links: http(s) with a domain, or tg://; at most 8 in a row and 100 in all.
* An entity lies inside the text. Whether Telegram keeps a custom emoji is only known from what it returned:
  see `dropped`.
"""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from services.errors import BadButtons, BadCreative, NothingToPost, TextTooLong
from services.ports import Content, SeenMessage

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ALBUM_LIMIT = 10
ROW_LIMIT = 8
BUTTON_LIMIT = 100
KINDS = frozenset({"photo", "video", "animation", "document"})
ALBUMS = (frozenset({"photo", "video"}), frozenset({"document"}))
MAY_BE_DROPPED = frozenset({"custom_emoji", "text_mention"})
"""Entities that Telegram leaves out without a word when the bot may not use them."""


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def check(content: Content) -> None:
    """Raise the refusal that says what is wrong."""
    if not content.media and not content.text.strip():
        raise NothingToPost()
    limit = CAPTION_LIMIT if content.media else TEXT_LIMIT
    if units(content.text) > limit:
        raise TextTooLong(limit=limit, length=units(content.text))
    _check_media(content)
    _check_entities(content)
    _check_buttons(content.buttons)


def _check_media(content: Content) -> None:
    kinds = {medium.kind for medium in content.media}
    if kinds - KINDS:
        raise BadCreative(reason="media-kind", what=", ".join(sorted(kinds - KINDS)))
    if len(content.media) < 2:
        return
    if len(content.media) > ALBUM_LIMIT:
        raise BadCreative(reason="album-size", what=str(ALBUM_LIMIT))
    if not any(kinds <= album for album in ALBUMS):
        raise BadCreative(reason="album-mix", what=", ".join(sorted(kinds)))
    if content.buttons:
        raise BadCreative(reason="album-buttons", what="")


def _check_entities(content: Content) -> None:
    length = units(content.text)
    for entity in content.entities:
        start, size = entity.get("offset"), entity.get("length")
        if not isinstance(start, int) or not isinstance(size, int) or start < 0 or size < 1 or start + size > length:
            raise BadCreative(reason="entity", what=str(entity.get("type")))


def _check_buttons(rows: Sequence[Sequence[dict[str, str]]]) -> None:
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTON_LIMIT or any(not 1 <= len(row) <= ROW_LIMIT for row in rows):
        raise BadButtons(reason="number", what=str(len(buttons)))
    for button in buttons:
        if not button.get("text", "").strip():
            raise BadButtons(reason="label", what=button.get("url", ""))
        if not is_link(button.get("url", "")):
            raise BadButtons(reason="link", what=button.get("url", ""))


def is_link(url: str) -> bool:
    """A link that Telegram takes for a button."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if any(sign.isspace() for sign in url):
        return False
    if parts.scheme == "tg":
        return bool(host)
    return parts.scheme in ("http", "https") and "." in host.strip(".") and all(host.split("."))


def may_be_dropped(content: Content) -> bool:
    return any(entity.get("type") in MAY_BE_DROPPED for entity in content.entities)


def dropped(content: Content, shown: Sequence[SeenMessage]) -> list[str]:
    """The kinds of entities that were asked for and did not come back."""
    asked = Counter(str(entity.get("type")) for entity in content.entities)
    came = Counter(str(entity.get("type")) for message in shown for entity in message.entities)
    return sorted(kind for kind in MAY_BE_DROPPED if asked[kind] > came[kind])
