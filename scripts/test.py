"""What `make test` runs once everything is installed: style, types, and the tests on both kinds of stores.

Every step runs even when an earlier one failed, so that one run tells everything; the exit code is 0 only if all
passed. `test.py lint` stops after style and types. `PYTEST_WORKERS` overrides the number of parallel test processes.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "var" / "tests"


@dataclass
class Step:
    name: str
    command: list[str]
    report: Path | None = None
    seconds: float = 0.0
    passed: bool = False
    facts: dict[str, Any] = field(default_factory=dict)

    def run(self) -> None:
        print(f"\n== {self.name}", flush=True)
        if self.report:
            self.report.unlink(missing_ok=True)
        started = time.monotonic()
        self.passed = subprocess.run(self.command, cwd=ROOT, check=False).returncode == 0
        self.seconds = time.monotonic() - started
        if self.report and self.report.exists():
            self.facts = json.loads(self.report.read_text(encoding="utf-8"))


def python(*arguments: str) -> list[str]:
    return [sys.executable, "-m", *arguments]


def lint_steps() -> list[Step]:
    return [
        Step("ruff check", python("ruff", "check", "--quiet", ".")),
        Step("ruff format", python("ruff", "format", "--check", "--quiet", ".")),
        Step("mypy --strict", python("mypy")),
    ]


def test_step(stores: str, name: str) -> Step:
    report = REPORTS / f"{stores}.json"
    workers = os.environ.get("PYTEST_WORKERS") or str(min(os.cpu_count() or 1, 4))
    options = [f"--stores={stores}", f"--report={report}", "-n", workers, "--dist=loadfile", "-q"]
    return Step(name, python("pytest", *options), report)


def describe(step: Step) -> str:
    counts = ", ".join(f"{count} {word}" for word, count in step.facts.get("counts", {}).items())
    return f"  {'ok    ' if step.passed else 'FAILED'}  {step.name:32} {step.seconds:6.1f} s  {counts}"


def summary(steps: list[Step]) -> str:
    lines = ["", "== Summary", *map(describe, steps)]
    missing = sorted({reason for step in steps for reason in step.facts.get("missing", [])})
    lines += [f"  skipped for want of {reason}" for reason in missing]
    lines.append(f"  {sum(step.seconds for step in steps):.0f} s in all")
    return "\n".join(lines)


def main() -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    steps = lint_steps()
    if sys.argv[1:] != ["lint"]:
        steps.append(test_step("memory", "tests on SQLite + memory"))
        steps.append(test_step("servers", "tests on PostgreSQL + Redis"))
    for step in steps:
        step.run()
    print(summary(steps))
    return 0 if all(step.passed for step in steps) else 1


if __name__ == "__main__":
    sys.exit(main())
