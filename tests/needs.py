"""What a test needs from the machine and pip or npm cannot give: named, so that its absence is never silent.

`need("chromium")` returns the executable. Where it is missing, the test is skipped and the summary of the run names the
need; in continuous integration (`CI=true`) the test fails instead.
"""

import importlib.util
import os
import shutil
from collections.abc import Callable
from typing import Final

import pytest

MARK: Final = "not on this machine: "


def _executable(*names: str) -> Callable[[], str | None]:
    return lambda: next(filter(None, map(shutil.which, names)), None)


def _module(name: str) -> Callable[[], str | None]:
    return lambda: name if importlib.util.find_spec(name) else None


NEEDS: Final[dict[str, Callable[[], str | None]]] = {
    "chromium": _executable("chromium", "chromium-browser", "google-chrome"),
    "node": _executable("node"),
    "nginx": _executable("nginx", "/usr/sbin/nginx"),
    "compose-spec": _module("compose_spec"),
    "pytoncenter": _module("tonpy"),  # pytoncenter itself is pure Python; its compiled part decides
}


def need(name: str) -> str:
    """Where the thing is; skips the test (or, in CI, fails it) when it is not there."""
    found = NEEDS[name]()
    if found is not None:
        return found
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{MARK}{name}", pytrace=False)
    pytest.skip(f"{MARK}{name}")
