"""What the bot writes of its own accord: kinds of news with a switch each, and quiet hours."""

from operator import itemgetter

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Multi

from dialogs.scope import Facts, actor_of, services_of, user_of
from dialogs.states import Settings
from dialogs.typed import ANYTHING, typed
from dialogs.widgets import L, T, way_to
from models import User
from services.notice_kinds import SHOWN, Kind
from services.parsing_time import hours_of_night

NIGHTS = ((21, 7), (22, 8), (23, 7), (23, 9), (0, 8), (0, 10))
"""One tap each; any other is typed."""


def notices_window() -> Window:
    return Window(
        Multi(T("settings-notices"), T("settings-notices-quiet"), sep="\n\n"),
        Column(
            Select(L("btn-notices-kind"), id="k", item_id_getter=itemgetter("kind"), items="kinds", on_click=on_kind)
        ),
        SwitchTo(L("btn-notices-quiet"), id="quiet", state=Settings.quiet),
        way_to(Settings.home),
        state=Settings.notices,
        getter=notices,
    )


def quiet_window() -> Window:
    return Window(
        Multi(T("settings-quiet"), T("settings-quiet-how"), sep="\n\n"),
        Group(
            Select(L("btn-quiet-night"), id="n", item_id_getter=itemgetter("id"), items="nights", on_click=on_night),
            width=3,
        ),
        Button(L("btn-quiet-none"), id="none", on_click=on_no_night, when="is_quiet"),
        MessageInput(on_night_typed, content_types=ANYTHING),
        way_to(Settings.notices),
        state=Settings.quiet,
        getter=quiet,
    )


async def notices(user: User, **_: object) -> Facts:
    kinds = [{"kind": kind.value, "on": kind.value not in user.muted} for kind in SHOWN]
    return {"kinds": kinds, **night_of(user)}


async def quiet(user: User, **_: object) -> Facts:
    nights = [{"id": f"{start}-{end}", "from": hour(start), "until": hour(end)} for start, end in NIGHTS]
    return {"nights": nights, **night_of(user)}


def night_of(user: User) -> Facts:
    start, end = user.quiet_from_hour, user.quiet_to_hour
    is_quiet = start is not None and end is not None
    return {"is_quiet": is_quiet, "from": hour(start or 0), "until": hour(end or 0)}


def hour(number: int) -> str:
    return f"{number}:00"


async def on_kind(_: CallbackQuery, __: object, manager: DialogManager, kind: str) -> None:
    user, chosen = user_of(manager), Kind(kind)
    is_muted = chosen.value not in user.muted
    await services_of(manager).users.mute(actor_of(manager), chosen, is_muted)
    user.muted = [*user.muted, kind] if is_muted else [one for one in user.muted if one != kind]


async def on_night(_: CallbackQuery, __: object, manager: DialogManager, night: str) -> None:
    await _set(manager, hours_of_night(night))


async def on_no_night(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _set(manager, None)


async def on_night_typed(message: Message, __: object, manager: DialogManager) -> None:
    await _set(manager, hours_of_night(typed(message)))


async def _set(manager: DialogManager, hours: tuple[int, int] | None) -> None:
    await services_of(manager).users.set_quiet_hours(actor_of(manager), hours)
    user = user_of(manager)
    user.quiet_from_hour, user.quiet_to_hour = hours or (None, None)
    await manager.switch_to(Settings.notices)
