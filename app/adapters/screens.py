"""Where the screens' state is kept without Redis: in memory, and as strictly as with it.

Plain `MemoryStorage` hands out the very lists it keeps: a handler that dies half-way, or another one that looks at the
same moment, would see a stack that was never saved. Here everything goes through JSON, as it does in Redis: what was
not saved did not happen, and what JSON cannot carry fails at once.
"""

import json
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage


class JsonMemory(MemoryStorage):
    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await super().set_data(key, json.loads(json.dumps(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(json.dumps(await super().get_data(key)))
        return data
