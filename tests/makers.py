"""Makers of people, channels, deals and escrows, and the clock that stands still until it is moved."""

from datetime import UTC, datetime, timedelta
from typing import Any

from models import (
    Channel,
    ChannelManager,
    Deal,
    DealStatus,
    Escrow,
    EscrowState,
    Listing,
    Package,
    User,
)
from services.deals.clocks import deadline_of
from services.deals.terms import Terms
from services.settings import default_clocks
from services.stats_figures import Measured
from services.stats_writing import record

START = datetime(2026, 6, 1, 12, tzinfo=UTC)


class StillClock:
    def __init__(self) -> None:
        self.now = START

    def utcnow(self) -> datetime:
        return self.now

    def pass_(self, **duration: float) -> None:
        self.now += timedelta(**duration)


class Everybody:
    """Telegram says yes to every manager, and the bot may do everything."""

    async def speaks(self, *_: object) -> None:
        return None

    async def authorize(self, *_: object) -> None:
        return None

    async def check_bot(self, _: int) -> None:
        return None


async def a_user(user_id: int, **over: object) -> User:
    user, _ = await User.get_or_create(
        id=user_id, defaults={"first_name": f"U{user_id}", "timezone_known": True, "created_at": START, **over}
    )
    return user


ADVERTISER, OWNER, STRANGER = 11, 22, 33
ADDRESSES = {name: f"0:{byte:02x}" + "00" * 31 for byte, name in enumerate(("payer", "payout", "controller", "fee"), 1)}


def some_terms(**over: object) -> Terms:
    end = int((START + timedelta(days=14)).timestamp())
    base: dict[str, Any] = {
        "price_nano": 10**10,
        "top_hours": 1,
        "feed_hours": 24,
        "window_end_unix": end,
        "clocks": default_clocks(),
    }
    return Terms(**{**base, **over})


async def a_channel(chat_id: int = -1001, owner_id: int = OWNER) -> Channel:
    await a_user(owner_id)
    channel, made = await Channel.get_or_create(
        chat_id=chat_id, defaults={"title": "Channel", "username": "channel", "owner_id": owner_id, "created_at": START}
    )
    if made:
        await ChannelManager.create(channel_id=channel.id, user_id=owner_id, can_payout=True)
        listing = await Listing.create(channel_id=channel.id, price_nano=10**10, created_at=START, updated_at=START)
        await Package.create(listing_id=listing.id, top_hours=1, feed_hours=24, price_nano=10**10)
    return channel


async def measured(channel: Channel, average_views: int, **over: object) -> None:
    """Somebody counted the views of the channel's posts."""
    facts: dict[str, Any] = {"subscribers": channel.subscribers, "source": "preview", "views_source": "preview", **over}
    await record(channel.id, Measured(average_views=average_views, **facts), START)


async def a_deal(status: DealStatus = DealStatus.NEGOTIATION, terms: Terms | None = None, **over: object) -> Deal:
    """A deal as it would stand in `status`, with its parties; funded ones have a current FUNDED escrow."""
    await a_user(ADVERTISER)
    channel = await a_channel()
    listing = await Listing.get(channel_id=channel.id)
    agreed = terms or some_terms()
    fields: dict[str, Any] = {
        "listing_id": listing.id,
        "channel_id": channel.id,
        "advertiser_id": ADVERTISER,
        "owner_id": OWNER,
        "status": status,
        "terms": agreed.to_json(),
        "terms_hash": agreed.hash,
        "price_nano": agreed.price_nano,
        "payer_address": ADDRESSES["payer"],
        "payout_address": ADDRESSES["payout"],
        "entered_at": START,
        "created_at": START,
    }
    return await Deal.create(**{**fields, **over})


async def an_escrow(deal: Deal, state: EscrowState = EscrowState.FUNDED, **over: object) -> Escrow:
    fields: dict[str, Any] = {
        "deal_id": deal.id,
        "address": f"0:{deal.id:064x}",
        "contract_id": deal.id,
        "advertiser_address": ADDRESSES["payer"],
        "owner_address": ADDRESSES["payout"],
        "controller_address": ADDRESSES["controller"],
        "fee_recipient": ADDRESSES["fee"],
        "fee_bps": 500,
        "amount_nano": deal.price_nano,
        "required_nano": deal.price_nano + 10**8,
        "deadline": deadline_of(Terms.of(deal)),
        "state": state,
        "opened_at": START,
    }
    return await Escrow.create(**{**fields, **over})
