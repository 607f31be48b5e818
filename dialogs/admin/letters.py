"""A conversation with somebody who wrote to the support, and the administrator's answer."""

from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.text import List

from dialogs.scope import Facts, actor_of, kept, services_of
from dialogs.states import Admin
from dialogs.typed import ANYTHING, typed
from dialogs.widgets import T, way_to
from services.actor import Actor
from services.bundle import Services
from services.support import name_of

LINE_SHOWN = 400


def support_window() -> Window:
    return Window(
        T("admin-support"),
        List(T("admin-support-line"), items="lines"),
        T("admin-support-how"),
        MessageInput(on_answer, content_types=ANYTHING),
        way_to(Admin.home),
        state=Admin.support,
        getter=support,
    )


async def support(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    user, lines = await services.support.conversation(actor, int(kept(dialog_manager, "support_of") or 0))
    shown = [
        {"mine": line.admin_id is not None, "text": line.text[:LINE_SHOWN], "said_at": line.created_at}
        for line in lines
    ]
    return {"name": name_of(user), "lines": shown}


async def on_answer(message: Message, __: object, manager: DialogManager) -> None:
    user_id = int(kept(manager, "support_of"))
    await services_of(manager).support.answer(actor_of(manager), user_id, typed(message))
