"""What a tap or a line in a report does."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.reporting.getters import about
from dialogs.scope import actor_of, services_of
from dialogs.states import Report
from dialogs.typed import typed
from services.words import LETTER_LIMIT, cleaned


async def on_reason(_: CallbackQuery, __: object, manager: DialogManager, reason: str) -> None:
    manager.dialog_data["reason"] = reason
    await manager.switch_to(Report.words)


async def on_skip(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["words"] = ""


async def on_words(message: Message, __: object, manager: DialogManager) -> None:
    manager.dialog_data["words"] = cleaned(typed(message), LETTER_LIMIT)
    await manager.switch_to(Report.sure)


async def on_send(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    kind, entity_id = about(manager)
    data = manager.dialog_data
    words = str(data.get("words", ""))
    await services_of(manager).reports.send(actor_of(manager), kind, entity_id, str(data.get("reason", "other")), words)
    await manager.switch_to(Report.sent)
