"""The deal room: one card that always tells the truth, and the windows that its buttons open."""

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import List

from dialogs.deal_room import evidence, getters, handlers, times
from dialogs.deal_room.bargain import bargain_windows
from dialogs.deal_room.receipt import receipt_window
from dialogs.deal_room.zone import zone_window
from dialogs.states import DealRoom
from dialogs.typed import ANYTHING
from dialogs.widgets import KeyOf, L, T, way_back, way_to

NO_PREVIEW = LinkPreview(is_disabled=True)


def make_deal_room() -> Dialog:
    bargaining = (_card(), _confirm(), *bargain_windows(), _talk(), _timeline())
    timing = (zone_window(), _day(), _hour())
    return Dialog(*bargaining, *timing, _case(), _evidence(), receipt_window())


def is_(name: str, *values: object) -> Callable[[dict[str, Any], Any, DialogManager], bool]:
    """`when=`: the fact has one of the values."""
    return lambda data, _widget, _manager: data.get(name) in values


def _actions(items: str, id: str) -> Select[str]:
    return Select(
        KeyOf("label_key", plain=True),
        id=id,
        item_id_getter=itemgetter("id"),
        items=items,
        on_click=handlers.on_action,
    )


def _card() -> Window:
    return Window(
        T("deal-card-title"),
        KeyOf("status_key"),
        T("deal-card-terms"),
        T("deal-card-permanent", when="is_permanent"),
        T("deal-card-pinned", when="pinned"),
        T("deal-card-extra", when="has_extra"),
        T("deal-card-window", when="shows_window"),
        T("deal-card-wallets", when="shows_wallets"),
        T("deal-card-proposed", when="proposed_at"),
        T("deal-card-publish", when="publish_at"),
        T("deal-card-top", when="top_until_at"),
        T("deal-card-post", when="post_url"),
        T("deal-card-post-deleted", when="post_deleted"),
        T("deal-card-cure", when="cure_at"),
        T("deal-card-cancel", when=is_("cancel_state", "mine", "theirs")),
        KeyOf("next_key"),
        KeyOf("ends_key", when="ends_key"),
        Column(_actions(items="primary", id="p")),
        Group(_actions(items="others", id="a"), width=2),
        Row(
            SwitchTo(L("btn-deal-talk"), id="talk", state=DealRoom.talk, when="talks"),
            SwitchTo(L("btn-deal-timeline"), id="timeline", state=DealRoom.timeline),
        ),
        way_back(),
        NO_PREVIEW,
        state=DealRoom.card,
        getter=getters.card,
    )


def _confirm() -> Window:
    return Window(
        T("deal-card-title"),
        KeyOf("ask_key"),
        Button(KeyOf("do_key", plain=True), id="yes", on_click=handlers.on_yes, when="fresh"),
        way_to(DealRoom.card),
        state=DealRoom.confirm,
        getter=getters.confirm,
    )


def _talk() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-talk-empty", when="empty"),
        List(T("deal-talk-line"), items="lines"),
        T("deal-talk-hint"),
        MessageInput(handlers.on_line, content_types=ANYTHING),
        Button(L("btn-report-side"), id="report", on_click=handlers.on_report),
        way_to(DealRoom.card),
        NO_PREVIEW,
        state=DealRoom.talk,
        getter=getters.talk,
    )


def _timeline() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-timeline-hidden", when="hidden"),
        List(KeyOf("did_key"), items="events"),
        SwitchTo(L("btn-deal-offers"), id="offers", state=DealRoom.offers),
        way_to(DealRoom.card),
        state=DealRoom.timeline,
        getter=getters.timeline,
    )


def _day() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-time-ask"),
        Group(
            Select(L("btn-deal-day"), id="d", item_id_getter=itemgetter("id"), items="days", on_click=handlers.on_day),
            width=4,
        ),
        MessageInput(handlers.on_typed_time, content_types=ANYTHING),
        way_to(DealRoom.card),
        state=DealRoom.date,
        getter=times.days,
    )


def _hour() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-time-hour"),
        T("deal-time-none", when="none_left"),
        Group(
            Select(
                L("btn-deal-hour"), id="h", item_id_getter=itemgetter("id"), items="hours", on_click=handlers.on_hour
            ),
            width=4,
        ),
        MessageInput(handlers.on_typed_time, content_types=ANYTHING),
        way_to(DealRoom.date),
        state=DealRoom.hour,
        getter=times.hours,
    )


def _case() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-case-open", when="opens"),
        T("deal-case-add", when="adds"),
        T("deal-ask-stale", when="closed"),
        MessageInput(handlers.on_case, content_types=ANYTHING),
        way_to(DealRoom.card),
        state=DealRoom.case,
        getter=getters.case,
    )


def _evidence() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-evidence-none", when="empty"),
        T("deal-evidence-post", when="posted_at"),
        List(KeyOf("look_key"), items="looks"),
        T("deal-evidence-versions", when="versions_count"),
        T("deal-evidence-chain", when="chain_address"),
        T("deal-evidence-reason", when="reason"),
        KeyOf("reason_key", when="reason_key"),
        List(T("deal-evidence-statement"), items="statements"),
        List(T("deal-evidence-talk"), items="lines"),
        way_to(DealRoom.card),
        NO_PREVIEW,
        state=DealRoom.evidence,
        getter=evidence.evidence,
    )
