"""Every screen has a window, every window renders in both languages, and every button fits Telegram.

Windows are rendered with made-up facts: each condition holds, each list has one item with the longest id there is, and
each text gets arguments of the kind that their names say. Whether the getters' own facts are enough is found by the
tests that play the flows; that a widget names a text that is not there, or a button grows too long, is found here.
"""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup
from aiogram_dialog import Dialog, DialogManager, Window

import dialogs
from app.texts import LANGUAGES, Texts
from dialogs import states
from models import User

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "locales"
TEXTS = Texts(LOCALES, strict=True)
CALLBACK_BYTES = 64
INTENT_BYTES = 7
"""aiogram-dialog puts the intent's id and a separator before what a widget wants to be told."""
LONGEST_ID = str(2**63)
"""No id of ours is longer; names of actions and days are shorter."""
TEXT_LIMIT = 4096
A_KEY = "btn-back"


def makers() -> Iterator[Callable[[], Dialog]]:
    """The `make_<flow>` functions: each flow package has one in its `dialog.py`."""
    for found in pkgutil.iter_modules(dialogs.__path__):
        if found.ispkg:
            module = importlib.import_module(f"dialogs.{found.name}.dialog")
            yield from (make for name, make in inspect.getmembers(module) if name.startswith("make_"))


def all_states() -> list[State]:
    groups = [group for _, group in inspect.getmembers(states, inspect.isclass) if issubclass(group, StatesGroup)]
    return [state for group in groups if group is not StatesGroup for state in group.__all_states__]


WINDOWS: dict[str, Window] = {
    str(state.state): cast(Window, window) for make in makers() for state, window in make().windows.items()
}


def test_every_state_has_a_window() -> None:
    assert sorted(str(state.state) for state in all_states()) == sorted(WINDOWS)


def spoken_names() -> set[str]:
    """Every variable that some text names."""
    return {name for path in LOCALES.rglob("*.ftl") for name in re.findall(r"\$([a-z_]+)", path.read_text("utf-8"))}


def widget_names() -> tuple[set[str], set[str]]:
    """The facts that hold a text's key (`KeyOf`), and those that hold a list (`items=`), from the windows' source."""
    keys: set[str] = set()
    lists: set[str] = set()
    for path in (ROOT / "dialogs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name) and node.func.id == "KeyOf" and node.args:
                keys.add(str(getattr(node.args[0], "value", "")))
            lists |= {str(getattr(word.value, "value", "")) for word in node.keywords if word.arg == "items"}
    return keys, lists


def plausible(name: str) -> Any:
    if name == "at" or name.endswith("_at"):
        return datetime(2026, 6, 1, 12, tzinfo=UTC)
    numeric = ("_nano", "_seconds", "_bps", "_id", "_hours")
    return 7 if name.endswith(numeric) or name in ("deal", "days", "day", "month", "count") else "words"


ARGUMENTS = {name: plausible(name) for name in spoken_names()}
KEYS, LISTS = widget_names()


class Facts(dict[str, Any]):
    """What a getter might give, with every condition true."""

    def __missing__(self, name: str) -> Any:
        return "https://example.com"

    def get(self, name: str, default: Any = None) -> Any:
        return self[name]


def some_facts() -> Facts:
    keys = dict.fromkeys(KEYS, A_KEY)
    item = Facts({**keys, "id": LONGEST_ID, "deal": LONGEST_ID})
    return Facts({**keys, **{name: [item] for name in LISTS}})


def a_manager(window: Window, language: str) -> DialogManager:
    translator = TEXTS.translator(language)

    class Words:
        has = staticmethod(translator.has)

        def __call__(self, key: str, args: object = None, *, plain: bool = False, **more: object) -> str:
            return translator(key, ARGUMENTS, plain=plain)

    data: dict[str, Any] = {}
    context = SimpleNamespace(widget_data={}, dialog_data=data, start_data={}, state=window.get_state(), id="abcdef")
    user = User(id=1, language=language, timezone="Europe/Moscow", first_name="Ann")
    parts = {"dialog_data": data, "start_data": {}, "middleware_data": {"t": Words(), "user": user}}
    return cast(
        DialogManager,
        SimpleNamespace(**parts, current_context=lambda: context, is_preview=lambda: False, find=lambda _: None),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(WINDOWS))
async def test_a_window_renders_and_fits(name: str, language: str) -> None:
    window = WINDOWS[name]
    manager, facts = a_manager(window, language), some_facts()
    text = await window.render_text(facts, manager)
    assert 0 < len(text) <= TEXT_LIMIT
    markup = await window.render_kbd(facts, manager)
    assert isinstance(markup, InlineKeyboardMarkup | ReplyKeyboardMarkup)
    if isinstance(markup, ReplyKeyboardMarkup):
        assert all(button.text.strip() for row in markup.keyboard for button in row)
        return
    for button in (button for row in markup.inline_keyboard for button in row):
        assert button.text.strip()
        assert len((button.callback_data or "").encode()) + INTENT_BYTES <= CALLBACK_BYTES


@pytest.mark.parametrize("name", sorted(WINDOWS))
async def test_every_window_has_a_way_out(name: str) -> None:
    """Home is always in the same place: the last row."""
    window = WINDOWS[name]
    markup = await window.render_kbd(some_facts(), a_manager(window, "en"))
    if isinstance(markup, InlineKeyboardMarkup) and name != "Menu:home":
        assert markup.inline_keyboard[-1][-1].text == TEXTS.translator("en")("btn-home")
