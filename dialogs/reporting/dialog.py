"""What is wrong, in one tap; more of it in words, or none; then one question before it goes."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from dialogs.reporting import getters, handlers
from dialogs.states import Report
from dialogs.typed import ANYTHING
from dialogs.widgets import L, T, choices, way_back, way_to


def make_report() -> Dialog:
    return Dialog(_reason(), _words(), _sure(), _sent())


def _reason() -> Window:
    return Window(
        T("report-reason"),
        choices("r", handlers.on_reason),
        way_back(),
        state=Report.reason,
        getter=getters.reasons,
    )


def _words() -> Window:
    return Window(
        T("report-words"),
        SwitchTo(L("btn-skip"), id="skip", state=Report.sure, on_click=handlers.on_skip),
        MessageInput(handlers.on_words, content_types=ANYTHING),
        way_to(Report.reason),
        state=Report.words,
        getter=getters.report,
    )


def _sure() -> Window:
    return Window(
        T("report-sure"),
        T("report-sure-words", when="words"),
        Button(L("btn-report-send"), id="send", on_click=handlers.on_send),
        way_to(Report.words),
        state=Report.sure,
        getter=getters.report,
    )


def _sent() -> Window:
    return Window(
        T("report-sent"),
        way_back(),
        state=Report.sent,
        getter=getters.report,
    )
