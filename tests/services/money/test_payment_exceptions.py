"""Every odd payment ends as the deal's deposit or with the money back at its payer, and one clear message."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from pytoniq_core.boc.address import Address

from app.adapters.cells import raw
from app.sandbox.toncenter import Fault
from models import Cursor, Deal, DealStatus, Escrow, EscrowState, PaymentNote, Verdict
from services.errors import GoneAhead, TryAgain
from services.ports import Seen
from tests.makers import ADVERTISER
from tests.sandbox.ton.world import COIN, DAY
from tests.services.money.market import (
    ADMIN,
    ADVERTISER_ACTOR,
    HALF_A_MINUTE,
    Market,
    current,
    state_of,
    status_of,
    steps_of,
    told,
)

GAS = COIN // 20


async def test_too_little_comes_back_and_the_advertiser_is_told_why_once(market: Market) -> None:
    deal, escrow = await market.opened()
    before = market.balance(market.payer.address)
    await market.pay(deal, escrow.required_nano - 1)
    await market.escrows.watch()
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    assert before - market.balance(market.payer.address) < GAS
    (notice,) = await told("notice-deposit-returned")
    assert notice.user_id == ADVERTISER
    assert notice.args["reason"] == "little"


async def test_a_stranger_cannot_pay_and_gets_his_money_back(market: Market) -> None:
    deal, escrow = await market.opened()
    stranger = await market.world.wallet("stranger")
    before = market.balance(stranger.address)
    await market.pay(deal, wallet=stranger)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    assert before - market.balance(stranger.address) < GAS
    (notice,) = await told("notice-deposit-returned")
    assert notice.args["reason"] == "wallet"
    assert await state_of(escrow) is EscrowState.INIT, "the account is active, and still nothing was paid"


async def test_what_is_paid_too_much_comes_back_at_once(market: Market) -> None:
    deal, escrow = await market.opened()
    before = market.balance(market.payer.address)
    await market.pay(deal, escrow.required_nano + 5 * COIN)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER
    assert before - market.balance(market.payer.address) < escrow.required_nano + GAS
    assert await told("notice-deposit-returned") == []


async def test_paying_twice_funds_once_and_the_second_comes_back(market: Market) -> None:
    deal, escrow = await market.opened()
    before = market.balance(market.payer.address)
    await market.pay(deal)
    await market.pay(deal)
    await market.escrows.watch()
    assert await steps_of(deal) == ["open_escrow", "confirm_deposit", "ask_creative"]
    assert before - market.balance(market.payer.address) < escrow.required_nano + GAS
    (notice,) = await told("notice-deposit-returned")
    assert notice.args["reason"] == "twice"


async def test_a_plain_transfer_of_enough_from_the_right_wallet_is_a_deposit(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.pay(deal, COIN)  # too little: it comes back, but the contract is deployed
    await market.payer.send(Address(escrow.address), escrow.required_nano)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_coins_sent_by_hand_to_an_address_that_is_not_deployed_come_back(market: Market) -> None:
    deal, escrow = await market.opened()
    before = market.balance(market.payer.address)
    await market.payer.send(Address(escrow.address), escrow.required_nano, bounce=False)
    for _ in range(3):
        await market.escrows.watch()
        await market.escrows.settle_due()
        market.pass_(HALF_A_MINUTE)
    assert before - market.balance(market.payer.address) < GAS
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    (notice,) = await told("notice-stray-coins-returned")
    assert notice.user_id == ADVERTISER
    await market.pay(deal)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_where_the_platform_deploys_first_the_contract_waits_for_the_deposit(market: Market) -> None:
    settings = replace(market.escrows.settings, predeploy=True)
    escrows = replace(market.escrows, settings=settings)
    deal, escrow = await market.opened()
    assert await escrows.settle_due() == 1
    await escrows.watch()
    assert await state_of(escrow) is EscrowState.INIT
    assert await escrows.settle_due() == 0
    await market.payer.send(Address(escrow.address), escrow.required_nano)
    market.pass_(HALF_A_MINUTE)
    await escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_a_deposit_after_the_deal_expired_is_returned_and_both_are_told_once(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.kill(deal)
    before = market.balance(market.payer.address)
    await market.pay(deal)
    await market.escrows.watch()
    await market.escrows.watch()
    assert (await steps_of(deal)).count("return_deposit") == 1
    assert await market.escrows.settle_due() == 1
    await market.escrows.watch()
    assert await state_of(escrow) is EscrowState.REFUNDED
    assert await status_of(deal) is DealStatus.EXPIRED
    assert before - market.balance(market.payer.address) < GAS


async def test_before_a_deal_dies_the_chain_is_asked_and_a_deposit_saves_it(market: Market) -> None:
    deal, _ = await market.opened()
    await market.escrows.ask_before_dying(deal)
    await market.pay(deal)
    with pytest.raises(GoneAhead):
        await market.escrows.ask_before_dying(deal)
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_a_deal_does_not_die_while_another_worker_is_about_to_confirm_its_deposit(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The watcher has written that the money is there, and has not moved the deal yet, when the deal's clock rings."""
    deal, escrow = await market.opened()
    await market.pay(deal)
    chain = type(market.escrows.chain)
    look = chain.look

    async def overtaken(self: Any, escrows: Any) -> Any:
        seen = await look(self, escrows)
        await Escrow.filter(id=escrow.id).update(state=EscrowState.FUNDED)
        return seen

    monkeypatch.setattr(chain, "look", overtaken)
    with pytest.raises(GoneAhead):
        await market.escrows.ask_before_dying(deal)
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_a_deal_does_not_die_while_the_chain_cannot_be_asked(market: Market) -> None:
    deal, _ = await market.opened()
    await market.world.server.close()
    with pytest.raises(TryAgain):
        await market.escrows.ask_before_dying(deal)
    assert await market.escrows.watch() == 0
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT


