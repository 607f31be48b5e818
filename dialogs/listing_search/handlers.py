"""What a tap or a line in the search does, up to the request that opens a deal."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.listing_search.filters import change_filters, filters_of, keep_filters, next_sort
from dialogs.listing_search.getters import ANY, offer_of, shown_card
from dialogs.opening import open_over_home
from dialogs.scope import actor_of, kept, services_of, user_of
from dialogs.states import Campaigns, ChannelStats, DealRoom, ListingSearch
from models import Party
from services import parsing
from services.errors import ListingGone, PriceChanged
from services.search import SearchFilters

# ---- results


async def on_next(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    cursor = manager.dialog_data.get("next")
    if cursor:
        manager.dialog_data.setdefault("pages", []).append(cursor)


async def on_previous(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["pages"] = manager.dialog_data.get("pages", [])[:-1]


async def on_listing(_: CallbackQuery, __: object, manager: DialogManager, listing_id: str) -> None:
    manager.dialog_data["listing_id"] = int(listing_id)
    await manager.switch_to(ListingSearch.card)


async def on_words(message: Message, __: object, manager: DialogManager) -> None:
    """Words may be typed on the results too: they search at once."""
    await change_filters(manager, text=(message.text or "").strip()[:100])
    await manager.switch_to(ListingSearch.results)


# ---- filters


async def on_price(message: Message, __: object, manager: DialogManager) -> None:
    low, high = parsing.number_range(message.text or "")
    least = parsing.price_nano(low) if low else 0
    most = parsing.price_nano(high) if high else 0
    await change_filters(manager, **_ordered("price_nano", least, most))
    await manager.switch_to(ListingSearch.filters)


async def on_subscribers(message: Message, __: object, manager: DialogManager) -> None:
    low, high = parsing.number_range(message.text or "")
    least = parsing.whole_number(low) if low else 0
    most = parsing.whole_number(high) if high else 0
    await change_filters(manager, **_ordered("subscribers", least, most))
    await manager.switch_to(ListingSearch.filters)


def _ordered(name: str, low: int, high: int) -> dict[str, int]:
    """`500-100` means 100 to 500."""
    if high and low > high:
        low, high = high, low
    return {f"min_{name}": low, f"max_{name}": high}


async def on_any_price(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await change_filters(manager, min_price_nano=0, max_price_nano=0)
    await manager.switch_to(ListingSearch.filters)


async def on_any_subscribers(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await change_filters(manager, min_subscribers=0, max_subscribers=0)
    await manager.switch_to(ListingSearch.filters)


async def on_no_words(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await change_filters(manager, text="")
    await manager.switch_to(ListingSearch.filters)


async def on_category(_: CallbackQuery, __: object, manager: DialogManager, category: str) -> None:
    await change_filters(manager, category="" if category == ANY else category)
    await manager.switch_to(ListingSearch.filters)


async def on_language(_: CallbackQuery, __: object, manager: DialogManager, language: str) -> None:
    await change_filters(manager, language="" if language == ANY else language)
    await manager.switch_to(ListingSearch.filters)


async def on_sort(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await change_filters(manager, sort=next_sort(filters_of(user_of(manager)).sort))


async def on_clear(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await keep_filters(manager, SearchFilters(sort=filters_of(user_of(manager)).sort))


async def on_invite(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Ask the channel for an offer to one of one's own briefs."""
    await manager.start(Campaigns.invite, data={"listing_id": int(kept(manager, "listing_id") or 0)})


async def on_statistics(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.start(ChannelStats.show, data={"listing_id": int(kept(manager, "listing_id") or 0)})


# ---- the request


async def on_package(_: CallbackQuery, __: object, manager: DialogManager, package_id: str) -> None:
    """Remember the package and the price that was on the screen: the request names both."""
    found = await shown_card(manager, services_of(manager))
    offer = offer_of(found, int(package_id))
    if offer is None or not found.is_open:
        raise ListingGone()
    manager.dialog_data.update(package_id=offer.package.id, price_nano=offer.package.price_nano, words="")
    await manager.switch_to(ListingSearch.message)


async def on_message(message: Message, __: object, manager: DialogManager) -> None:
    manager.dialog_data["words"] = message.text or ""
    await manager.switch_to(ListingSearch.confirm)


async def on_skip(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["words"] = ""
    await manager.switch_to(ListingSearch.confirm)


async def on_author(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Who writes the post: the owner by default, or the advertiser."""
    author = Party(manager.dialog_data.get("author", Party.OWNER.value))
    manager.dialog_data["author"] = author.other.value


async def on_send(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    data = manager.dialog_data
    author = Party(data.get("author", Party.OWNER.value))
    try:
        deal = await services_of(manager).deals.request(
            actor_of(manager), int(data["package_id"]), str(data["words"]), int(data["price_nano"]), author
        )
    except PriceChanged as news:
        data["price_nano"] = news.arguments["price_nano"]  # the screen asks again, with the new price
        raise
    await open_over_home(manager, DealRoom.card, {"deal_id": deal.id})
