"""The time zone, asked once: when a person is about to propose or to agree to a time and has never said where he is."""

from operator import itemgetter

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Group, Select
from aiogram_dialog.widgets.text import Multi

from dialogs.deal_room.scope import deal_id_of, title_facts
from dialogs.scope import Facts, user_of
from dialogs.settings.getters import ZONES, timezone
from dialogs.settings.handlers import set_zone
from dialogs.states import DealRoom
from dialogs.typed import ANYTHING, typed
from dialogs.widgets import KeyOf, T, way_to
from models import User
from services import parsing_time
from services.actor import Actor
from services.bundle import Services
from services.deals.lifecycle import Action

NEEDS_ZONE: dict[str, State] = {Action.PROPOSE_TIME: DealRoom.date, Action.AGREE_TIME: DealRoom.confirm}
"""Steps that name a time, and the window to which the answer leads."""


def zone_window() -> Window:
    return Window(
        T("deal-card-title"),
        Multi(T("settings-timezone-title"), T("deal-zone-why"), sep="\n\n"),
        Group(
            Select(
                KeyOf("label_key", plain=True), id="z", item_id_getter=itemgetter("id"), items="zones", on_click=on_zone
            ),
            width=2,
        ),
        MessageInput(on_zone_typed, content_types=ANYTHING),
        way_to(DealRoom.card),
        state=DealRoom.zone,
        getter=zones,
    )


async def zones(dialog_manager: DialogManager, services: Services, actor: Actor, user: User, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    return {**title_facts(view.deal), **await timezone(services, user)}


async def asks_first(manager: DialogManager, name: str) -> bool:
    """Put the question, if this step needs its answer and it was never given."""
    if name not in NEEDS_ZONE or user_of(manager).timezone_known:
        return False
    manager.dialog_data["action"] = name
    await manager.switch_to(DealRoom.zone)
    return True


async def on_zone(_: CallbackQuery, __: object, manager: DialogManager, number: str) -> None:
    await _answered(manager, ZONES[int(number)])


async def on_zone_typed(message: Message, __: object, manager: DialogManager) -> None:
    await _answered(manager, parsing_time.timezone(typed(message)))


async def _answered(manager: DialogManager, name: str) -> None:
    await set_zone(manager, name)
    await manager.switch_to(NEEDS_ZONE[manager.dialog_data["action"]])
