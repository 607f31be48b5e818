"""The wallet: connected by proof while the chat stays quick, used for a deal, asked to pay; nobody types an address."""

from datetime import timedelta

import pytest

from dialogs.states import DealRoom, Wallet
from models import Deal, DealStatus, Escrow, EscrowState, User
from tests.dialogs.deals.stage import ADVERTISER, OWNER, Phone, Stage
from tests.makers import ADDRESSES, START, a_deal, an_escrow


async def a_deal_to_pay() -> Deal:
    deal = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT, due_at=START + timedelta(hours=24))
    await an_escrow(deal, EscrowState.NONE)
    return deal


async def has_wallet(stage: Stage, user_id: int, address: str = ADDRESSES["payer"]) -> None:
    await User.filter(id=user_id).update(wallet_address=address, wallet_proved_at=START)
    stage.wallets.live[user_id] = address


async def test_connecting_does_not_hold_the_chat_and_redraws_when_the_wallet_answers(
    stage: Stage, advertiser: Phone
) -> None:
    await advertiser.open(Wallet.home)
    assert "No wallet is connected" in advertiser.text
    await advertiser.tap("Connect a wallet")
    assert "Open your wallet" in advertiser.text
    assert "Open Wallet" in advertiser.labels
    assert "tc://x" in advertiser.text
    assert (await User.get(id=ADVERTISER)).wallet_address is None
    await stage.settle()
    assert (await User.get(id=ADVERTISER)).wallet_address == ADDRESSES["payer"]
    assert stage.bot.said == ["✅ Your wallet is connected."]
    assert "UQ" in advertiser.text
    assert "Disconnect" in advertiser.labels


async def test_a_no_in_the_wallet_is_told_and_may_be_tried_again(stage: Stage, advertiser: Phone) -> None:
    stage.wallets.says_no = True
    await advertiser.open(Wallet.home)
    await advertiser.tap("Connect a wallet")
    await stage.settle()
    assert len(stage.bot.said) == 1
    assert "🔗 Try again" in advertiser.labels


async def test_a_screen_that_was_left_is_not_taken_back_by_the_answer(stage: Stage, advertiser: Phone) -> None:
    await advertiser.open(Wallet.home)
    await advertiser.tap("Connect a wallet")
    await advertiser.tap("Home")
    await stage.settle()
    assert advertiser.text == "Menu"
    assert stage.bot.said == ["✅ Your wallet is connected."]


async def test_where_wallets_cannot_reach_us_the_reason_is_shown(stage: Stage, advertiser: Phone) -> None:
    stage.wallets.reason = "wallets-need-https"
    await advertiser.open(Wallet.home)
    assert "https" in advertiser.text
    assert not any("Connect" in label for label in advertiser.labels)


async def test_both_sides_choose_wallets_and_the_payment_opens(stage: Stage, advertiser: Phone, owner: Phone) -> None:
    deal = await a_deal(DealStatus.OWNER_ACCEPTED, payer_address=None, payout_address=None)
    await has_wallet(stage, ADVERTISER)
    await has_wallet(stage, OWNER, ADDRESSES["payout"])
    for phone, label in ((advertiser, "Wallet to pay from"), (owner, "Wallet for earnings")):
        await phone.open(DealRoom.card, {"deal_id": deal.id})
        assert phone.rows[0][0].endswith(label)
        await phone.tap(label)
        await phone.tap("Use for this deal")
    now = await Deal.get(id=deal.id)
    assert (now.payer_address, now.payout_address) == (ADDRESSES["payer"], ADDRESSES["payout"])
    assert now.status is DealStatus.AWAITING_ESCROW_PAYMENT
    await advertiser.open(DealRoom.card, {"deal_id": deal.id})
    assert advertiser.rows[0] == ["💳 Pay"]


