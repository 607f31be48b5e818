"""Every text with which the Bot API may answer a look at a post: gone, unknown or retry, and where the text is from.

The sources are the Bot API server's own code (github.com/tdlib/telegram-bot-api, `Client.cpp`, by function), TDLib's
(github.com/tdlib/td) and the list of errors at core.telegram.org/api/errors, which the server hands on in capitals.
"""

from enum import StrEnum

import pytest

from models import Cause, CheckResult
from services.posting.reading import Reader
from services.telegram_errors import TABLE, Meaning, meaning_of
from tests.services.posting.stage import VAULT, Stage

ACCESS = "Client.cpp check_chat_access"
MESSAGE = "Client.cpp check_message, with the message's part in the call"
ANSWER = "Client.cpp fail_query_with_error"
TDLIB = "td MessagesManager / MessageForwarder"
MTPROTO = "core.telegram.org/api/errors"
SERVER = "core.telegram.org/bots/api#making-requests, HTTP code of the front end"


class Says(StrEnum):
    GONE = "gone"
    UNKNOWN = "unknown"
    RETRY = "retry"


GONE, UNKNOWN, RETRY = Says

WORDS: tuple[tuple[int, str, Meaning, Says, str], ...] = (
    (400, "Bad Request: message to forward not found", Meaning.GONE, GONE, MESSAGE),
    (400, "Bad Request: message to copy not found", Meaning.GONE, GONE, MESSAGE),
    (400, "Bad Request: message to edit not found", Meaning.GONE, GONE, MESSAGE),
    (400, "Bad Request: message to delete not found", Meaning.GONE, GONE, MESSAGE),
    (400, "Bad Request: message to pin not found", Meaning.GONE, GONE, MESSAGE),
    (400, "Bad Request: message to be replied not found", Meaning.GONE, GONE, MESSAGE),
    (400, "Bad Request: message not found", Meaning.GONE, GONE, TDLIB),
    (400, "Bad Request: MESSAGE_ID_INVALID", Meaning.GONE, GONE, MTPROTO),
    (400, "Bad Request: message identifier is not specified", Meaning.GONE, GONE, "Client.cpp get_message_id"),
    (400, "Bad Request: there are no messages to forward", Meaning.GONE, GONE, TDLIB),
    (400, "Bad Request: message has protected content and can't be forwarded", Meaning.PROTECTED, UNKNOWN, TDLIB),
    (400, "Bad Request: CHAT_FORWARDS_RESTRICTED", Meaning.PROTECTED, UNKNOWN, MTPROTO),
    (400, "Bad Request: message can't be forwarded", Meaning.PROTECTED, UNKNOWN, TDLIB),
    (400, "Bad Request: messages can't be forwarded", Meaning.PROTECTED, UNKNOWN, TDLIB),
    (400, "Bad Request: message can't be copied", Meaning.PROTECTED, UNKNOWN, TDLIB),
    (403, "Forbidden: bot was kicked from the channel chat", Meaning.OWNERS, UNKNOWN, ACCESS),
    (403, "Forbidden: bot is not a member of the channel chat", Meaning.OWNERS, UNKNOWN, ACCESS),
    (400, "Bad Request: need administrator rights in the channel chat", Meaning.OWNERS, UNKNOWN, ANSWER),
    (400, "Bad Request: CHANNEL_PRIVATE", Meaning.OWNERS, UNKNOWN, MTPROTO),
    (400, "Bad Request: CHANNEL_INVALID", Meaning.OWNERS, UNKNOWN, MTPROTO),
    (400, "Bad Request: CHAT_ADMIN_REQUIRED", Meaning.OWNERS, UNKNOWN, MTPROTO),
    (400, "Bad Request: message can't be edited", Meaning.OWNERS, UNKNOWN, TDLIB),
    (403, "Forbidden: bot was blocked by the user", Meaning.OURS, UNKNOWN, ANSWER),
    (403, "Forbidden: user is deactivated", Meaning.OURS, UNKNOWN, ACCESS),
    (403, "Forbidden: bot can't initiate conversation with a user", Meaning.OURS, UNKNOWN, ANSWER),
    (403, "Forbidden: bot was kicked from the group chat", Meaning.OURS, UNKNOWN, ACCESS),
    (403, "Forbidden: bot was kicked from the supergroup chat", Meaning.OURS, UNKNOWN, ACCESS),
    (403, "Forbidden: bot is not a member of the group chat", Meaning.OURS, UNKNOWN, ACCESS),
    (403, "Forbidden: bot is not a member of the supergroup chat", Meaning.OURS, UNKNOWN, ACCESS),
    (403, "Forbidden: the group chat was deleted", Meaning.OURS, UNKNOWN, ACCESS),
    (400, "Bad Request: group chat was upgraded to a supergroup chat", Meaning.OURS, UNKNOWN, ACCESS),
    (400, "Bad Request: group chat was deactivated", Meaning.OURS, UNKNOWN, ACCESS),
    (401, "Unauthorized", Meaning.OURS, UNKNOWN, SERVER),
    (409, "Conflict: terminated by other getUpdates request", Meaning.OURS, UNKNOWN, "Client.cpp long polling"),
    (429, "Too Many Requests: retry after 5", Meaning.RETRY, RETRY, ANSWER),
    (420, "FLOOD_WAIT_5", Meaning.RETRY, RETRY, MTPROTO),
    (500, "Internal Server Error", Meaning.RETRY, RETRY, SERVER),
    (502, "Bad Gateway", Meaning.RETRY, RETRY, SERVER),
    (504, "Gateway Timeout", Meaning.RETRY, RETRY, SERVER),
    (500, "Internal Server Error: restart", Meaning.RETRY, RETRY, "Client.cpp get_closing_error"),
    (503, "Service Unavailable: restart", Meaning.RETRY, RETRY, SERVER),
    (400, "Bad Request: chat not found", Meaning.UNCLEAR, UNKNOWN, "Client.cpp check_chat"),
    (400, "Bad Request: private chat not found", Meaning.UNCLEAR, UNKNOWN, ACCESS),
    (400, "Bad Request: PEER_ID_INVALID", Meaning.UNCLEAR, UNKNOWN, MTPROTO),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN", Meaning.UNCLEAR, UNKNOWN, MTPROTO),
    (400, "Bad Request: CHAT_RESTRICTED", Meaning.UNCLEAR, UNKNOWN, MTPROTO),
    (400, "Bad Request: not enough rights to send text messages to the chat", Meaning.UNCLEAR, UNKNOWN, TDLIB),
    (400, "Bad Request: have no rights to send a message", Meaning.UNCLEAR, UNKNOWN, TDLIB),
    (400, "Bad Request: need administrator rights in the group", Meaning.UNCLEAR, UNKNOWN, ANSWER),
    (400, "Bad Request: words that nobody has heard yet", Meaning.UNCLEAR, UNKNOWN, "none: whatever comes next"),
)
FAR = {
    Meaning.GONE: GONE,
    Meaning.RETRY: RETRY,
    Meaning.PROTECTED: UNKNOWN,
    Meaning.OWNERS: UNKNOWN,
    Meaning.OURS: UNKNOWN,
    Meaning.UNCLEAR: UNKNOWN,
}
SEEN = {Meaning.GONE: CheckResult.VIOLATED, Meaning.PROTECTED: CheckResult.PRESENT}
"""What a check makes of it while the channel itself says that we are its administrator; all else is UNKNOWN, ours."""


