"""`python -m app doctor` on a fleet: what is well is said to be, what is broken is named with what to do."""

import re
from pathlib import Path

from app.config import SANDBOX_TOKEN
from models import Lease
from tests.fleet.fleet import Fleet
from tests.processes import environment
from tests.stores import AppProcess
from tests.stores.process import tail


async def examined(fleet: Fleet, folder: Path, **over: str) -> tuple[int, dict[str, str]]:
    """The exit code, and each check's line."""
    env = environment(fleet.settings) | over
    doctor = AppProcess(["doctor"], env, log=folder / "doctor.log", name="doctor", zygote=fleet.stores.zygote)
    await doctor.start(ready=None)
    code = await doctor.wait(90)
    assert SANDBOX_TOKEN not in tail(folder / "doctor.log", 1000)
    lines = [re.match(r"(ok|look|WRONG)\s+(\w+): (.*)", line) for line in doctor.lines]
    found = {match[2]: f"{match[1]} {match[3]}" for match in lines if match}
    return code, found


async def test_the_doctor_finds_what_is_broken(fleet: Fleet, tmp_path: Path) -> None:
    fleet.house.telegram.people.start(1003)
    await fleet.updates_taken()

    async def somebody_acts() -> bool:
        return await Lease.filter(name="scheduler").exists()

    await fleet.until(somebody_acts, "a scheduler")
    code, found = await examined(fleet, tmp_path)
    assert code == 0, found
    assert len(found) == 14
    for name in ("database", "migrations", "redis", "controller", "scheduler", "workers", "door"):
        assert found[name].startswith("ok "), found[name]
    assert "not fit for production" in found["secrets"]
    assert "is not https" in found["public"]
    assert "neither mainnet nor testnet" in found["network"]
    assert "private chat" in found["vaults"]

    for process in fleet.all["scheduler"]:
        await process.stop()
    fleet.house.telegram.people.block(1003)
    await fleet.updates_taken()
    fleet.house.telegram.world.updates.webhook["url"] = "https://elsewhere.example/hook"
    over = {"REDIS_URL": "redis://127.0.0.1:1/0", "CONTROLLER_SEED": "6b" * 32, "PUBLIC_URL": "http://127.0.0.1:1"}
    code, found = await examined(fleet, tmp_path, **over)
    assert code == 1
    wrong = {name for name, words in found.items() if words.startswith("WRONG")}
    assert wrong == {"redis", "webhook", "vaults", "controller", "public", "door", "scheduler"}, found
    assert "cannot pay" in found["controller"]
    assert "elsewhere.example" in found["webhook"]
