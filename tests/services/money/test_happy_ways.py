"""A deal's money on the real TVM: in, and out by each verdict, to the nano."""

from models import Deal, DealStatus, EscrowState, Verdict
from services.escrow.amounts import shares
from tests.makers import OWNER
from tests.sandbox.ton.world import COIN
from tests.services.money.market import ADVERTISER_ACTOR, Market, current, state_of, status_of, steps_of

PRICE = 10 * COIN


async def test_an_accepted_deal_with_both_wallets_gets_its_escrow_at_once(market: Market) -> None:
    deal, escrow = await market.opened()
    assert deal.status is DealStatus.AWAITING_ESCROW_PAYMENT
    assert deal.fee_bps == escrow.fee_bps == 500
    assert escrow.contract_id == deal.id * 1000 + 1
    assert escrow.controller_address == market.chain.controller
    assert await market.escrows.open_due() == 0


async def test_without_a_payout_wallet_nothing_is_opened(market: Market) -> None:
    deal = await market.deal(payout_address=None)
    assert await market.escrows.open_due() == 0
    assert await status_of(deal) is DealStatus.OWNER_ACCEPTED


async def test_a_deposit_is_confirmed_from_the_chain_and_the_creative_is_asked_for(market: Market) -> None:
    deal, escrow = await market.opened()
    assert await market.escrows.watch() == 0
    await market.pay(deal)
    assert await market.escrows.watch() > 0
    assert await state_of(escrow) is EscrowState.FUNDED
    assert await status_of(deal) is DealStatus.CREATIVE_PENDING_OWNER
    assert await steps_of(deal) == ["open_escrow", "confirm_deposit", "ask_creative"]
    assert await market.escrows.watch() == 0


async def test_the_payment_link_of_the_screen_pays(market: Market) -> None:
    deal, _ = await market.opened()
    screen = await market.escrows.payment(ADVERTISER_ACTOR, deal.id)
    await market.payer.pay(screen.transfer_link)
    await market.escrows.watch()
    assert (await market.escrows.payment(ADVERTISER_ACTOR, deal.id)).is_paid


async def test_a_release_pays_the_owner_the_amount_less_the_fee(market: Market) -> None:
    deal, escrow = await market.funded()
    await market.decide(deal, Verdict.RELEASE)
    assert await market.escrows.settle_due() == 1
    assert await status_of(deal) is DealStatus.DISPUTED, "the chain was not asked yet"
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.RELEASED
    assert market.balance(market.payout.address) == PRICE * 95 // 100
    assert market.balance(escrow.fee_recipient) == PRICE * 5 // 100
    assert (await Deal.get(id=deal.id)).outcome is Verdict.RELEASE


async def test_a_refund_gives_everything_back(market: Market) -> None:
    before = market.balance(market.payer.address)
    deal, _ = await market.funded()
    await market.decide(deal, Verdict.REFUND)
    await market.escrows.settle_due()
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.REFUNDED
    assert market.balance(market.payout.address) == 0
    assert before - market.balance(market.payer.address) < COIN // 50, "only gas is gone"


async def test_a_split_is_paid_as_decided_and_the_row_says_the_same(market: Market) -> None:
    deal, escrow = await market.funded()
    await market.decide(deal, Verdict.SPLIT, split_bps=3333)
    await market.escrows.settle_due()
    await market.escrows.watch()
    assert await status_of(deal) is DealStatus.RELEASED
    assert (await Deal.get(id=deal.id)).outcome is Verdict.SPLIT
    told = shares(await current(deal), Verdict.SPLIT)
    assert market.balance(market.payout.address) == told["owner_nano"]
    assert market.balance(escrow.fee_recipient) == told["fee_nano"]


async def test_one_message_settles_many_deals(market: Market) -> None:
    await market.world.chain.faucet(market.payer.address, 1000 * COIN)
    deals = [(await market.funded(owner_id=OWNER))[0] for _ in range(12)]
    for deal in deals:
        await market.decide(deal, Verdict.RELEASE)
    assert await market.escrows.settle_due() == 12
    await market.escrows.watch()
    assert {await status_of(deal) for deal in deals} == {DealStatus.RELEASED}
    assert market.balance(market.payout.address) == 12 * PRICE * 95 // 100
    assert market.world.faults.calls["v2/sendBoc"] == 12 + 1, "twelve deposits, one settlement"
