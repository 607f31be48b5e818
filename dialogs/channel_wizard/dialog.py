"""The wizard that takes a channel in, and the cards of the channels that are in."""

from operator import itemgetter

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, Start, SwitchTo
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import Multi

from dialogs.channel_wizard import getters, handlers
from dialogs.channel_wizard.people import people_window, person_window
from dialogs.states import Channels, ChannelWizard
from dialogs.typed import CARRIED
from dialogs.widgets import KeyOf, L, PickChannel, T, last_row, way_back, way_to

NAMES_A_CHANNEL = [ContentType.CHAT_SHARED, *CARRIED]
"""Whatever a channel may post can be forwarded to name it; what names none is answered."""


def make_channel_wizard() -> Dialog:
    return Dialog(_ask(), _missing(), _added())


def make_channels() -> Dialog:
    return Dialog(_mine(), _card(), people_window(), person_window(), _remove())


def _ask() -> Window:
    """The picker lives on a reply keyboard, so this window's other buttons do too."""
    return Window(
        Multi(T("channels-ask-title"), T("channels-ask-how"), sep="\n\n"),
        PickChannel(L("btn-pick-channel")),
        way_back(),
        MessageInput(handlers.on_channel, content_types=NAMES_A_CHANNEL),
        markup_factory=ReplyKeyboardFactory(resize_keyboard=True),
        state=ChannelWizard.ask,
    )


def _missing() -> Window:
    return Window(
        Multi(T("channels-missing-title"), KeyOf("why_key"), T("channels-missing-how"), sep="\n\n"),
        Button(L("btn-check-again"), id="again", on_click=handlers.on_check_again),
        way_to(ChannelWizard.ask),
        MessageInput(handlers.on_channel, content_types=NAMES_A_CHANNEL),
        state=ChannelWizard.missing,
        getter=getters.missing,
    )


def _added() -> Window:
    return Window(
        Multi(
            T("channels-added-title"),
            T("channels-facts"),
            T("channels-other-payee", when="other_payee"),
            T("channels-lacks-payee", when="lacks_payee"),
            T("channels-on-sale", when="on_sale"),
            T("channels-added-next", when="needs_prices"),
            sep="\n\n",
        ),
        Button(L("btn-set-prices"), id="prices", on_click=handlers.on_prices, when="needs_prices"),
        Button(L("btn-edit-listing"), id="listing", on_click=handlers.on_prices, when="has_prices"),
        last_row(Start(L("btn-my-channels"), id="mine", state=Channels.mine)),
        state=ChannelWizard.added,
        getter=getters.added,
    )


def _mine() -> Window:
    return Window(
        Multi(T("channels-mine-title"), T("channels-mine-empty", when="is_empty"), sep="\n\n"),
        Column(
            Select(
                L("btn-channel-line"),
                id="c",
                item_id_getter=itemgetter("id"),
                items="channels",
                on_click=handlers.on_mine,
            )
        ),
        Start(L("btn-add-channel"), id="add", state=ChannelWizard.ask),
        way_back(),
        state=Channels.mine,
        getter=getters.mine,
    )


def _card() -> Window:
    return Window(
        Multi(
            T("channels-card-title"),
            T("channels-facts"),
            T("channels-on-sale", when="on_sale"),
            T("channels-needs-prices", when="needs_prices"),
            T("channels-rights-lost", when="rights_lost"),
            T("channels-other-payee", when="other_payee"),
            T("channels-lacks-payee", when="lacks_payee"),
            sep="\n\n",
        ),
        Button(L("btn-edit-listing"), id="listing", on_click=handlers.on_prices),
        Row(
            Button(L("btn-statistics"), id="stats", on_click=handlers.on_statistics),
            SwitchTo(L("btn-people"), id="people", state=Channels.people),
        ),
        Row(
            Button(L("btn-check-again"), id="again", on_click=handlers.on_refresh),
            SwitchTo(L("btn-remove-channel"), id="remove", state=Channels.remove, when="may_remove"),
        ),
        way_to(Channels.mine),
        state=Channels.card,
        getter=getters.card,
    )


def _remove() -> Window:
    return Window(
        Multi(T("channels-remove-title"), T("channels-remove-how"), sep="\n\n"),
        Button(L("btn-remove-yes"), id="yes", on_click=handlers.on_remove),
        way_to(Channels.card),
        state=Channels.remove,
        getter=getters.card,
    )
