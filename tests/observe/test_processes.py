"""Worker and scheduler show what they measure, and every process writes lines that a machine can read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.stores import AppProcess, Stores

TOKEN = "7000000001:AAtesttesttesttesttesttesttesttest"


async def samples(port: int) -> dict[tuple[str, ...], float]:
    async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}/metrics") as answer:
        assert answer.status == 200
        families = text_string_to_metric_families(await answer.text())
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


async def test_worker_and_scheduler_have_a_door_of_their_own(
    spawn_app: Callable[..., AppProcess],
    migrated_url: str,
    redis_url: str,
    stores: Stores,
    free_tcp_port_factory: Callable[[], int],
    tmp_path: Path,
) -> None:
    ports = {"worker": free_tcp_port_factory(), "scheduler": free_tcp_port_factory()}
    nobody = f"http://127.0.0.1:{free_tcp_port_factory()}"
    env = {**stores.env, "BOT_TOKEN": TOKEN, "BOT_API_URL": nobody, "TON_API_URL": nobody, "TICK_SECONDS": "1"}
    env |= {"CONTROLLER_SEED": "5a" * 32, "LOG_FORMAT": "json", "LOG_LEVEL": "DEBUG", "ADMIN_IDS": "1003"}
    apps = [
        spawn_app(role, env={**env, "METRICS_PORT": str(port)}, zygote=stores.zygote) for role, port in ports.items()
    ]
    for app in apps:
        await app.start()
    await apps[0].wait_for_line('"job": "relay"')
    worker, scheduler = await samples(ports["worker"]), await samples(ports["scheduler"])
    assert worker["market_job_seconds_count", "relay", "ok"] >= 1
    assert worker["market_deals", "draft"] == 0
    assert worker["market_stream_entries", "length"] >= 1
    assert worker["market_source_up", "chain"] == 0  # nobody is there
    assert scheduler["process_start_time_seconds",] > 0
    assert ("market_deals", "draft") not in scheduler
    for app in apps:
        await app.stop()
    lines = [line for path in tmp_path.glob("*.log") for line in path.read_text().splitlines() if line != "ready"]
    parsed: list[dict[str, Any]] = [json.loads(line) for line in lines]
    assert parsed
    assert [line for line in parsed if not {"timestamp", "level", "name", "message"} <= line.keys()] == []
    assert TOKEN not in "".join(lines)
