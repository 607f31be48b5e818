"""The listing editor: a card that shows what buyers see, and one window for each thing that can be changed."""

from operator import itemgetter

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, CopyText, Row, Select, SwitchInlineQuery, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import Format, List, Multi

from dialogs.listing_editor import getters, handlers
from dialogs.states import ListingEditor
from dialogs.typed import ANYTHING
from dialogs.widgets import KeyOf, L, T, choices, way_back, way_to

NO_PREVIEW = LinkPreview(is_disabled=True)


def make_listing_editor() -> Dialog:
    offers = (_package(), _hours(), _price(), _extra())
    return Dialog(_card(), *offers, _description(), _category(), _language(), _share())


def _card() -> Window:
    return Window(
        Multi(
            T("listings-card-title"),
            Multi(List(T("listings-offer"), items="offers"), T("listings-no-offers", when="no_offers")),
            T("listings-description", when="description"),
            Multi(KeyOf("category_key"), KeyOf("language_key"), sep=" · "),
            T("listings-state-on-sale", when="on_sale"),
            T("listings-state-paused", when="is_paused"),
            T("listings-state-delisted", when="is_delisted"),
            T("listings-open-deals", when="has_open"),
            T("listings-state-hidden", when="is_hidden"),
            sep="\n\n",
        ),
        SwitchTo(L("btn-packages"), id="packages", state=ListingEditor.package),
        SwitchTo(L("btn-description"), id="words", state=ListingEditor.description),
        Row(
            SwitchTo(L("btn-category"), id="category", state=ListingEditor.category),
            SwitchTo(L("btn-channel-language"), id="language", state=ListingEditor.language),
        ),
        SwitchTo(L("btn-buy-ads-here"), id="share", state=ListingEditor.share, when="on_sale"),
        Button(L("btn-pause"), id="pause", on_click=handlers.on_pause, when="can_pause"),
        Button(L("btn-resume"), id="resume", on_click=handlers.on_resume, when="is_paused"),
        way_back(),
        NO_PREVIEW,
        state=ListingEditor.card,
        getter=getters.card,
    )


def _package() -> Window:
    return Window(
        Multi(
            T("listings-packages-title"),
            T("listings-packages-what"),
            T("listings-open-deals", when="has_open"),
            sep="\n\n",
        ),
        Column(
            Select(
                L("btn-package-line"),
                id="p",
                item_id_getter=itemgetter("id"),
                items="presets",
                on_click=handlers.on_format,
            )
        ),
        SwitchTo(L("btn-own-hours"), id="hours", state=ListingEditor.hours, when="may_add"),
        way_to(ListingEditor.card),
        state=ListingEditor.package,
        getter=getters.package,
    )


def _hours() -> Window:
    return Window(
        Multi(T("listings-hours-title"), T("listings-hours-how"), sep="\n\n"),
        MessageInput(handlers.on_hours, content_types=ANYTHING),
        way_to(ListingEditor.package),
        state=ListingEditor.hours,
        getter=getters.hours,
    )


def _price() -> Window:
    return Window(
        Multi(
            T("listings-price-title"),
            T("listings-price-now", when="has_price"),
            T("listings-price-extra", when="has_extra"),
            T("listings-price-how"),
            T("listings-open-deals", when="has_open"),
            sep="\n\n",
        ),
        MessageInput(handlers.on_price, content_types=ANYTHING),
        Row(
            Button(L("btn-pin"), id="pin", on_click=handlers.on_pin),
            SwitchTo(L("btn-extra"), id="extra", state=ListingEditor.extra, when="has_price"),
        ),
        Button(L("btn-remove-package"), id="remove", on_click=handlers.on_remove, when="has_price"),
        way_to(ListingEditor.package),
        state=ListingEditor.price,
        getter=getters.price,
    )


def _extra() -> Window:
    return Window(
        Multi(
            T("listings-extra-title"), T("listings-price-extra", when="has_extra"), T("listings-extra-how"), sep="\n\n"
        ),
        MessageInput(handlers.on_extra, content_types=ANYTHING),
        Button(L("btn-clear"), id="clear", on_click=handlers.on_no_extra, when="has_extra"),
        way_to(ListingEditor.price),
        state=ListingEditor.extra,
        getter=getters.price,
    )


def _description() -> Window:
    return Window(
        Multi(
            T("listings-description-title"),
            T("listings-description-now", when="has_description"),
            T("listings-description-how"),
            sep="\n\n",
        ),
        MessageInput(handlers.on_description, content_types=ANYTHING),
        Button(L("btn-clear"), id="clear", on_click=handlers.on_no_description, when="has_description"),
        way_to(ListingEditor.card),
        state=ListingEditor.description,
        getter=getters.description,
    )


def _category() -> Window:
    return Window(
        T("listings-category-title"),
        choices("c", handlers.on_category),
        way_to(ListingEditor.card),
        state=ListingEditor.category,
        getter=getters.categories,
    )


def _language() -> Window:
    return Window(
        T("listings-language-title"),
        choices("l", handlers.on_language),
        way_to(ListingEditor.card),
        state=ListingEditor.language,
        getter=getters.languages,
    )


def _share() -> Window:
    return Window(
        Multi(T("campaigns-share-title"), T("campaigns-share-text"), T("campaigns-share-how"), sep="\n\n"),
        CopyText(L("btn-copy"), T("campaigns-share-words", plain=True)),
        SwitchInlineQuery(L("btn-share"), Format("listing-{listing}")),
        way_to(ListingEditor.card),
        NO_PREVIEW,
        state=ListingEditor.share,
        getter=getters.card,
    )
