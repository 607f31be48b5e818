"""Large payouts wait for an admin's word or the end of the veto; refunds and small ones never; none waits for ever."""

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from app.texts import LANGUAGES, Texts
from dialogs.admin.payouts import payout, payouts
from models import AuditLog, Deal, DealStatus, Escrow, HoldState, Notice, PayoutHold, Verdict
from services.actor import Actor
from services.agenda import next_due
from services.deals.terms import Terms
from services.errors import Forbidden, GoneAhead
from services.escrow import Escrows
from tests.sandbox.ton.world import COIN
from tests.services.money.market import ADMIN, ADVERTISER_ACTOR, Market, current, status_of, told
from tests.services.money.test_words import ROOT

ADMIN_ACTOR = Actor(ADMIN, is_admin=True)
DAY = 86_400


def careful(market: Market, above: int = 9 * COIN) -> Escrows:
    """The services with the setting on; deals of these tests cost ten coins."""
    later = market.later()
    return replace(later, settings=replace(later.settings, large_payout_nano=above))


async def decided(market: Market, verdict: Verdict = Verdict.RELEASE, split_bps: int | None = None) -> Deal:
    deal, _ = await market.funded()
    await market.decide(deal, verdict, split_bps)
    return deal


async def work(market: Market, escrows: Escrows) -> None:
    for _ in range(3):
        await escrows.settle_due()
        await escrows.watch()
        market.pass_(61)


async def test_silence_pays_out_at_the_end_of_the_veto_and_not_before(market: Market) -> None:
    escrows, deal = careful(market), await decided(market)
    await work(market, escrows)
    assert await status_of(deal) is DealStatus.DISPUTED
    hold = await PayoutHold.get()
    await Notice.all().update(sent_at=hold.created_at)
    assert await next_due() == hold.until, "time in the sandbox stops there"
    market.pass_(DAY)
    await work(market, escrows)
    assert await status_of(deal) is DealStatus.RELEASED
    assert market.balance(market.payout.address) == 95 * COIN // 10
    assert (await PayoutHold.get()).state is HoldState.PASSED
    assert len(await told("notice-payout-waiting-admin")) == len(await told("notice-payout-waiting-owner")) == 1


