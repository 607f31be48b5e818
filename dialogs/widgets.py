"""Widgets that every flow uses. Words come from `locales/`, never from Python.

`middleware_data` holds: `t` (translator of this person), `actor`, `services`, `user` (the User row).
"""

import re
from operator import itemgetter
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, ChatAdministratorRights, KeyboardButton, KeyboardButtonRequestChat
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button, Cancel, Group, Keyboard, Row, Select, Start, SwitchTo
from aiogram_dialog.widgets.text import Text

from dialogs.states import Help, Menu


class T(Text):
    """Text by key. Arguments are the getter's data (and the item's, inside a Select or a List)."""

    def __init__(self, key: str, when: WhenCondition = None, plain: bool = False) -> None:
        super().__init__(when)
        self.key = key
        self.plain = plain

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        item = data.get("item")
        args = {**data, **(item if isinstance(item, dict) else {})}
        words: str = manager.middleware_data["t"](self.key, args, plain=self.plain)
        return words


class L(T):
    """A label: plain text for buttons, by key `btn-...`."""

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(key, when, plain=True)


class KeyOf(Text):
    """Text whose key the getter chose: `KeyOf("title_key")`."""

    def __init__(self, name: str, when: WhenCondition = None, plain: bool = False) -> None:
        super().__init__(when)
        self.name = name
        self.plain = plain

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        item = data.get("item")
        args = {**data, **(item if isinstance(item, dict) else {})}
        words: str = manager.middleware_data["t"](str(args[self.name]), args, plain=self.plain)
        return words


def home_button() -> Keyboard:
    return Start(L("btn-home"), id="home", state=Menu.home, mode=StartMode.RESET_STACK)


def about_key(manager: DialogManager) -> str:
    """The text that explains the present screen, `about-listing-search-card`: one for each, but for help itself."""
    return about_key_of(manager.current_context().state)


def about_key_of(state: State) -> str:
    group, _, name = str(state.state).partition(":")
    dashed = re.sub(r"(?<!^)(?=[A-Z])", "-", group).lower()
    return f"about-{dashed}-{name.replace('_', '-')}"


async def _on_about(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.start(Help.topic, data={"about": about_key(manager)})


def _has_about(_: dict[str, Any], __: object, manager: DialogManager) -> bool:
    return bool(manager.middleware_data["t"].has(about_key(manager)))


def about_button() -> Keyboard:
    """The question mark of every screen; help about help there is none."""
    return Button(L("btn-about"), id="about", on_click=_on_about, when=_has_about)


def last_row(*back: Keyboard) -> Row:
    """Back, the question mark and Home: last row of every window, but for the menu's first."""
    return Row(*back, about_button(), home_button())


def way_back() -> Row:
    """Back to the screen that opened this dialog: last row of a dialog's first window."""
    return last_row(Cancel(L("btn-back"), id="back"))


def way_to(state: State) -> Row:
    """Back to a window of the same dialog: last row of its other windows."""
    return last_row(SwitchTo(L("btn-back"), id="back", state=state))


RIGHTS: dict[str, bool] = {
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": False,
    "can_invite_users": False,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_send_welcome_messages": False,
    "can_post_messages": True,
    "can_edit_messages": True,
}


class PickChannel(Keyboard):
    """The channel picker (`KeyboardButtonRequestChat`): one tap chooses a channel and adds the bot with its rights."""

    REQUEST_ID = 1

    def __init__(self, text: Text, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.text = text

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        request = KeyboardButtonRequestChat(
            request_id=self.REQUEST_ID,
            chat_is_channel=True,
            request_title=True,
            request_username=True,
            user_administrator_rights=ChatAdministratorRights(**{**RIGHTS, "can_edit_messages": False}),
            bot_administrator_rights=ChatAdministratorRights(**RIGHTS),
        )
        return [[KeyboardButton(text=await self.text.render_text(data, manager), request_chat=request)]]


def choices(id: str, on_click: Any) -> Group:
    """Two columns of the getter's `choices`: rows with `id` and `label_key`."""
    select = Select(
        KeyOf("label_key", plain=True),
        id=id,
        item_id_getter=itemgetter("id"),
        items="choices",
        on_click=on_click,
    )
    return Group(select, width=2)
