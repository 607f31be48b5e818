"""What a person wrote, whatever he sent it in: a caption counts as words, media alone do not."""

from aiogram.enums import ContentType
from aiogram.types import Message

from services.errors import EmptyMessage

ANYTHING = ContentType.ANY
"""Windows that wait for words listen to everything, so that a picture is answered and not swallowed."""


def typed(message: Message) -> str:
    """Raises EmptyMessage."""
    words = (message.text or message.caption or "").strip()
    if not words:
        raise EmptyMessage()
    return words
