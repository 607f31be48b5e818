"""A person's taps stand in line, each on what the one before it has left.

aiogram-dialog reads a screen before it takes the person's lock. So the second of two quick taps would work on what the
screen was before the first, and undo it; and a tap on a screen that was sent, but not saved yet, would meet "that
button is old". Here the lock comes first.
"""

from typing import Any

from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram_dialog.api.entities import DEFAULT_STACK_ID, Context, EventContext
from aiogram_dialog.context.intent_middleware import IntentMiddlewareFactory
from aiogram_dialog.context.storage import StorageProxy


class InLine(StorageProxy):
    """What one update knows of a person's screens. There is one stack of them: whoever is in it has them all."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._held: StorageKey | None = None

    async def lock(self, key: StorageKey) -> None:
        if key == self._held:
            return
        await super().lock(key)
        self._held = key

    async def unlock(self) -> None:
        self._held = None
        await super().unlock()  # type: ignore[no-untyped-call]  # the library is half typed

    async def load_context(self, intent_id: str) -> Context:
        if self._held is not None:
            return await super().load_context(intent_id)
        await self.lock(self._stack_key(DEFAULT_STACK_ID))
        try:
            return await super().load_context(intent_id)
        except BaseException:
            await self.unlock()
            raise


class InLineMiddlewareFactory(IntentMiddlewareFactory):
    def storage_proxy(self, event_context: EventContext, fsm_storage: BaseStorage) -> StorageProxy:
        return InLine(
            bot=event_context.bot,
            storage=fsm_storage,
            events_isolation=self.events_isolation,
            state_groups=self.registry.states_groups(),
            user_id=event_context.user.id,
            chat_id=event_context.chat.id,
            thread_id=event_context.thread_id,
            business_connection_id=event_context.business_connection_id,
        )
