"""Home: everything that the bot can do, one tap away."""

from operator import itemgetter

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, Start, SwitchTo, WebApp
from aiogram_dialog.widgets.text import Format, List, Multi

from dialogs.menu import getters, handlers
from dialogs.states import Admin, Campaigns, Channels, ListingSearch, Menu, Settings, Wallet
from dialogs.states import Help as HelpPages
from dialogs.widgets import L, T, way_to


def make_menu() -> Dialog:
    return Dialog(_home(), _deals(), _help())


def _home() -> Window:
    return Window(
        Multi(
            T("menu-home-title"),
            T("menu-home-what"),
            T("menu-home-running", when="running"),
            T("menu-home-paused", when="paused"),
            sep="\n\n",
        ),
        Start(L("btn-find-channels"), id="find", state=ListingSearch.results),
        Row(
            SwitchTo(L("btn-my-deals"), id="deals", state=Menu.deals),
            Start(L("btn-my-channels"), id="channels", state=Channels.mine),
        ),
        Start(L("btn-campaigns"), id="campaigns", state=Campaigns.home),
        Row(
            Start(L("btn-wallet"), id="wallet", state=Wallet.home),
            Start(L("btn-settings"), id="settings", state=Settings.home),
        ),
        Row(
            Start(L("btn-set-timezone"), id="zone", state=Settings.timezone, when="asks_timezone"),
            Start(L("btn-admin"), id="admin", state=Admin.home, when="is_admin"),
        ),
        Row(
            WebApp(L("btn-open-app"), Format("{app_url}"), id="app", when="app_url"),
            SwitchTo(L("btn-help"), id="help", state=Menu.help),
        ),
        state=Menu.home,
        getter=getters.home,
    )


def _deals() -> Window:
    return Window(
        Multi(
            T("menu-deals-title"),
            T("menu-deals-empty", when="is_empty"),
            List(T("menu-deals-line"), items="deals"),
            sep="\n\n",
        ),
        Start(L("btn-find-channels"), id="find", state=ListingSearch.results, when="is_empty"),
        Column(
            Select(
                L("btn-deal-line"),
                id="d",
                item_id_getter=itemgetter("deal"),
                items="deals",
                on_click=handlers.on_deal,
            )
        ),
        Row(
            Button(L("btn-newer"), id="newer", on_click=handlers.on_newer, when="has_newer"),
            Button(L("btn-older"), id="older", on_click=handlers.on_older, when="has_older"),
        ),
        way_to(Menu.home),
        state=Menu.deals,
        getter=getters.deals,
    )


def _help() -> Window:
    return Window(
        T("menu-help"),
        Start(L("btn-support"), id="support", state=HelpPages.support),
        Row(
            Start(L("btn-privacy"), id="privacy", state=HelpPages.privacy),
            Start(L("btn-terms"), id="terms", state=HelpPages.terms),
        ),
        way_to(Menu.home),
        state=Menu.help,
    )
