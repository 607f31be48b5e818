"""Content as rows and rows as content: a creative gives back exactly what was submitted."""

from typing import Any

from models import Creative
from services.ports import Content, Media


def row_of(content: Content) -> dict[str, Any]:
    """The columns of a creative that say what is posted."""
    return {
        "text": content.text,
        "entities": [dict(entity) for entity in content.entities],
        "media": [media_row(medium) for medium in content.media],
        "buttons": [[dict(button) for button in row] for row in content.buttons],
        "link_preview": content.link_preview,
    }


def content_from(creative: Creative) -> Content:
    return Content(
        text=creative.text,
        entities=creative.entities,
        media=[media_from(row) for row in creative.media],
        buttons=creative.buttons,
        link_preview=creative.link_preview,
    )


def media_row(medium: Media) -> dict[str, object]:
    return {"kind": medium.kind, "file_id": medium.file_id, "unique_id": medium.unique_id}


def media_from(row: dict[str, object]) -> Media:
    return Media(str(row["kind"]), str(row["file_id"]), str(row["unique_id"]))
