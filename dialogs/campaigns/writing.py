"""The windows in which a brief is written and changed: the whole, its audience, its details, and each of its parts."""

from operator import itemgetter
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import Window
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Cancel, Group, Keyboard, Row, Select, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import Multi, Text

from dialogs.campaigns import choices, parts
from dialogs.states import Campaigns
from dialogs.typed import ANYTHING
from dialogs.widgets import KeyOf, L, T, last_row, way_to

NO_PREVIEW = LinkPreview(is_disabled=True)


GROUP_OF_STATE = {
    Campaigns.category: Campaigns.audience,
    Campaigns.language: Campaigns.audience,
    Campaigns.subscribers: Campaigns.audience,
    Campaigns.links: Campaigns.details,
    Campaigns.restrictions: Campaigns.details,
    Campaigns.window: Campaigns.details,
}
"""Where Back leads from a part; from the others, to the brief."""


def writing_windows() -> tuple[Window, ...]:
    return (
        _draft(),
        _audience(),
        _details(),
        _words(Campaigns.title, "title", parts.on_title),
        _words(Campaigns.text, "text", parts.on_text),
        _words(Campaigns.budget, "budget", parts.on_budget),
        _words(Campaigns.subscribers, "subscribers", parts.on_subscribers, _none("btn-any-size", parts.on_any_size)),
        _words(Campaigns.links, "links", parts.on_links, _none("btn-clear", parts.on_no_links)),
        _words(
            Campaigns.restrictions, "restrictions", parts.on_restrictions, _none("btn-clear", parts.on_no_restrictions)
        ),
        _choice(Campaigns.category, "category", "c", parts.on_category, choices.categories),
        _choice(Campaigns.language, "language", "l", parts.on_language, choices.languages),
        _choice(Campaigns.window, "window", "w", parts.on_window, choices.windows),
    )


def brief_text() -> tuple[Text, ...]:
    """A brief as everybody reads it."""
    return (
        T("campaigns-brief-title"),
        T("campaigns-brief-text", when="has_text"),
        T("campaigns-brief-facts", when="has_budget"),
        T("campaigns-brief-links", when="has_links"),
        T("campaigns-brief-restrictions", when="has_restrictions"),
    )


def _draft() -> Window:
    return Window(
        Multi(
            *brief_text(),
            T("campaigns-draft-new", when="is_new"),
            T("campaigns-draft-live", when="is_live"),
            sep="\n\n",
        ),
        Button(L("btn-publish"), id="publish", on_click=parts.on_publish, when="can_publish"),
        Row(_to("btn-brief-title", "title", Campaigns.title), _to("btn-brief-text", "text", Campaigns.text)),
        Row(_to("btn-budget", "budget", Campaigns.budget), _to("btn-audience", "audience", Campaigns.audience)),
        _to("btn-brief-details", "details", Campaigns.details),
        last_row(
            Cancel(L("btn-back"), id="back", when="is_new"),
            _to("btn-back", "card", Campaigns.card, when="is_live"),
        ),
        NO_PREVIEW,
        state=Campaigns.draft,
        getter=choices.draft,
    )


def _audience() -> Window:
    return Window(
        Multi(*brief_text(), T("campaigns-audience-what"), sep="\n\n"),
        Row(
            _to("btn-category", "category", Campaigns.category),
            _to("btn-channel-language", "language", Campaigns.language),
        ),
        _to("btn-subscribers", "size", Campaigns.subscribers),
        way_to(Campaigns.draft),
        NO_PREVIEW,
        state=Campaigns.audience,
        getter=choices.draft,
    )


def _details() -> Window:
    return Window(
        Multi(*brief_text(), T("campaigns-details-what"), sep="\n\n"),
        Row(_to("btn-links", "links", Campaigns.links), _to("btn-restrictions", "limits", Campaigns.restrictions)),
        Row(
            _to("btn-window", "window", Campaigns.window),
            Button(L("btn-brief-author"), id="author", on_click=parts.on_author),
        ),
        way_to(Campaigns.draft),
        NO_PREVIEW,
        state=Campaigns.details,
        getter=choices.draft,
    )


def _to(label: str, id: str, state: State, when: WhenCondition = None) -> Keyboard:
    return SwitchTo(L(label), id=id, state=state, when=when)


def _none(label: str, on_click: Any) -> Button:
    return Button(L(label), id="none", on_click=on_click)


def _words(state: State, name: str, on_words: Any, *buttons: Keyboard) -> Window:
    """A part that is written. What it says now stands in the brief, one tap back."""
    return Window(
        Multi(T(f"campaigns-{name}-title"), T(f"campaigns-{name}-how"), sep="\n\n"),
        MessageInput(on_words, content_types=ANYTHING),
        *buttons,
        way_to(GROUP_OF_STATE.get(state, Campaigns.draft)),
        state=state,
    )


def _choice(state: State, name: str, id: str, on_click: Any, getter: Any) -> Window:
    items = Select(
        KeyOf("label_key", plain=True), id=id, item_id_getter=itemgetter("id"), items="choices", on_click=on_click
    )
    return Window(
        T(f"campaigns-{name}-title"),
        Group(items, width=2),
        way_to(GROUP_OF_STATE.get(state, Campaigns.draft)),
        state=state,
        getter=getter,
    )
