"""Every screen explains itself: a text in both languages, and the question mark that leads to it, on every window.

Windows are those of all states, so that a new one cannot forget either.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup
from aiogram_dialog.widgets.common.when import true_condition
from aiogram_dialog.widgets.kbd import Keyboard, Row

from app.texts import LANGUAGES
from dialogs.help.figures import figures
from dialogs.states import Help, Menu
from dialogs.widgets import about_key_of
from services.settings import MarketSettings
from tests.architecture.test_windows import TEXTS, WINDOWS, a_manager, all_states, some_facts

EXPLAIN_THEMSELVES = {str(state.state) for state in (*Help.__all_states__, Menu.help, Menu.home)}
"""Help about help helps nobody, and the menu has a button of that name."""
EXPLAINED = sorted(set(WINDOWS) - EXPLAIN_THEMSELVES)
ABOUT = {str(state.state): about_key_of(state) for state in all_states()}
MOST_IN_A_ROW = 3
MOST_LETTERS = 600
FIGURES = [figures(MarketSettings()), figures(MarketSettings(large_payout_nano=10**12))]

Path = tuple[Keyboard, ...]


def paths(widget: Any, above: Path = ()) -> Iterator[Path]:
    """Each widget of a keyboard, with what it stands in."""
    here = (*above, widget)
    yield here
    for inner in (*getattr(widget, "buttons", ()), *getattr(widget, "widgets", ())):
        yield from paths(inner, here)


def to_the_question_mark(name: str) -> list[Path]:
    return [path for path in paths(WINDOWS[name].keyboard) if path[-1].widget_id == "about"]


def test_every_screen_has_a_text_about_it_and_every_text_a_screen() -> None:
    wanted = {ABOUT[name] for name in EXPLAINED}
    for language in LANGUAGES:
        assert {key for key in TEXTS.bundles[language]._messages if key.startswith("about-")} == wanted, language


@pytest.mark.parametrize("name", EXPLAINED)
def test_every_keyboard_holds_the_question_mark_whatever_the_facts_are(name: str) -> None:
    found = to_the_question_mark(name)
    assert len(found) == 1
    *above, button = found[0]
    assert all(widget.condition is true_condition for widget in above)
    assert isinstance(above[-1], Row)
    assert button.is_({}, a_manager(WINDOWS[name], "en"))


@pytest.mark.parametrize("name", sorted(EXPLAIN_THEMSELVES))
def test_help_does_not_explain_itself(name: str) -> None:
    manager = a_manager(WINDOWS[name], "en")
    assert not any(path[-1].is_({}, manager) for path in to_the_question_mark(name))


@pytest.mark.parametrize("name", EXPLAINED)
async def test_the_question_mark_is_on_the_screen_in_a_row_of_three_at_most(name: str) -> None:
    window = WINDOWS[name]
    markup = await window.render_kbd(some_facts(), a_manager(window, "en"))
    assert isinstance(markup, InlineKeyboardMarkup | ReplyKeyboardMarkup)
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else markup.keyboard
    labels = [[button.text for button in row] for row in rows]
    beside = [row for row in labels if any("❔" in label for label in row)]
    assert len(beside) == 1
    assert len(set(beside[0])) <= MOST_IN_A_ROW  # made-up facts give a brief two ways back, of one name


@pytest.mark.parametrize("name", sorted(WINDOWS))
def test_no_two_buttons_of_a_window_have_one_name(name: str) -> None:
    """The first of two would be pressed for both: the question mark once opened the description."""
    names = Counter(path[-1].widget_id for path in paths(WINDOWS[name].keyboard) if path[-1].widget_id)
    assert [one for one, count in names.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXPLAINED)
def test_a_text_is_short_and_says_only_figures_that_help_knows(name: str, language: str) -> None:
    for facts in FIGURES:
        words = TEXTS.translator(language)(ABOUT[name], facts)
        assert re.match(r"<b>❔ [^<]+</b>\n\n\S", words)
        assert len(re.sub(r"<[^>]+>", "", words)) <= MOST_LETTERS, len(words)
