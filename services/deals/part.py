"""What every part of `Deals` has: the clock, the figures, who may do what, and the chain to ask before a deal dies."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from models import Deal, DealMessage, Party, User
from services.actor import Actor
from services.deals.access import DealAccess
from services.errors import Banned, EmptyMessage, LargeInput
from services.ports import Clock
from services.settings import MarketSettings

MESSAGE_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class DealPart:
    clock: Clock
    settings: MarketSettings
    access: DealAccess
    ask_chain: Callable[[Deal], Awaitable[None]]
    """Asked before a deal that awaits payment is closed: raises TryAgain, or GoneAhead after it found the deposit."""

    async def _check_not_banned(self, actor: Actor) -> None:
        user = await User.get_or_none(id=actor.user_id)
        if user is None or user.is_banned:
            raise Banned()

    async def _write_line(self, actor: Actor, deal: Deal, party: Party, text: str, source: int | None) -> None:
        await DealMessage.create(
            deal_id=deal.id,
            party=party,
            user_id=actor.user_id,
            text=text,
            source_message_id=source,
            created_at=self.clock.utcnow(),
        )


def checked(text: str, *, required: bool) -> str:
    body = text.strip()
    if required and not body:
        raise EmptyMessage()
    if len(body) > MESSAGE_LIMIT:
        raise LargeInput(limit=MESSAGE_LIMIT)
    return body
