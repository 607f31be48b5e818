"""Chapters are played once: later stories of the same run go on from a copy of the world as it was at their end.

A chapter is played anew whenever a copy could tell: in a world where somebody has already done something, with other
settings, or with arguments of its own. A copy holds the database, the people and channels, the chain, the wallets and
the screens; it is restored through the same doors that a restart uses.
"""

import functools
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tortoise import Model, Tortoise
from tortoise.fields.relational import ForeignKeyFieldInstance

from app.sandbox.chain.store import Row
from models import WalletSession
from tests.processes import Screens
from tests.world import World

Chapter = Callable[..., Awaitable[None]]
PRIVATE = {"database_url", "redis_url", "bot_api_url", "ton_api_url", "wallets_url", "clock_url", "public_url", "port"}
"""Settings that differ from world to world and mean nothing to a story."""
SAVED: dict[str, "Copy"] = {}


def chapter(play: Chapter) -> Chapter:
    """Decorator of a step that may start a story."""

    @functools.wraps(play)
    async def played(world: World, *args: Any, **more: Any) -> None:
        if not world.is_untouched or args or more:
            await play(world, *args, **more)
            return
        key = f"{play.__name__} {world.settings.model_dump_json(exclude=PRIVATE)} {_facts(world)}"
        if key in SAVED:
            await SAVED[key].restore(world)
        else:
            await play(world)
            SAVED[key] = await take(world)

    return played


@dataclass(frozen=True, slots=True)
class Copy:
    now: float
    rows: dict[str, list[dict[str, Any]]]
    telegram: str
    wallets: str
    chain: list[Row]
    screens: Screens
    addresses: tuple[str, str]

    async def restore(self, world: World) -> None:
        """Put the copy in place of the fresh world, with the fresh world's own addresses."""
        await world.settle()
        world.is_untouched = False
        house = world.house
        house.clock.move_to(self.now)
        house.telegram.load(json.loads(self._here(world, self.telegram)))
        house.continue_chain(self.chain)
        await self._restore_rows(world)
        for user_id, snapshot in json.loads(self._here(world, self.wallets)).items():
            await house.wallet_of(int(user_id)).resume(snapshot)
        await world.app.show(self.screens)

    async def _restore_rows(self, world: World) -> None:
        tables = _tables()
        for model in reversed(tables):
            await model.all().delete()
        for model in tables:
            rows = self.rows[model.__name__]
            if model is WalletSession:
                rows = [{**row, "value": self._here(world, row["value"])} for row in rows]
            await model.bulk_create([model(**row) for row in rows])
        await _count_on(tables)

    def _here(self, world: World, text: str) -> str:
        for old, new in zip(self.addresses, _addresses(world), strict=True):
            text = text.replace(old, new)
        return text


async def take(world: World) -> Copy:
    await world.settle()
    house = world.house
    wallets = {user_id: wallet.snapshot() for user_id, wallet in house.wallets.items()}
    return Copy(
        now=house.clock.now(),
        rows={model.__name__: await model.all().values() for model in _tables()},
        telegram=json.dumps(house.telegram.dump()),
        wallets=json.dumps(wallets),
        chain=house.chain_rows(),
        screens=await world.app.screens(),
        addresses=_addresses(world),
    )


def _addresses(world: World) -> tuple[str, str]:
    return world.house.url, world.settings.origin


def _facts(world: World) -> str:
    """What a story may have changed before its first chapter: people and channels as they are."""
    telegram = world.house.telegram.world
    people = [(user.id, user.username, user.language_code, user.is_premium) for user in telegram.users.values()]
    channels = [
        (chat.id, chat.title, chat.username, chat.protected, chat.member_count) for chat in telegram.chats.values()
    ]
    return f"{people} {channels} {sorted(world.house.wallets)} {len(world.house.chain.ledger)}"


def _tables() -> list[type[Model]]:
    """All models, those that are pointed to before those that point."""
    waiting = [model for model in Tortoise.apps["models"].values() if model.__module__.startswith("models")]
    ordered: list[type[Model]] = []
    while waiting:
        ready = [model for model in waiting if _pointed_to(model) <= {*ordered, model}]
        ordered += ready
        waiting = [model for model in waiting if model not in ready]
    return ordered


def _pointed_to(model: type[Model]) -> set[type[Model]]:
    fields = model._meta.fields_map.values()
    return {field.related_model for field in fields if isinstance(field, ForeignKeyFieldInstance)}


async def _count_on(tables: list[type[Model]]) -> None:
    """PostgreSQL's sequences go on after the ids that were put in by hand."""
    connection = Tortoise.get_connection("default")
    if connection.capabilities.dialect != "postgres":
        return
    for model in tables:
        if model._meta.pk.generated:
            table, column = model._meta.db_table, model._meta.db_pk_column
            sequence = f"pg_get_serial_sequence('{table}', '{column}')"
            await connection.execute_query(
                f'SELECT setval({sequence}, (SELECT coalesce(max("{column}"), 0) + 1 FROM "{table}"), false)'
            )
