"""What stands in the way of a post at the moment when it is due. Asked anew each time, of Telegram and of the chain."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from models import Deal
from services.deals.terms import Terms
from services.errors import TryAgain
from services.ports import Refused, Telegram, Unreachable


@dataclass(frozen=True, slots=True)
class Obstacle:
    words: str
    is_owners: bool
    """Only the owner can mend it."""


UNREACHABLE = Obstacle("unreachable", is_owners=False)
UNFUNDED = Obstacle("unfunded", is_owners=False)
CHANNEL_GONE = Obstacle("channel-gone", is_owners=True)
NO_BOT_RIGHTS = Obstacle("bot-rights", is_owners=True)
OWNER_NOT_ADMIN = Obstacle("owner-not-admin", is_owners=True)
PROTECTED = Obstacle("protected", is_owners=True)


async def find_obstacle(telegram: Telegram, funded: Callable[[Deal], Awaitable[bool]], deal: Deal) -> Obstacle | None:
    """None: nothing is in the way."""
    try:
        return await _in_channel(telegram, deal) or (None if await funded(deal) else UNFUNDED)
    except (Unreachable, TryAgain):  # Telegram, or the chain
        return UNREACHABLE


async def _in_channel(telegram: Telegram, deal: Deal) -> Obstacle | None:
    chat_id = deal.channel.chat_id
    try:
        rights = await telegram.bot_rights(chat_id)
        if not rights.can_post or (Terms.of(deal).pinned and not rights.can_edit):
            return NO_BOT_RIGHTS
        speaks = await _somebody_speaks(telegram, deal)
        facts = await telegram.chat(chat_id)
    except Refused:
        return CHANNEL_GONE
    if not speaks:
        return OWNER_NOT_ADMIN
    return PROTECTED if facts.is_protected else None


async def _somebody_speaks(telegram: Telegram, deal: Deal) -> bool:
    """Whoever made the deal, or, when he has left, whoever the channel belongs to now: a colleague who goes takes no
    deal with him."""
    people = dict.fromkeys((deal.owner_id, deal.channel.owner_id))
    for user_id in people:
        if (await telegram.rights_of(deal.channel.chat_id, user_id)).is_admin:
            return True
    return False
