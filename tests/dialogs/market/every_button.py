"""Every button of every screen, found in the screens themselves, so that a new one is pressed without being listed.

Somebody gets another's screen onto his phone: the state and the ids that it was started with are there, nothing was
drawn, and he presses what he likes, whether or not it would be shown to him.
"""

from collections.abc import AsyncIterator, Iterator
from typing import Any, cast

from aiogram.fsm.state import State
from aiogram.types import Chat, Message
from aiogram_dialog import ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Cancel, Group, Keyboard, Select, Start, SwitchTo
from tortoise import Tortoise

from dialogs.admin.acts import STATES as BACK_FROM
from dialogs.deal_room.buttons import CREATIVE, EVIDENCE, MONEY_BACK, PAY, RECEIPT
from dialogs.deal_room.handlers import VERBS
from dialogs.states import Admin, DealRoom
from handlers.screens import make_screens
from models import Verdict
from services.deals.lifecycle import Action
from tests.dialogs.market.stage import Stage
from tests.makers import START, some_terms

SEPARATOR = "\x1d"
"""aiogram-dialog puts it between the conversation's id and what a widget wants to be told."""
ITEMS = [
    *("1", "22", "14", "1/24", "2/48", "news", "en", "price", "2026-06-02", "owners"),
    *("accept-give", "accept-take", "payout-give"),
]
"""What a line of a list may carry: ids, formats, filters, days, rights."""
ON_A_DEAL = [*(action.value for action in Action), PAY, CREATIVE, EVIDENCE, MONEY_BACK, RECEIPT]
IDS = [
    *("channel_id", "listing_id", "deal_id", "campaign_id", "application_id", "package_id", "escrow_id", "report_id"),
    *("user_id", "person_id", "support_of", "payout_of", "broadcast_id", "about_id", "message_id", "version"),
]
"""What screens remember of what they show. In these tests the first of everything is another's."""
CHOSEN: dict[str, Any] = {
    **dict.fromkeys(IDS, 1),
    **{"name": "1/24", "format_name": "1/24", "price_nano": 8 * 10**9, "seen_version": 1, "day": "2026-06-02"},
    **{"words": "", "reason": "-", "about": "listing", "audience": "all", "back": next(iter(BACK_FROM))},
    "seen": {"terms_hash": some_terms().hash, "proposed_at": None},
    "draft": {"group": None, "parts": [{"id": 1, "text": "Tea", "entities": [], "media": None}], "buttons": []},
}
"""All that a screen needs for its buttons to act."""
WINDOWS: dict[State, Window] = {
    state: cast(Window, window) for screen in make_screens() for state, window in screen.windows.items()
}
ALL_STATES = sorted(WINDOWS, key=lambda state: str(state.state))
Rows = dict[tuple[str, Any], dict[str, Any]]


def pressed(state: State) -> list[str]:
    """The data of all that can be pressed in a window."""
    found: list[str] = []
    for widget in _widgets(WINDOWS[state].keyboard):
        if isinstance(widget, Select):
            found += [f"{widget.widget_id}:{item}" for item in (ON_A_DEAL if state is DealRoom.card else ITEMS)]
        elif widget.widget_id and not _only_leads_elsewhere(widget):
            found.append(widget.widget_id)
    return found


def remembered(state: State) -> list[dict[str, Any]]:
    """What the screen may have in mind: the question before something irreversible is put about many things."""
    if state is DealRoom.confirm:
        return [{**CHOSEN, "action": action.value} for action in VERBS]
    if state is DealRoom.zone:
        return [{**CHOSEN, "action": Action.PROPOSE_TIME.value}]
    if state is Admin.split:
        return [{**CHOSEN, "verdict": verdict.value} for verdict in Verdict]
    if state is Admin.sure:
        return [{**CHOSEN, "act": act} for act in ("ban", "unban", "hide", "restore", "pause", "resume")]
    return [CHOSEN]


def listens(state: State) -> bool:
    return bool(getattr(WINDOWS[state], "on_message", None))


async def arm(stage: Stage, user_id: int, state: State, data: dict[str, Any]) -> str:
    """Put the person into the state without drawing it; returns the id of the conversation."""
    async with stage.manager(user_id) as manager:
        first = next(iter(state.group.__states__))
        await manager.start(first, data=dict(data), mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
        manager.dialog_data.update(data)
        await manager.switch_to(state, show_mode=ShowMode.NO_UPDATE)
        return str(manager.current_context().id)


async def press(stage: Stage, user_id: int, intent: str, data: str) -> None:
    message = Message(message_id=6000, date=START, chat=Chat(id=user_id, type="private"), text="-")
    await stage.phone(user_id).press_on(message, f"{intent}{SEPARATOR}{data}")


async def rows() -> Rows:
    """All that the marketplace knows."""
    return {key: row async for key, row in _rows()}


async def _rows() -> AsyncIterator[tuple[tuple[str, Any], dict[str, Any]]]:
    for name, model in cast(Any, Tortoise.apps)["models"].items():
        for row in await model.all().values():
            yield (name, row[model._meta.pk_attr]), row


def _only_leads_elsewhere(widget: Keyboard) -> bool:
    """To another window, which is among these anyway."""
    return isinstance(widget, SwitchTo | Start | Cancel) and widget.user_on_click is None


def _widgets(keyboard: Any) -> Iterator[Keyboard]:
    """A keyboard and all that is in it."""
    if isinstance(keyboard, Group):
        for inner in keyboard.buttons:
            yield from _widgets(inner)
    if isinstance(keyboard, Keyboard):
        yield keyboard
