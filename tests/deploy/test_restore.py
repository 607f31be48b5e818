"""Yesterday's database, put back by the script: nobody is paid twice, nothing is posted twice, and deals go on."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from tortoise import Tortoise

from app import database
from app.config import ROOT
from models import Deal, DealStatus, Escrow, EscrowState, Notice, Posting, PostingState, Settlement
from tests.journeys import steps
from tests.processes import environment
from tests.stores import Stores, Zygote
from tests.stores.binaries import postgres_home
from tests.world import World

PAYOUT_NANO = 9_500_000_000


@pytest.fixture
def server_stores(zygote: Zygote, migrated_url: str, redis_url: str) -> Stores:
    return Stores("servers", migrated_url, redis_url, zygote)


async def script(world: World, name: str, file: Path) -> str:
    env = environment(world.settings) | {"YES": "1", "PYTHON": sys.executable}
    env["PATH"] = f"{postgres_home() / 'bin'}:{os.environ['PATH']}"
    process = await asyncio.create_subprocess_exec(
        str(ROOT / "scripts" / name),
        str(file),
        env=env,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    return output.decode()


async def goes_back_to(world: World, backup: Path) -> str:
    await world.stop_app()
    await database.disconnect()
    said = await script(world, "restore.sh", backup)
    await database.connect(world.settings.database_url)
    return said


async def test_yesterdays_database_pays_nobody_twice_and_posts_nothing_twice(
    server_stores: Stores, tmp_path: Path, free_port: int
) -> None:
    async with World(server_stores, tmp_path, free_port) as world:
        await steps.scheduled(world)
        before_post, before_payment = tmp_path / "post.dump", tmp_path / "payment.dump"
        await script(world, "backup.sh", before_post)
        await world.pass_time(hours=24)
        assert world.posts() == ["Tea is here"]

        assert "1 posts may be up" in await goes_back_to(world, before_post)
        assert (await Posting.get(deal_id=1)).state is PostingState.AMBIGUOUS
        await world.start_app()
        await world.pass_time(minutes=5)
        assert world.posts() == ["Tea is here"]
        deal = await Deal.get(id=1)
        assert deal.status is DealStatus.RETENTION_CHECK
        assert await Notice.filter(key="notice-restored", deal_id=1).count() == 2

        await script(world, "backup.sh", before_payment)
        await world.pass_time(hours=25)
        assert world.oleg.received() == [PAYOUT_NANO]

        assert "1 deals followed it" in await goes_back_to(world, before_payment)
        assert (await Deal.get(id=1)).status is DealStatus.RELEASED
        assert (await Escrow.get(deal_id=1)).state is EscrowState.RELEASED
        await world.start_app()
        await world.pass_time(hours=25)
        assert world.oleg.received() == [PAYOUT_NANO]
        assert await Settlement.all().count() == 0
        assert world.posts() == []
        connection = Tortoise.get_connection("default")
        (sequence,) = await connection.execute_query_dict("SELECT last_value FROM deals_id_seq")
        assert sequence["last_value"] > 1000  # no old button opens another deal
