"""Formatting both ways, counted in UTF-16 units."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sandbox.telegram.entities import cut, read_text, render_html, units
from app.sandbox.telegram.errors import ApiError

Entity = dict[str, Any]


def marks(entities: list[Entity]) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


READ: list[tuple[str, str, str, list[tuple[str, int, int]]]] = [
    ("HTML", "<b>Hi</b> there", "Hi there", [("bold", 0, 2)]),
    ("HTML", "👍 <i>x</i>", "👍 x", [("italic", 3, 1)]),
    ("HTML", "👨‍👩‍👧 <u>family</u>", "👨‍👩‍👧 family", [("underline", 9, 6)]),
    ("HTML", "<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("HTML", "1 &lt; 2 &amp;&#128077;&#x1F44D;&nbsp;", "1 < 2 &👍👍&nbsp;", []),
    ("HTML", '<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
    ("HTML", "<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
    ("HTML", '<span class="tg-spoiler">s</span>', "s", [("spoiler", 0, 1)]),
    ("HTML", "<a href='javascript:x'>bad</a>", "bad", []),
    ("HTML", "  <b>x</b>  ", "x", [("bold", 0, 1)]),
    ("HTML", "<b>x  </b>  ", "x", [("bold", 0, 1)]),
    ("HTML", "<b></b>x", "x", []),
    (
        "MarkdownV2",
        "*a* _b_ __c__ ~d~ ||e|| `f`",
        "a b c d e f",
        [
            ("bold", 0, 1),
            ("italic", 2, 1),
            ("underline", 4, 1),
            ("strikethrough", 6, 1),
            ("spoiler", 8, 1),
            ("code", 10, 1),
        ],
    ),
    ("MarkdownV2", "*👍 _x_*", "👍 x", [("bold", 0, 4), ("italic", 3, 1)]),
    ("MarkdownV2", r"1\.5\!", "1.5!", []),
    ("MarkdownV2", "[text](https://a.example/x\\)y)", "text", [("text_link", 0, 4)]),
    ("MarkdownV2", ">one\n>two\nthree", "one\ntwo\nthree", [("blockquote", 0, 7)]),
    ("MarkdownV2", ">one\n>two||", "one\ntwo", [("expandable_blockquote", 0, 7)]),
    ("MarkdownV2", "```py\nx = 1```", "x = 1", [("pre", 0, 5)]),
    (
        "Markdown",
        "*a* _b_ `c` [d](http://e.example/)",
        "a b c d",
        [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1), ("text_link", 6, 1)],
    ),
    ("Markdown", r"snake\_case", "snake_case", []),
    (
        "",
        "/start @anna #tag see https://t.me/x. a@b.org $TON",
        "/start @anna #tag see https://t.me/x. a@b.org $TON",
        [
            ("bot_command", 0, 6),
            ("mention", 7, 5),
            ("hashtag", 13, 4),
            ("url", 22, 14),
            ("email", 38, 7),
            ("cashtag", 46, 4),
        ],
    ),
    ("HTML", "<code>@anna</code>", "@anna", [("code", 0, 5)]),
]


@pytest.mark.parametrize(("mode", "source", "text", "expected"), READ, ids=[f"{r[0]} {r[1]}" for r in READ])
def test_text_is_read(mode: str, source: str, text: str, expected: list[tuple[str, int, int]]) -> None:
    read, entities = read_text(source, mode)
    assert (read, marks(entities)) == (text, expected)


REFUSED = [
    ("HTML", "<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("HTML", "é<font>x</font>", 'Unsupported start tag "font" at byte offset 2'),
    ("HTML", "<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("HTML", "x</b>", "Unexpected end tag at byte offset 1"),
    ("HTML", "<b", 'Unclosed start tag "b" at byte offset 0'),
    ("HTML", "a < b", 'Unsupported start tag "" at byte offset 2'),
    ("HTML", "<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("MarkdownV2", "1.5", "Character '.' is reserved and must be escaped with the preceding '\\'"),
    ("MarkdownV2", "é*x", "Can't find end of Bold entity at byte offset 2"),
    ("MarkdownV2", "*_x*_", "Can't find end of Italic entity at byte offset 4"),
    ("Markdown", "snake_case", "Can't find end of the entity starting at byte offset 5"),
]


@pytest.mark.parametrize(("mode", "source", "words"), REFUSED, ids=[f"{r[0]} {r[1]}" for r in REFUSED])
def test_broken_markup_is_refused_with_its_place(mode: str, source: str, words: str) -> None:
    with pytest.raises(ApiError) as refusal:
        read_text(source, mode)
    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


def test_an_entity_inside_of_an_emoji_is_refused() -> None:
    with pytest.raises(ApiError, match="ends in a middle of a UTF-16 symbol"):
        read_text("👍👍", None, [{"type": "bold", "offset": 1, "length": 2}])


def test_crossing_entities_become_nested_html() -> None:
    bold, italic = {"type": "bold", "offset": 0, "length": 3}, {"type": "italic", "offset": 2, "length": 3}
    assert render_html("abcde", [bold, italic]) == "<b>ab<i>c</i></b><i>de</i>"


def test_html_for_a_page_is_escaped() -> None:
    assert render_html("<script>", []) == "&lt;script&gt;"


ALPHABET = st.sampled_from("ab <>&\"'👍я\n_*")
KINDS = st.sampled_from(["bold", "italic", "underline", "strikethrough", "spoiler"])


@st.composite
def formatted(draw: st.DrawFn) -> tuple[str, list[Entity]]:
    """A text that starts and ends with a letter, with nested or separate entities, each kind once."""
    text = "x" + draw(st.text(ALPHABET, max_size=20)) + "x"
    edges = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    entities = []
    for kind in draw(st.sets(KINDS, max_size=3)):
        low = draw(st.integers(0, len(edges) - 2))
        high = draw(st.integers(low + 1, len(edges) - 1))
        begin, end = units(text[: edges[low]]), units(text[: edges[high]])
        entities.append({"type": kind, "offset": begin, "length": end - begin})
    return text, entities


@settings(max_examples=150, derandomize=True, deadline=None)
@given(formatted())
def test_what_is_rendered_reads_back_with_the_same_marks_on_every_symbol(sample: tuple[str, list[Entity]]) -> None:
    text, entities = sample
    read, again = read_text(render_html(text, entities), "HTML")
    assert read == text
    assert covered(text, again) == covered(text, entities)


def covered(text: str, entities: list[Entity]) -> list[set[str]]:
    """Which marks each unit of the text carries."""
    return [{e["type"] for e in entities if e["offset"] <= at < e["offset"] + e["length"]} for at in range(units(text))]


def test_cutting_counts_in_units() -> None:
    assert cut("👍ab", 2, 1) == "a"
