"""Wallets and payments as people really do them: refusals, wrong sums, wrong wallets, wrong moments. The money is
either locked in the deal's contract, or back where it came from.
"""

from collections.abc import AsyncIterator

import pytest

from app.sandbox.wallet import SimWallet
from app.sandbox.wallet.requests import Pending
from models import Deal, DealStatus, Escrow, EscrowState
from tests.journeys import steps
from tests.world import Person, World

pytestmark = pytest.mark.both_stores

COIN = 10**9
DUST_NANO = COIN // 10
"""More than the network's fees of one transfer."""


async def payment_request(person: Person) -> Pending:
    """From the deal's card to a request that waits in the wallet."""
    await person.opens_deal()
    await person.taps("Pay")
    await person.taps("Pay in wallet")
    return await person.wallet.wait_pending()


async def payment_link(person: Person) -> str:
    await person.opens_deal()
    await person.taps("Pay")
    return person.link("transfer")


async def pays_by_link(world: World, wallet: SimWallet, link: str) -> None:
    request = await wallet.pay(link)
    assert request is not None
    await wallet.confirm(request.id)
    await world.settle()


async def is_not_paid() -> None:
    assert (await Deal.get(id=1)).status is DealStatus.AWAITING_ESCROW_PAYMENT
    assert (await Escrow.get(deal_id=1, is_current=True)).state < EscrowState.FUNDED


async def is_paid(world: World) -> None:
    await world.anna.sees("Your payment of", "arrived")
    await world.oleg.sees("The advertiser paid")
    assert (await Deal.get(id=1)).status is DealStatus.CREATIVE_PENDING_OWNER


@pytest.fixture
async def second_wallet(world: World) -> AsyncIterator[SimWallet]:
    """Another wallet of Anna's."""
    url = world.house.url
    wallet = SimWallet("Anna's other", "another", f"{url}/ton", f"{url}/bridge", world.house.clock)
    await world.house.chain.faucet(wallet.address, 100 * COIN)
    yield wallet
    await wallet.close()


async def test_who_says_no_in_the_wallet_is_told_and_may_try_again(world: World) -> None:
    await steps.agreed(world)
    await world.oleg.opens_deal()
    await world.oleg.taps("Wallet ")
    await world.oleg.taps("Connect a wallet")
    await world.oleg.opens_wallet_link()
    await world.oleg.refuses_in_wallet()
    await world.oleg.sees("You said no in the wallet")
    await steps.both_connect(world)
    request = await payment_request(world.anna)
    await world.anna.wallet.reject(request.id)
    await world.anna.sees("You said no in the wallet")
    await is_not_paid()
    await steps.anna_pays(world)


async def test_too_little_comes_back_and_the_advertiser_is_told(world: World) -> None:
    await steps.awaiting_payment(world)
    request = await payment_request(world.anna)
    before = await world.anna.wallet.balance()
    await world.anna.wallet.confirm(request.id, request.amount_nano - 1)
    await world.settle()
    await world.anna.sees("A payment for deal #1 came back")
    await is_not_paid()
    assert before - await world.anna.wallet.balance() < DUST_NANO
    await steps.anna_pays(world)


async def test_too_much_is_locked_as_agreed_and_the_rest_comes_back(world: World) -> None:
    await steps.awaiting_payment(world)
    request = await payment_request(world.anna)
    before = await world.anna.wallet.balance()
    await world.anna.wallet.confirm(request.id, 50 * COIN)
    await world.settle()
    await is_paid(world)
    spent = before - await world.anna.wallet.balance()
    assert 10 * COIN <= spent < request.amount_nano + DUST_NANO


async def test_a_second_payment_comes_back(world: World) -> None:
    await steps.awaiting_payment(world)
    link = await payment_link(world.anna)
    before = await world.anna.wallet.balance()
    await pays_by_link(world, world.anna.wallet, link)
    await is_paid(world)
    await pays_by_link(world, world.anna.wallet, link)
    spent = before - await world.anna.wallet.balance()
    assert 10 * COIN <= spent < 11 * COIN
    assert (await Deal.get(id=1)).status is DealStatus.CREATIVE_PENDING_OWNER


async def test_another_persons_wallet_gets_its_money_back_and_the_advertiser_hears_why(world: World) -> None:
    await steps.awaiting_payment(world)
    link = await payment_link(world.anna)
    await world.house.chain.faucet(world.vera.wallet.address, 20 * COIN)
    before = await world.vera.wallet.balance()
    await pays_by_link(world, world.vera.wallet, link)
    await world.anna.sees("A payment for deal #1 came back", "not sent from the wallet of the deal")
    await is_not_paid()
    assert before - await world.vera.wallet.balance() < DUST_NANO
    await pays_by_link(world, world.anna.wallet, link)
    await is_paid(world)


async def test_a_payment_after_the_deal_expired_goes_back_and_both_are_told(world: World) -> None:
    await steps.awaiting_payment(world)
    link = await payment_link(world.anna)
    await world.pass_time(hours=25)
    assert (await Deal.get(id=1)).status is DealStatus.EXPIRED
    before = await world.anna.wallet.balance()
    await pays_by_link(world, world.anna.wallet, link)
    await world.pass_time(minutes=5)
    await world.anna.sees("arrived after the deal was closed")
    await world.oleg.sees("came after the deal was closed")
    assert before - await world.anna.wallet.balance() < DUST_NANO
    escrow = await Escrow.get(deal_id=1)
    assert escrow.state is EscrowState.REFUNDED


async def test_who_changes_the_wallet_pays_into_a_new_contract_and_the_old_one_gives_back(
    world: World, second_wallet: SimWallet
) -> None:
    anna = world.anna
    await steps.awaiting_payment(world)
    old_link = await payment_link(anna)
    await anna.starts()
    await anna.taps("Wallet")
    await anna.taps("Connect a wallet")
    link = await world.until(lambda: anna.link("tc://", "ton-connect", "/sandbox/wallet"), "a wallet link", anna)
    request = await second_wallet.open_link(link)
    assert request is not None
    await second_wallet.confirm(request.id)
    await anna.sees("Your wallet is connected")
    await world.settle()
    await anna.sees("Your wallet was changed")
    await anna.opens_deal()
    await anna.taps("Wallet to pay from")
    await anna.taps("Use for this deal")
    new_link = await payment_link(anna)
    assert new_link != old_link
    before = await anna.wallet.balance()
    await pays_by_link(world, anna.wallet, old_link)
    await world.pass_time(minutes=5)
    await is_not_paid()
    assert before - await anna.wallet.balance() < DUST_NANO
    await pays_by_link(world, second_wallet, new_link)
    await is_paid(world)


async def test_a_wallet_that_never_answers_holds_nothing_up(world: World) -> None:
    await steps.awaiting_payment(world)
    world.anna.wallet.on_transaction = "ignore"
    await world.anna.opens_deal()
    await world.anna.taps("Pay")
    await world.anna.taps("Pay in wallet")
    await world.anna.sees("Confirm in your wallet")
    link = world.anna.link("transfer")
    world.anna.wallet.on_transaction = "confirm"
    await world.anna.wallet.pay(link)
    await world.settle()
    await is_paid(world)
