"""What was seen of a post, in order of time: each check, and each post that came above it during its hours on top.

Facts for a text, which `look_key` names; chat, Mini App and receipt say them alike.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models import Check, Posting


def looks_at(checks: Sequence[Check], posting: Posting | None) -> list[dict[str, Any]]:
    noted = posting.intrusions if posting else []
    return sorted([*map(_check, checks), *map(_intrusion, noted)], key=lambda one: one["at"])


def _check(check: Check) -> dict[str, Any]:
    changed = check.details.get("changed")
    return {
        "look_key": "deal-evidence-check",
        "at": check.done_at,
        "result": check.result.value if check.result else "unknown",
        "cause": check.cause.value if check.cause else "none",
        "changed": str(changed[0]) if isinstance(changed, list) and changed else "other",
    }


def _intrusion(noted: dict[str, Any]) -> dict[str, Any]:
    return {"look_key": "deal-evidence-intrusion", "at": datetime.fromisoformat(str(noted["at"]))}
