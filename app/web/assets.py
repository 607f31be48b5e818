"""Files for browsers: read once, hashed once, compressed once.

Guarantees:
* `/static/<path>` is asked for again each time and mostly answered by "not modified". `/static/v-<hash>/<path>` is the
  same file under a name that changes with any of them, so a browser keeps it for a year; modules import each other by
  relative addresses and so never mix two versions.
* Of what npm installed only the named files are served, under `/static/vendor/`.
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aiohttp import web

from app.config import ROOT

STATIC = ROOT / "webapp_static"
FOLDERS = ("css", "js")
FILES = ("icon.png", "icons.svg")
TELEGRAM = "vendor/telegram-web-app.js"
TON_CONNECT = "vendor/tonconnect-ui.js"
VENDOR = {
    TELEGRAM: STATIC / "node_modules/@twa-dev/sdk/src/telegram-web-apps.js",
    TON_CONNECT: STATIC / "node_modules/@tonconnect/ui/dist/tonconnect-ui.min.js",
}
"""What we serve of others: Telegram's own script, and TON Connect's bundle."""
ASK_AGAIN = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    body: bytes
    packed: bytes
    content_type: str
    etag: str


class Assets:
    def __init__(self, static: Path = STATIC, vendor: dict[str, Path] | None = None) -> None:
        paths = dict(_own(static)) | (VENDOR if vendor is None else vendor)
        self._files = {name: _read(path) for name, path in paths.items() if path.is_file()}
        together = "".join(f"{name} {self._files[name].etag}" for name in sorted(self._files))
        self.version = hashlib.sha256(together.encode()).hexdigest()[:10]

    def has(self, name: str) -> bool:
        return name in self._files

    def get(self, name: str) -> Asset | None:
        return self._files.get(name)

    def url(self, name: str) -> str:
        """The address under which the file may be kept."""
        return f"/static/v-{self.version}/{name}"


def _own(static: Path) -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        for path in sorted((static / folder).rglob("*")):
            yield path.relative_to(static).as_posix(), path
    yield from ((name, static / name) for name in FILES)


def _read(path: Path) -> Asset:
    body = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset(body, gzip.compress(body, 9, mtime=0), kind, hashlib.sha256(body).hexdigest()[:16])


ASSETS: web.AppKey[Assets] = web.AppKey("assets", Assets)


@cache
def ours() -> Assets:
    """Read once per process."""
    return Assets()


def add_assets(app: web.Application) -> None:
    app[ASSETS] = ours()
    app.add_routes(
        [web.get(r"/static/v-{version:[0-9a-f]+}/{path:.+}", versioned), web.get("/static/{path:.+}", plain)]
    )


async def plain(request: web.Request) -> web.StreamResponse:
    return _answer(request, ASK_AGAIN)


async def versioned(request: web.Request) -> web.StreamResponse:
    """An older version's address gives what is here now, and is not kept."""
    current = request.match_info["version"] == request.app[ASSETS].version
    return _answer(request, FOR_EVER if current else ASK_AGAIN)


def _answer(request: web.Request, caching: str) -> web.StreamResponse:
    asset = request.app[ASSETS].get(request.match_info["path"])
    if asset is None:
        raise web.HTTPNotFound
    headers = {
        "Cache-Control": caching,
        "ETag": f'"{asset.etag}"',
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if f'"{asset.etag}"' in request.headers.get("If-None-Match", ""):
        return web.Response(status=304, headers=headers)
    body = asset.body
    if "gzip" in request.headers.get("Accept-Encoding", "") and len(asset.packed) < len(asset.body):
        body, headers["Content-Encoding"] = asset.packed, "gzip"
    charset = "utf-8" if asset.content_type.startswith(("text/", "application/javascript")) else None
    return web.Response(body=body, content_type=asset.content_type, charset=charset, headers=headers)
