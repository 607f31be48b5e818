"""What a person wrote, whatever he sent it in: a caption counts as words, media alone do not."""

from aiogram.enums import ContentType
from aiogram.types import Message

from services.errors import CannotCarry, EmptyMessage

ANYTHING = ContentType.ANY
"""Windows that wait for words listen to everything, so that a picture is answered and not swallowed."""
CARRIED = frozenset(
    {
        ContentType.TEXT,
        ContentType.PHOTO,
        ContentType.VIDEO,
        ContentType.ANIMATION,
        ContentType.DOCUMENT,
        ContentType.AUDIO,
        ContentType.VOICE,
        ContentType.VIDEO_NOTE,
        ContentType.STICKER,
        ContentType.CONTACT,
        ContentType.LOCATION,
        ContentType.VENUE,
        ContentType.DICE,
        ContentType.POLL,
    }
)
"""What a person says, and what Telegram lets a bot copy from one chat into another. Not its own service messages."""


def typed(message: Message) -> str:
    """Raises EmptyMessage."""
    words = (message.text or message.caption or "").strip()
    if not words:
        raise EmptyMessage()
    return words


def carried(message: Message) -> tuple[str, int | None]:
    """The words for the other side, and the message to copy where words are not all of it. Raises CannotCarry."""
    if message.content_type not in CARRIED:
        raise CannotCarry()
    return message.text or message.caption or "", None if message.text else message.message_id
