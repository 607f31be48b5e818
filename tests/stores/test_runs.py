"""A run of the tests ends honestly: what could not be tested is named, in CI it fails, and failures show the logs."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import STORIES, is_for_a_short_run
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
    ("stores", "long", "chosen"),
    [
        ("memory", "", {"plain", "on_both"}),
        ("memory", "1", {"plain", "on_both", "long"}),
        ("servers", "1", {"on_both", "on_redis", "long"}),
    ],
)
def test_each_kind_of_stores_gets_its_own_tests(run: Run, stores: str, long: str, chosen: set[str]) -> None:
    code, output = run(ON_STORES, f"--stores={stores}", "--collect-only", LONG=long)
    assert code == 0, output
    assert set(re.findall(r"::test_(\w+)", output)) == chosen


def test_and_they_run_there(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    code, output = run(ON_STORES, "--stores=servers", f"--report={report}")
    assert code == 0, output
    assert json.loads(report.read_text())["counts"] == {"passed": 2}


def story(name: str, *marks: str, path: Path = STORIES / "test_it.py") -> Any:
    return SimpleNamespace(
        name=name, path=path, fixturenames=["world", "stores"], get_closest_marker=lambda mark: mark in marks or None
    )


def test_a_story_is_told_on_one_kind_of_stores_or_the_other_and_those_about_money_on_both() -> None:
    stories = [story(f"test_story_{number}") for number in range(40)]
    told = [[one.name for one in stories if is_for_a_short_run(one, on_servers)] for on_servers in (False, True)]
    assert sorted(told[0] + told[1]) == sorted(one.name for one in stories)
    assert min(map(len, told)) >= 10
    for on_servers in (False, True):
        assert is_for_a_short_run(story("test_money", "both_stores"), on_servers)
        assert is_for_a_short_run(story("test_elsewhere", path=ROOT / "tests" / "test_it.py"), on_servers)
        assert not is_for_a_short_run(story("test_of_an_hour", "long", "both_stores"), on_servers)
