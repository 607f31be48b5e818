"""The app as a process of its own (`python -m app ...`): started, awaited by its words, stopped politely or killed.

With a `zygote` it is a fork of that template instead of a new interpreter: the same process, ready much sooner.
Everything it prints is kept in a log file, which the report of a failed test shows. It sees none of the settings of the
machine that runs the tests: only what is passed as `env`.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.stores.launch import Exec, Forked, Run
from tests.stores.zygote import Zygote

READY = "ready"
FROM_MACHINE = ("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT")


def tail(log: Path, lines: int = 60) -> str:
    """The end of a log of processes."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    return "\n".join(text.splitlines()[-lines:])


class ProcessFailed(AssertionError):
    """The process ended, or stayed silent, before it said what was expected; the message ends with its log."""


class AppProcess:
    """One run of the app. After `kill()` or `stop()` the same object may be started again: a restart with one line."""

    def __init__(
        self,
        args: Sequence[str],
        env: Mapping[str, str],
        *,
        log: Path,
        name: str = "app",
        module: str = "app",
        zygote: Zygote | None = None,
    ) -> None:
        self.name = name
        self._args = list(args)
        self._zygote = zygote
        self._command = [sys.executable, "-m", module, *args]
        self._env = {key: os.environ[key] for key in FROM_MACHINE if key in os.environ}
        self._env |= {"PYTHONUNBUFFERED": "1", "PYTHONFAULTHANDLER": "1", **env}
        self._log = log
        self._lines: list[str] = []
        self._news = asyncio.Condition()
        self._process: Run | None = None
        self._reader: asyncio.Task[None] | None = None

    async def start(self, *, ready: str | None = READY, timeout_seconds: float = 60) -> Self:
        """Starts it and waits until it prints the `ready` text (None: does not wait)."""
        if self.running:
            raise RuntimeError(f"{self.name} runs already")
        self._lines = []
        if self._zygote is not None:
            self._process = await Forked.start(self._zygote, self._args, self._env)
        else:
            self._process = await Exec.start(self._command, self._env)
        self._reader = asyncio.create_task(self._read(self._process))
        if ready is not None:
            await self.wait_for_line(ready, timeout_seconds)
        return self

    async def _read(self, process: Run) -> None:
        with self._log.open("ab") as log:
            while line := await process.output.readline():
                log.write(line)
                log.flush()
                async with self._news:
                    self._lines.append(line.decode(errors="replace").rstrip("\n"))
                    self._news.notify_all()
        await process.wait()
        async with self._news:
            self._news.notify_all()

    async def wait_for_line(self, text: str, timeout_seconds: float = 30) -> str:
        """The first line since the start that contains `text`, awaited if it has not been printed yet."""
        try:
            async with asyncio.timeout(timeout_seconds), self._news:
                await self._news.wait_for(lambda: self._find(text) is not None or self._ended)
        except TimeoutError:
            silence = f"{self.name} did not print {text!r} in {timeout_seconds} s"
            raise ProcessFailed(f"{silence}\n{self.log_tail()}") from None
        line = self._find(text)
        if line is None:
            raise ProcessFailed(f"{self.name} ended ({self.returncode}) before {text!r}\n{self.log_tail()}")
        return line

    async def wait(self, timeout_seconds: float = 30) -> int:
        """Waits until it ends by itself; the exit code."""
        process = self._started()
        async with asyncio.timeout(timeout_seconds):
            await process.wait()
            await self._finish()
        return process.returncode or 0

    async def stop(self, timeout_seconds: float = 15) -> int:
        """Asks it to end (SIGTERM) and returns the exit code; a process that does not obey fails the test."""
        if self._process is None:
            return 0
        self._signal(signal.SIGTERM)
        try:
            return await self.wait(timeout_seconds)
        except TimeoutError:
            await self.kill()
            raise ProcessFailed(f"{self.name} did not end in {timeout_seconds} s\n{self.log_tail()}") from None

    async def kill(self) -> None:
        """Ends it and its children at once (SIGKILL), as a power cut would."""
        if self._process is not None and self._reader is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            await self._process.wait()
            await self._finish()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def returncode(self) -> int | None:
        return self._process.returncode if self._process else None

    @property
    def pid(self) -> int:
        return self._started().pid

    @property
    def lines(self) -> Sequence[str]:
        """What it has printed since the last start."""
        return tuple(self._lines)

    def log_tail(self) -> str:
        return tail(self._log)

    @property
    def _ended(self) -> bool:
        return self._reader is None or self.returncode is not None

    def _find(self, text: str) -> str | None:
        return next((line for line in self._lines if text in line), None)

    def _started(self) -> Run:
        if self._process is None:
            raise RuntimeError(f"{self.name} was not started")
        return self._process

    def _signal(self, number: signal.Signals) -> None:
        process = self._started()
        if process.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(process.pid, number)

    async def _finish(self) -> None:
        if self._reader is not None:
            await self._reader
            self._reader = None
