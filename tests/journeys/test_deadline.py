"""The platform dies with somebody's money in a contract: after the deadline the money comes back without it."""

from pytoniq_core.boc.address import Address

from contracts import escrow as contract
from models import Deal, DealStatus, Escrow, EscrowState
from tests.journeys import steps
from tests.world import World


async def test_the_platform_is_gone_and_a_stranger_sends_annas_money_back(world: World) -> None:
    await steps.paid(world)
    escrow = await Escrow.get(deal_id=1)
    await world.stop_app()
    mallory = world.stranger()
    await world.house.chain.faucet(mallory.wallet.address, 10**9)
    body = contract.auto_refund_body(1)

    async def calls_auto_refund() -> None:
        await mallory.wallet.send(Address(escrow.address), contract.ACTION_VALUE_NANO, body)

    world.house.clock.move_to(escrow.deadline - 1)
    await calls_auto_refund()
    assert world.anna.received()[-1] < steps.PRICE_NANO
    world.house.clock.move_to(escrow.deadline)
    await calls_auto_refund()
    assert steps.PRICE_NANO <= world.anna.received()[-1] < steps.PRICE_NANO + 10**8

    await world.start_app()
    await world.settle()
    await steps.anna_has_it_all_back(world)
    assert (await Escrow.get(deal_id=1)).state is EscrowState.REFUNDED
    assert (await Deal.get(id=1)).status is DealStatus.REFUNDED


async def test_the_platform_has_lost_its_key_and_anna_takes_her_money_back_in_the_chat(world: World) -> None:
    """It still decides and talks, but its messages reach no contract: after the deadline nobody needs them."""
    await steps.paid(world)
    escrow = await Escrow.get(deal_id=1)
    await world.stop_app()
    world.settings = world.settings.model_copy(update={"controller_seed": "5b" * 32})
    await world.start_app()
    anna = world.anna
    await world.pass_time(hours=49)
    await anna.opens_deal()
    await anna.sees("Decided: you get your money back", "on its way")
    assert not any("My money back" in label for label in anna.buttons())
    assert anna.received()[-1] < steps.PRICE_NANO

    await world.pass_time(seconds=escrow.deadline - world.house.clock.now())
    await anna.opens_deal()
    await anna.taps("My money back")
    await anna.sees("you can take your money back yourself")
    await anna.taps("My money back")
    await anna.approves_in_wallet()
    await steps.anna_has_it_all_back(world)
