"""The kill switch: no new money comes in at any door, everything that is paid goes on, and only admins turn it."""

from typing import Any

import pytest

from models import Deal, DealStatus, Escrow, Notice, Package
from services.actor import Actor
from services.deals.access import DealAccess
from services.deals.usecases import Deals
from services.errors import Forbidden, MarketPaused
from services.escrow import Escrows
from services.settings import MarketSettings
from services.switches import Switches, is_paused
from tests.dialogs.deals.doubles import PlainChain, PlainWallets
from tests.makers import ADDRESSES, ADVERTISER, OWNER, Everybody, StillClock, a_channel, a_deal, a_user, an_escrow

BUYER, SELLER = Actor(ADVERTISER), Actor(OWNER)


async def asked(_: Deal) -> None:
    """The chain has nothing to say."""


def deals(clock: StillClock) -> Deals:
    return Deals(clock, MarketSettings(), DealAccess(clock, Everybody()), asked)


def escrows(clock: StillClock) -> Escrows:
    wallets: Any = PlainWallets(ADDRESSES["payer"])
    return Escrows(clock, PlainChain(), wallets, DealAccess(clock, Everybody()), MarketSettings())


async def test_nothing_new_begins_while_the_market_is_paused(
    switches: Switches, clock: StillClock, admin: Actor
) -> None:
    await a_user(ADVERTISER)
    await a_channel()
    package = await Package.get()
    await switches.pause(admin, "The provider is odd")
    with pytest.raises(MarketPaused):
        await deals(clock).request(BUYER, package.id, "", package.price_nano)
    deal = await a_deal()
    with pytest.raises(MarketPaused):
        await deals(clock).accept(SELLER, deal.id, deal.terms_hash)
    assert await Deal.filter(status=DealStatus.NEGOTIATION).count() == 1
    await switches.resume(admin)
    await deals(clock).accept(SELLER, deal.id, deal.terms_hash)
    assert await Deal.filter(status=DealStatus.OWNER_ACCEPTED).count() == 1


async def test_no_escrow_is_opened_and_nobody_is_asked_to_pay(
    switches: Switches, clock: StillClock, admin: Actor
) -> None:
    ready = await a_deal(DealStatus.OWNER_ACCEPTED)
    waiting = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT)
    await an_escrow(waiting)
    await switches.pause(admin, "Odd")
    assert await escrows(clock).open_due() == 0
    assert not await escrows(clock).open(ready)
    for act in (
        escrows(clock).payment(BUYER, waiting.id),
        escrows(clock).request_payment(BUYER, waiting.id),
        escrows(clock).change_payer(BUYER, waiting.id, ADDRESSES["fee"]),
    ):
        with pytest.raises(MarketPaused):
            await act
    assert await Escrow.filter(deal_id=ready.id).count() == 0
    await switches.resume(admin)
    assert await escrows(clock).open_due() == 1


async def test_ways_out_and_paid_deals_stay_open(switches: Switches, clock: StillClock, admin: Actor) -> None:
    await switches.pause(admin, "Odd")
    unpaid, paid = await a_deal(), await a_deal(DealStatus.SCHEDULED)
    await an_escrow(paid)
    await deals(clock).cancel(BUYER, unpaid.id)
    await deals(clock).write(BUYER, paid.id, "Still here?")
    await deals(clock).withdraw(SELLER, paid.id)
    await paid.refresh_from_db()
    assert paid.verdict is not None
    assert (await escrows(clock).payment(BUYER, paid.id)).amount_nano == paid.price_nano


async def test_the_switch_is_a_row_that_admins_turn_once(switches: Switches, admin: Actor) -> None:
    await switches.pause(admin, "Odd")
    await switches.pause(admin, "Twice")
    state = await switches.state(admin)
    assert (state.is_on, state.reason, state.said_by) == (True, "Odd", admin.user_id)
    assert await Notice.filter(key="notice-market-paused-admin").count() == 1
    for act in (switches.pause(SELLER, "I can"), switches.resume(SELLER), switches.state(SELLER)):
        with pytest.raises(Forbidden):
            await act
    assert await is_paused()
