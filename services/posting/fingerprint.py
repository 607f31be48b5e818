"""What a post says, reduced to what was promised, and how it is recognised.

The reduction covers text, entities, the media's unique ids and the URL buttons. It leaves out all that changes without
anybody's doing: edit dates, reactions, views, file ids. It is taken from what Telegram returned, and compared with what
Telegram returns later, so that Telegram's own normalisation cancels out.
"""

import hashlib
import json
from collections.abc import Sequence

from services.ports import Content, SeenMessage

FACETS = ("text", "entities", "media", "buttons")
ENTITY_FIELDS = ("type", "offset", "length", "url", "language", "custom_emoji_id")


def reduced(message: SeenMessage) -> dict[str, object]:
    """One message as evidence. JSON values only; equal content gives equal dictionaries."""
    return {
        "message_id": message.message_id,
        "text": message.text,
        "entities": sorted((_entity(entity) for entity in message.entities), key=lambda e: json.dumps(e)),
        "media": [[medium.kind, medium.unique_id] for medium in message.media],
        "buttons": [[[button["text"], button["url"]] for button in row] for row in message.buttons],
    }


def _entity(entity: dict[str, object]) -> dict[str, object]:
    kept = {name: entity[name] for name in ENTITY_FIELDS if entity.get(name) is not None}
    user = entity.get("user")
    return kept | ({"user": user.get("id")} if isinstance(user, dict) else {})


def fingerprint(snapshot: Sequence[dict[str, object]]) -> str:
    facets = [{name: message[name] for name in FACETS} for message in snapshot]
    return hashlib.sha256(json.dumps(facets, sort_keys=True).encode()).hexdigest()


def differences(before: dict[str, object], after: dict[str, object]) -> list[str]:
    """The facets that changed."""
    return [name for name in FACETS if before[name] != after[name]]


def find_match(content: Content, seen: Sequence[SeenMessage]) -> list[SeenMessage] | None:
    """The messages among `seen` that are `content` as Telegram would show it, newest first found.

    Entities that Telegram adds by itself do not matter here; links that were asked for do.
    """
    size = max(1, len(content.media))
    ordered = sorted(seen, key=lambda message: message.message_id)
    for end in range(len(ordered), size - 1, -1):
        window = ordered[end - size : end]
        if all(_is_piece(content, place, message) for place, message in enumerate(window)):
            return window
    return None


def _is_piece(content: Content, place: int, message: SeenMessage) -> bool:
    first = place == 0
    media = [(medium.kind, medium.unique_id) for medium in content.media[place : place + 1]]
    return (
        message.text.strip() == (content.text.strip() if first else "")
        and [(medium.kind, medium.unique_id) for medium in message.media] == media
        and _labels(message.buttons) == (_labels(content.buttons) if first else [])
        and _links(message.entities) == (_links(content.entities) if first else [])
    )


def _labels(rows: Sequence[Sequence[dict[str, str]]]) -> list[list[str]]:
    return [[button["text"].strip() for button in row] for row in rows]


def _links(entities: Sequence[dict[str, object]]) -> list[str]:
    return sorted(str(entity["url"]).rstrip("/") for entity in entities if entity.get("type") == "text_link")
