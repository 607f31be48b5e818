"""Vaults: the list, and the guided way to another one. A chat is tried out before it is used.

Chats are picked with Telegram's own picker, which makes the bot an administrator on the way; a forwarded post or the
chat's id does as well.
"""

import re
from operator import itemgetter
from typing import Any

from aiogram.types import (
    CallbackQuery,
    ChatAdministratorRights,
    KeyboardButton,
    KeyboardButtonRequestChat,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
)
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Keyboard, Select, SwitchTo
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import List, Multi, Text

from dialogs.scope import Facts, actor_of, services_of
from dialogs.states import Admin
from dialogs.widgets import RIGHTS, L, T, way_to
from services.actor import Actor
from services.bundle import Services
from services.errors import BadChannelRef
from services.posting.vaults import MESSAGES_PER_MINUTE

CHAT_ID = re.compile(r"-?[0-9]{1,18}")


class PickVault(Keyboard):
    """Picks a private channel, or a private group, and makes the bot an administrator there."""

    def __init__(self, text: Text, request_id: int, is_channel: bool) -> None:
        super().__init__()
        self.text = text
        self.request_id = request_id
        self.is_channel = is_channel

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        of_channels = ("can_post_messages", "can_edit_messages")
        rights = {name: on for name, on in RIGHTS.items() if self.is_channel or name not in of_channels}
        request = KeyboardButtonRequestChat(
            request_id=self.request_id,
            chat_is_channel=self.is_channel,
            chat_has_username=False,
            user_administrator_rights=ChatAdministratorRights(**{**rights, "can_promote_members": True}),
            bot_administrator_rights=ChatAdministratorRights(**rights),
        )
        return [[KeyboardButton(text=await self.text.render_text(data, manager), request_chat=request)]]


def vaults_window() -> Window:
    return Window(
        T("admin-vaults"),
        T("admin-vaults-none", when="standby"),
        T("admin-vaults-nothing", when="nothing"),
        List(T("admin-vaults-line"), items="vaults"),
        SwitchTo(L("btn-admin-vault-add"), id="add", state=Admin.vault_add),
        Button(L("btn-admin-vault-here"), id="here", on_click=on_vault_here, when="here_free"),
        Column(
            Select(
                L("btn-admin-vault-drop"),
                id="v",
                item_id_getter=itemgetter("id"),
                items="vaults",
                on_click=on_drop_vault,
            )
        ),
        MessageInput(on_vault_chat),
        way_to(Admin.more),
        state=Admin.vaults,
        getter=vaults,
    )


def vault_add_window() -> Window:
    """The picker lives on a reply keyboard, so this window's other buttons do too."""
    return Window(
        Multi(T("admin-vault-add"), T("admin-vault-add-how"), sep="\n\n"),
        PickVault(L("btn-admin-vault-channel"), 2, is_channel=True),
        PickVault(L("btn-admin-vault-group"), 3, is_channel=False),
        way_to(Admin.vaults),
        MessageInput(on_vault_chat),
        markup_factory=ReplyKeyboardFactory(resize_keyboard=True),
        state=Admin.vault_add,
        getter=vaults,
    )


async def vaults(services: Services, actor: Actor, **_: object) -> Facts:
    rows = await services.desk.vaults(actor)
    overview = await services.desk.overview(actor)
    shown = [{"id": str(row.id), "chat_id": row.chat_id, "private": row.chat_id > 0} for row in rows]
    return {
        "vaults": shown,
        "standby": not rows and overview.standby,
        "nothing": not rows and not overview.standby,
        "here_free": all(row.chat_id != actor.user_id for row in rows),
        "per_minute": MESSAGES_PER_MINUTE * max(len(rows), 1),
    }


async def on_vault_here(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    actor = actor_of(manager)
    await services_of(manager).desk.use_as_vault(actor, actor.user_id)


async def on_vault_chat(message: Message, __: object, manager: DialogManager) -> None:
    """A picked chat, a post forwarded from it, or its id."""
    await services_of(manager).desk.use_as_vault(actor_of(manager), _chat_id(message))
    await manager.switch_to(Admin.vaults)


def _chat_id(message: Message) -> int:
    if message.chat_shared is not None:
        return message.chat_shared.chat_id
    match message.forward_origin:
        case MessageOriginChannel(chat=chat):
            return chat.id
        case MessageOriginChat(sender_chat=chat):
            return chat.id
    words = (message.text or message.caption or "").strip()
    if not CHAT_ID.fullmatch(words):
        raise BadChannelRef(written=words[:40])
    return int(words)


async def on_drop_vault(_: CallbackQuery, __: object, manager: DialogManager, vault_id: str) -> None:
    await services_of(manager).desk.drop_vault(actor_of(manager), int(vault_id))
