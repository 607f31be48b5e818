"""What time it is: the app asks a clock and never the operating system.

`SystemClock` is real time. `FileClock` follows the sandbox's clock in whatever process it runs: the clock's owner
keeps a 16-byte record in a small file, and every reading is one `pread` of it.

The record is two little-endian signed 64-bit words. The first is a number of microseconds: the offset from real time
while the clock runs, the instant itself while it is frozen. The second is the first XOR the mode's tag, so that a
record caught in the middle of a write shows itself and is read again.
"""

import os
import struct
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

RECORD = struct.Struct("<qq")
RUNNING = 0x52554E4E494E47
FROZEN = 0x46524F5A454E
MICROSECONDS = 1_000_000
_READINGS = 1000


class Clock(Protocol):
    """Unix time in seconds, and the same as an aware UTC datetime."""

    def now(self) -> float: ...

    def utcnow(self) -> datetime: ...


class SystemClock:
    """Real time."""

    def now(self) -> float:
        return time.time()

    def utcnow(self) -> datetime:
        return datetime.now(UTC)


class FileClock:
    """The sandbox's time, read from its file; the file must exist when the clock is made."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)

    def now(self) -> float:
        value, mode = self._read()
        return value / MICROSECONDS if mode == FROZEN else time.time() + value / MICROSECONDS

    def utcnow(self) -> datetime:
        return datetime.fromtimestamp(self.now(), UTC)

    def close(self) -> None:
        os.close(self._descriptor)

    def _read(self) -> tuple[int, int]:
        for _ in range(_READINGS):
            record = os.pread(self._descriptor, RECORD.size, 0)
            if len(record) == RECORD.size:
                value, check = RECORD.unpack(record)
                if value ^ check in (RUNNING, FROZEN):
                    return value, value ^ check
        raise ValueError("the clock's file holds no valid record")


def clock_from_url(url: str) -> SystemClock | FileClock:
    """`system://` is real time; `file:///path` follows the sandbox."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return FileClock(Path(unquote(parts.path)))
    if parts.scheme in ("", "system"):
        return SystemClock()
    raise ValueError(f"not a clock: {url}")
