"""A process that has imported the whole app and forks a copy of itself for every run of it that the tests ask for.

A fork is a process like any other (its own pid and session, killed by SIGKILL, awaited by its exit code), only ready
ten times sooner than a new interpreter. The template has no event loop and no thread, so that nothing is lost by the
fork. It dies with the process that made it, and its forks die with it.

One connection to its Unix socket is one run: the request is a JSON line with the file descriptor of the run's output;
the answers are `pid <number>`, and `exit <code>` when it has ended.
"""

import array
import faulthandler
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import traceback
from pathlib import Path
from typing import Any, NoReturn

from tests.stores.server import die_with_parent

ROOT = Path(__file__).resolve().parent.parent.parent
REQUEST_BYTES = 1 << 16
START_SECONDS = 120.0


class Zygote:
    """The template as the tests see it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="zygote-")
        self._path = f"{self._folder.name}/socket"
        listener = socket.socket(socket.AF_UNIX)
        with listener:
            listener.bind(self._path)
            listener.listen(64)
            self._process = subprocess.Popen(
                [sys.executable, "-u", "-m", __name__, str(listener.fileno())],
                cwd=ROOT,
                env={key: os.environ[key] for key in ("PATH", "HOME", "LANG", "TMPDIR") if key in os.environ},
                stdin=subprocess.DEVNULL,
                pass_fds=[listener.fileno()],
                preexec_fn=die_with_parent,
                start_new_session=True,
            )

    def fork(self, args: list[str], env: dict[str, str], output: int) -> socket.socket:
        """Asks for a run whose stdout and stderr are `output`; the answers come through the returned socket."""
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.settimeout(START_SECONDS)
            connection.connect(self._path)
            request = json.dumps({"args": args, "env": env}).encode()
            descriptors = array.array("i", [output])
            connection.sendmsg([request], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])
            connection.setblocking(False)
        except BaseException:
            connection.close()
            raise
        return connection

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()


# ------------------------------------------------------------------------------------------- inside of the template


class Template:
    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._children: dict[int, socket.socket] = {}
        self._selector = selectors.DefaultSelector()
        self._wake, wakers = socket.socketpair()
        self._wakers = wakers
        for end in (self._wake, wakers):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wakers.fileno(), warn_on_full_buffer=False)
        self._selector.register(listener, selectors.EVENT_READ)
        self._selector.register(self._wake, selectors.EVENT_READ)

    def serve(self) -> NoReturn:
        while True:
            for key, _ in self._selector.select():
                if key.fileobj is self._listener:
                    self._accept()
                else:
                    self._wake.recv(4096)
                    self._reap()

    def _accept(self) -> None:
        connection, _ = self._listener.accept()
        request, descriptors, _, _ = socket.recv_fds(connection, REQUEST_BYTES, 1)
        if not request:
            connection.close()
            return
        pid = os.fork()
        if pid == 0:
            self._become(connection, json.loads(request), descriptors[0])
        os.close(descriptors[0])
        self._children[pid] = connection

    def _reap(self) -> None:
        while self._children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            with self._children.pop(pid) as connection:
                try:
                    connection.sendall(f"exit {os.waitstatus_to_exitcode(status)}\n".encode())
                except OSError:  # whoever asked is gone
                    pass

    def _become(self, connection: socket.socket, request: dict[str, Any], output: int) -> NoReturn:
        code = 1
        try:
            self._leave_template(output)
            connection.sendall(f"pid {os.getpid()}\n".encode())
            connection.close()
            code = run_app(request["args"], request["env"])
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _leave_template(self, output: int) -> None:
        os.setsid()
        template = os.getppid()
        die_with_parent()
        if os.getppid() != template:
            os._exit(1)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number in (1, 2):
            os.dup2(output, number)
        os.close(output)
        self._selector.close()
        for end in (self._listener, self._wake, self._wakers, *self._children.values()):
            end.close()


def run_app(args: list[str], env: dict[str, str]) -> int:
    """What `python -m app` does after its imports; the exit code."""
    from app.__main__ import main

    os.environ.clear()
    os.environ.update(env)
    faulthandler.enable()
    sys.argv = ["app", *args]
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def import_everything() -> None:
    """The app, what it imports only when it runs, and its words."""
    for name in ("app.__main__", "models", "asyncpg", "redis.asyncio"):
        importlib.import_module(name)
    from app.texts import Texts

    Texts(ROOT / "locales")


if __name__ == "__main__":
    import_everything()
    if threading.active_count() != 1:
        raise SystemExit(f"a fork would lose threads: {threading.enumerate()}")
    gc.collect()
    gc.freeze()
    Template(socket.socket(fileno=int(sys.argv[1]))).serve()
