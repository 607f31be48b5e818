"""Writes the first migration from the models, for both dialects. Until the first release the models may still change.

    python scripts/first_migration.py

Later migrations are written by `aerich migrate` on PostgreSQL and get their SQLite twin by hand, in the same shape.
"""

import asyncio
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from aerich.utils import compress_dict, get_models_describe  # noqa: E402  the project's root must be importable first
from tortoise import Tortoise  # noqa: E402  as above
from tortoise.utils import get_schema_sql  # noqa: E402  as above

from app.config import tortoise_config  # noqa: E402  as above

CONSTRAINTS = """
CREATE UNIQUE INDEX "uq_escrow_current" ON "escrows" ("deal_id") WHERE "is_current" = {true};
CREATE UNIQUE INDEX "uq_batch_open" ON "settlement_batches" ("controller_address", "seqno")
    WHERE "state" IN ('prepared', 'sent');
CREATE INDEX "ix_event_unrelayed" ON "deal_events" ("id") WHERE "relayed_at" IS NULL;
CREATE INDEX "ix_check_open" ON "checks" ("due_at") WHERE "done_at" IS NULL;
"""
POSTGRES_CHECKS = """
ALTER TABLE "deals" ADD CONSTRAINT "ck_deal_price" CHECK ("price_nano" > 0);
ALTER TABLE "packages" ADD CONSTRAINT "ck_package_price" CHECK ("price_nano" > 0);
ALTER TABLE "escrows" ADD CONSTRAINT "ck_escrow_amounts" CHECK ("amount_nano" > 0 AND "required_nano" > "amount_nano");
ALTER TABLE "escrows" ADD CONSTRAINT "ck_escrow_split" CHECK ("split_bps" IS NULL OR "split_bps" BETWEEN 0 AND 10000);
"""
TEMPLATE = '''"""The first schema."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

POSTGRES = """
{postgres}"""

SQLITE = """
{sqlite}"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return POSTGRES if db.capabilities.dialect == "postgres" else SQLITE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ""


MODELS_STATE = (
{state}
)
'''


async def schema(url: str) -> str:
    await Tortoise.init(config=tortoise_config(url))
    try:
        sql = get_schema_sql(Tortoise.get_connection("default"), safe=False)
        lines = (line for line in sql.splitlines() if "COMMENT ON" not in line)
        return re.sub(r" /\*.*?\*/", "", "\n".join(lines))
    finally:
        await Tortoise.close_connections()


async def models_state() -> str:
    await Tortoise.init(config=tortoise_config("sqlite://:memory:"))
    try:
        packed = compress_dict(get_models_describe("models"))
    finally:
        await Tortoise.close_connections()
    return "\n".join(f'    r"{packed[i : i + 110]}"' for i in range(0, len(packed), 110))


async def main() -> None:
    postgres = await schema("postgres://nobody@127.0.0.1:1/none") + CONSTRAINTS.format(true="TRUE") + POSTGRES_CHECKS
    sqlite = await schema("sqlite://:memory:") + CONSTRAINTS.format(true="1")
    folder = ROOT / "migrations" / "models"
    folder.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.format(postgres=postgres, sqlite=sqlite, state=await models_state())
    (folder / "0_20261123000000_init.py").write_text(text, encoding="utf-8")


asyncio.run(main())
