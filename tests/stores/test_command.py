"""The app by its command line, in an interpreter of its own, as a user starts it."""

from pathlib import Path

from tests.conftest import SpawnApp
from tests.stores import Stores


async def test_python_m_app_gets_ready_and_stops_when_asked(
    spawn_app: SpawnApp, stores: Stores, tmp_path: Path, free_port: int
) -> None:
    env = {**stores.env, "PORT": str(free_port), "VAR": str(tmp_path / "var")}
    app = spawn_app("run", env=env)
    await app.start()
    assert await app.stop() == 0


async def test_a_fork_of_the_template_does_what_the_command_does(spawn_app: SpawnApp, stores: Stores) -> None:
    fork = spawn_app("migrate", env=stores.env, zygote=stores.zygote)
    await fork.start(ready=None)
    assert await fork.wait() == 0
