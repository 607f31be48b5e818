"""A creative in the making, as plain JSON in the dialog's data.

An album arrives as several messages with one group id; each adds its part, in whatever order they come. Any other
message replaces what was there before.
"""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message

from services.errors import BadButtons, BadCreative
from services.ports import Content, Media
from services.posting.rules import is_link

Draft = dict[str, Any]
KINDS = (ContentType.TEXT, ContentType.PHOTO, ContentType.VIDEO, ContentType.ANIMATION, ContentType.DOCUMENT)
DASHES = (" - ", " – ", " — ", " | ")


def with_part(draft: Draft | None, message: Message) -> Draft:
    """The draft after one more message. Raises BadCreative for what cannot be a post."""
    if message.content_type not in KINDS:
        raise BadCreative(reason="media-kind", what=ContentType(message.content_type).value)
    part = _part(message)
    group = message.media_group_id
    if draft is None or group is None or draft["group"] != group:
        return {"group": group, "parts": [part], "buttons": _buttons(message) or _kept(draft, group)}
    parts = [one for one in draft["parts"] if one["id"] != part["id"]] + [part]
    return {**draft, "parts": sorted(parts, key=lambda one: int(one["id"]))}


def _kept(draft: Draft | None, group: str | None) -> list[list[dict[str, str]]]:
    """Buttons that were typed outlive a new text; albums carry none."""
    return draft["buttons"] if draft is not None and group is None else []


def _part(message: Message) -> Draft:
    entities = message.entities or message.caption_entities or []
    return {
        "id": message.message_id,
        "text": message.text or message.caption or "",
        "entities": [entity.model_dump(mode="json", exclude_none=True) for entity in entities],
        "media": _media(message),
    }


def _media(message: Message) -> dict[str, str] | None:
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return {"kind": "photo", "file_id": largest.file_id, "unique_id": largest.file_unique_id}
    # Telegram fills `document` beside `animation` for old clients, so the order matters.
    for kind in ("video", "animation", "document"):
        file = getattr(message, kind)
        if file is not None:
            return {"kind": kind, "file_id": file.file_id, "unique_id": file.file_unique_id}
    return None


def _buttons(message: Message) -> list[list[dict[str, str]]]:
    """Link buttons of a forwarded post."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    links = [[{"text": button.text, "url": button.url} for button in row if button.url] for row in rows]
    return [row for row in links if row]


def content_from(draft: Draft, link_preview: bool) -> Content:
    said = next((part for part in draft["parts"] if part["text"]), draft["parts"][0])
    media = [Media(**part["media"]) for part in draft["parts"] if part["media"]]
    return Content(
        text=said["text"],
        entities=said["entities"],
        media=media,
        buttons=draft["buttons"] if len(media) < 2 else [],
        link_preview=link_preview,
    )


def parse_buttons(words: str) -> list[list[dict[str, str]]]:
    """`Text - https://...`, one a line; several of a row are separated by `||`. Raises BadButtons with the line."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return [[_button(piece.strip()) for piece in line.split("||")] for line in lines]


def _button(words: str) -> dict[str, str]:
    for dash in DASHES:
        text, found, url = words.rpartition(dash)
        if found and text.strip():
            return {"text": text.strip(), "url": _link(url.strip(), words)}
    raise BadButtons(reason="line", what=words[:60])


def _link(url: str, words: str) -> str:
    full = f"https://t.me/{url[1:]}" if url.startswith("@") else url if "://" in url else f"https://{url}"
    if not is_link(full):
        raise BadButtons(reason="link", what=words[:60])
    return full
