"""Two ways to the same kind of process: a new interpreter, or a fork of the template that has imported everything."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, Self

from tests.stores.server import die_with_parent
from tests.stores.zygote import Zygote

ROOT = Path(__file__).resolve().parent.parent.parent
LINE_LIMIT_BYTES = 1 << 20


class Run(Protocol):
    """A process that was started: what it prints, and how it ended."""

    @property
    def pid(self) -> int: ...

    @property
    def returncode(self) -> int | None: ...

    @property
    def output(self) -> asyncio.StreamReader: ...

    async def wait(self) -> int: ...


class Exec:
    """A new interpreter, as a user starts it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = process.pid
        assert process.stdout is not None
        self.output = process.stdout

    @classmethod
    async def start(cls, command: Sequence[str], env: Mapping[str, str]) -> Self:
        return cls(
            await asyncio.create_subprocess_exec(
                *command,
                cwd=ROOT,
                env=env,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                limit=LINE_LIMIT_BYTES,
                preexec_fn=die_with_parent,
                start_new_session=True,
            )
        )

    @property
    def returncode(self) -> int | None:
        return self._process.returncode

    async def wait(self) -> int:
        return await self._process.wait()


class Forked:
    """A fork of the template: its parent is the template, which tells how it ended."""

    def __init__(self, pid: int, output: asyncio.StreamReader, end: asyncio.Task[int]) -> None:
        self.pid = pid
        self.output = output
        self._end = end

    @classmethod
    async def start(cls, zygote: Zygote, args: list[str], env: Mapping[str, str]) -> Self:
        readable, writable = os.pipe()
        try:
            answers = zygote.fork(args, dict(env), writable)
        except BaseException:
            os.close(readable)
            raise
        finally:
            os.close(writable)
        loop = asyncio.get_running_loop()
        output = asyncio.StreamReader(limit=LINE_LIMIT_BYTES)
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(output), os.fdopen(readable, "rb", 0))
        reader, writer = await asyncio.open_unix_connection(sock=answers)
        word, _, number = (await reader.readline()).decode().partition(" ")
        if word != "pid":
            raise RuntimeError("the template of the app's processes has ended: its error is above")
        return cls(int(number), output, asyncio.create_task(_end(reader, writer)))

    @property
    def returncode(self) -> int | None:
        return self._end.result() if self._end.done() else None

    async def wait(self) -> int:
        return await asyncio.shield(self._end)


async def _end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
    line = (await reader.readline()).decode()
    writer.close()
    return int(line.removeprefix("exit ") or -9)
