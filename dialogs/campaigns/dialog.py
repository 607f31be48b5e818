"""Briefs: one's own, a brief's card, the offers for it beside each other, and the question before deals begin."""

from operator import itemgetter

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, Start, SwitchInlineQuery, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import Format, List, Multi

from dialogs.campaigns import getters, handlers
from dialogs.campaigns.writing import brief_text, writing_windows
from dialogs.states import Applications, Campaigns
from dialogs.widgets import L, T, way_back, way_to

NO_PREVIEW = LinkPreview(is_disabled=True)


def make_campaigns() -> Dialog:
    return Dialog(_home(), _card(), *writing_windows(), _offers(), _start(), _close(), _invite())


def _home() -> Window:
    return Window(
        Multi(
            T("campaigns-home-title"),
            T("campaigns-home-what", when="is_empty"),
            List(T("campaigns-line"), items="campaigns", sep="\n\n"),
            sep="\n\n",
        ),
        Button(L("btn-new-brief"), id="new", on_click=handlers.on_new),
        Column(
            Select(
                L("btn-brief-line"),
                id="b",
                item_id_getter=itemgetter("id"),
                items="campaigns",
                on_click=handlers.on_brief,
            )
        ),
        Start(L("btn-briefs-for-me"), id="forme", state=Applications.channels),
        way_back(),
        state=Campaigns.home,
        getter=getters.home,
    )


def _card() -> Window:
    return Window(
        Multi(
            *brief_text(),
            T("campaigns-state-mine", when="is_mine"),
            T("campaigns-state-theirs", when="is_theirs"),
            sep="\n\n",
        ),
        SwitchTo(L("btn-offers"), id="offers", state=Campaigns.offers, when="has_offers"),
        Button(L("btn-offer-post"), id="offer", on_click=handlers.on_offer, when="may_offer"),
        Row(
            SwitchTo(L("btn-edit-brief"), id="edit", state=Campaigns.draft, when="is_live"),
            SwitchInlineQuery(L("btn-share"), Format("campaign-{share}"), when="is_open"),
        ),
        Row(
            Button(L("btn-pause"), id="pause", on_click=handlers.on_pause, when="is_open"),
            Button(L("btn-resume-brief"), id="resume", on_click=handlers.on_resume, when="is_paused"),
            Button(L("btn-extend"), id="extend", on_click=handlers.on_extend, when="may_extend"),
        ),
        SwitchTo(L("btn-close-brief"), id="close", state=Campaigns.close, when="is_live"),
        way_back(),
        NO_PREVIEW,
        state=Campaigns.card,
        getter=getters.card,
    )


def _offers() -> Window:
    return Window(
        Multi(
            T("campaigns-offers-title"),
            List(T("campaigns-offer-line"), items="offers", sep="\n\n"),
            T("campaigns-offers-empty", when="is_empty"),
            T("campaigns-offers-choose", when="is_choosing"),
            sep="\n\n",
        ),
        SwitchTo(L("btn-start-deals"), id="start", state=Campaigns.start, when="has_chosen"),
        Column(
            Select(
                L("btn-offer-line"), id="o", item_id_getter=itemgetter("id"), items="offers", on_click=handlers.on_row
            )
        ),
        Row(
            Button(L("btn-order"), id="order", on_click=handlers.on_order, when="has_several"),
            Button(L("btn-choose"), id="choose", on_click=handlers.on_choose, when="has_offers"),
        ),
        Row(
            Button(L("btn-previous"), id="previous", on_click=handlers.on_previous, when="has_previous"),
            Button(L("btn-next"), id="next", on_click=handlers.on_next, when="has_next"),
        ),
        way_to(Campaigns.card),
        state=Campaigns.offers,
        getter=getters.offers,
    )


def _start() -> Window:
    return Window(
        Multi(
            T("campaigns-start-title"),
            List(T("campaigns-start-line"), items="chosen", sep="\n\n"),
            T("campaigns-start-next"),
            sep="\n\n",
        ),
        Button(L("btn-yes-start"), id="yes", on_click=handlers.on_start, when="can_start"),
        way_to(Campaigns.offers),
        state=Campaigns.start,
        getter=getters.start,
    )


def _close() -> Window:
    return Window(
        T("campaigns-close"),
        Button(L("btn-yes-close"), id="yes", on_click=handlers.on_close),
        way_to(Campaigns.card),
        state=Campaigns.close,
        getter=getters.closing,
    )


def _invite() -> Window:
    return Window(
        Multi(T("campaigns-invite-title"), T("campaigns-invite-none", when="is_empty"), sep="\n\n"),
        Column(
            Select(
                L("btn-brief-line"),
                id="i",
                item_id_getter=itemgetter("id"),
                items="campaigns",
                on_click=handlers.on_invite,
            )
        ),
        Start(L("btn-new-brief"), id="new", state=Campaigns.title, when="is_empty"),
        way_back(),
        state=Campaigns.invite,
        getter=getters.inviting,
    )
