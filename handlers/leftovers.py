"""What no screen takes: words typed where none are asked for, a channel picked late, a button that nobody made.

Nobody is left without an answer, and the answer always has a screen with buttons below it. Words are caught before the
screens see them (which would only draw themselves again): a window without an input does not listen.
"""

from collections.abc import Iterable
from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode
from aiogram_dialog.api.internal import CONTEXT_KEY

from app.texts import Translator
from dialogs.channel_wizard.handlers import WAITS_FOR_RIGHTS, ref_of, why_of
from dialogs.opening import put_channel
from dialogs.states import ChannelWizard, Help, Menu
from dialogs.typed import CARRIED
from services.actor import Actor
from services.bundle import Services


class NobodyListens(Filter):
    """The window on show takes no messages, or there is none."""

    def __init__(self, screens: Iterable[Dialog]) -> None:
        windows = [pair for screen in screens for pair in screen.windows.items()]
        self.deaf: set[State] = {state for state, window in windows if not getattr(window, "on_message", None)}

    async def __call__(self, _: Message, **data: Any) -> bool:
        context = data.get(CONTEXT_KEY)
        return context is None or context.state in self.deaf


def make_unheard(screens: Iterable[Dialog]) -> Router:
    """Goes before the screens."""
    router = Router(name="unheard")
    router.message.filter(F.chat.type == ChatType.PRIVATE, NobodyListens(screens))
    router.message.register(on_late_channel, F.chat_shared)
    router.message.register(on_words, F.content_type.in_(CARRIED))
    return router


def make_leftovers() -> Router:
    """Goes after the screens."""
    router = Router(name="leftovers")
    router.callback_query.register(on_unknown_button)
    return router


async def on_late_channel(message: Message, dialog_manager: DialogManager, services: Services, actor: Actor) -> None:
    """The picker's answer, after the wizard has moved on: usually the bot's new rights were faster."""
    ref = ref_of(message)
    try:
        channel = await services.channels.add(actor, ref)
    except WAITS_FOR_RIGHTS as refusal:
        await put_channel(dialog_manager, ChannelWizard.missing, {"why": why_of(refusal), "ref": ref})
    else:
        await put_channel(dialog_manager, ChannelWizard.added, {"channel_id": channel.id})


async def on_words(message: Message, dialog_manager: DialogManager, t: Translator) -> None:
    """Under help, too, words act on nothing: a question about a dispute must not open one."""
    album = message.media_group_id
    if album is not None and album == dialog_manager.current_stack().last_income_media_group_id:
        return  # answered at the album's first item
    reads_help = dialog_manager.has_context() and dialog_manager.current_context().state == Help.topic
    await message.answer(t("help-hint" if reads_help else "menu-hint"))
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    else:
        await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK)


async def on_unknown_button(query: CallbackQuery, dialog_manager: DialogManager, t: Translator) -> None:
    await query.answer(t("error-old-button", plain=True), show_alert=True)
    if not dialog_manager.has_context():
        await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
