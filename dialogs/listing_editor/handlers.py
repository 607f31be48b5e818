"""What a tap or a line in the listing editor does."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.listing_editor.getters import listing_of
from dialogs.scope import actor_of, services_of, user_of
from dialogs.states import ListingEditor
from services import parsing
from services.market import PRESETS


async def _listing_id(manager: DialogManager) -> int:
    listing = await listing_of(manager, services_of(manager), actor_of(manager), user_of(manager))
    return int(listing.id)


async def on_preset(_: CallbackQuery, __: object, manager: DialogManager, number: str) -> None:
    manager.dialog_data["preset"] = list(PRESETS)[int(number)]
    await manager.switch_to(ListingEditor.price)


async def on_price(message: Message, __: object, manager: DialogManager) -> None:
    price_nano = parsing.price_nano(message.text or "")
    preset: str = manager.dialog_data["preset"]
    await services_of(manager).market.set_price(actor_of(manager), await _listing_id(manager), preset, price_nano)
    await manager.switch_to(ListingEditor.card)


async def on_remove(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    preset: str = manager.dialog_data["preset"]
    await services_of(manager).market.remove_package(actor_of(manager), await _listing_id(manager), preset)
    await manager.switch_to(ListingEditor.package)


async def on_description(message: Message, __: object, manager: DialogManager) -> None:
    await _describe(manager, message.text or "")


async def on_no_description(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _describe(manager, "")


async def _describe(manager: DialogManager, text: str) -> None:
    await services_of(manager).market.describe(actor_of(manager), await _listing_id(manager), text)
    await manager.switch_to(ListingEditor.card)


async def on_category(_: CallbackQuery, __: object, manager: DialogManager, category: str) -> None:
    await services_of(manager).market.set_category(actor_of(manager), await _listing_id(manager), category)
    await manager.switch_to(ListingEditor.card)


async def on_language(_: CallbackQuery, __: object, manager: DialogManager, language: str) -> None:
    await services_of(manager).market.set_language(actor_of(manager), await _listing_id(manager), language)
    await manager.switch_to(ListingEditor.card)


async def on_pause(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).market.pause(actor_of(manager), await _listing_id(manager))


async def on_resume(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).market.resume(actor_of(manager), await _listing_id(manager))
