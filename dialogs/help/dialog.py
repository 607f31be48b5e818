"""What a screen is for, and the way back to it; the support's letter box; what is kept of people; the rules."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Row, Start
from aiogram_dialog.widgets.text import Multi

from dialogs.help import getters, handlers
from dialogs.states import Help
from dialogs.typed import ANYTHING
from dialogs.widgets import KeyOf, L, T, way_back


def make_help() -> Dialog:
    return Dialog(_topic(), _support(), _sent(), _privacy(), _terms())


def _topic() -> Window:
    return Window(
        KeyOf("about_key"),
        Row(
            Start(L("btn-support"), id="support", state=Help.support),
            Start(L("btn-terms"), id="terms", state=Help.terms),
        ),
        way_back(),
        state=Help.topic,
        getter=getters.topic,
    )


def _support() -> Window:
    return Window(
        Multi(T("help-support"), T("help-support-contact", when="contact"), sep="\n\n"),
        MessageInput(handlers.on_letter, content_types=ANYTHING),
        way_back(),
        state=Help.support,
        getter=getters.contact,
    )


def _sent() -> Window:
    return Window(
        T("help-support-sent"),
        MessageInput(handlers.on_letter, content_types=ANYTHING),
        way_back(),
        state=Help.sent,
    )


def _privacy() -> Window:
    return Window(
        Multi(T("help-privacy"), T("help-support-contact", when="contact"), sep="\n\n"),
        Start(L("btn-support"), id="support", state=Help.support),
        way_back(),
        state=Help.privacy,
        getter=getters.contact,
    )


def _terms() -> Window:
    return Window(
        Multi(T("help-terms"), T("help-support-contact", when="contact"), sep="\n\n"),
        Start(L("btn-support"), id="support", state=Help.support),
        way_back(),
        state=Help.terms,
        getter=getters.contact,
    )
