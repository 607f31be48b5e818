"""For development: runs a role as a child, and runs it anew when a file of the program changes.

No library: the files are a few hundred, and their times are read twice a second.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import FrameType

FOLDERS = ("app", "dialogs", "handlers", "locales", "models", "services", "migrations", "webapp_static")
SUFFIXES = {".py", ".ftl", ".html", ".js", ".css", ".mjs"}
LOOK_SECONDS = 0.5
PATIENCE_SECONDS = 15.0
Times = dict[str, float]


def times_of(root: Path, folders: Iterable[str] = FOLDERS) -> Times:
    found = (path for folder in folders for path in (root / folder).rglob("*") if path.suffix in SUFFIXES)
    return {str(path): path.stat().st_mtime for path in found if "node_modules" not in path.parts and path.exists()}


def run_again_and_again(root: Path, role: str) -> int:
    """Until told to stop; the child's last exit code."""
    told: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        told.append(number)

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop)
    while True:
        times = times_of(root)
        child = subprocess.Popen([sys.executable, "-m", "app", role], cwd=root, env=os.environ)
        while not told and times_of(root) == times:  # a child that has ended waits for a change too
            time.sleep(LOOK_SECONDS)
        code = _end(child)
        if told:
            return code
        print("A file has changed: starting anew.", flush=True)


def _end(child: "subprocess.Popen[bytes]") -> int:
    if child.poll() is None:
        child.terminate()
    try:
        return child.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait()
