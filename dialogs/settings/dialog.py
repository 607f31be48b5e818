"""Language and time zone, each one tap (or one typed city) away; what the bot writes of its own accord: `notices`."""

from operator import itemgetter

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Multi

from dialogs.settings import getters, handlers
from dialogs.settings.notices import notices_window, quiet_window
from dialogs.states import Settings
from dialogs.typed import ANYTHING
from dialogs.widgets import KeyOf, L, T, way_back, way_to


def make_settings() -> Dialog:
    return Dialog(_home(), _language(), _timezone(), notices_window(), quiet_window())


def _home() -> Window:
    return Window(
        Multi(T("settings-home-title"), T("settings-home-facts"), sep="\n\n"),
        Row(
            SwitchTo(L("btn-language"), id="language", state=Settings.language),
            SwitchTo(L("btn-timezone"), id="zone", state=Settings.timezone),
        ),
        SwitchTo(L("btn-notices"), id="notices", state=Settings.notices),
        way_back(),
        state=Settings.home,
        getter=getters.home,
    )


def _language() -> Window:
    return Window(
        T("settings-language-title"),
        Group(
            Select(
                KeyOf("label_key", plain=True),
                id="l",
                item_id_getter=itemgetter("id"),
                items="languages",
                on_click=handlers.on_language,
            ),
            width=2,
        ),
        way_to(Settings.home),
        state=Settings.language,
        getter=getters.language,
    )


def _timezone() -> Window:
    return Window(
        Multi(T("settings-timezone-title"), T("settings-timezone-hint"), sep="\n\n"),
        Group(
            Select(
                KeyOf("label_key", plain=True),
                id="z",
                item_id_getter=itemgetter("id"),
                items="zones",
                on_click=handlers.on_zone,
            ),
            width=2,
        ),
        MessageInput(handlers.on_zone_typed, content_types=ANYTHING),
        way_to(Settings.home),
        state=Settings.timezone,
        getter=getters.timezone,
    )
