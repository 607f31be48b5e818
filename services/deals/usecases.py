"""What people can do with a deal before the money: ask, talk, bargain, agree, leave. And what anybody may know of it.

Every door calls these verbs. Money steps live in `services.escrow`, the creative's in `services.creatives`, the post's
in `services.placement` and `services.verification`, disputes in `services.disputes`; all write through `transition`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from tortoise.transactions import in_transaction

from models import (
    FINAL_STATUSES,
    UNFUNDED_STATUSES,
    ChannelManager,
    ChannelStatus,
    Creative,
    Deal,
    DealEvent,
    DealMessage,
    DealStatus,
    Listing,
    ListingStatus,
    Notice,
    Package,
    Party,
    Posting,
    PostingState,
    User,
)
from services.actor import PLATFORM, Actor
from services.application_access import own_campaign
from services.deals.access import DealAccess
from services.deals.clocks import CLOCK_OF, Ends
from services.deals.lifecycle import Action
from services.deals.roles import actions_for
from services.deals.terms import Terms
from services.deals.transition import Move, advance
from services.errors import (
    Banned,
    EmptyMessage,
    GoneAhead,
    LargeInput,
    ListingGone,
    OwnDeal,
    PriceChanged,
    PriceTooLow,
    TooManyDeals,
    TryAgain,
)
from services.notices import people_of
from services.one_by_one import one_by_one
from services.ports import Clock
from services.settings import MarketSettings

MESSAGE_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class DealView:
    """A deal as one person may see it."""

    deal: Deal
    party: Party
    terms: Terms
    actions: list[Action]
    ends: Ends | None
    """What happens when the clock rings; None where no clock runs."""
    settling: bool
    has_creative: bool = False
    """A first version of the post was sent."""


@dataclass(frozen=True, slots=True)
class Deals:
    clock: Clock
    settings: MarketSettings
    access: DealAccess
    ask_chain: Callable[[Deal], Awaitable[None]]
    """Asked before a deal that awaits payment is closed: raises TryAgain, or GoneAhead after it found the deposit."""

    # ---- asking and bargaining

    async def request(
        self,
        actor: Actor,
        package_id: int,
        message: str,
        seen_price_nano: int,
        author: Party = Party.OWNER,
        campaign_id: int | None = None,
    ) -> Deal:
        """Open a deal on a package and send it to the owner; `campaign_id` is a brief of the person's own.

        Raises ListingGone, PriceChanged (the price that was seen is not the price any more), OwnDeal, TooManyDeals.
        """
        text = _checked(message, required=False)
        package = await Package.get_or_none(id=package_id, is_active=True).select_related("listing__channel__owner")
        if package is None or not await _can_be_bought(package.listing):
            raise ListingGone()
        await self._check_buyer(actor, package.listing)
        if package.price_nano != seen_price_nano:
            raise PriceChanged(price_nano=package.price_nano)
        if campaign_id is not None:
            await own_campaign(actor, campaign_id)
        terms = self._first_terms(package, author)
        async with in_transaction():
            deal = await self._draft(actor, package.listing, terms, campaign_id=campaign_id)
            await advance(deal, Move(Action.SEND, Party.ADVERTISER, actor, payload={"text": text}), self.clock)
            if text:
                await self._write_line(actor, deal, Party.ADVERTISER, text, None)
        return deal

    async def take_offer(self, actor: Actor, listing: Listing, terms: Terms, campaign_id: int) -> Deal:
        """Say yes to exactly the terms that the owner's side offered for a campaign: a deal that begins agreed.

        For the transaction in which the offer is taken, after Telegram was asked about whoever made it. The owner hears
        of the acceptance alone, so the relay gets nothing of the sending.
        """
        await self._check_buyer(actor, listing)
        deal = await self._draft(actor, listing, terms, offered_by=Party.OWNER, campaign_id=campaign_id)
        sent = await advance(deal, Move(Action.SEND, Party.ADVERTISER, actor), self.clock)
        await DealEvent.filter(id=sent.id).update(relayed_at=self.clock.utcnow())
        expect: dict[str, object] = {"terms_hash": terms.hash}
        await advance(deal, Move(Action.ACCEPT, Party.ADVERTISER, actor, expect=expect), self.clock)
        return deal

    async def counter(
        self, actor: Actor, deal_id: int, *, price_nano: int | None = None, window_days: int | None = None
    ) -> Deal:
        """Offer other terms; the standing offer is now this side's, and the other side may accept it."""
        deal, party = await self.access.load(actor, deal_id)
        terms = Terms.of(deal)
        if price_nano is not None:
            self.check_price(price_nano)
            terms = terms.with_price(price_nano)
        if window_days is not None:
            end = self.clock.utcnow() + timedelta(days=window_days)
            terms = replace(terms, window_end_unix=int(end.timestamp()))
        changes = {**_terms_columns(terms), "offered_by": party}
        return await self.access.take(actor, deal_id, Action.COUNTER, changes=changes)

    async def accept(self, actor: Actor, deal_id: int, terms_hash: str) -> Deal:
        """Say yes to exactly the terms whose hash was on the screen; raises GoneAhead if they changed meanwhile."""
        deal, _ = await self.access.load(actor, deal_id)
        if deal.status is DealStatus.NEGOTIATION and deal.terms_hash != terms_hash:
            raise GoneAhead(status=deal.status.value)
        return await self.access.take(actor, deal_id, Action.ACCEPT, expect={"terms_hash": terms_hash})

    async def decline(self, actor: Actor, deal_id: int) -> Deal:
        return await self.access.take(actor, deal_id, Action.DECLINE)

    # ---- leaving

    async def cancel(self, actor: Actor, deal_id: int) -> Deal:
        """Leave before anything was paid. A deal that awaits payment asks the chain first."""
        deal, party = await self.access.load(actor, deal_id)
        await self.access.check(actor, deal, party, Action.CANCEL)
        if deal.status is DealStatus.AWAITING_ESCROW_PAYMENT:
            await self.ask_chain(deal)
        return await self.access.take(actor, deal_id, Action.CANCEL)

    async def withdraw(self, actor: Actor, deal_id: int) -> Deal:
        """Leave a funded deal before the post: the advertiser gets everything back."""
        return await self.access.take(actor, deal_id, Action.WITHDRAW)

    async def propose_cancel(self, actor: Actor, deal_id: int) -> Deal:
        """Ask the other side to cancel. The proposal lapses with the next step; made twice, it is one proposal."""
        deal, party = await self.access.load(actor, deal_id)
        if deal.cancel_proposed_by is party:
            await self.access.check(actor, deal, party, Action.PROPOSE_CANCEL)
            return deal
        return await self.access.take(actor, deal_id, Action.PROPOSE_CANCEL, changes={"cancel_proposed_by": party})

    async def agree_cancel(self, actor: Actor, deal_id: int) -> Deal:
        return await self.access.take(actor, deal_id, Action.AGREE_CANCEL)

    # ---- talking

    async def write(self, actor: Actor, deal_id: int, text: str, source_message_id: int | None = None) -> None:
        """Carry one message to the other side; its people get it as a notice with the deal's name."""
        body = _checked(text, required=source_message_id is None)
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

    # ---- knowing

    async def view(self, actor: Actor, deal_id: int) -> DealView:
        deal, party = await self.access.load(actor, deal_id)
        has_creative = await Creative.filter(deal_id=deal.id).exists()
        row = CLOCK_OF.get(deal.status) if deal.due_at else None
        actions = actions_for(deal, party, has_creative)
        settling = deal.verdict is not None and deal.status not in FINAL_STATUSES
        return DealView(deal, party, Terms.of(deal), actions, row.ends if row else None, settling, has_creative)

    async def timeline(self, actor: Actor, deal_id: int) -> list[DealEvent]:
        await self.access.load(actor, deal_id)
        return await DealEvent.filter(deal_id=deal_id).order_by("id")

    async def mine(self, actor: Actor, limit: int = 8, before_id: int | None = None) -> list[tuple[Deal, Party]]:
        """The person's deals on either side, newest first, in keyset pages."""
        channels = await ChannelManager.filter(user_id=actor.user_id).values_list("channel_id", flat=True)
        older: dict[str, int] = {} if before_id is None else {"id__lt": before_id}
        sides: list[Deal] = []
        for side in ({"advertiser_id": actor.user_id}, {"channel_id__in": list(channels)}):
            if side.get("channel_id__in") != []:
                page = Deal.filter(**older).filter(**side).select_related("channel")
                sides += await page.order_by("-id").limit(limit)
        newest = sorted({deal.id: deal for deal in sides}.values(), key=lambda deal: -deal.id)[:limit]
        return [(deal, self._side(actor, deal)) for deal in newest]

    # ---- the clocks' hand

    async def ring_due(self, limit: int = 100) -> int:
        """Close or refund what stayed silent too long. DECIDE and CAP clocks belong to verification and disputes."""
        now = self.clock.utcnow()
        silent = [row.status for row in CLOCK_OF.values() if row.ends in (Ends.EXPIRE, Ends.REFUND)]
        due = await Deal.filter(status__in=silent, verdict=None, due_at__lte=now).order_by("due_at").limit(limit)
        return await one_by_one(due, self._ring)

    async def _ring(self, deal: Deal) -> bool:
        if deal.status is DealStatus.SCHEDULED and await _is_being_posted(deal):
            return False  # placement decides: it knows whether the post may be up already
        ends = CLOCK_OF[deal.status].ends
        action = Action.EXPIRE if ends is Ends.EXPIRE else Action.TIME_OUT
        try:
            if deal.status is DealStatus.AWAITING_ESCROW_PAYMENT:
                await self.ask_chain(deal)
            move = Move(action, Party.PLATFORM, PLATFORM, payload={"was": deal.status.value})
            await advance(deal, move, self.clock)
        except (GoneAhead, TryAgain):  # somebody was faster, or the chain cannot be asked: it stays due
            return False
        return True

    async def warn_due(self, limit: int = 100) -> int:
        """Remind both sides of what happens soon if nobody acts; once for each clock."""
        now = self.clock.utcnow()
        due = await Deal.filter(warn_at__lte=now, verdict=None).select_related("channel").limit(limit)
        return await one_by_one(due, self._warn)

    async def _warn(self, deal: Deal) -> bool:
        left = int((deal.due_at - self.clock.utcnow()).total_seconds()) if deal.due_at else 0
        people = [(side, user) for side in (Party.ADVERTISER, Party.OWNER) for user in await people_of(deal, side)]
        async with in_transaction():
            if not await Deal.filter(id=deal.id, version=deal.version, warn_at=deal.warn_at).update(warn_at=None):
                return False
            args = {"deal": deal.id, "channel": deal.channel.title, "left_seconds": left}
            for _, user_id in people:
                key = f"notice-warning-{CLOCK_OF[deal.status].ends.value}"
                await Notice.create(user_id=user_id, key=key, args=args, deal_id=deal.id, due_at=self.clock.utcnow())
        return True

    # ---- parts

    def check_price(self, price_nano: int) -> None:
        if not self.settings.min_price_nano <= price_nano <= self.settings.max_price_nano:
            raise PriceTooLow(min_nano=self.settings.min_price_nano, max_nano=self.settings.max_price_nano)

    def _first_terms(self, package: Package, author: Party) -> Terms:
        end: datetime = self.clock.utcnow() + timedelta(days=self.settings.window_days)
        return Terms(
            price_nano=package.price_nano,
            top_hours=package.top_hours,
            feed_hours=package.feed_hours,
            window_end_unix=int(end.timestamp()),
            creative_author=author,
            is_permanent=package.is_permanent,
            pinned=package.pinned,
            clocks=dict(self.settings.clocks),
        )

    async def _draft(
        self,
        actor: Actor,
        listing: Listing,
        terms: Terms,
        offered_by: Party = Party.ADVERTISER,
        campaign_id: int | None = None,
    ) -> Deal:
        now = self.clock.utcnow()
        return await Deal.create(
            listing_id=listing.id,
            channel_id=listing.channel_id,
            advertiser_id=actor.user_id,
            owner_id=listing.channel.owner_id,
            campaign_id=campaign_id,
            offered_by=offered_by,
            entered_at=now,
            created_at=now,
            **_terms_columns(terms),
        )

    async def _check_buyer(self, actor: Actor, listing: Listing) -> None:
        await self._check_not_banned(actor)
        manages = await ChannelManager.filter(channel_id=listing.channel_id, user_id=actor.user_id).exists()
        if manages or listing.channel.owner_id == actor.user_id:
            raise OwnDeal()
        open_now = await Deal.filter(advertiser_id=actor.user_id, status__in=list(UNFUNDED_STATUSES)).count()
        if open_now >= self.settings.max_open_requests:
            raise TooManyDeals(limit=self.settings.max_open_requests)

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

    async def _carry(self, actor: Actor, deal: Deal, party: Party, text: str, source: int | None) -> None:
        args = {"deal": deal.id, "channel": deal.channel.title, "text": text}
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

    def _side(self, actor: Actor, deal: Deal) -> Party:
        return Party.ADVERTISER if deal.advertiser_id == actor.user_id else Party.OWNER


def _terms_columns(terms: Terms) -> dict[str, Any]:
    return {"terms": terms.to_json(), "terms_hash": terms.hash, "price_nano": terms.price_nano}


def _checked(text: str, *, required: bool) -> str:
    body = text.strip()
    if required and not body:
        raise EmptyMessage()
    if len(body) > MESSAGE_LIMIT:
        raise LargeInput(limit=MESSAGE_LIMIT)
    return body


async def _can_be_bought(listing: Listing) -> bool:
    return listing.status is ListingStatus.ACTIVE and listing.channel.status is ChannelStatus.ACTIVE


async def _is_being_posted(deal: Deal) -> bool:
    working = (PostingState.DUE, PostingState.SENDING, PostingState.AMBIGUOUS, PostingState.POSTED)
    return await Posting.filter(deal_id=deal.id, state__in=list(working)).exists()