async def test_an_admins_word_pays_at_once(market: Market) -> None:
    escrows, deal = careful(market), await decided(market)
    await work(market, escrows)
    (seen,) = await escrows.payouts_waiting(ADMIN_ACTOR)
    assert (seen.deal_id, seen.owner_nano, seen.is_stopped) == (deal.id, 95 * COIN // 10, False)
    await escrows.approve_payout(ADMIN_ACTOR, deal.id)
    await work(market, escrows)
    assert await status_of(deal) is DealStatus.RELEASED
    assert await escrows.payouts_waiting(ADMIN_ACTOR) == []
    with pytest.raises(GoneAhead):
        await escrows.stop_payout(ADMIN_ACTOR, deal.id)
    assert (await AuditLog.get()).action == "payout_approved"


async def test_a_stop_that_nobody_follows_up_pays_out_well_before_the_contracts_deadline(market: Market) -> None:
    escrows, deal = careful(market), await decided(market)
    await work(market, escrows)
    await escrows.stop_payout(ADMIN_ACTOR, deal.id)
    assert len(await told("notice-payout-stopped")) == 2, "both sides"
    market.pass_(3 * DAY)
    await work(market, escrows)
    assert await status_of(deal) is DealStatus.DISPUTED
    assert len(await told("notice-payout-stopped-admin")) == 1
    hold, escrow = await PayoutHold.get(), await current(deal)
    assert hold.until == datetime.fromtimestamp(escrow.deadline - Terms.of(deal).clocks["margin_seconds"], UTC)
    market.pass_((hold.until - market.world.clock.utcnow()).total_seconds())
    await work(market, escrows)
    assert await status_of(deal) is DealStatus.RELEASED
    assert market.world.clock.utcnow().timestamp() < escrow.deadline


async def test_what_was_stopped_may_be_given_back_and_the_deal_follows_without_an_alarm(market: Market) -> None:
    escrows, deal = careful(market), await decided(market)
    await work(market, escrows)
    with pytest.raises(GoneAhead):
        await escrows.give_back_payout(ADMIN_ACTOR, deal.id)
    await escrows.stop_payout(ADMIN_ACTOR, deal.id)
    await escrows.give_back_payout(ADMIN_ACTOR, deal.id)
    with pytest.raises(GoneAhead):
        await escrows.approve_payout(ADMIN_ACTOR, deal.id)
    await work(market, escrows)
    deal = await Deal.get(id=deal.id)
    assert (deal.status, deal.outcome) == (DealStatus.REFUNDED, Verdict.REFUND)
    assert market.balance(market.payout.address) == 0
    assert (await current(deal)).verdict is Verdict.RELEASE, "what was decided stays written"
    assert await told("notice-chain-mismatch-admin") == []
    assert len(await told("notice-payout-given-back")) == 2


async def test_refunds_small_payouts_and_the_setting_off_wait_for_nobody(market: Market) -> None:
    await market.world.chain.faucet(market.payer.address, 100 * COIN)
    refund, release = await decided(market, Verdict.REFUND), await decided(market)
    await work(market, careful(market, above=10 * COIN))
    assert (await status_of(refund), await status_of(release)) == (DealStatus.REFUNDED, DealStatus.RELEASED)
    deal = await decided(market)
    await work(market, market.later())
    assert await status_of(deal) is DealStatus.RELEASED
    assert await PayoutHold.all().count() == 0


async def test_of_a_split_the_owners_part_counts(market: Market) -> None:
    await market.world.chain.faucet(market.payer.address, 100 * COIN)
    half, most = await decided(market, Verdict.SPLIT, 5000), await decided(market, Verdict.SPLIT, 9500)
    await work(market, careful(market))
    assert (await status_of(half), await status_of(most)) == (DealStatus.RELEASED, DealStatus.DISPUTED)


async def test_a_held_payout_takes_nobodys_place_and_only_admins_have_a_word(market: Market) -> None:
    await market.world.chain.faucet(market.payer.address, 100 * COIN)
    escrows, held = careful(market), await decided(market)
    await work(market, escrows)
    free = await decided(market, Verdict.REFUND)
    await work(market, escrows)
    assert (await status_of(held), await status_of(free)) == (DealStatus.DISPUTED, DealStatus.REFUNDED)
    for verb in (escrows.approve_payout, escrows.stop_payout, escrows.give_back_payout, escrows.payout_waiting):
        with pytest.raises(Forbidden):
            await verb(ADVERTISER_ACTOR, held.id)
    with pytest.raises(Forbidden):
        await escrows.payouts_waiting(ADVERTISER_ACTOR)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_desks_windows_say_it_in_every_language(market: Market, language: str) -> None:
    escrows, deal = careful(market), await decided(market)
    await work(market, escrows)
    desk: Any = SimpleNamespace(escrows=escrows)
    manager: Any = SimpleNamespace(dialog_data={"payout_of": deal.id})
    words = Texts(ROOT / "locales", strict=True).translator(language)
    facts = (await payouts(services=desk, actor=ADMIN_ACTOR))["payouts"][0]
    assert "9.5 TON" in words("btn-admin-payout", facts, plain=True)
    facts = await payout(manager, desk, ADMIN_ACTOR)
    assert (facts["waiting"], facts["stopped"]) == (True, False)
    assert "9.5 TON" in words("admin-payout", facts) + words("admin-payout-waiting", facts)
    await escrows.stop_payout(ADMIN_ACTOR, deal.id)
    facts = await payout(manager, desk, ADMIN_ACTOR)
    assert facts["stopped"]
    assert words("admin-payout-stopped", facts)


async def test_a_deal_from_before_the_veto_has_none(market: Market) -> None:
    deal = await decided(market)
    terms = Terms.of(deal)
    old = replace(terms, clocks={name: value for name, value in terms.clocks.items() if name != "veto_seconds"})
    await Deal.filter(id=deal.id).update(terms=old.to_json())
    await work(market, careful(market))
    assert await status_of(deal) is DealStatus.RELEASED
    assert await Escrow.filter(settled_at=None).count() == 0
