"""Asking for a deal, and bargaining until both sides have said yes to the same terms."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from tortoise.transactions import in_transaction

from models import (
    UNFUNDED_STATUSES,
    ChannelManager,
    ChannelStatus,
    Deal,
    DealEvent,
    DealStatus,
    Listing,
    ListingStatus,
    Package,
    Party,
)
from services.actor import Actor
from services.application_access import own_campaign
from services.deals.lifecycle import Action
from services.deals.part import DealPart, checked
from services.deals.terms import Terms
from services.deals.transition import Move, advance, find_step
from services.errors import GoneAhead, ListingGone, OwnDeal, PriceChanged, PriceTooLow, SameTerms, TooManyDeals
from services.formats import Shape
from services.switches import refuse_while_paused


@dataclass(frozen=True, slots=True)
class Bargaining(DealPart):
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
        await refuse_while_paused()
        text = checked(message, required=False)
        package = await Package.get_or_none(id=package_id, is_active=True).select_related("listing__channel__owner")
        if package is None or not await _can_be_bought(package.listing):
            raise ListingGone()
        await self._check_buyer(actor, package.listing)
        if package.price_nano != seen_price_nano:
            raise PriceChanged(old_nano=seen_price_nano, price_nano=package.price_nano)
        if campaign_id is not None:
            await own_campaign(actor, campaign_id)
        terms = self._first_terms(package, author)
        async with in_transaction():
            deal = await self._draft(actor, package.listing, terms, campaign_id=campaign_id)
            said: dict[str, object] = {"text": text, "has_words": bool(text), **terms.spoken()}
            await advance(deal, Move(Action.SEND, Party.ADVERTISER, actor, payload=said), self.clock)
            if text:
                await self._write_line(actor, deal, Party.ADVERTISER, text, None)
        return deal

    async def take_offer(self, actor: Actor, listing: Listing, terms: Terms, campaign_id: int) -> Deal:
        """Say yes to exactly the terms that the owner's side offered for a campaign: a deal that begins agreed.

        For the transaction in which the offer is taken, after Telegram was asked about whoever made it. The owner hears
        of the acceptance alone, so the relay gets nothing of the sending.
        """
        await refuse_while_paused()
        await self._check_buyer(actor, listing)
        deal = await self._draft(actor, listing, terms, offered_by=Party.OWNER, campaign_id=campaign_id)
        offered: dict[str, object] = {**terms.spoken(), "by": Party.OWNER.value}
        sent = await advance(deal, Move(Action.SEND, Party.ADVERTISER, actor, payload=offered), self.clock)
        await DealEvent.filter(id=sent.id).update(relayed_at=self.clock.utcnow())
        expect: dict[str, object] = {"terms_hash": terms.hash}
        await advance(deal, Move(Action.ACCEPT, Party.ADVERTISER, actor, expect=expect), self.clock)
        return deal

    async def counter(
        self,
        actor: Actor,
        deal_id: int,
        *,
        price_nano: int | None = None,
        window_days: int | None = None,
        shape: Shape | None = None,
        extra: str | None = None,
    ) -> Deal:
        """Offer other terms; the standing offer is now this side's, and the other side may accept it.

        Raises PriceTooLow, and SameTerms when nothing is different.
        """
        deal, party = await self.access.load(actor, deal_id)
        terms = Terms.of(deal)
        if shape is not None:
            terms = terms.with_shape(shape)
        if extra is not None:
            terms = replace(terms, extra=extra)
        if price_nano is not None:
            self.check_price(price_nano)
            terms = terms.with_price(price_nano)
        if window_days is not None:
            end = self.clock.utcnow() + timedelta(days=window_days)
            terms = replace(terms, window_end_unix=int(end.timestamp()))
        await find_step(deal, Action.COUNTER, party)
        if terms.hash == deal.terms_hash:
            raise SameTerms()
        changes = {**_terms_columns(terms), "offered_by": party}
        payload, expect = terms.spoken(), {"terms_hash": deal.terms_hash}
        return await self.access.take(
            actor, deal_id, Action.COUNTER, changes=changes, payload=payload, expect=dict(expect)
        )

    async def accept(self, actor: Actor, deal_id: int, terms_hash: str) -> Deal:
        """Say yes to exactly the terms whose hash was on the screen; raises GoneAhead if they changed meanwhile."""
        deal, _ = await self.access.load(actor, deal_id)
        await refuse_while_paused()
        if deal.status is DealStatus.NEGOTIATION and deal.terms_hash != terms_hash:
            raise GoneAhead(status=deal.status.value)
        return await self.access.take(actor, deal_id, Action.ACCEPT, expect={"terms_hash": terms_hash})

    async def decline(self, actor: Actor, deal_id: int) -> Deal:
        return await self.access.take(actor, deal_id, Action.DECLINE)

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
            extra=package.extra,
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


def _terms_columns(terms: Terms) -> dict[str, Any]:
    return {"terms": terms.to_json(), "terms_hash": terms.hash, "price_nano": terms.price_nano}


async def _can_be_bought(listing: Listing) -> bool:
    return listing.status is ListingStatus.ACTIVE and listing.channel.status is ChannelStatus.ACTIVE
