"""What people type into anything: emoji, marks, far too much, right-to-left, a zero character; and a picture."""

from typing import Any

JUNK = ("🦆" * 30, "<b>bold</b> &amp; <script>", "x" * 10_000, "‮שלום مرحبا", "zero\x00character")
MEDIA: dict[str, Any] = {
    "photo": [{"file_id": "f", "file_unique_id": "u", "width": 10, "height": 10}],
}
