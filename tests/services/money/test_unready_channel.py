"""Nobody is asked to pay for a post that could not go out: Telegram is asked at that moment."""

from typing import Any

import pytest

from models import Channel, ChannelStatus, DealStatus
from services.actor import Actor
from services.deals.access import DealAccess
from services.errors import ChannelUnready
from services.escrow import Escrows
from services.settings import MarketSettings
from tests.dialogs.deals.doubles import PlainChain, PlainWallets
from tests.makers import ADDRESSES, ADVERTISER, Everybody, StillClock, a_deal, an_escrow

BUYER = Actor(ADVERTISER)


class Unready(Everybody):
    """Telegram says now that the bot has lost a right there."""

    async def check_bot(self, _: int) -> None:
        raise ChannelUnready(channel="Coffee daily")


def escrows(clock: StillClock, telegram: Everybody) -> tuple[Escrows, Any]:
    wallets: Any = PlainWallets(ADDRESSES["payer"])
    wallets.live[ADVERTISER] = ADDRESSES["payer"]
    return Escrows(clock, PlainChain(), wallets, DealAccess(clock, telegram), MarketSettings()), wallets


async def test_the_wallet_gets_no_request(db: None, clock: StillClock) -> None:
    deal = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT)
    await an_escrow(deal)
    found, wallets = escrows(clock, Unready())
    with pytest.raises(ChannelUnready):
        await found.request_payment(BUYER, deal.id)
    assert wallets.asked == []


async def test_the_screen_shows_no_address_before_the_payment_and_everything_after_it(
    db: None, clock: StillClock
) -> None:
    waiting, paid = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT), await a_deal(DealStatus.ESCROW_FUNDED)
    for deal in (waiting, paid):
        await an_escrow(deal)
    found, _ = escrows(clock, Everybody())
    await found.payment(BUYER, waiting.id)
    await Channel.all().update(status=ChannelStatus.RIGHTS_LOST)
    with pytest.raises(ChannelUnready):
        await found.payment(BUYER, waiting.id)
    assert (await found.payment(BUYER, paid.id)).amount_nano == paid.price_nano
