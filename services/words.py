"""What people write to administrators, and administrators about people: cleaned, measured, never cut in secret."""

from services.errors import EmptyMessage, LargeInput

REASON_LIMIT = 200
LETTER_LIMIT = 2000


def cleaned(text: str, limit: int, *, required: bool = True) -> str:
    """Raises EmptyMessage or LargeInput. Without what databases refuse."""
    body = text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()
    if required and not body:
        raise EmptyMessage()
    if len(body) > limit:
        raise LargeInput(limit=limit)
    return body


def reason_of(text: str) -> str:
    """One line that the person concerned will read."""
    return " ".join(cleaned(text, REASON_LIMIT).split())
