"""What a tap or a line in the listing editor does."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.listing_editor.getters import listing_of
from dialogs.scope import actor_of, services_of, user_of
from dialogs.states import ListingEditor
from dialogs.typed import typed
from services import formats, parsing


async def _listing_id(manager: DialogManager) -> int:
    listing = await listing_of(manager, services_of(manager), actor_of(manager), user_of(manager))
    return int(listing.id)


def _name(manager: DialogManager) -> str:
    """The format in hand."""
    return str(manager.dialog_data["name"])


# ---- packages


async def on_format(_: CallbackQuery, __: object, manager: DialogManager, name: str) -> None:
    manager.dialog_data["name"] = formats.shape_named(name).name
    await manager.switch_to(ListingEditor.price)


async def on_hours(message: Message, __: object, manager: DialogManager) -> None:
    manager.dialog_data["name"] = formats.hours(typed(message)).name
    await manager.switch_to(ListingEditor.price)


async def on_price(message: Message, __: object, manager: DialogManager) -> None:
    price_nano = parsing.price_nano(typed(message))
    market = services_of(manager).market
    await market.set_price(actor_of(manager), await _listing_id(manager), _name(manager), price_nano)
    await manager.switch_to(ListingEditor.card)


async def on_pin(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    name, market = _name(manager), services_of(manager).market
    pins = not formats.shape_named(name).pinned
    if await _is_sold(manager, name):
        await market.set_pinned(actor_of(manager), await _listing_id(manager), name, pins)
    manager.dialog_data["name"] = name + formats.PIN if pins else name.removesuffix(formats.PIN)


async def _is_sold(manager: DialogManager, name: str) -> bool:
    """A format may get its pin before it gets its price."""
    card = await services_of(manager).market.card(await _listing_id(manager))
    return any(offer.shape.name == name for offer in card.offers)


async def on_extra(message: Message, __: object, manager: DialogManager) -> None:
    await _set_extra(manager, typed(message))


async def on_no_extra(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _set_extra(manager, "")


async def _set_extra(manager: DialogManager, words: str) -> None:
    market = services_of(manager).market
    await market.set_extra(actor_of(manager), await _listing_id(manager), _name(manager), words)
    await manager.switch_to(ListingEditor.price)


async def on_remove(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    market = services_of(manager).market
    await market.remove_package(actor_of(manager), await _listing_id(manager), _name(manager))
    await manager.switch_to(ListingEditor.package)


# ---- the rest


async def on_description(message: Message, __: object, manager: DialogManager) -> None:
    await _describe(manager, typed(message))


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
