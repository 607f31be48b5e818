"""What a tap or a line in the settings does. The very next screen already speaks the new language."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.scope import actor_of, services_of, user_of, words_of
from dialogs.settings.getters import ZONES
from dialogs.states import Settings
from dialogs.typed import typed
from services import parsing_time


async def on_language(_: CallbackQuery, __: object, manager: DialogManager, language: str) -> None:
    await services_of(manager).users.set_language(actor_of(manager), language)
    user_of(manager).language = language
    _speak_anew(manager)
    await manager.switch_to(Settings.home)


async def on_zone(_: CallbackQuery, __: object, manager: DialogManager, number: str) -> None:
    await _set_zone(manager, ZONES[int(number)])


async def on_zone_typed(message: Message, __: object, manager: DialogManager) -> None:
    await _set_zone(manager, parsing_time.timezone(typed(message)))


async def _set_zone(manager: DialogManager, name: str) -> None:
    await set_zone(manager, name)
    await manager.switch_to(Settings.home)


async def set_zone(manager: DialogManager, name: str) -> None:
    """Where the person is from now on; this very update speaks in the new time."""
    await services_of(manager).users.set_timezone(actor_of(manager), name)
    user = user_of(manager)
    user.timezone, user.timezone_known = name, True
    _speak_anew(manager)


def _speak_anew(manager: DialogManager) -> None:
    user = user_of(manager)
    manager.middleware_data["t"] = words_of(manager).texts.translator(user.language, user.timezone)
