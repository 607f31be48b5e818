"""An owner's way from a brief to an offer, and the card on which both sides see it."""

from operator import itemgetter

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, Start, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import List, Multi

from dialogs.applications import getters, handlers
from dialogs.states import Applications, ChannelWizard
from dialogs.typed import ANYTHING
from dialogs.widgets import L, T, way_back, way_to

NO_PREVIEW = LinkPreview(is_disabled=True)


def make_applications() -> Dialog:
    return Dialog(_channels(), _matching(), _format(), _price(), _pitch(), _confirm(), _card(), _talk())


def _channels() -> Window:
    return Window(
        Multi(T("applications-channels-title"), T("applications-channels-none", when="is_empty"), sep="\n\n"),
        Column(
            Select(
                L("btn-channel-line"),
                id="c",
                item_id_getter=itemgetter("id"),
                items="channels",
                on_click=handlers.on_channel,
            )
        ),
        Start(L("btn-add-channel"), id="add", state=ChannelWizard.ask, when="is_empty"),
        way_back(),
        state=Applications.channels,
        getter=getters.channels,
    )


def _matching() -> Window:
    return Window(
        Multi(
            T("applications-matching-title"),
            List(T("applications-matching-line"), items="briefs", sep="\n\n"),
            T("applications-matching-none", when="is_empty"),
            sep="\n\n",
        ),
        Column(
            Select(
                L("btn-brief-title-line"),
                id="b",
                item_id_getter=itemgetter("id"),
                items="briefs",
                on_click=handlers.on_brief,
            )
        ),
        Row(
            Button(L("btn-newer"), id="newer", on_click=handlers.on_newer, when="has_newer"),
            Button(L("btn-older"), id="older", on_click=handlers.on_older, when="has_older"),
        ),
        way_to(Applications.channels),
        state=Applications.matching,
        getter=getters.matching,
    )


def _format() -> Window:
    return Window(
        Multi(T("applications-format-title"), T("applications-format-how"), sep="\n\n"),
        Column(
            Select(
                L("btn-format"), id="f", item_id_getter=itemgetter("id"), items="formats", on_click=handlers.on_format
            )
        ),
        way_back(),
        state=Applications.format,
        getter=getters.formats,
    )


def _price() -> Window:
    return Window(
        Multi(T("applications-price-title"), T("applications-price-how"), sep="\n\n"),
        MessageInput(handlers.on_price, content_types=ANYTHING),
        Button(L("btn-list-price"), id="list", on_click=handlers.on_list_price, when="has_list_price"),
        way_to(Applications.format),
        state=Applications.price,
        getter=getters.price,
    )


def _pitch() -> Window:
    return Window(
        Multi(T("applications-pitch-title"), T("applications-pitch-how"), sep="\n\n"),
        MessageInput(handlers.on_pitch, content_types=ANYTHING),
        Button(L("btn-skip"), id="skip", on_click=handlers.on_no_pitch),
        way_to(Applications.price),
        state=Applications.pitch,
        getter=getters.price,
    )


def _confirm() -> Window:
    return Window(
        Multi(
            T("applications-confirm-title"),
            T("applications-terms"),
            T("applications-pitch", when="has_pitch"),
            T("applications-confirm-next"),
            sep="\n\n",
        ),
        Button(L("btn-send-offer"), id="send", on_click=handlers.on_send),
        way_to(Applications.pitch),
        state=Applications.confirm,
        getter=getters.confirm,
    )


def _card() -> Window:
    return Window(
        Multi(
            T("applications-card-title"),
            T("applications-brief", when="is_owner"),
            T("applications-figures", when="is_advertiser"),
            T("applications-terms", when="has_terms"),
            T("applications-pitch", when="has_pitch"),
            List(T("applications-said"), items="lines"),
            T("applications-obstacle", when="has_obstacle"),
            T("applications-state"),
            sep="\n\n",
        ),
        Button(L("btn-start-deal"), id="start", on_click=handlers.on_start, when="can_start"),
        Button(L("btn-make-offer"), id="offer", on_click=handlers.on_offer, when="can_offer"),
        Button(L("btn-open-its-deal"), id="deal", on_click=handlers.on_deal, when="has_deal"),
        Row(
            SwitchTo(L("btn-ask"), id="ask", state=Applications.talk, when="is_standing"),
            Button(L("btn-decline-offer"), id="decline", on_click=handlers.on_decline, when="can_decline"),
            Button(L("btn-withdraw-offer"), id="withdraw", on_click=handlers.on_withdraw, when="can_withdraw"),
        ),
        way_back(),
        NO_PREVIEW,
        state=Applications.card,
        getter=getters.card,
    )


def _talk() -> Window:
    return Window(
        Multi(
            T("applications-talk-title"),
            List(T("applications-said"), items="lines"),
            T("applications-talk-how"),
            sep="\n\n",
        ),
        MessageInput(handlers.on_line, content_types=ANYTHING),
        way_to(Applications.card),
        NO_PREVIEW,
        state=Applications.talk,
        getter=getters.card,
    )
