"""Files and pictures of people."""

from __future__ import annotations

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.files import DOWNLOAD_LIMIT_BYTES
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.records import Json

FOLDERS = {"photo": "photos", "video": "videos", "animation": "animations", "audio": "music", "voice": "voice"}


@method("getFile")
async def get_file(call: Call) -> Json:
    file_id = call.params.text("file_id")
    found = call.world.files.find(file_id)
    if found is None:
        raise bad_request("file_id not specified" if not file_id else "invalid file_id")
    kind, stored = found
    if stored.size > DOWNLOAD_LIMIT_BYTES:
        raise bad_request("file is too big")
    path = f"{FOLDERS.get(kind, 'documents')}/{stored.unique_id}"
    return {"file_id": file_id, "file_unique_id": stored.unique_id, "file_size": stored.size, "file_path": path}


@method("getUserProfilePhotos")
async def get_user_profile_photos(call: Call) -> Json:
    if call.params.integer("user_id") not in call.world.users:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


@method("getCustomEmojiStickers")
async def get_custom_emoji_stickers(call: Call) -> list[Json]:
    """Nobody has drawn custom emoji here: unknown identifiers are passed over, as in Telegram."""
    given = call.params.json("custom_emoji_ids", "custom emoji identifiers")
    if not isinstance(given, list):
        raise bad_request("can't parse custom emoji identifiers JSON object")
    if len(given) > 200:
        raise bad_request("too many custom emoji identifiers specified")
    return []
