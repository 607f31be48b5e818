"""What was seen of a post is read from top to bottom as it happened."""

from datetime import timedelta

from models import Check, CheckResult, Posting
from services.posting.looks import looks_at
from tests.makers import START


def test_a_post_that_came_on_top_stands_between_the_checks_around_it() -> None:
    checks = [Check(done_at=START + timedelta(hours=hours), result=CheckResult.INTACT) for hours in (1, 3)]
    noted = {"message_id": 6, "at": (START + timedelta(hours=2)).isoformat(), "album": None}
    looks = looks_at(checks, Posting(intrusions=[noted]))
    assert [(look["look_key"], look["at"] - START) for look in looks] == [
        ("deal-evidence-check", timedelta(hours=1)),
        ("deal-evidence-intrusion", timedelta(hours=2)),
        ("deal-evidence-check", timedelta(hours=3)),
    ]


def test_without_a_posting_there_is_nothing_to_see() -> None:
    assert looks_at([], None) == []
