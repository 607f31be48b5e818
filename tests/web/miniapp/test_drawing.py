"""Posts and charts as HTML: exact, well formed whatever comes in, and nothing in them runs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.miniapp.charts import line
from app.web.miniapp.creative import TAGS, post_html, safe_url
from tests.web.miniapp.conftest import faults_of


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("Tea & milk", [], "Tea &amp; milk"),
        ("Tea is here", [entity("bold", 0, 3)], "<b>Tea</b> is here"),
        ("🫖 Tea", [entity("italic", 3, 3)], "🫖 <i>Tea</i>"),
        ("ab", [entity("bold", 0, 2), entity("italic", 1, 1)], "<b>a<i>b</i></b>"),
        ("abc", [entity("bold", 0, 2), entity("italic", 1, 2)], "<b>a<i>b</i></b>c"),
        ("abc", [entity("bold", 0, 99)], "<b>abc</b>"),
        ("abc", [entity("bold", -1, 2), entity("bold", 1, 0), entity("strange", 0, 1)], "abc"),
        (
            "shop",
            [entity("text_link", 0, 4, url="https://a.example/?x=1&y=2")],
            '<a href="https://a.example/?x=1&amp;y=2" rel="noopener noreferrer">shop</a>',
        ),
        ("shop", [entity("text_link", 0, 4, url="javascript:alert(1)")], "shop"),
        (
            "@tea",
            [entity("mention", 0, 4)],
            '<a href="https://t.me/tea" rel="noopener noreferrer">@tea</a>',
        ),
    ],
)
def test_a_post_reads_as_the_channel_shows_it(text: str, entities: list[dict[str, Any]], html: str) -> None:
    assert str(post_html(text, entities)) == html


ENTITIES = st.lists(
    st.builds(
        entity,
        st.sampled_from([*TAGS, "text_link", "url", "email", "mention", "custom_emoji"]),
        st.integers(-3, 30),
        st.integers(-3, 30),
        url=st.sampled_from(
            ["https://a.example", "javascript:x", " JAVASCRIPT:x", "data:text/html,x", "tg://user?id=1"]
        ),
    ),
    max_size=6,
)


@given(st.text(max_size=20), ENTITIES)
def test_whatever_comes_the_markup_is_whole_and_harmless(text: str, entities: list[dict[str, Any]]) -> None:
    assert faults_of(str(post_html(text, entities))) == []


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example", "https://a.example"),
        ("a.example/path?q=a:b", "https://a.example/path?q=a:b"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("  javascript://a.example/%0aalert(1)", ""),
        ("data:text/html,x", ""),
        ("vbscript:x.y", ""),
        ("", ""),
    ],
)
def test_links_lead_to_where_links_may_lead(url: str, safe: str) -> None:
    assert safe_url(url) == safe


def test_a_chart_runs_from_the_first_value_to_the_last() -> None:
    drawn = str(line([0, 1, 2], [100, 300, 200], 'Subscribers "<b>"'))
    assert "M6.0 90.0 L160.0 6.0 L314.0 48.0" in drawn
    assert 'aria-label="Subscribers &#34;&lt;b&gt;&#34;: 100 → 200"' in drawn
    assert "M6.0 48.0 L314.0 48.0" in str(line([0, 5], [7, 7], "x")), "what never moves runs through the middle"
