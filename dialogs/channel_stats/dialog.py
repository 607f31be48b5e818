"""One window: the figures with their source and age, a chart, and a button for the other chart."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import List, Multi

from dialogs.channel_stats import getters, handlers
from dialogs.states import ChannelStats
from dialogs.widgets import KeyOf, L, T, way_back


def make_channel_stats() -> Dialog:
    return Dialog(_show())


def _show() -> Window:
    return Window(
        DynamicMedia("picture", when="picture"),
        Multi(
            T("stats-title"),
            Multi(
                T("stats-subscribers"),
                T("stats-growth-week", when="week_known"),
                T("stats-growth-month", when="month_known"),
                T("stats-views", when="views_known"),
                T("stats-no-views", when="views_unknown"),
                T("stats-posts", when="posts_known"),
                List(Multi(KeyOf("language_key"), T("stats-share"), sep=" "), items="languages", sep=", "),
                T("stats-premium", when="premium_known"),
                sep="\n",
            ),
            T("stats-sources"),
            T("stats-drawn", when="picture"),
            T("stats-no-picture", when="no_picture"),
            sep="\n\n",
        ),
        Button(L("btn-other-chart"), id="other", on_click=handlers.on_other),
        Button(L("btn-new-figures"), id="fresh", on_click=handlers.on_fresh, when="is_mine"),
        way_back(),
        state=ChannelStats.show,
        getter=getters.show,
    )
