"""The wallet's windows: home, connecting, and the payment of a deal."""

from operator import itemgetter

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, ListGroup, Row, Start, Url
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import Format, List

from dialogs.states import Help, Wallet
from dialogs.wallet import getters, handlers
from dialogs.widgets import KeyOf, L, T, last_row, way_back

NO_PREVIEW = LinkPreview(is_disabled=True)


def make_wallet() -> Dialog:
    return Dialog(_home(), _connect(), _payment())


def _home() -> Window:
    return Window(
        T("wallet-home-title"),
        T("wallet-home-for-deal", when="for_deal"),
        T("wallet-home-address", when="has_wallet"),
        T("wallet-home-asleep", when="is_asleep"),
        T("wallet-home-none", when="no_wallet"),
        T("wallet-home-in-use", when="in_use"),
        KeyOf("reason_key", when="reason_key"),
        Button(L("btn-wallet-use"), id="use", on_click=handlers.on_use, when="can_use"),
        Button(L("btn-wallet-connect"), id="connect", on_click=handlers.on_connect, when="can_connect"),
        Button(L("btn-wallet-disconnect"), id="off", on_click=handlers.on_disconnect, when="has_wallet"),
        way_back(),
        state=Wallet.home,
        getter=getters.home,
    )


def _connect() -> Window:
    return Window(
        T("wallet-connect-title"),
        T("wallet-connect-waiting", when="waiting"),
        List(T("wallet-connect-code"), items="codes"),
        T("wallet-connect-over", when="over"),
        ListGroup(
            Url(L("btn-wallet-open"), Format("{item[link]}"), id="open"),
            id="o",
            item_id_getter=itemgetter("id"),
            items="offers",
        ),
        Button(L("btn-wallet-again"), id="again", on_click=handlers.on_connect, when="over"),
        last_row(Button(L("btn-back"), id="back", on_click=handlers.on_back)),
        NO_PREVIEW,
        state=Wallet.connect,
        getter=getters.connect,
    )


def _payment() -> Window:
    return Window(
        T("wallet-payment-title"),
        T("wallet-payment-facts", when="awaits"),
        T("wallet-payment-only-from", when="awaits"),
        T("wallet-payment-due", when="due_at"),
        T("wallet-payment-state"),
        T("wallet-payment-deadline"),
        T("wallet-payment-waiting", when="waiting"),
        T("wallet-payment-needs-wallet", when="needs_wallet"),
        T("wallet-payment-late", when="can_take_back"),
        Button(L("btn-wallet-pay"), id="pay", on_click=handlers.on_pay, when="can_pay"),
        Button(L("btn-wallet-connect"), id="connect", on_click=handlers.on_connect, when="needs_wallet"),
        Button(L("btn-wallet-take-back"), id="mine", on_click=handlers.on_take_back, when="can_take_back"),
        Url(L("btn-wallet-back-link"), Format("{back_link}"), id="backlink", when="back_link"),
        Url(L("btn-wallet-link"), Format("{transfer_link}"), id="link", when="has_link"),
        Row(
            Button(L("btn-wallet-look"), id="look", on_click=handlers.on_look),
            Url(L("btn-wallet-explorer"), Format("{explorer_url}"), id="explorer", when="explorer_url"),
            Start(L("btn-support-short"), id="support", state=Help.support),
        ),
        way_back(),
        NO_PREVIEW,
        state=Wallet.payment,
        getter=getters.payment,
    )