async def test_another_wallet_means_another_escrow_and_the_old_one_gives_back(market: Market) -> None:
    deal, old = await market.opened()
    second = await market.world.wallet("second")
    before = market.balance(market.payer.address)
    await market.escrows.change_payer(ADVERTISER_ACTOR, deal.id, raw(second.address))
    new = await current(deal)
    assert new.address != old.address
    assert new.contract_id == old.contract_id + 1
    await market.pay_to(old)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    (notice,) = await told("notice-stray-deposit-returned")
    assert notice.user_id == ADVERTISER
    await market.pay(deal, wallet=second)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER
    assert await market.escrows.settle_due() == 1
    await market.escrows.watch()
    assert before - market.balance(market.payer.address) < GAS
    assert await state_of(new) is EscrowState.FUNDED, "the deal's own money stays where it is"


async def test_the_wallet_cannot_change_once_the_money_is_there(market: Market) -> None:
    deal, _ = await market.opened()
    await market.pay(deal)
    with pytest.raises(GoneAhead):
        await market.escrows.change_payer(ADVERTISER_ACTOR, deal.id, f"0:{'77' * 32}")
    assert (await Deal.get(id=deal.id)).payer_address == raw(market.payer.address)


async def test_the_deal_follows_an_auto_refund_that_anybody_sent_after_the_deadline(market: Market) -> None:
    deal, escrow = await market.funded()
    before = market.balance(market.payer.address)
    screen = await market.escrows.payment(ADVERTISER_ACTOR, deal.id)
    market.pass_(escrow.deadline - market.world.clock.now() + 1)
    stranger = await market.world.wallet("stranger")
    await stranger.pay(screen.auto_refund_link)
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.REFUNDED
    assert market.balance(market.payer.address) > before + 9 * COIN
    (alert,) = await told("notice-chain-mismatch-admin")
    assert alert.user_id == ADMIN


async def test_a_settlement_against_the_verdict_is_followed_and_loudly(market: Market) -> None:
    deal, escrow = await market.funded()
    await market.decide(deal, Verdict.RELEASE)
    seen = Seen(escrow.address, EscrowState.REFUNDED, 0, escrow.deadline)
    await market.escrows.reconcile(await current(deal), seen)
    assert await status_of(deal) is DealStatus.REFUNDED
    assert len(await told("notice-chain-mismatch-admin")) == 1


async def test_a_replica_that_lags_takes_nothing_back_and_alarms_only_when_it_lasts(market: Market) -> None:
    deal, escrow = await market.funded()
    seen = Seen(escrow.address, EscrowState.INIT, 0, escrow.deadline)
    await market.escrows.reconcile(await current(deal), seen)
    assert await state_of(escrow) is EscrowState.FUNDED
    assert await told("notice-chain-contradiction-admin") == []
    market.pass_(DAY)
    await market.escrows.reconcile(await current(deal), seen)
    await market.escrows.reconcile(await current(deal), seen)
    assert len(await told("notice-chain-contradiction-admin")) == 1
    assert await state_of(escrow) is EscrowState.FUNDED


async def test_a_balance_without_the_contracts_own_word_is_never_a_deposit(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.escrows.reconcile(escrow, Seen(escrow.address, EscrowState.INIT, 10**12, escrow.deadline))
    await market.escrows.reconcile(await current(deal), Seen(escrow.address, EscrowState.ALIEN, 10**12, 0))
    assert await status_of(deal) is DealStatus.AWAITING_ESCROW_PAYMENT
    assert await state_of(escrow) is EscrowState.INIT
    assert len(await told("notice-chain-alien-admin")) == 1


async def test_the_cursor_moves_on_and_notes_are_written_once(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.pay(deal, escrow.required_nano - 1)
    await market.escrows.watch()
    first = (await Cursor.get(name="deposits")).value
    await Cursor.filter(name="deposits").update(value="")
    await market.escrows.watch()
    assert (await Cursor.get(name="deposits")).value == first
    assert await PaymentNote.all().count() == 1
    assert len(await told("notice-deposit-returned")) == 1


async def test_two_watchers_at_once_confirm_once(market: Market) -> None:
    deal, _ = await market.opened()
    await market.pay(deal)
    await asyncio.gather(market.escrows.watch(), market.later().watch(), market.later().watch())
    assert await steps_of(deal) == ["open_escrow", "confirm_deposit", "ask_creative"]


async def test_a_deposit_is_found_while_the_message_index_is_down(market: Market) -> None:
    deal, _ = await market.opened()
    await market.pay(deal)
    market.world.faults.add(Fault("v3/messages", "status", times=None, status=403))
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER


async def test_one_broken_row_keeps_nobody_from_his_money(market: Market) -> None:
    broken, _ = await market.opened()
    await Deal.filter(id=broken.id).update(terms={"creative_author": "nobody"})
    sound, _ = await market.opened()
    await market.pay(broken)
    await market.pay(sound)
    await market.escrows.watch()
    assert await status_of(sound) is DealStatus.CREATIVE_PENDING_OWNER
    assert await status_of(broken) is DealStatus.AWAITING_ESCROW_PAYMENT


async def test_after_its_deadline_an_escrow_that_nobody_paid_is_not_asked_about_any_more(market: Market) -> None:
    deal, escrow = await market.opened()
    await market.kill(deal)
    market.pass_(escrow.deadline - market.world.clock.now() + 2 * 3600)
    before = market.world.faults.calls["v3/accountStates"]
    await market.escrows.watch()
    assert market.world.faults.calls["v3/accountStates"] == before
