"""Verdicts reach the chain exactly once, whatever dies, answers late or runs twice on the way."""

import asyncio
from dataclasses import replace
from datetime import datetime

import pytest
from pytoniq_core.boc.address import Address

from app.adapters.controller import ControllerWallet
from app.sandbox.toncenter import Fault
from app.sandbox.toncenter.faults import Kind
from models import Batch, BatchState, DealStatus, Escrow, Lease, Settlement, Verdict
from services.escrow.leases import take_lease
from services.ports import Order, SignedBatch
from tests.sandbox.ton.world import COIN, World
from tests.services.money.market import (
    ADMIN,
    KEY,
    TESTNET,
    Market,
    current,
    make_chain,
    make_escrows,
    open_market,
    status_of,
    told,
)


class KilledError(Exception):
    """The process ends here."""


async def decided(market: Market, verdict: Verdict = Verdict.RELEASE) -> Escrow:
    deal, _ = await market.funded()
    await market.decide(deal, verdict)
    return await current(deal)


async def finish(market: Market) -> None:
    """A process that was started again works for a while."""
    for _ in range(6):
        again = market.later()
        await again.watch()
        await again.settle_due()
        market.pass_(61)


def paid_once(market: Market) -> None:
    assert market.payouts_to(market.payout.address) == 1
    assert market.balance(market.payout.address) == 10 * COIN * 95 // 100


