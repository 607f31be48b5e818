"""A run of the tests ends honestly: what could not be tested is named, in CI it fails, and failures show the logs."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.needs import NEEDS, need

ROOT = Path(__file__).resolve().parent.parent.parent
Run = Callable[..., tuple[int, str]]

WANTS_A_UNICORN = """
from tests.needs import NEEDS, need
NEEDS["unicorn"] = lambda: None
def test_rides(): need("unicorn")
def test_walks(): pass
"""
LEAVES_A_LOG = """
async def test_the_app_speaks(spawn_app, tmp_path):
    (tmp_path / "talker.py").write_text("print('last words'); print('ready')")
    app = spawn_app(env={"PYTHONPATH": str(tmp_path)}, module="talker", name="talker")
    await app.start()
    assert False
"""
ON_STORES = """
import pytest
def test_plain(): pass
def test_on_both(stores): assert stores.kind
def test_on_redis(redis_url): pass
@pytest.mark.long
def test_long(stores): pass
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs pytest, with this project's plugin, on one file of its own."""

    def pytest_on(source: str, *options: str, **env: str) -> tuple[int, str]:
        (tmp_path / "test_it.py").write_text(source)
        command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path)]
        command += ["-p", "tests.conftest", "-p", "no:cacheprovider", "-q", *options, str(tmp_path / "test_it.py")]
        settings = {key: value for key, value in os.environ.items() if key not in ("CI", "LONG")}
        settings = {**settings, "PYTHONPATH": str(ROOT), **env}
        done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    return pytest_on


def test_what_the_machine_lacks_is_skipped_and_named_at_the_end(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    code, output = run(WANTS_A_UNICORN, f"--report={report}")
    assert code == 0, output
    assert "skipped for want of" in output
    assert json.loads(report.read_text()) == {"counts": {"passed": 1, "skipped": 1}, "missing": ["unicorn"]}


def test_in_ci_such_a_skip_is_a_failure(run: Run) -> None:
    code, output = run(WANTS_A_UNICORN, CI="true")
    assert code == 1
    assert "1 failed, 1 passed" in output


def test_a_need_that_is_met_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NEEDS, "horse", lambda: "stable")
    assert need("horse") == "stable"


def test_a_failure_shows_what_the_processes_printed(run: Run) -> None:
    code, output = run(LEAVES_A_LOG)
    assert code == 1
    assert "log of 0-talker" in output
    assert "last words" in output


@pytest.mark.parametrize(
    ("stores", "long", "passed"),
    [("memory", "", 2), ("memory", "1", 3), ("servers", "", 2), ("servers", "1", 3)],
)
def test_each_kind_of_stores_gets_its_own_tests(run: Run, tmp_path: Path, stores: str, long: str, passed: int) -> None:
    report = tmp_path / "report.json"
    code, output = run(ON_STORES, f"--stores={stores}", f"--report={report}", LONG=long)
    assert code == 0, output
    assert json.loads(report.read_text())["counts"] == {"passed": passed}
