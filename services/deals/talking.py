"""The conversation of a deal: one side writes, the bot carries it to the people of the other."""

from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import Deal, DealMessage, Notice, Party
from services.actor import Actor
from services.deals.part import DealPart, checked
from services.errors import GoneAhead
from services.notices import people_of

ATTACHED = "📎"
"""What is said of a message without words, above its copy."""


@dataclass(frozen=True, slots=True)
class Talking(DealPart):
    async def write(self, actor: Actor, deal_id: int, text: str, source_message_id: int | None = None) -> None:
        """Carry one message to the other side; its people get it as a notice with the deal's name."""
        body = checked(text, required=source_message_id is None)
        deal, party = await self.access.load(actor, deal_id)
        if party not in (Party.ADVERTISER, Party.OWNER):
            raise GoneAhead(status=deal.status.value)
        await self._check_not_banned(actor)
        async with in_transaction():
            await self._write_line(actor, deal, party, body, source_message_id)
            await self._carry(actor, deal, party, body, source_message_id)

    async def conversation(self, actor: Actor, deal_id: int, limit: int = 12) -> list[DealMessage]:
        """The last lines, oldest first."""
        await self.access.load(actor, deal_id)
        lines = await DealMessage.filter(deal_id=deal_id).order_by("-id").limit(limit)
        return lines[::-1]

    async def _carry(self, actor: Actor, deal: Deal, party: Party, text: str, source: int | None) -> None:
        args = {"deal": deal.id, "channel": deal.channel.title, "text": text or ATTACHED}
        for user_id in await people_of(deal, party.other):
            await Notice.create(
                user_id=user_id,
                key=f"notice-message-{party.value}",
                args=args,
                deal_id=deal.id,
                copy_from_chat_id=actor.user_id if source else None,
                copy_message_id=source,
                due_at=self.clock.utcnow(),
            )
