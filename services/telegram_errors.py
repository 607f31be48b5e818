"""What Telegram's words mean for a post that we look at. The rule once, as data.

Only GONE says anything about the post. Everything else leaves it unknown, and the question is whose doing that is.
Nobody is blamed by words alone: the same sentence may be about our vault, and an outsider hears "not found" too. So
before anything is put down to the owner, the channel itself is asked whether we still are its administrator
(`whose_doing`).
"""

from enum import StrEnum, auto

from models import Cause
from services.ports import Refused, Telegram, Unreachable


class Meaning(StrEnum):
    GONE = auto()
    """The message is not there (may be stale once: a second look follows)."""
    PROTECTED = auto()
    """It may be there; the channel forbids forwarding, so its content cannot be read."""
    OWNERS = auto()
    """We were put out of the channel, or it is no more."""
    OURS = auto()
    """Our vault, our token, our server."""
    RETRY = auto()
    """Telegram is busy."""
    UNCLEAR = auto()
    """Could be either chat."""


TABLE: tuple[tuple[str, Meaning], ...] = (
    ("message to forward not found", Meaning.GONE),
    ("message to copy not found", Meaning.GONE),
    ("message to edit not found", Meaning.GONE),
    ("message to delete not found", Meaning.GONE),
    ("message to pin not found", Meaning.GONE),
    ("message to be replied not found", Meaning.GONE),
    ("message not found", Meaning.GONE),
    ("message_id_invalid", Meaning.GONE),
    ("message identifier is not specified", Meaning.GONE),
    ("there are no messages to forward", Meaning.GONE),
    ("protected content", Meaning.PROTECTED),
    ("chat_forwards_restricted", Meaning.PROTECTED),
    ("message can't be forwarded", Meaning.PROTECTED),
    ("messages can't be forwarded", Meaning.PROTECTED),
    ("message can't be copied", Meaning.PROTECTED),
    ("bot was kicked from the channel", Meaning.OWNERS),
    ("bot is not a member of the channel", Meaning.OWNERS),
    ("need administrator rights in the channel", Meaning.OWNERS),
    ("channel_private", Meaning.OWNERS),
    ("channel_invalid", Meaning.OWNERS),
    ("chat_admin_required", Meaning.OWNERS),
    ("message can't be edited", Meaning.OWNERS),
    ("bot was blocked by the user", Meaning.OURS),
    ("user is deactivated", Meaning.OURS),
    ("bot can't initiate", Meaning.OURS),
    ("bot was kicked from the group", Meaning.OURS),
    ("bot was kicked from the supergroup", Meaning.OURS),
    ("bot is not a member of the group", Meaning.OURS),
    ("bot is not a member of the supergroup", Meaning.OURS),
    ("group chat was upgraded", Meaning.OURS),
    ("group chat was deactivated", Meaning.OURS),
    ("the group chat was deleted", Meaning.OURS),
    ("unauthorized", Meaning.OURS),
    ("conflict", Meaning.OURS),
    ("too many requests", Meaning.RETRY),
    ("flood", Meaning.RETRY),
    ("internal server error", Meaning.RETRY),
    ("bad gateway", Meaning.RETRY),
    ("gateway timeout", Meaning.RETRY),
    ("restart", Meaning.RETRY),
    ("chat not found", Meaning.UNCLEAR),
    ("peer_id_invalid", Meaning.UNCLEAR),
    ("chat_write_forbidden", Meaning.UNCLEAR),
    ("chat_restricted", Meaning.UNCLEAR),
    ("not enough rights", Meaning.UNCLEAR),
    ("have no rights", Meaning.UNCLEAR),
    ("need administrator rights", Meaning.UNCLEAR),
)


def meaning_of(words: str) -> Meaning:
    """The first row whose words occur; what we do not know is unclear."""
    heard = words.lower()
    return next((meaning for needle, meaning in TABLE if needle in heard), Meaning.UNCLEAR)


OUR_CODES = frozenset({401, 404, 409, 429})
"""A wrong token, an unknown method, a second poller, flood control: never about a chat."""
SHUT = ("chat not found", "user not found", "participant_id_invalid", "member list is inaccessible")
"""How a channel that has no place for us answers when it is asked for our place in it."""


async def whose_doing(telegram: Telegram, chat_id: int, no: Refused) -> Cause | None:
    """Who keeps us from reading the channel: its owner only if the channel itself says so.

    None: nobody does; we are its administrator, and the message is gone.
    """
    meaning = meaning_of(no.words)
    if no.code in OUR_CODES or meaning in (Meaning.OURS, Meaning.RETRY):
        return Cause.OURS
    try:
        rights = await telegram.bot_rights(chat_id)
    except Unreachable:
        return Cause.OURS
    except Refused as refusal:
        return Cause.OWNERS if _is_shut(refusal) else Cause.OURS
    if not rights.is_admin:
        return Cause.OWNERS
    return None if meaning is Meaning.GONE else Cause.OURS


def _is_shut(refusal: Refused) -> bool:
    if refusal.code in OUR_CODES:
        return False
    return meaning_of(refusal.words) is Meaning.OWNERS or any(words in refusal.words.lower() for words in SHUT)
