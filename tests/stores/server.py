"""A server process that lives no longer than the tests: quiet, on a free port of 127.0.0.1, with its data in a folder
of its own. On Linux the kernel ends it even if the test process is killed without a chance to clean up."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path

PR_SET_PDEATHSIG = 1
START_SECONDS = 30.0


class ServerFailed(Exception):
    """The server did not start; the message carries the end of its log."""


FIRST_PORT, PORTS, WORKERS = 10_000, 5_000, 4
_asked = count(os.getpid())


def free_port() -> int:
    """A port that nobody listens on and that nobody will be given by chance before it is used: below those that the
    system lends to outgoing connections, and from a range of this test worker's own."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % WORKERS
    while True:
        port = FIRST_PORT + worker * PORTS + next(_asked) % PORTS
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def die_with_parent() -> None:
    """Runs in the child, after the change of user (which would reset it).

    The parent is the thread that starts the child: start servers and processes from the main thread.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Server:
    def __init__(
        self, command: Sequence[str], log: Path, stop_signal: signal.Signals, env: Mapping[str, str], user: str | None
    ) -> None:
        self._log = log
        self._stop_signal = stop_signal
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=dict(env),
                user=user,
                group=None,
                extra_groups=[] if user else None,
                preexec_fn=die_with_parent,
                start_new_session=True,
            )

    def wait_until(self, ready: Callable[[], bool]) -> None:
        limit = time.monotonic() + START_SECONDS
        while not ready():
            if self._process.poll() is not None or time.monotonic() > limit:
                self.stop()
                raise ServerFailed(self._log.read_text(encoding="utf-8", errors="replace")[-2000:])
            time.sleep(0.02)

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(self._stop_signal)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
