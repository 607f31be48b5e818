"""The creative: who writes it, what it may hold, who says yes. Versions are snapshots and are never changed.

Guarantees:
* What Telegram would refuse or drop is refused on entry (`services.posting.rules`), or at the preview, in its words.
  What only Telegram can know (a custom emoji) is tried out in the author's own chat first.
* The preview is made by the function that posts in the channel.
* A yes is said to one version: whoever approves names the version that he saw.
* An approved creative can be revised until the moment its posting is claimed; then the old button has gone ahead.
"""

from dataclasses import dataclass

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from models import Creative, CreativeState, Deal, DealStatus, Party, Posting, PostingState
from services.actor import Actor
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.deals.transition import Move, advance
from services.errors import BadCreative, EmptyMessage, GoneAhead, LargeInput, NotFound, TryAgain
from services.ports import Clock, Content, Refused, Telegram, Unreachable
from services.posting.content import content_from, row_of
from services.posting.rules import check, dropped, may_be_dropped

NOTE_LIMIT = 2000
REVISED_FROM = frozenset({DealStatus.CREATIVE_APPROVED, DealStatus.SCHEDULED})


@dataclass(frozen=True, slots=True)
class Creatives:
    clock: Clock
    access: DealAccess
    telegram: Telegram

    async def submit(self, actor: Actor, deal_id: int, content: Content) -> Creative:
        """A new version, first or later; the other side is asked to review it."""
        check(content)
        deal, party = await self.access.load(actor, deal_id)
        action = Action.REVISE_CREATIVE if deal.status in REVISED_FROM else Action.SUBMIT_CREATIVE
        await self.access.check(actor, deal, party, action)
        if may_be_dropped(content):
            await self._take_back(actor.user_id, await self.try_out(content, actor.user_id))
        async with in_transaction():
            version = await self._replace_current(deal)
            await advance(deal, _submission(action, party, actor, version), self.clock)
            return await Creative.create(
                deal_id=deal.id,
                version=version,
                author=party,
                user_id=actor.user_id,
                created_at=self.clock.utcnow(),
                **row_of(content),
            )

    async def request_changes(self, actor: Actor, deal_id: int, note: str, version: int | None = None) -> Deal:
        note = note.strip()
        if not note:
            raise EmptyMessage()
        if len(note) > NOTE_LIMIT:
            raise LargeInput(limit=NOTE_LIMIT)
        return await self._review(actor, deal_id, Action.REQUEST_CHANGES, version, note)

    async def approve(self, actor: Actor, deal_id: int, version: int | None = None) -> Deal:
        """Say yes to the current version; with `version`, only if it still is that one."""
        return await self._review(actor, deal_id, Action.APPROVE_CREATIVE, version, "")

    async def current(self, deal_id: int) -> Creative | None:
        return await Creative.filter(deal_id=deal_id).order_by("-version").first()

    async def history(self, actor: Actor, deal_id: int) -> list[Creative]:
        """All versions, oldest first: who wrote each, when, and what was asked to be changed."""
        await self.access.load(actor, deal_id)
        return await Creative.filter(deal_id=deal_id).order_by("version")

    async def preview(self, actor: Actor, deal_id: int, chat_id: int) -> list[int]:
        """Show the current version in a person's chat, exactly as the channel will; returns the message ids."""
        await self.access.load(actor, deal_id)
        creative = await self.current(deal_id)
        if creative is None:
            raise NotFound(what="creative", id=deal_id)
        return await self.try_out(content_from(creative), chat_id)

    async def try_out(self, content: Content, chat_id: int) -> list[int]:
        """Show content that is not submitted yet. Raises BadCreative with Telegram's words or with what it dropped."""
        check(content)
        try:
            shown = await self.telegram.post(chat_id, content)
        except Unreachable as trouble:
            raise TryAgain() from trouble
        except Refused as no:
            raise BadCreative(reason="telegram", what=no.words) from no
        lost = dropped(content, shown)
        if lost:
            await self._take_back(chat_id, [message.message_id for message in shown])
            raise BadCreative(reason="dropped", what=", ".join(lost))
        return [message.message_id for message in shown]

    async def _take_back(self, chat_id: int, message_ids: list[int]) -> None:
        try:
            await self.telegram.delete(chat_id, message_ids)
        except (Refused, Unreachable):
            pass  # a preview that stays harms nobody; the refusal says what is wrong with it

    async def _replace_current(self, deal: Deal) -> int:
        """Withdraw the standing version and stop its posting; returns the next version's number."""
        last = await self.current(deal.id)
        open_states = [CreativeState.SUBMITTED, CreativeState.APPROVED]
        await Creative.filter(deal_id=deal.id, state__in=open_states).update(state=CreativeState.WITHDRAWN)
        if deal.status is DealStatus.SCHEDULED:
            await stop_posting(deal)
        return (last.version if last else 0) + 1

    async def _review(self, actor: Actor, deal_id: int, action: Action, version: int | None, note: str) -> Deal:
        deal, party = await self.access.load(actor, deal_id)
        await self.access.check(actor, deal, party, action)
        creative = await self.current(deal.id)
        if creative is None or version not in (None, creative.version):
            raise GoneAhead(status=deal.status.value)
        asks = action is Action.REQUEST_CHANGES
        changes: dict[str, object] = {"change_rounds": deal.change_rounds + 1} if asks else {}
        state = CreativeState.CHANGES_REQUESTED if asks else CreativeState.APPROVED
        payload: dict[str, object] = {"version": creative.version, "note": note}
        async with in_transaction():
            await advance(deal, Move(action, party, actor, changes, payload), self.clock)
            await Creative.filter(id=creative.id).update(state=state, review_note=note)
        return deal


def _submission(action: Action, party: Party, actor: Actor, version: int) -> Move:
    changes: dict[str, object] = {}
    if action is Action.REVISE_CREATIVE:  # a new text needs a new yes, and then a new time
        changes = {"publish_at": None, "proposed_publish_at": None, "proposed_by": None}
    return Move(action, party, actor, changes, {"version": version})


async def stop_posting(deal: Deal) -> None:
    """Take a posting out of the queue. Raises GoneAhead when it is being sent already."""
    rows = Posting.filter(deal_id=deal.id, state__in=[PostingState.DUE, PostingState.MISSED])
    if not await rows.update(state=PostingState.MISSED, fence=F("fence") + 1, claimed_until=None):
        raise GoneAhead(status=deal.status.value)
