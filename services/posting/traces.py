"""Did an unanswered post go out? The channel is asked, message by message.

A bot cannot read a channel's history, but it can forward a message whose id it knows. The anchor bounds the ids from
below, a marker (posted silently) from above; all between is forwarded to the vault and compared. The markers are
deleted when the answer is written down and no sooner: an id that is missing would count as doubt, should we die here.

* A match is adopted: that is our post.
* PROVED_ABSENT only if every id between anchor and marker is there and is something else. An id that is missing may
  have been our post, deleted by somebody: that is DOUBTFUL, and people decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models import Channel, Posting
from services.ports import MARKER_TEXT, Content, Refused, SeenMessage, Telegram, Unreachable
from services.posting.fingerprint import find_match
from services.posting.vaults import MESSAGES_PER_MINUTE, Vaults
from services.telegram_errors import Meaning, meaning_of

PROBE_LIMIT = MESSAGES_PER_MINUTE - 2
"""So many ids below the marker are looked at: our post is minutes old, and a vault takes no more at once."""


@dataclass(frozen=True, slots=True)
class Traces:
    match: Sequence[SeenMessage] | None
    proved_absent: bool
    marker_id: int
    markers: Sequence[int]
    """This search's marker, and those of searches that did not come to their end: to be deleted."""


async def find_traces(
    telegram: Telegram, vaults: Vaults, channel: Channel, posting: Posting, content: Content
) -> Traces | None:
    """None: the vaults are busy, look again later. Raises Unreachable or Refused when the channel cannot be read."""
    vault = await vaults.take(PROBE_LIMIT, urgent=True)
    if vault is None:
        return None
    marker_id = await telegram.marker(channel.chat_id)
    lowest = max(posting.anchor_message_id, marker_id - 1 - PROBE_LIMIT)
    vaults.give_back(vault, PROBE_LIMIT - max(0, marker_id - 1 - lowest))
    seen: list[SeenMessage] = []
    missing = lowest > posting.anchor_message_id
    for message_id in range(marker_id - 1, lowest, -1):
        state, message = await _probe(telegram, channel.chat_id, message_id, vault)
        missing = missing or state is Meaning.GONE
        if message is not None:
            seen.append(message)
    match = find_match(content, seen)
    left = [message.message_id for message in seen if message.text == MARKER_TEXT and not message.media]
    return Traces(match, match is None and not missing, marker_id, markers=[*left, marker_id])


async def _probe(
    telegram: Telegram, chat_id: int, message_id: int, vault: int
) -> tuple[Meaning | None, SeenMessage | None]:
    try:
        copy = await telegram.forward(chat_id, message_id, vault)
    except Refused as no:
        meaning = meaning_of(no.words)
        if meaning is Meaning.GONE or "message can't be forwarded" in no.words:  # the latter: a service message
            return meaning, None
        raise
    await discard(telegram, vault, [copy.message_id])
    return None, replace(copy, message_id=message_id)


async def discard(telegram: Telegram, vault: int, message_ids: Sequence[int]) -> None:
    """Delete copies from a vault. A copy that stays costs a line in a private chat and nothing else."""
    try:
        await telegram.delete(vault, message_ids)
    except (Refused, Unreachable):
        pass
