"""Wallets in the chat: proved by signature, asked over the real bridge, remembered over a restart."""

import asyncio

import pytest

from app.adapters.cells import raw
from app.adapters.tonconnect import TonConnectWallets
from app.sandbox.wallet import SimWallet
from models import ChannelManager, Deal, DealStatus, ProofNonce, User, WalletSession
from services.actor import Actor
from services.errors import (
    BadProof,
    BadTime,
    Forbidden,
    GoneAhead,
    WalletNeeded,
    WalletRefused,
    WalletSilent,
    WalletsUnavailable,
)
from services.wallets import WalletBook
from tests.makers import ADVERTISER, OWNER, a_channel, a_user
from tests.sandbox.ton.world import COIN
from tests.services.money.market import (
    ADVERTISER_ACTOR,
    TESTNET,
    Market,
    current,
    make_escrows,
    status_of,
    told,
)

OWNER_ACTOR = Actor(OWNER)


async def connect(market: Market, actor: Actor, wallet: SimWallet) -> None:
    await a_user(actor.user_id)
    (offer,) = await market.book.offer(actor)
    await wallet.open_link(offer.link)
    await market.book.finish(actor)


async def test_a_connected_wallet_is_proved_and_remembered(market: Market) -> None:
    await a_user(ADVERTISER)
    (offer,) = await market.book.offer(ADVERTISER_ACTOR)
    assert offer.qr_png.startswith(b"\x89PNG")
    assert offer.wallet_name == "Sandbox wallet"
    await market.payer.open_link(offer.link)
    view = await market.book.finish(ADVERTISER_ACTOR)
    assert view.address == raw(market.payer.address)
    assert await market.book.current(ADVERTISER_ACTOR) == view
    assert await ProofNonce.all().count() == 0, "the payload is spent"


async def test_a_person_without_a_wallet_has_none(market: Market) -> None:
    await a_user(ADVERTISER)
    assert await market.book.current(ADVERTISER_ACTOR) is None
    deal = await market.deal(payout_address=None)
    with pytest.raises(WalletNeeded):
        await market.book.use_for_payout(OWNER_ACTOR, deal.id)


async def test_both_sides_choose_their_wallets_and_the_escrow_opens(market: Market) -> None:
    deal = await market.deal(payer_address=None, payout_address=None)
    await connect(market, ADVERTISER_ACTOR, market.payer)
    await connect(market, OWNER_ACTOR, market.payout)
    await market.book.use_for_payout(OWNER_ACTOR, deal.id)
    assert await status_of(deal) is DealStatus.OWNER_ACCEPTED
    await market.book.use_for_payment(ADVERTISER_ACTOR, deal.id)
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    escrow = await current(deal)
    assert (escrow.advertiser_address, escrow.owner_address) == (
        raw(market.payer.address),
        raw(market.payout.address),
    )


async def test_paying_through_the_connected_wallet(market: Market) -> None:
    deal, _ = await market.opened()
    await connect(market, ADVERTISER_ACTOR, market.payer)
    await market.escrows.request_payment(ADVERTISER_ACTOR, deal.id)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER
    with pytest.raises(GoneAhead):
        await market.escrows.request_payment(ADVERTISER_ACTOR, deal.id)


async def test_that_a_wallet_says_it_sent_is_no_payment(market: Market) -> None:
    deal, escrow = await market.opened()
    await connect(market, ADVERTISER_ACTOR, market.payer)
    market.payer.wrong_amount_nano = COIN
    await market.escrows.request_payment(ADVERTISER_ACTOR, deal.id)
    assert market.balance(escrow.address) < COIN // 20, "what the contract does not take bounces"
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT


async def test_only_the_wallet_of_the_deal_is_asked_to_pay(market: Market) -> None:
    deal, _ = await market.opened()
    with pytest.raises(WalletNeeded):
        await market.escrows.request_payment(ADVERTISER_ACTOR, deal.id)
    await connect(market, ADVERTISER_ACTOR, await market.world.wallet("another"))
    with pytest.raises(WalletNeeded):
        await market.escrows.request_payment(ADVERTISER_ACTOR, deal.id)
    with pytest.raises(Forbidden):
        await market.escrows.request_payment(OWNER_ACTOR, deal.id)


async def test_the_session_outlives_a_restart_of_the_program(market: Market) -> None:
    deal, _ = await market.opened()
    await connect(market, ADVERTISER_ACTOR, market.payer)
    await market.wallets.close()
    again = TonConnectWallets(
        market.http, market.world.url + "/wallets.json", market.world.url, TESTNET, market.world.clock, is_sandbox=True
    )
    market.others.append(again)
    escrows = make_escrows(market.world, market.chain, again)
    await escrows.request_payment(ADVERTISER_ACTOR, deal.id)
    await escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_a_no_in_the_wallet_is_a_refusal(market: Market) -> None:
    deal, _ = await market.opened()
    await connect(market, ADVERTISER_ACTOR, market.payer)
    market.payer.on_transaction = "reject"
    with pytest.raises(WalletRefused):
        await market.escrows.request_payment(ADVERTISER_ACTOR, deal.id)
    market.payer.on_connect = "reject"
    (offer,) = await market.book.offer(ADVERTISER_ACTOR)
    await market.payer.open_link(offer.link)
    with pytest.raises(WalletRefused):
        await market.book.finish(ADVERTISER_ACTOR)


