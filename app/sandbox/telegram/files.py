"""Uploaded files: one file per content, however often it is sent.

`file_unique_id` is derived from the content, so the same picture always has the same one. `file_id` also tells the
kind: a document's id cannot be sent as a photo, as in Telegram.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.pictures import mime_type, picture_size
from app.sandbox.telegram.records import Json

PREFIXES = {
    "photo": "AgAC",
    "video": "BAAC",
    "animation": "CgAC",
    "document": "BQAC",
    "audio": "CQAC",
    "voice": "AwAC",
    "sticker": "CAAC",
}
KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
NAMES = {kind: kind.capitalize() for kind in PREFIXES}
DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024
PHOTO_LIMIT_BYTES = 10 * 1024 * 1024
FILE_LIMIT_BYTES = 50 * 1024 * 1024


@dataclass
class StoredFile:
    unique_id: str
    content: bytes
    name: str | None = None

    @property
    def size(self) -> int:
        return len(self.content)


class FileStore:
    def __init__(self) -> None:
        self.by_unique_id: dict[str, StoredFile] = {}

    def add(self, content: bytes, name: str | None = None) -> StoredFile:
        digest = hashlib.sha256(content).digest()[:15]
        unique_id = "AQAD" + base64.urlsafe_b64encode(digest).decode()
        return self.by_unique_id.setdefault(unique_id, StoredFile(unique_id, content, name))

    def find(self, file_id: str) -> tuple[str, StoredFile] | None:
        """The kind and the file behind a file_id."""
        kind, stored = KINDS.get(file_id[:4]), self.by_unique_id.get(file_id[4:])
        return (kind, stored) if kind and stored else None

    def by_id(self, file_id: str, kind: str) -> StoredFile:
        """The file to send again as `kind`, or Telegram's refusal."""
        found = self.find(file_id)
        if found is None:
            text = "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"
            raise bad_request(text if len(file_id) > 10 else "wrong file identifier/HTTP URL specified")
        if found[0] != kind and (kind, found[0]) != ("document", "animation"):
            raise bad_request(f"can't use file of type {NAMES[found[0]]} as {NAMES[kind]}")
        return found[1]


def file_id(kind: str, stored: StoredFile) -> str:
    return PREFIXES[kind] + stored.unique_id


def media_content(kind: str, stored: StoredFile) -> Json:
    """The message fields that show the file as a medium of this kind."""
    if kind == "photo":
        return {"photo": _photo_sizes(stored)}
    width, height = picture_size(stored.content) or (640, 360)
    medium: Json = {"file_id": file_id(kind, stored), "file_unique_id": stored.unique_id, "file_size": stored.size}
    if kind in ("video", "animation", "sticker"):
        medium |= {"width": width, "height": height}
    if kind in ("video", "animation", "audio", "voice"):
        medium |= {"duration": 1}
    if kind == "sticker":
        medium |= {"type": "regular", "is_animated": False, "is_video": False}
    else:
        medium["mime_type"] = mime_type(stored.content, kind)
    if stored.name and kind in ("video", "animation", "document", "audio"):
        medium["file_name"] = stored.name
    if kind == "animation":
        return {"animation": medium, "document": {k: v for k, v in medium.items() if k not in DOCUMENT_LACKS}}
    return {kind: medium}


DOCUMENT_LACKS = ("width", "height", "duration")


def _photo_sizes(stored: StoredFile) -> list[Json]:
    """The largest size last, as Telegram orders them; a small picture has one size only."""
    size = picture_size(stored.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    full: Json = {"file_id": file_id("photo", stored), "file_unique_id": stored.unique_id, "file_size": stored.size}
    full |= {"width": width, "height": height}
    if max(size) <= 90:
        return [full]
    scale = 90 / max(size)
    small = full | {"width": max(1, int(width * scale)), "height": max(1, int(height * scale))}
    small["file_unique_id"] = stored.unique_id[:-1] + "s"
    small["file_size"] = max(1, stored.size // 10)
    return [small, full]


def check_upload(kind: str, content: bytes) -> None:
    if not content:
        raise bad_request("file must be non-empty")
    if kind == "photo" and len(content) > PHOTO_LIMIT_BYTES:
        raise bad_request("file is too big for a photo")
    if len(content) > FILE_LIMIT_BYTES:
        raise bad_request("file is too big")