async def test_killed_between_the_row_and_the_broadcast_it_pays_once(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    escrow = await decided(market)

    async def die(boc: str) -> None:
        raise KilledError

    monkeypatch.setattr(market.chain, "send", die)
    with pytest.raises(KilledError):
        await market.escrows.settle_due()
    (batch,) = await Batch.all()
    assert batch.state is BatchState.PREPARED
    await market.later().settle_due()
    assert await Batch.all().count() == 1, "the identical message was sent"
    await finish(market)
    paid_once(market)
    assert (await Escrow.get(id=escrow.id)).settled_at is not None


async def test_killed_between_the_broadcast_and_its_mark_it_pays_once(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    await decided(market)
    real = market.chain.send

    async def send_and_die(boc: str) -> None:
        await real(boc)
        raise KilledError

    monkeypatch.setattr(market.chain, "send", send_and_die)
    with pytest.raises(KilledError):
        await market.escrows.settle_due()
    await finish(market)
    paid_once(market)
    assert await Batch.filter(state=BatchState.SPENT).count() == await Batch.all().count() == 1


async def test_killed_before_the_row_nothing_happened_and_it_pays_once(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    await decided(market)
    real = market.chain.sign

    async def sign_and_die(controller: str, seqno: int, orders: list[Order], now: datetime) -> SignedBatch:
        await real(controller, seqno, orders, now)
        raise KilledError

    monkeypatch.setattr(market.chain, "sign", sign_and_die)
    with pytest.raises(KilledError):
        await market.escrows.settle_due()
    assert await Batch.all().count() == 0
    await finish(market)
    paid_once(market)


@pytest.mark.parametrize("kind", ["lost", "drop", "garbage"])
async def test_whatever_becomes_of_the_answer_it_pays_once(market: Market, kind: Kind) -> None:
    await decided(market)
    market.world.faults.add(Fault("v2/sendBoc", kind))
    await market.escrows.settle_due()
    await finish(market)
    paid_once(market)


async def test_two_senders_at_once_pay_once(market: Market) -> None:
    await decided(market)
    sent = await asyncio.gather(market.escrows.settle_due(), market.later().settle_due())
    assert sorted(sent) == [0, 1]
    await finish(market)
    paid_once(market)


async def test_a_message_that_never_arrived_is_built_anew_only_when_it_has_expired(market: Market) -> None:
    await decided(market)
    market.world.chain.paused = True
    await market.escrows.settle_due()
    market.world.chain.drop_mempool()
    market.pass_(61)
    await market.escrows.settle_due()
    market.world.chain.drop_mempool()
    assert await Batch.all().count() == 1
    market.pass_(120)
    await market.escrows.settle_due()
    assert [row.state for row in await Batch.all().order_by("id")] == [BatchState.EXPIRED, BatchState.SENT]
    await market.world.chain.resume()
    await finish(market)
    paid_once(market)


async def test_a_delayed_message_and_its_successor_pay_once(market: Market) -> None:
    await decided(market)
    market.world.chain.paused = True
    await market.escrows.settle_due()
    market.pass_(100)
    await market.escrows.settle_due()
    await market.world.chain.resume()
    await finish(market)
    paid_once(market)


async def test_a_slow_sender_that_lost_its_lease_writes_and_sends_nothing(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    await decided(market)
    real = market.chain.sign

    async def oversleep(controller: str, seqno: int, orders: list[Order], now: datetime) -> SignedBatch:
        signed = await real(controller, seqno, orders, now)
        market.pass_(3600)
        await market.later().settle_due()
        return signed

    monkeypatch.setattr(market.chain, "sign", oversleep)
    assert await market.escrows.settle_due() == 0
    assert await Batch.all().count() == 1
    await finish(market)
    paid_once(market)


async def test_only_one_holds_a_lease_and_the_fence_grows(market: Market) -> None:
    clock = market.world.clock
    first = await take_lease("sender:x", clock)
    assert first is not None
    assert await take_lease("sender:x", clock) is None
    market.pass_(61)
    second = await take_lease("sender:x", clock)
    assert second is not None
    assert second.fence == first.fence + 1
    assert not await first.hold()
    await first.drop()
    assert await second.hold()
    assert (await Lease.get(name="sender:x")).fence == second.fence


async def test_too_little_balance_is_noticed_before_sending_told_once_an_hour_and_healed(
    db: None, world: World
) -> None:
    market = await open_market(world, controller_coins=0)
    await decided(market)
    await market.escrows.settle_due()
    await market.escrows.settle_due()
    assert await Batch.all().count() == 0
    (notice,) = await told("notice-controller-low-admin")
    assert notice.user_id == ADMIN
    market.pass_(3601)
    await market.escrows.settle_due()
    assert len(await told("notice-controller-low-admin")) == 2
    await world.chain.faucet(ControllerWallet(KEY, TESTNET).address, COIN)
    await finish(market)
    paid_once(market)
    await market.wallets.close()
    await market.http.close()


async def test_a_fresh_controller_wallet_is_deployed_by_its_first_settlement(market: Market) -> None:
    controller = ControllerWallet(KEY, TESTNET).address
    assert market.world.chain.account(controller).status != "active"
    await decided(market)
    await market.escrows.settle_due()
    assert (await market.chain.wallet(market.chain.controller)).seqno == 1


async def test_after_a_key_rotation_old_escrows_are_settled_by_the_old_key(market: Market) -> None:
    await decided(market)
    rotated = make_escrows(market.world, make_chain(market.world, market.http, (b"\x05" * 32, KEY)), market.wallets)
    assert rotated.chain.controller != market.chain.controller
    assert await rotated.settle_due() == 1
    await finish(market)
    paid_once(market)


async def test_a_missing_key_is_an_admins_matter(market: Market) -> None:
    deal, _ = await market.funded()
    await market.decide(deal, Verdict.RELEASE)
    strange = make_escrows(market.world, make_chain(market.world, market.http, (b"\x06" * 32,)), market.wallets)
    assert await strange.settle_due() == 0
    assert len(await told("notice-controller-key-admin")) == 1
    assert await status_of(deal) is not DealStatus.RELEASED


async def test_a_settlement_that_does_not_work_out_is_tried_ever_more_slowly(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    escrow = await decided(market)
    real = market.chain.sign

    async def elsewhere(controller: str, seqno: int, orders: list[Order], now: datetime) -> SignedBatch:
        astray = [replace(order, address=f"0:{'ab' * 32}") for order in orders]
        return await real(controller, seqno, astray, now)

    monkeypatch.setattr(market.chain, "sign", elsewhere)
    for _ in range(60):
        await market.escrows.settle_due()
        market.pass_(60)
    tries = await Settlement.filter(escrow_id=escrow.id).count()
    assert 5 <= tries <= 7
    assert len(await told("notice-settlement-stuck-admin")) >= 1
    monkeypatch.undo()
    market.pass_(3600)
    await finish(market)
    paid_once(market)


async def test_a_hundred_orders_fit_into_one_message_and_the_estimate_of_its_cost_holds(market: Market) -> None:
    chain, world = market.chain, market.world
    escrow = await decided(market)
    wallet = ControllerWallet(KEY, TESTNET)
    others = [Order(f"0:{index:064x}", Verdict.RELEASE, 0, index) for index in range(1, 100)]
    orders = [Order(escrow.address, Verdict.RELEASE, 0, escrow.contract_id), *others]
    before = market.balance(wallet.address)
    batch = await chain.sign(chain.controller, 0, orders, world.clock.utcnow())
    await chain.send(batch.boc)
    await market.escrows.watch()
    paid_once(market)
    spent = before - market.balance(wallet.address)
    assert spent < chain.cost_nano(100)


async def test_stray_coins_of_a_settled_escrow_go_to_the_advertiser(market: Market) -> None:
    escrow = await decided(market)
    await finish(market)
    stranger = await market.world.wallet("stranger")
    await stranger.send(Address(escrow.address), 3 * COIN, bounce=False)
    before = market.balance(market.payer.address)
    assert market.balance(escrow.address) > 2 * COIN
    market.pass_(3601)
    await finish(market)
    assert market.balance(market.payer.address) > before + 2 * COIN
    market.pass_(3601)
    await finish(market)
    assert (await Escrow.get(id=escrow.id)).swept