async def test_a_second_offer_replaces_the_first(market: Market) -> None:
    await a_user(ADVERTISER)
    await market.book.offer(ADVERTISER_ACTOR)
    waiting = asyncio.create_task(market.book.finish(ADVERTISER_ACTOR))
    await asyncio.sleep(0)
    (second,) = await market.book.offer(ADVERTISER_ACTOR)
    with pytest.raises(WalletSilent):
        await waiting
    await market.payer.open_link(second.link)
    assert (await market.book.finish(ADVERTISER_ACTOR)).address == raw(market.payer.address)


async def test_without_an_offer_there_is_nothing_to_wait_for(market: Market) -> None:
    await a_user(ADVERTISER)
    with pytest.raises(WalletSilent):
        await market.book.finish(ADVERTISER_ACTOR)


async def test_a_replayed_payload_proves_nothing(market: Market) -> None:
    await a_user(ADVERTISER)
    (offer,) = await market.book.offer(ADVERTISER_ACTOR)
    await ProofNonce.all().delete()
    await market.payer.open_link(offer.link)
    with pytest.raises(BadProof):
        await market.book.finish(ADVERTISER_ACTOR)
    assert (await User.get(id=ADVERTISER)).wallet_address is None
    assert await market.wallets.connected(ADVERTISER) is None
    assert await WalletSession.all().count() == 0


async def test_a_proof_from_another_time_proves_nothing(market: Market) -> None:
    await a_user(ADVERTISER)
    (offer,) = await market.book.offer(ADVERTISER_ACTOR)
    await market.payer.open_link(offer.link)
    await has_heard_of_it(market)  # later, the bridge would have thrown the wallet's word away
    market.pass_(16 * 60)
    with pytest.raises(BadProof):
        await market.book.finish(ADVERTISER_ACTOR)


async def has_heard_of_it(market: Market) -> None:
    connector = market.wallets._live[ADVERTISER]
    async with asyncio.timeout(30):
        while not connector.connected:  # noqa: ASYNC110  # the connector tells nobody
            await asyncio.sleep(0.01)


async def test_a_proof_for_another_domain_proves_nothing(market: Market) -> None:
    await a_user(ADVERTISER)
    elsewhere = market.world.url.replace("127.0.0.1", "localhost")
    strict = TonConnectWallets(
        market.http, market.world.url + "/wallets.json", elsewhere, TESTNET, market.world.clock, is_sandbox=True
    )
    strict._manifest_url = market.world.manifest_url
    market.others.append(strict)
    (offer,) = await strict.offer(ADVERTISER)
    await market.payer.open_link(offer.link)
    with pytest.raises(BadProof):
        await strict.wait_connected(ADVERTISER)


async def test_without_public_https_real_wallets_are_not_offered_and_the_reason_is_said(market: Market) -> None:
    plain = TonConnectWallets(market.http, "http://127.0.0.1/none", "http://127.0.0.1:8080", -3, market.world.clock)
    book = WalletBook(market.world.clock, plain, market.escrows.access, market.escrows)
    assert book.unavailable() == "wallets-need-https"
    with pytest.raises(WalletsUnavailable):
        await book.offer(ADVERTISER_ACTOR)


async def test_a_change_of_wallet_is_told_to_the_person_and_to_his_managers(market: Market) -> None:
    channel = await a_channel()
    await a_user(77)
    await ChannelManager.create(channel_id=channel.id, user_id=77)
    await connect(market, OWNER_ACTOR, market.payout)
    assert await told("notice-wallet-changed") == []
    await connect(market, OWNER_ACTOR, await market.world.wallet("newer"))
    assert [notice.user_id for notice in await told("notice-wallet-changed")] == [OWNER]
    assert [notice.user_id for notice in await told("notice-manager-wallet-changed")] == [77]


async def test_disconnecting_forgets_the_wallet_but_not_the_deals(market: Market) -> None:
    deal, _ = await market.opened()
    await connect(market, ADVERTISER_ACTOR, market.payer)
    await market.book.disconnect(ADVERTISER_ACTOR)
    assert await market.book.current(ADVERTISER_ACTOR) is None
    assert await WalletSession.all().count() == 0
    assert (await Deal.get(id=deal.id)).payer_address == raw(market.payer.address)


async def test_the_way_back_after_the_deadline_needs_only_the_advertiser(market: Market) -> None:
    deal, escrow = await market.funded()
    await connect(market, ADVERTISER_ACTOR, market.payer)
    with pytest.raises(BadTime):
        await market.escrows.auto_refund_request(ADVERTISER_ACTOR, deal.id)
    market.pass_(escrow.deadline - market.world.clock.now() + 1)
    await market.escrows.auto_refund_request(ADVERTISER_ACTOR, deal.id)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.REFUNDED
    with pytest.raises(GoneAhead):
        await market.escrows.auto_refund_request(ADVERTISER_ACTOR, deal.id)
