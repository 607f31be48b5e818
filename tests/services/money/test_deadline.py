"""Why no schedule ever needs a later deadline: the contract's counts from the last moment that a schedule takes."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.deals.clocks import deadline_of
from services.deals.terms import Terms
from services.settings import default_clocks
from tests.makers import START, some_terms

DAY = 86_400
SECONDS = st.integers(0, 10 * DAY)
AFTER_THE_POST = ("grace_seconds", "cure_seconds", "dispute_seconds", "veto_seconds")


@st.composite
def all_terms(draw: st.DrawFn) -> Terms:
    """Any window, term and clocks, also ones that no setting offers today."""
    end = int((START + timedelta(days=draw(st.integers(1, 60)))).timestamp())
    clocks = {name: draw(SECONDS) for name in default_clocks()}
    return some_terms(window_end_unix=end, feed_hours=draw(st.integers(1, 30 * 24)), clocks=clocks)


def ends_at_the_latest(terms: Terms, publish_at: int) -> int:
    """Every clock after the post at its very end, a cured violation, a dispute to its cap, and a large payout."""
    return publish_at + terms.retention_seconds + sum(terms.clocks[name] for name in AFTER_THE_POST)


@given(all_terms(), SECONDS)
def test_whatever_time_is_agreed_inside_the_window_the_deal_ends_a_margin_before_the_deadline(
    terms: Terms, earlier: int
) -> None:
    publish_at = terms.window_end_unix - earlier
    assert ends_at_the_latest(terms, publish_at) + terms.clocks["margin_seconds"] <= deadline_of(terms)


@given(all_terms())
def test_the_deadline_is_not_later_than_that_needs(terms: Terms) -> None:
    """The advertiser's own way out (`auto_refund`) is not put off for nothing."""
    latest = ends_at_the_latest(terms, terms.window_end_unix)
    assert latest + terms.clocks["margin_seconds"] == deadline_of(terms)