async def test_the_payment_screen_says_how_much_where_from_and_by_when(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal_to_pay()
    await has_wallet(stage, ADVERTISER)
    await advertiser.open(Wallet.payment, {"deal_id": deal.id})
    for words in ("10.1 TON", "0.1 TON", "never from an exchange", "2 Jun 12:00", "nothing has arrived yet"):
        assert words in advertiser.text
    assert advertiser.rows[0] == ["💳 Pay in wallet"]
    assert "Transfer link" in advertiser.labels


async def test_paying_asks_the_wallet_in_the_background(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal_to_pay()
    await has_wallet(stage, ADVERTISER)
    await advertiser.open(Wallet.payment, {"deal_id": deal.id})
    await advertiser.tap("Pay in wallet")
    assert "Confirm in your wallet" in advertiser.text
    await stage.settle()
    assert [(user, nano) for user, _, nano in stage.wallets.asked] == [(ADVERTISER, 10_100_000_000)]
    assert "Confirm in your wallet" not in advertiser.text
    assert (await Deal.get(id=deal.id)).status is DealStatus.AWAITING_ESCROW_PAYMENT


async def test_once_the_network_shows_the_money_nobody_is_asked_to_pay_again(stage: Stage, advertiser: Phone) -> None:
    """The deal follows the chain a moment later; in that moment the screen must not sell the same thing twice."""
    deal = await a_deal_to_pay()
    await has_wallet(stage, ADVERTISER)
    await advertiser.open(Wallet.payment, {"deal_id": deal.id})
    await Escrow.all().update(state=EscrowState.FUNDED)
    await advertiser.tap("Pay in wallet")
    await stage.settle()
    assert stage.wallets.asked == []
    await advertiser.open(Wallet.payment, {"deal_id": deal.id})
    assert "the money is locked in the contract" in advertiser.text
    assert "Send" not in advertiser.text
    assert not {"💳 Pay in wallet", "Transfer link"} & set(advertiser.labels)


async def test_contracts_and_wallets_are_spelled_as_their_own_apps_do(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal_to_pay()
    escrow = await Escrow.get()
    await has_wallet(stage, ADVERTISER)
    await advertiser.open(Wallet.payment, {"deal_id": deal.id})
    assert stage.chain.friendly(escrow.address) in advertiser.text
    assert stage.chain.friendly_wallet(escrow.advertiser_address) in advertiser.text
    await advertiser.open(DealRoom.evidence, {"deal_id": deal.id})
    assert stage.chain.friendly(escrow.address) in advertiser.text
    assert escrow.address not in advertiser.text


async def test_another_wallet_than_the_deals_cannot_pay(stage: Stage, advertiser: Phone) -> None:
    deal = await a_deal_to_pay()
    await has_wallet(stage, ADVERTISER, "0:" + "ee" * 32)
    await advertiser.open(Wallet.payment, {"deal_id": deal.id})
    assert not any("Pay in wallet" in label for label in advertiser.labels)
    assert "🔗 Connect a wallet" in advertiser.labels


async def test_after_the_deadline_the_advertiser_can_take_his_money_back_himself(
    stage: Stage, advertiser: Phone, owner: Phone
) -> None:
    deal = await a_deal(DealStatus.DISPUTED)
    escrow = await an_escrow(deal)
    await has_wallet(stage, ADVERTISER)
    stage.clock.now = START + timedelta(seconds=escrow.deadline - START.timestamp())
    await advertiser.open(Wallet.payment, {"deal_id": deal.id})
    assert "↩️ My money back" in advertiser.labels
    await advertiser.tap("My money back")
    await stage.settle()
    assert stage.wallets.asked[-1][2] == stage.chain.action_value_nano
    await owner.open(Wallet.payment, {"deal_id": deal.id})
    assert not any("money back" in label.lower() for label in owner.labels)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("state", EscrowState)
async def test_every_state_of_the_chain_has_words(
    stage: Stage, advertiser: Phone, owner: Phone, language: str, state: EscrowState
) -> None:
    await User.all().update(language=language)
    deal = await a_deal_to_pay()
    await Escrow.all().update(state=state)
    for phone in (advertiser, owner):
        await phone.open(Wallet.payment, {"deal_id": deal.id})
        assert str(deal.id) in phone.text
        await phone.open(Wallet.home, {"deal_id": deal.id})
        assert str(deal.id) in phone.text
