"""The creative's windows: write (with link buttons), check, ask for changes."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import List

from dialogs.creative_review import getters, handlers
from dialogs.states import CreativeReview
from dialogs.typed import ANYTHING
from dialogs.widgets import L, T, way_back, way_to


def make_creative_review() -> Dialog:
    return Dialog(_write(), _buttons(), _check(), _changes(), on_start=handlers.on_start)


def _write() -> Window:
    return Window(
        T("creative-title"),
        T("creative-write-note", when="note"),
        T("creative-write-revises", when="revises"),
        T("creative-write-closed", when="closed"),
        T("creative-write-ask", when="empty"),
        T("creative-write-draft", when="has_draft"),
        T("creative-write-album", when="is_album"),
        T("creative-write-look", when="not_previewed"),
        T("creative-write-previewed", when="previewed"),
        Button(L("btn-creative-send"), id="send", on_click=handlers.on_submit, when="previewed"),
        Button(L("btn-creative-preview"), id="look", on_click=handlers.on_preview, when="not_previewed"),
        Row(
            SwitchTo(L("btn-creative-buttons"), id="btns", state=CreativeReview.buttons, when="takes_buttons"),
            Button(L("btn-creative-link-preview"), id="lp", on_click=handlers.on_link_preview, when="plain"),
        ),
        MessageInput(handlers.on_part),
        way_back(),
        state=CreativeReview.write,
        getter=getters.write,
    )


def _buttons() -> Window:
    return Window(
        T("creative-title"),
        T("creative-buttons"),
        List(T("creative-buttons-line"), items="links"),
        Button(L("btn-creative-no-buttons"), id="none", on_click=handlers.on_no_buttons, when="has_links"),
        MessageInput(handlers.on_buttons, content_types=ANYTHING),
        way_to(CreativeReview.write),
        LinkPreview(is_disabled=True),
        state=CreativeReview.buttons,
        getter=getters.buttons,
    )


def _check() -> Window:
    return Window(
        T("creative-title"),
        T("creative-check", when="version"),
        T("creative-check-ask", when="can_approve"),
        T("creative-check-state", when="looks_only"),
        T("creative-check-replaced", when="replaced"),
        Button(L("btn-creative-approve"), id="yes", on_click=handlers.on_approve, when="can_approve"),
        SwitchTo(L("btn-creative-ask-changes"), id="ask", state=CreativeReview.changes, when="can_ask"),
        Button(L("btn-creative-look"), id="look", on_click=handlers.on_look),
        way_back(),
        state=CreativeReview.check,
        getter=getters.check,
    )


def _changes() -> Window:
    return Window(
        T("creative-title"),
        T("creative-changes"),
        MessageInput(handlers.on_note),
        way_to(CreativeReview.check),
        state=CreativeReview.changes,
        getter=getters.changes,
    )
