"""Does the contract's test suite notice every small mistake in the contract? `make mutants` tries them all.

Each mutant of `mutants.py` is compiled, and the tests of behaviour run against it until the first failure. The test
that compares the code's hash and the one that compares gas are left out: they would notice anything. Without arguments
it writes the table of `contracts/README.md`; `--check` compares with it instead, `--sample 8 --seed 1` and
`--only text` try a few. The exit code is 1 if a mutant survives that is not listed, with its reason, in `harmless.py`.
"""

import argparse
import contextlib
import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest
from pytoniq_core.boc.cell import Cell

from contracts import escrow
from tests.contracts.harmless import HARMLESS
from tests.contracts.mutants import Compiler, Mutant, mutants

README: Final = Path(escrow.__file__).parent / "README.md"
BEGIN, END = "<!-- mutants: begin (python -m tests.contracts.mutation) -->", "<!-- mutants: end -->"
PROCESSES: Final = 2
FOLDER: Final = "tests/contracts/"
TESTS: Final = [
    FOLDER + "test_money.py",
    FOLDER + "test_boundaries.py",
    FOLDER + "test_years_and_failures.py",
    FOLDER + "test_artifact.py::test_the_get_methods_say_what_the_wrapper_says",
    FOLDER + "test_every_message.py",
    FOLDER + "test_any_sequence.py",
]
"""The quickest to notice first."""
PYTEST: Final = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=", "--import-mode=importlib"]
NOTICED, REFUSED, SAME, SURVIVED = "noticed", "refused by the compiler", "same code", "harmless"
FATES: Final = (NOTICED, REFUSED, SAME, SURVIVED)


class FirstFailure:
    """A pytest plugin that remembers which test failed first."""

    test = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.test:
            self.test = report.nodeid.removeprefix(FOLDER)


def run_tests(code: Cell | None = None) -> tuple[int, str]:
    """The suite against this code, in this process: pytest's exit code and the first failure."""
    if code is not None:
        escrow.code = lambda: code  # type: ignore[assignment] # the only place that the code comes from
    first = FirstFailure()
    with (
        Path(os.devnull).open("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        status = pytest.main([*PYTEST, *([] if code else ["--collect-only"]), *TESTS], plugins=[first])
    return int(status), first.test


class Trial:
    """Runs mutants in forked processes, a few at once; the parent imports everything once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: dict[int, Mutant] = {}
        self.fates: dict[Mutant, str] = {}
        self.first_failures: dict[Mutant, str] = {}

    def run(self, chosen: Sequence[Mutant]) -> None:
        with Compiler() as compiler:
            for mutant in chosen:
                boc = compiler.code_boc(mutant)
                if boc is None:
                    self.fates[mutant] = REFUSED
                elif (code := Cell.one_from_boc(boc)).hash == escrow.code_hash():
                    self.fates[mutant] = SAME
                else:
                    if len(self._running) >= PROCESSES:
                        self._reap()
                    self._start(mutant, code)
        while self._running:
            self._reap()

    def _start(self, mutant: Mutant, code: Cell) -> None:
        child = os.fork()
        if child == 0:
            (self._folder / str(os.getpid())).write_text(json.dumps(run_tests(code)))
            os._exit(0)
        self._running[child] = mutant

    def _reap(self) -> None:
        child = 0
        while child not in self._running:  # the compiler is a child too
            child, _ = os.wait()
        mutant = self._running.pop(child)
        status, test = json.loads((self._folder / str(child)).read_text())
        if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            raise RuntimeError(f"the tests did not run ({status}) for {mutant}")
        self.fates[mutant] = NOTICED if status else SURVIVED
        self.first_failures[mutant] = test
        print(f"{len(self.fates):4} {self.fates[mutant]:9} {mutant}  {test}", flush=True)


def table(fates: dict[Mutant, str]) -> str:
    """The README's section."""
    head = ["| mistake | tried | " + " | ".join(FATES) + " |", "|---" * 2 + "|---" * len(FATES) + "|"]
    kinds = dict.fromkeys(mutant.kind for mutant in fates)
    rows = [_row(kind, [fate for mutant, fate in fates.items() if mutant.kind == kind]) for kind in kinds]
    return "\n".join([*head, *rows, _row("all", list(fates.values())), "", *_reasons(fates)])


def _row(name: str, fates: list[str]) -> str:
    counts = Counter(fates)
    return f"| {name} | {len(fates)} | " + " | ".join(str(counts[fate]) for fate in FATES) + " |"


def _reasons(fates: dict[Mutant, str]) -> Iterator[str]:
    for mutant, fate in fates.items():
        if fate == SURVIVED:
            yield f"* `{mutant.key}`: {HARMLESS.get(mutant.key, 'NOT NOTICED')}"


def written_into(readme: str, section: str) -> str:
    head, rest = readme.split(BEGIN)
    return f"{head}{BEGIN}\n{section}\n{END}{rest.split(END)[1]}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mutation check of the escrow contract")
    parser.add_argument("--sample", type=int, default=0, help="try only so many")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--only", default="", help="those whose description contains this")
    parser.add_argument("--check", action="store_true", help="compare the table in the README instead of writing it")
    return parser.parse_args()


def chosen_by(wanted: argparse.Namespace) -> list[Mutant]:
    found = [mutant for mutant in mutants() if wanted.only in str(mutant)]
    return random.Random(wanted.seed).sample(found, wanted.sample) if wanted.sample else found


def main() -> int:
    os.environ.pop("LONG", None)
    wanted = _arguments()
    run_tests()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        trial.run(chosen_by(wanted))
    fates = {mutant: trial.fates[mutant] for mutant in mutants() if mutant in trial.fates}
    print(table(fates))
    missed = [mutant for mutant, fate in fates.items() if fate == SURVIVED and mutant.key not in HARMLESS]
    for mutant in missed:
        print(f"NOT NOTICED: {mutant}")
    readme = README.read_text()
    if wanted.sample or wanted.only:
        return bool(missed)
    if wanted.check:
        return bool(missed) or written_into(readme, table(fates)) != readme
    README.write_text(written_into(readme, table(fates)))
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
