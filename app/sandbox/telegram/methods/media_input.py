"""Where a file comes from: an upload, a file_id, or a link that the server fetches."""

from __future__ import annotations

import aiohttp

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.files import StoredFile, check_upload, media_content
from app.sandbox.telegram.methods.registry import Call
from app.sandbox.telegram.records import Json

FETCH_TIMEOUT_SECONDS = 10
FETCH_LIMIT_BYTES = 20 * 1024 * 1024


async def read_medium(call: Call, kind: str, field: str | None = None) -> Json:
    """The content fields of the medium that the request carries under `field` (by default the kind's own name)."""
    name = field or kind
    given = call.params.text(name).strip()
    upload_name = given.removeprefix("attach://") if given.startswith("attach://") else name
    upload = call.params.uploads.get(upload_name)
    if upload is not None:
        check_upload(kind, upload.content)
        return media_content(kind, call.world.files.add(upload.content, upload.name))
    if not given or given.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        return media_content(kind, await _fetch(call, kind, given))
    return media_content(kind, call.world.files.by_id(given, kind))


async def _fetch(call: Call, kind: str, url: str) -> StoredFile:
    timeout = aiohttp.ClientTimeout(total=FETCH_TIMEOUT_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
            content = await response.content.read(FETCH_LIMIT_BYTES)
            content_type = response.content_type
            found = response.status == 200
    except (aiohttp.ClientError, TimeoutError, ValueError):
        found, content, content_type = False, b"", ""
    if not found:
        raise bad_request("failed to get HTTP URL content")
    if kind == "photo" and not content_type.startswith("image/"):
        raise bad_request("wrong type of the web page content")
    check_upload(kind, content)
    return call.world.files.add(content, url.rpartition("/")[2] or None)
