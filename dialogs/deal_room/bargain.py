"""Bargaining in the room: another price, window or format for the standing offer, and all offers so far."""

from datetime import datetime
from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import List

from dialogs.deal_room.scope import deal_id_of, title_facts
from dialogs.scope import actor_of, services_of
from dialogs.states import DealRoom
from dialogs.typed import ANYTHING, typed
from dialogs.widgets import L, T, way_to
from services import formats, parsing
from services.actor import Actor
from services.bundle import Services
from services.deals.usecases import DealView, OfferMade
from services.errors import GoneAhead
from services.formats import MONTH_HOURS, MOST_TOP_HOURS, Shape, format_facts, shape_of
from services.matching import Format, formats_of_channel

Facts = dict[str, Any]
SPANS = (7, 14, 30)
FORMATS_SHOWN = 5
OFFERS_SHOWN = 12
HASH_SHOWN = 8
"""Letters of a hash that tell two offers apart."""


def bargain_windows() -> tuple[Window, ...]:
    return _counter(), _format(), _offers()


def _counter() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-counter"),
        Group(
            Select(
                L("btn-deal-window-days"), id="w", item_id_getter=itemgetter("id"), items="spans", on_click=on_window
            ),
            width=3,
        ),
        SwitchTo(L("btn-deal-format"), id="format", state=DealRoom.format),
        SwitchTo(L("btn-deal-offers"), id="offers", state=DealRoom.offers),
        MessageInput(on_price, content_types=ANYTHING),
        way_to(DealRoom.card),
        state=DealRoom.counter,
        getter=counter,
    )


def _format() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-format"),
        Column(
            Select(L("btn-package-line"), id="f", item_id_getter=itemgetter("id"), items="formats", on_click=on_format)
        ),
        Button(L("btn-pin"), id="pin", on_click=on_pin),
        MessageInput(on_hours, content_types=ANYTHING),
        way_to(DealRoom.counter),
        state=DealRoom.format,
        getter=other_formats,
    )


def _offers() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-offers-title"),
        List(T("deal-offers-line"), items="offers", sep="\n\n"),
        T("deal-offers-none", when="is_empty"),
        way_to(DealRoom.card),
        state=DealRoom.offers,
        getter=offers,
    )


# ---- what the windows know


async def counter(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    return {
        **title_facts(view.deal),
        **format_facts(view.terms),
        "price_nano": view.deal.price_nano,
        "offer_mine": view.deal.offered_by is view.party,
        "window_end_at": view.terms.window_end,
        "spans": [{"id": str(days), "days": days} for days in SPANS],
    }


async def other_formats(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    """The channel's packages and the usual formats, but not what is on the table."""
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    found = await _known(view)
    rows = [_line(one) for name, one in found.items() if name != shape_of(view.terms).name]
    limits = {"most_top_hours": MOST_TOP_HOURS, "most_feed_hours": MONTH_HOURS}
    return {**title_facts(view.deal), **format_facts(view.terms), **limits, "formats": rows[:FORMATS_SHOWN]}


def _line(one: Format) -> Facts:
    has_price = one.price_nano is not None
    return {**format_facts(one), "id": one.name, "has_price": has_price, "price_nano": one.price_nano or 0}


async def _known(view: DealView) -> dict[str, Format]:
    return await formats_of_channel(view.deal.channel_id)


async def offers(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    made = await services.deals.offers(actor, view.deal.id)
    return {
        **title_facts(view.deal),
        "offers": [_offer(one, view) for one in made[-OFFERS_SHOWN:]],
        "is_empty": not made,
    }


def _offer(one: OfferMade, view: DealView) -> Facts:
    return {
        **one.spoken,
        "window_end_at": datetime.fromisoformat(str(one.spoken["window_end_at"])),
        "at": one.at,
        "who": "me" if one.party is view.party else one.party.value,
        "is_standing": one.is_standing,
        "short_hash": str(one.spoken["terms_hash"])[:HASH_SHOWN],
    }


# ---- what a tap or a line does


async def on_price(message: Message, __: object, manager: DialogManager) -> None:
    await _offer_instead(manager, price_nano=parsing.price_nano(typed(message)))


async def on_window(_: CallbackQuery, __: object, manager: DialogManager, days: str) -> None:
    await _offer_instead(manager, window_days=int(days))


async def on_format(_: CallbackQuery, __: object, manager: DialogManager, name: str) -> None:
    """A package of the channel brings what it promises besides; the price stays until it is countered, too."""
    view = await services_of(manager).deals.view(actor_of(manager), deal_id_of(manager))
    one = (await _known(view)).get(name)
    if one is None:
        raise GoneAhead(status=view.deal.status.value)
    await _offer_instead(manager, shape=shape_of(one), extra=one.extra)


async def on_hours(message: Message, __: object, manager: DialogManager) -> None:
    await _offer_instead(manager, shape=formats.hours(typed(message)))


async def on_pin(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    view = await services_of(manager).deals.view(actor_of(manager), deal_id_of(manager))
    terms = view.terms
    await _offer_instead(
        manager, shape=Shape(terms.top_hours, terms.feed_hours, terms.is_permanent, pinned=not terms.pinned)
    )


async def _offer_instead(manager: DialogManager, **terms: Any) -> None:
    await services_of(manager).deals.counter(actor_of(manager), deal_id_of(manager), **terms)
    await manager.switch_to(DealRoom.card)
