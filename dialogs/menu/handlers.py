"""What a tap in the menu does."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.menu.getters import PAGE
from dialogs.scope import actor_of, services_of
from dialogs.states import DealRoom


async def on_deal(_: CallbackQuery, __: object, manager: DialogManager, deal_id: str) -> None:
    await manager.start(DealRoom.card, data={"deal_id": int(deal_id)})


async def on_older(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    before: list[int] = manager.dialog_data.setdefault("before", [])
    found = await services_of(manager).deals.mine(
        actor_of(manager), limit=PAGE, before_id=before[-1] if before else None
    )
    if found:
        before.append(found[-1][0].id)


async def on_newer(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    before: list[int] = manager.dialog_data.get("before", [])
    manager.dialog_data["before"] = before[:-1]
