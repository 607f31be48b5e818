"""May this chat serve as a vault? Tried out by doing there what a check will do: write, forward, read, delete.

Refused are chats that people can look into: a public one, and a channel that is in the market. Nobody reads along what
is compared.
"""

from models import Listing
from services.errors import BadVault, TryAgain
from services.ports import Content, Refused, Telegram, Unreachable
from services.posting.fingerprint import FACETS, reduced

TRIAL = Content(text="·", buttons=[[{"text": "·", "url": "https://ton.org/"}]])
"""With a button: copies that lose theirs could not be compared."""


async def try_vault(telegram: Telegram, chat_id: int) -> None:
    """Raises BadVault with the reason, or TryAgain when Telegram cannot be asked."""
    if await Listing.filter(channel__chat_id=chat_id).exists():
        raise BadVault(reason="listed", what="")
    try:
        facts = await telegram.chat(chat_id)
        if facts.username and chat_id < 0:
            raise BadVault(reason="public", what=facts.username)
        await _rehearse(telegram, chat_id)
    except Unreachable as trouble:
        raise TryAgain() from trouble
    except Refused as no:
        raise BadVault(reason="telegram", what=no.words[:100]) from no


async def _rehearse(telegram: Telegram, chat_id: int) -> None:
    [sent] = await telegram.post(chat_id, TRIAL)
    copies = [sent.message_id]
    try:
        copy = await telegram.forward(chat_id, sent.message_id, chat_id)
        copies.append(copy.message_id)
    finally:
        await telegram.delete(chat_id, copies)
    before, after = reduced(sent), reduced(copy)
    if any(before[name] != after[name] for name in FACETS):
        raise BadVault(reason="changed", what="")