@pytest.mark.parametrize(("code", "words", "meaning", "says", "source"), WORDS, ids=[row[1] for row in WORDS])
def test_what_the_words_mean(code: int, words: str, meaning: Meaning, says: Says, source: str) -> None:
    assert source
    assert meaning_of(words) is meaning
    assert FAR[meaning] is says


def test_every_row_of_the_table_is_met_by_some_text() -> None:
    met = {next((needle for needle, _ in TABLE if needle in words.lower()), None) for _, words, *_ in WORDS}
    assert [needle for needle, _ in TABLE if needle not in met] == []


async def test_what_a_check_makes_of_each(stage: Stage) -> None:
    """Over the wire: only a missing message is ever taken for a violation, and nothing here is blamed on the owner."""
    deal = await stage.posted()
    reader = Reader(stage.adapter, deal.channel, await stage.posting(deal), VAULT)
    found: dict[str, tuple[CheckResult, Cause | None]] = {}
    for code, words, *_ in WORDS:
        faults = stage.telegram.world.faults
        fault = faults.add("error", method="forwardMessage", code=code, description=words)
        finding = await reader.look()
        faults.remove(fault.id)
        found[words] = (finding.result, finding.cause)
    wanted = {words: SEEN.get(meaning, CheckResult.UNKNOWN) for _, words, meaning, *_ in WORDS}
    assert {words: result for words, (result, _) in found.items()} == wanted
    blamed = {words for words, (_, cause) in found.items() if cause is Cause.OWNERS}
    assert blamed == {words for _, words, meaning, *_ in WORDS if meaning is Meaning.PROTECTED}
