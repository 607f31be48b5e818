"""What no screen took: words typed where none are asked for, a channel picked late, a button that nobody made.

Nobody is left without an answer, and the answer always has a screen with buttons below it.
"""

from aiogram import F, Router
from aiogram.enums import ChatType, ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from app.texts import Translator
from dialogs.channel_wizard.handlers import WAITS_FOR_RIGHTS, ref_of, why_of
from dialogs.opening import put_channel
from dialogs.states import ChannelWizard, Menu
from services.actor import Actor
from services.bundle import Services

SAID = {
    ContentType.TEXT,
    ContentType.PHOTO,
    ContentType.VIDEO,
    ContentType.ANIMATION,
    ContentType.DOCUMENT,
    ContentType.AUDIO,
    ContentType.VOICE,
    ContentType.VIDEO_NOTE,
    ContentType.STICKER,
    ContentType.CONTACT,
    ContentType.LOCATION,
    ContentType.POLL,
    ContentType.DICE,
}
"""What a person says; Telegram's own service messages need no answer."""


def make_leftovers() -> Router:
    router = Router(name="leftovers")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(on_late_channel, F.chat_shared)
    router.message.register(on_words, F.content_type.in_(SAID))
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
    await message.answer(t("menu-hint"))
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    else:
        await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK)


async def on_unknown_button(query: CallbackQuery, dialog_manager: DialogManager, t: Translator) -> None:
    await query.answer(t("error-old-button", plain=True), show_alert=True)
    if not dialog_manager.has_context():
        await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
