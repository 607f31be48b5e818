"""Many terms with tampering, noise and trouble in them: every verdict is the right one. The long run sees more."""

import os

from tests.services.posting.stage import Stage
from tests.services.posting.verdicts import judge_many

TERMS = 500 if os.environ.get("LONG") == "1" else 12


async def test_no_verdict_is_wrong(stage: Stage) -> None:
    marks = await judge_many(stage, TERMS, seed=20260601)
    assert marks.wrong == []
    assert marks.runs == TERMS
