"""One look at a post: what it says now against what it said when it went out.

The answer has three values (four with PRESENT). Content is compared, never events: edit dates, reactions and views
change without anybody's doing. Only what Telegram shows, or that it says the message is gone, is a violation; all else
is UNKNOWN with a cause. A protected channel hides the content: the markup probe then tells presence and no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from models import Cause, Channel, CheckResult, Posting
from services.ports import Refused, Telegram, Unreachable
from services.posting.fingerprint import differences, reduced
from services.posting.traces import discard
from services.telegram_errors import Meaning, meaning_of, whose_doing


@dataclass(frozen=True, slots=True)
class Finding:
    result: CheckResult
    cause: Cause | None = None
    details: dict[str, object] = field(default_factory=dict)
    retry_after_seconds: float = 0
    healed: bool = False
    """The probe restored buttons that somebody had removed."""


WEIGHT = (CheckResult.VIOLATED, CheckResult.UNKNOWN, CheckResult.PRESENT, CheckResult.INTACT)
"""Of several messages the first of these decides."""


@dataclass(frozen=True, slots=True)
class Reader:
    telegram: Telegram
    channel: Channel
    posting: Posting
    vault: int

    async def look(self) -> Finding:
        """All messages of the post: an album is intact only if each of its items is."""
        found = [await self._look_at(message) for message in self.posting.snapshot]
        return min(found, key=lambda finding: WEIGHT.index(finding.result))

    async def _look_at(self, before: dict[str, object]) -> Finding:
        message_id = int(str(before["message_id"]))
        try:
            copy = await self.telegram.forward(self.channel.chat_id, message_id, self.vault)
        except Unreachable as trouble:
            return unreachable(trouble)
        except Refused as no:
            if meaning_of(no.words) is Meaning.PROTECTED:
                return await self._probe(before, message_id)
            return await self._refused(no, message_id)
        await discard(self.telegram, self.vault, [copy.message_id])
        return compared(before, reduced(copy))

    async def _refused(self, no: Refused, message_id: int) -> Finding:
        """ "Not found" is believed only where we still are an administrator: outsiders are told the same."""
        details: dict[str, object] = {"message_id": message_id, "telegram": no.words}
        cause = await whose_doing(self.telegram, self.channel.chat_id, no)
        if cause is not None:
            return Finding(CheckResult.UNKNOWN, cause, details)
        return Finding(CheckResult.VIOLATED, details=details | {"changed": ["gone"]})

    async def _probe(self, before: dict[str, object], message_id: int) -> Finding:
        """Editing the markup to what it is: "not modified" means there. An edit that succeeds has healed a change."""
        try:
            healed = await self.telegram.probe_markup(self.channel.chat_id, message_id, _buttons(before))
        except Unreachable as trouble:
            return unreachable(trouble)
        except Refused as no:
            return await self._refused(no, message_id)
        if healed and self.posting.healed:
            return Finding(CheckResult.VIOLATED, details={"message_id": message_id, "changed": ["buttons"]})
        details: dict[str, object] = {"message_id": message_id, "protected": True, "healed": healed}
        return Finding(CheckResult.PRESENT, Cause.OWNERS, details, healed=healed)


def compared(before: dict[str, object], after: dict[str, object]) -> Finding:
    changed = differences(before, after)
    if not changed:
        return Finding(CheckResult.INTACT)
    shown = {name: after[name] for name in changed}
    details: dict[str, object] = {"message_id": before["message_id"], "changed": changed, "now": shown}
    return Finding(CheckResult.VIOLATED, details=details)


def unreachable(trouble: Unreachable) -> Finding:
    details: dict[str, object] = {"telegram": str(trouble)}
    return Finding(CheckResult.UNKNOWN, Cause.OURS, details, trouble.retry_after_seconds)


def _buttons(before: dict[str, object]) -> Sequence[Sequence[dict[str, str]]]:
    rows = before["buttons"]
    assert isinstance(rows, list)
    return [[{"text": text, "url": url} for text, url in row] for row in rows]


async def look_at_pin(telegram: Telegram, channel: Channel, posting: Posting) -> Finding:
    """Is the post the pinned message that people see?"""
    try:
        facts = await telegram.chat(channel.chat_id)
    except Unreachable as trouble:
        return unreachable(trouble)
    except Refused as no:
        cause = await whose_doing(telegram, channel.chat_id, no) or Cause.OURS
        return Finding(CheckResult.UNKNOWN, cause, {"telegram": no.words})
    if facts.pinned_message_id in posting.message_ids:
        return Finding(CheckResult.INTACT)
    return Finding(CheckResult.VIOLATED, details={"changed": ["pin"]})
