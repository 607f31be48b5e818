"""A real Redis server for the tests: started once per test process and emptied before every test."""

import shutil
import signal
import socket
import tempfile
from pathlib import Path

from tests.stores.binaries import redis_server
from tests.stores.server import Server, free_port


class RedisServer:
    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="redis-"))
        self._port = free_port()
        self._server = self._start()

    def _start(self) -> Server:
        options = ["--bind", "127.0.0.1", "--port", str(self._port), "--dir", str(self._folder)]
        options += ["--save", "", "--appendonly", "no"]
        server = Server([str(redis_server()), *options], self._folder / "log", signal.SIGTERM, {}, None)
        server.wait_until(lambda: self._answer("PING") == "+PONG")
        return server

    def restart(self) -> None:
        """It ends, forgets everything, and comes back at the same address."""
        self._server.stop()
        self._server = self._start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._port}/0"

    def flush(self) -> None:
        """Empties every database and cuts every connection, as a process of an earlier test may still hold one."""
        self._answer("CLIENT KILL TYPE normal SKIPME yes")
        self._answer("CLIENT KILL TYPE pubsub")
        if self._answer("FLUSHALL") != "+OK":
            raise RuntimeError("Redis did not empty its databases")

    def _answer(self, command: str) -> str:
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=5) as connection:
                connection.sendall(f"{command}\r\n".encode())
                return connection.makefile("rb").readline().decode().strip()
        except OSError:
            return ""

    def stop(self) -> None:
        self._server.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
