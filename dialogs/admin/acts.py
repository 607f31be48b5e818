"""What an administrator does to people, listings and the market: a reason where one is owed, then one question."""

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from dialogs.admin.guard import check_admin
from dialogs.scope import Facts, actor_of, kept, services_of
from dialogs.states import Admin
from dialogs.typed import ANYTHING, typed
from dialogs.widgets import KeyOf, L, T, last_row, way_to
from services.actor import Actor
from services.bundle import Services
from services.words import reason_of

WITH_REASON = ("ban", "hide", "pause")
STATES: dict[str, State] = {"user": Admin.user, "listing": Admin.listing, "pause": Admin.pause}
"""Where an act is asked for, and where it leads back to."""


def pause_window() -> Window:
    return Window(
        T("admin-pause-on", when="paused"),
        T("admin-pause-off", when="open"),
        Button(L("btn-admin-resume"), id="resume", on_click=on_resume, when="paused"),
        Button(L("btn-admin-pause-market"), id="pause", on_click=on_pause, when="open"),
        way_to(Admin.more),
        state=Admin.pause,
        getter=pause,
    )


def reason_window() -> Window:
    return Window(
        T("admin-reason"),
        MessageInput(on_reason, content_types=ANYTHING),
        last_row(Button(L("btn-back"), id="back", on_click=on_back)),
        state=Admin.reason,
        getter=act,
    )


def sure_window() -> Window:
    return Window(
        KeyOf("question_key"),
        Button(L("btn-admin-act"), id="yes", on_click=on_yes),
        last_row(Button(L("btn-back"), id="back", on_click=on_back)),
        state=Admin.sure,
        getter=act,
    )


async def pause(services: Services, actor: Actor, **_: object) -> Facts:
    found = await services.switches.state(actor)
    since = {"since_at": found.changed_at} if found.changed_at else {}
    return {"paused": found.is_on, "open": not found.is_on, "reason": found.reason, **since}


async def act(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    check_admin(actor)
    data = dialog_manager.dialog_data
    doing = str(data.get("act", "ban"))
    reason = str(data.get("reason", ""))
    return {"act": doing, "reason": reason, "question_key": f"admin-sure-{doing}", "who": await _who(dialog_manager)}


async def _who(manager: DialogManager) -> str:
    """What the act is about, by name."""
    services, actor = services_of(manager), actor_of(manager)
    match manager.dialog_data.get("act", "ban"):
        case "ban" | "unban":
            user = (await services.lookup.user(actor, int(kept(manager, "user_id") or 0))).user
            return user.first_name or str(user.id)
        case "hide" | "restore":
            return (await services.lookup.listing(actor, int(kept(manager, "listing_id") or 0))).channel.title
    return ""


async def ask_act(manager: DialogManager, doing: str, back_to: State) -> None:
    check_admin(actor_of(manager))
    back = next(name for name, state in STATES.items() if state == back_to)
    manager.dialog_data.update({"act": doing, "reason": "", "back": back})
    await manager.switch_to(Admin.reason if doing in WITH_REASON else Admin.sure)


async def on_pause(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await ask_act(manager, "pause", Admin.pause)


async def on_resume(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await ask_act(manager, "resume", Admin.pause)


async def on_reason(message: Message, __: object, manager: DialogManager) -> None:
    manager.dialog_data["reason"] = reason_of(typed(message))
    await manager.switch_to(Admin.sure)


async def on_back(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.switch_to(STATES[manager.dialog_data.get("back", "user")])


async def on_yes(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    services, actor, data = services_of(manager), actor_of(manager), manager.dialog_data
    reason = str(data.get("reason", ""))
    match data.get("act"):
        case "ban":
            await services.moderation.ban(actor, int(kept(manager, "user_id")), reason)
        case "unban":
            await services.moderation.unban(actor, int(kept(manager, "user_id")))
        case "hide":
            await services.moderation.hide(actor, int(kept(manager, "listing_id")), reason)
        case "restore":
            await services.moderation.restore(actor, int(kept(manager, "listing_id")))
        case "pause":
            await services.switches.pause(actor, reason)
        case "resume":
            await services.switches.resume(actor)
    await manager.switch_to(STATES[data.get("back", "user")])
