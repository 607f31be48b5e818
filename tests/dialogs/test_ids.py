"""Screens that are opened at the same moment have names of their own."""

from aiogram import Dispatcher
from aiogram_dialog.api.entities.stack import Stack

from dialogs.ids import set_up_dialogs
from dialogs.states import Menu


def test_a_thousand_screens_opened_in_one_second_have_a_thousand_names() -> None:
    set_up_dialogs(Dispatcher())
    names = {Stack().push(Menu.home, None).id for _ in range(1000)}
    assert len(names) == 1000
    assert max(map(len, names)) <= 8
