"""What is committed: nothing of one machine, locks without addresses, exceptions with reasons, nothing unfinished, and
no file or function that has outgrown a reader's head."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, modules, texts

FUNCTION_LINES = 45
FILE_LINES = 400
LOCKED = re.compile(r"[a-z0-9][a-z0-9._-]*(\[[a-z0-9,-]+\])?==[0-9][^\s;]*( ; .+)?")
# Patterns are put together from pieces so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w./<>-])/(?:root|home|work|Users)" + r"/[\w.]|\b[A-Z]:\\Users" + r"\\")
INDEX = re.compile(
    "pypi" + r"\.org/simple|pythonhosted" + r"\.org|registry\.npm" + r"js|(?:extra-)?index" + r"-url \S|find" + "-links"
)
UNFINISHED = re.compile(
    r"\bTO" + r"DO\b|\bFIX" + r"ME\b|\bXX" + r"X\b|NotImplemented" + r"Error|pytest\.mark\.(?:skip|x" + "fail)"
)
LOCK_FILES = [path for path in files() if path.name == "package-lock.json"]
REQUIREMENTS = [path for path in files() if path.parent.name == "requirements" and path.suffix == ".txt"]


def found(pattern: re.Pattern[str]) -> Iterator[str]:
    for name, text in texts():
        for number, line in enumerate(text.splitlines(), start=1):
            if pattern.search(line):
                yield f"{name}:{number}: {line.strip()[:120]}"


def test_nothing_names_a_path_of_one_machine() -> None:
    assert not list(found(MACHINE_PATH))


def test_nothing_names_a_package_index() -> None:
    allowed = "Makefile:"  # the switch that keeps the addresses out of the locks
    assert not [place for place in found(INDEX) if not place.startswith(allowed)]


def test_nothing_is_left_unfinished_or_skipped() -> None:
    assert not list(found(UNFINISHED))


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_a_python_lock_holds_exact_versions_and_nothing_else(path: Path) -> None:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    wrong = [line for line in lines if line and not line.startswith("#") and not LOCKED.fullmatch(line)]
    assert not wrong


def test_an_npm_lock_names_versions_and_hashes_but_no_address() -> None:
    locks = {path: json.loads(path.read_text(encoding="utf-8"))["packages"] for path in LOCK_FILES}
    entries = [(path, name, entry) for path, packages in locks.items() for name, entry in packages.items()]
    addressed = [(path, name) for path, name, entry in entries if "resolved" in entry and not entry.get("link")]
    unhashed = [(path, name) for path, name, entry in entries if name and not entry.keys() & {"integrity", "link"}]
    assert not addressed
    assert not unhashed


# Reasons that hold for a whole family of lines, given once.
FAMILIES = (
    ("models/", "# type: ignore[assignment]"),  # Tortoise types a nullable field as if it were never None
)


def test_every_exception_in_the_code_names_its_rule_and_its_reason() -> None:
    wrong = []
    bare = re.compile(r"#\s*(?:noqa(?!: [A-Z]+\d+)|type:\s*ignore(?!\[)|ruff:\s*noqa|mypy:|pragma)")
    reason = re.compile(r"#\s*(?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|type: ignore\[[\w, -]+\])\s*(?:#|-|:)?\s*\w+ \w+")
    for name, text in texts():
        if not name.endswith(".py") or name.startswith("tests/architecture/"):
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if any(name.startswith(folder) and line.endswith(mark) for folder, mark in FAMILIES):
                continue
            if bare.search(line) or (re.search(r"#\s*(?:noqa|type:\s*ignore)", line) and not reason.search(line)):
                wrong.append(f"{name}:{number}: {line.strip()}")
    assert not wrong, "\n".join(wrong)


def test_every_exception_in_the_settings_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["tool"]["mypy"]["strict"] is True
    ignores = re.findall(r"^(?:ignore|\"\S+\") = \[\n(.*?)^\]", text, flags=re.MULTILINE | re.DOTALL)
    assert ignores
    lines = [line.strip() for block in ignores for line in block.splitlines()]
    assert not [line for line in lines if "#" not in line]
    overrides = re.findall(r"^\[\[tool\.mypy\.overrides\]\]\n(.)", text, flags=re.MULTILINE)
    assert set(overrides) <= {"#"}


def test_no_function_outgrows_a_screen() -> None:
    functions = (
        (module, node, (node.end_lineno or 0) - node.lineno + 1)
        for module, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not module.startswith("migrations")
    )
    long = [f"{module}.{node.name}: {lines} lines" for module, node, lines in functions if lines > FUNCTION_LINES]
    assert not long, "\n".join(long)


def test_no_module_outgrows_a_sitting() -> None:
    sizes = ((name, len(text.splitlines())) for name, text in texts() if name.endswith((".py", ".js", ".mjs", ".tolk")))
    long = [
        f"{name}: {lines} lines" for name, lines in sizes if lines > FILE_LINES and not name.startswith("migrations/")
    ]
    assert not long, "\n".join(long)


def test_every_module_says_what_it_is_for() -> None:
    silent = [name for name, tree in modules() if tree.body and ast.get_docstring(tree) is None]
    assert not [name for name in silent if not name.startswith("migrations")]
