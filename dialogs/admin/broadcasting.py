"""A message to many: write it, see it as they will, choose who gets it, be asked once, watch it go, stop it."""

from operator import itemgetter

from aiogram import Bot
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select, SwitchTo

from dialogs.admin.guard import only_admins
from dialogs.scope import Facts, actor_of, services_of
from dialogs.states import Admin
from dialogs.typed import ANYTHING
from dialogs.widgets import L, T, way_to
from models import BroadcastState
from services.actor import Actor
from services.broadcasts import Audience, Progress
from services.bundle import Services
from services.errors import CannotCopy

LANGUAGES = ("", "en", "ru")


def broadcasts_window() -> Window:
    return Window(
        T("admin-broadcasts"),
        SwitchTo(L("btn-admin-broadcast-new"), id="new", state=Admin.broadcast_write),
        Column(
            Select(L("btn-admin-broadcast"), id="b", item_id_getter=itemgetter("id"), items="recent", on_click=on_one)
        ),
        way_to(Admin.more),
        state=Admin.broadcasts,
        getter=broadcasts,
    )


def write_window() -> Window:
    return Window(
        T("admin-broadcast-write"),
        MessageInput(on_message, content_types=ANYTHING),
        way_to(Admin.broadcasts),
        state=Admin.broadcast_write,
        getter=only_admins,
    )


def audience_window() -> Window:
    return Window(
        T("admin-broadcast-audience"),
        SwitchTo(L("btn-next"), id="next", state=Admin.broadcast_sure, when="anybody"),
        Group(
            Select(
                L("btn-admin-audience"),
                id="a",
                item_id_getter=itemgetter("id"),
                items="audiences",
                on_click=on_audience,
            ),
            width=3,
        ),
        Button(L("btn-admin-audience-language"), id="l", on_click=on_language),
        way_to(Admin.broadcast_write),
        state=Admin.broadcast_audience,
        getter=chosen,
    )


def sure_window() -> Window:
    return Window(
        T("admin-broadcast-sure"),
        Button(L("btn-admin-broadcast-send"), id="send", on_click=on_send),
        way_to(Admin.broadcast_audience),
        state=Admin.broadcast_sure,
        getter=chosen,
    )


def progress_window() -> Window:
    return Window(
        T("admin-broadcast"),
        T("admin-broadcast-counts"),
        Button(L("btn-admin-broadcast-refresh"), id="refresh", on_click=on_refresh, when="going"),
        Row(Button(L("btn-admin-broadcast-stop"), id="stop", on_click=on_stop, when="going")),
        way_to(Admin.broadcasts),
        state=Admin.broadcast,
        getter=progress,
    )


async def broadcasts(services: Services, actor: Actor, **_: object) -> Facts:
    rows = await services.broadcasts.recent(actor)
    recent = [
        {"id": str(row.id), "number": row.id, "state": row.state.value, "made_at": row.created_at} for row in rows
    ]
    return {"recent": recent}


async def chosen(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    audience, language = _chosen(dialog_manager)
    count = await services.broadcasts.count(actor, audience, language)
    return {
        "audience": audience.value,
        "language": language or "any",
        "people": count,
        "anybody": count > 0,
        "audiences": [{"id": one.value, "name": one.value, "on": one is audience} for one in Audience],
    }


def _chosen(manager: DialogManager) -> tuple[Audience, str]:
    data = manager.dialog_data
    return Audience(data.get("audience", Audience.ALL.value)), str(data.get("audience_language", ""))


async def progress(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    found = await services.broadcasts.progress(actor, int(dialog_manager.dialog_data.get("broadcast_id") or 0))
    return progress_facts(found)


def progress_facts(found: Progress) -> Facts:
    row = found.broadcast
    is_going = row.state is BroadcastState.RUNNING or (row.state is BroadcastState.DONE and found.waiting > 0)
    return {
        "number": row.id,
        "state": "running" if is_going else row.state.value,
        "going": is_going,
        "people": row.total,
        "sent": found.sent,
        "blocked": found.blocked,
        "failed": found.failed,
        "waiting": found.waiting,
        "audience": row.audience,
        "language": row.language or "any",
        "made_at": row.created_at,
    }


async def on_one(_: CallbackQuery, __: object, manager: DialogManager, broadcast_id: str) -> None:
    manager.dialog_data["broadcast_id"] = int(broadcast_id)
    await manager.switch_to(Admin.broadcast)


async def on_message(message: Message, __: object, manager: DialogManager) -> None:
    """Shown back at once, copied by the same call that will copy it to everybody."""
    await services_of(manager).broadcasts.recent(actor_of(manager), 1)
    if message.media_group_id is not None or message.content_type not in COPIED:
        raise CannotCopy()
    bot: Bot = manager.middleware_data["bot"]
    await bot.copy_message(message.chat.id, message.chat.id, message.message_id)
    manager.dialog_data["message_id"] = message.message_id
    await manager.switch_to(Admin.broadcast_audience, show_mode=ShowMode.SEND)


COPIED = frozenset({"text", "photo", "video", "animation", "document", "voice", "video_note", "audio"})


async def on_audience(_: CallbackQuery, __: object, manager: DialogManager, audience: str) -> None:
    manager.dialog_data["audience"] = Audience(audience).value


async def on_language(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """The next one: any, English, Russian."""
    now = LANGUAGES.index(str(manager.dialog_data.get("audience_language", "")))
    manager.dialog_data["audience_language"] = LANGUAGES[(now + 1) % len(LANGUAGES)]


async def on_send(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """The message is taken out of the dialog's memory first: an old button sends nothing twice."""
    audience, language = _chosen(manager)
    message_id = manager.dialog_data.pop("message_id", None)
    if message_id is None:
        await manager.switch_to(Admin.broadcasts)
        return
    started = await services_of(manager).broadcasts.start(actor_of(manager), int(message_id), audience, language)
    manager.dialog_data["broadcast_id"] = started.id
    await manager.switch_to(Admin.broadcast)


async def on_refresh(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """The getter looks anew."""


async def on_stop(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    broadcast_id = int(manager.dialog_data.get("broadcast_id") or 0)
    await services_of(manager).broadcasts.stop(actor_of(manager), broadcast_id)
