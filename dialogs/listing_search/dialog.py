"""Search: results, filters one tap away, a listing's card, and the request."""

from operator import itemgetter

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import List, Multi

from dialogs.listing_search import getters, handlers
from dialogs.states import ListingSearch
from dialogs.widgets import KeyOf, L, T, choices, way_back, way_to

NO_PREVIEW = LinkPreview(is_disabled=True)


def make_listing_search() -> Dialog:
    return Dialog(
        _results(),
        _filters(),
        _price(),
        _subscribers(),
        _category(),
        _language(),
        _text(),
        _card(),
        _message(),
        _confirm(),
    )


def _results() -> Window:
    return Window(
        Multi(
            T("search-results-title"),
            Multi(
                T("search-by-price", when="has_price"),
                T("search-by-subscribers", when="has_subscribers"),
                T("search-by-category", when="has_category"),
                T("search-by-language", when="has_language"),
                T("search-by-words", when="has_text"),
                sep=" · ",
            ),
            List(T("search-row"), items="rows", sep="\n\n"),
            T("search-empty", when="is_empty"),
            sep="\n\n",
        ),
        Column(
            Select(
                L("btn-search-row"),
                id="r",
                item_id_getter=itemgetter("id"),
                items="rows",
                on_click=handlers.on_listing,
            )
        ),
        Row(
            Button(L("btn-previous"), id="previous", on_click=handlers.on_previous, when="has_previous"),
            SwitchTo(L("btn-filters"), id="filters", state=ListingSearch.filters),
            Button(L("btn-next"), id="next", on_click=handlers.on_next, when="has_next"),
        ),
        MessageInput(handlers.on_words, content_types=ContentType.TEXT),
        way_back(),
        state=ListingSearch.results,
        getter=getters.results,
    )


def _filters() -> Window:
    return Window(
        Multi(T("search-filters-title"), T("search-filters-facts"), sep="\n\n"),
        SwitchTo(L("btn-show-results"), id="results", state=ListingSearch.results),
        Row(
            SwitchTo(L("btn-price"), id="price", state=ListingSearch.price),
            SwitchTo(L("btn-subscribers"), id="size", state=ListingSearch.subscribers),
        ),
        Row(
            SwitchTo(L("btn-category"), id="category", state=ListingSearch.category),
            SwitchTo(L("btn-channel-language"), id="language", state=ListingSearch.language),
        ),
        Row(
            SwitchTo(L("btn-words"), id="words", state=ListingSearch.text),
            Button(L("btn-sort"), id="sort", on_click=handlers.on_sort),
        ),
        Button(L("btn-clear-filters"), id="clear", on_click=handlers.on_clear, when="is_filtered"),
        way_to(ListingSearch.results),
        state=ListingSearch.filters,
        getter=getters.filters,
    )


def _price() -> Window:
    return Window(
        Multi(T("search-price-title"), T("search-price-how"), sep="\n\n"),
        MessageInput(handlers.on_price, content_types=ContentType.TEXT),
        Button(L("btn-any-price"), id="any", on_click=handlers.on_any_price),
        way_to(ListingSearch.filters),
        state=ListingSearch.price,
    )


def _subscribers() -> Window:
    return Window(
        Multi(T("search-subscribers-title"), T("search-subscribers-how"), sep="\n\n"),
        MessageInput(handlers.on_subscribers, content_types=ContentType.TEXT),
        Button(L("btn-any-size"), id="any", on_click=handlers.on_any_subscribers),
        way_to(ListingSearch.filters),
        state=ListingSearch.subscribers,
    )


def _category() -> Window:
    return Window(
        T("search-category-title"),
        choices("c", handlers.on_category),
        way_to(ListingSearch.filters),
        state=ListingSearch.category,
        getter=getters.categories,
    )


def _language() -> Window:
    return Window(
        T("search-language-title"),
        choices("l", handlers.on_language),
        way_to(ListingSearch.filters),
        state=ListingSearch.language,
        getter=getters.languages,
    )


def _text() -> Window:
    return Window(
        Multi(T("search-text-title"), T("search-text-how"), sep="\n\n"),
        MessageInput(handlers.on_words, content_types=ContentType.TEXT),
        Button(L("btn-no-words"), id="none", on_click=handlers.on_no_words),
        way_to(ListingSearch.filters),
        state=ListingSearch.text,
    )


def _card() -> Window:
    return Window(
        Multi(
            T("search-card-title"),
            T("search-card-facts"),
            T("search-card-description", when="description"),
            Multi(KeyOf("category_key"), KeyOf("language_key"), sep=" · "),
            List(T("listings-offer"), items="offers"),
            T("search-card-choose", when="is_open"),
            T("search-card-closed", when="is_closed"),
            sep="\n\n",
        ),
        Column(
            Select(
                L("btn-offer"),
                id="p",
                item_id_getter=itemgetter("id"),
                items="offers",
                on_click=handlers.on_package,
            )
        ),
        Button(L("btn-statistics"), id="stats", on_click=handlers.on_statistics),
        Button(L("btn-invite"), id="invite", on_click=handlers.on_invite, when="may_invite"),
        way_to(ListingSearch.results),
        NO_PREVIEW,
        state=ListingSearch.card,
        getter=getters.card,
    )


def _message() -> Window:
    return Window(
        Multi(T("search-message-title"), T("search-message-how"), sep="\n\n"),
        MessageInput(handlers.on_message, content_types=ContentType.TEXT),
        Button(L("btn-skip"), id="skip", on_click=handlers.on_skip),
        way_to(ListingSearch.card),
        state=ListingSearch.message,
        getter=getters.message,
    )


def _confirm() -> Window:
    return Window(
        Multi(
            T("search-confirm-title"),
            T("search-confirm-facts"),
            T("search-confirm-words", when="has_words"),
            T("search-confirm-next"),
            sep="\n\n",
        ),
        Button(L("btn-send-request"), id="send", on_click=handlers.on_send),
        Button(L("btn-author"), id="author", on_click=handlers.on_author),
        way_to(ListingSearch.message),
        state=ListingSearch.confirm,
        getter=getters.confirm,
    )
