"""What the image starts: roles by name, the health check, and the reloading of development."""

import asyncio
import sys
from pathlib import Path

import pytest
from aiohttp import web

from app import reload
from app.__main__ import main as app_main
from app.healthcheck import main
from app.serving import serving
from app.web.health import Health, add_health


@pytest.mark.parametrize("args", [["webhook"], ["--webhook"], ["worker"], ["scheduler"]])
def test_a_role_that_needs_redis_says_so(
    args: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REDIS_URL", raising=False)
    monkeypatch.setattr(sys, "argv", ["app", *args])
    monkeypatch.setattr("app.__main__.set_up_logs", lambda **_: None)  # the logs of this process belong to the tests
    with pytest.raises(SystemExit) as refusal:
        app_main()
    assert refusal.value.code == 2
    assert "needs REDIS_URL" in capsys.readouterr().err


async def test_the_health_check_says_by_its_exit_code_whether_the_process_is_ready(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    health = Health()
    app = web.Application()
    add_health(app, health)
    async with serving(app, "127.0.0.1", 0) as port:
        monkeypatch.setattr(sys, "argv", ["healthcheck", str(port)])
        assert await asyncio.to_thread(main) == 0
        health.draining = True
        assert await asyncio.to_thread(main) == 1
        monkeypatch.setattr(sys, "argv", ["healthcheck", str(port), "/healthz"])
        assert await asyncio.to_thread(main) == 0
    assert await asyncio.to_thread(main) == 1


def test_a_change_of_the_program_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "new.py").write_text("1", encoding="utf-8")
    (tmp_path / "app" / "notes.txt").write_text("1", encoding="utf-8")
    before = reload.times_of(tmp_path)
    assert [Path(name).name for name in before] == ["new.py"]
    (tmp_path / "app" / "other.py").write_text("1", encoding="utf-8")
    assert reload.times_of(tmp_path) != before
