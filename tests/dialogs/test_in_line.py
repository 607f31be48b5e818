"""Two taps in one moment, and a tap on a screen that has only just been sent."""

import asyncio
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import ErrorEvent, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.test_tools import BotClient, MockMessageManager
from aiogram_dialog.test_tools.keyboard import InlineButtonTextLocator
from aiogram_dialog.test_tools.memory_storage import JsonMemoryStorage
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Const, Format

from dialogs.ids import set_up_dialogs


class Counter(StatesGroup):
    show = State()


class Desk:
    """One screen that counts its taps, slowly, and the person in front of it."""

    def __init__(self) -> None:
        self.screens = MockMessageManager()  # type: ignore[no-untyped-call]  # the library's test tools are half typed
        self.is_sent, self.may_save = asyncio.Event(), asyncio.Event()
        self.old_buttons = 0
        dispatcher = Dispatcher(storage=JsonMemoryStorage())
        dispatcher.message.register(self._start, CommandStart())
        window = Window(
            Format("{dialog_data[count]}", when=lambda data, *_: "count" in data["dialog_data"]),
            Const("Zero", when=lambda data, *_: "count" not in data["dialog_data"]),
            Button(Const("More"), id="more", on_click=self._count),
            state=Counter.show,
        )
        dispatcher.include_router(Dialog(window))
        dispatcher.errors.register(self._fail)
        set_up_dialogs(dispatcher, message_manager=self.screens, events_isolation=SimpleEventIsolation())
        self.client = BotClient(dispatcher)

    async def _start(self, _: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Counter.show, mode=StartMode.RESET_STACK)
        await dialog_manager.show()
        self.is_sent.set()
        await self.may_save.wait()

    async def _count(self, _: object, __: object, manager: DialogManager) -> None:
        count = int(manager.dialog_data.get("count", 0))
        await asyncio.sleep(0)
        manager.dialog_data["count"] = count + 1

    async def _fail(self, event: ErrorEvent) -> bool:
        self.old_buttons += 1
        return True

    def tap(self) -> "asyncio.Task[Any]":
        shown = self.screens.last_message()
        return asyncio.create_task(self.client.click(shown, InlineButtonTextLocator("More")))


@pytest.fixture
async def desk() -> Desk:
    return Desk()


async def test_the_second_of_two_quick_taps_goes_on_from_where_the_first_ended(desk: Desk) -> None:
    desk.may_save.set()
    await desk.client.send("/start")
    await asyncio.gather(*[desk.tap() for _ in range(5)])
    assert desk.screens.last_message().text == "5"
    assert desk.old_buttons == 0


async def test_a_tap_on_a_screen_that_is_not_saved_yet_waits_for_it(desk: Desk) -> None:
    starting = asyncio.create_task(desk.client.send("/start"))
    await desk.is_sent.wait()
    tapping = desk.tap()
    for _ in range(50):
        await asyncio.sleep(0)
    desk.may_save.set()
    await asyncio.gather(starting, tapping)
    assert desk.screens.last_message().text == "1"
    assert desk.old_buttons == 0


async def test_an_old_button_is_told_and_holds_nobody_up(desk: Desk) -> None:
    desk.may_save.set()
    await desk.client.send("/start")
    old = desk.screens.last_message()
    await desk.client.send("/start")
    for _ in range(2):
        await desk.client.click(old, InlineButtonTextLocator("More"))
    assert desk.old_buttons == 2
    await desk.tap()
    assert desk.screens.last_message().text == "1"
