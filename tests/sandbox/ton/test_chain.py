"""The chain behaves as the network does: balances, bounces, signatures, storage, restarts."""

import base64
import hashlib
from pathlib import Path

import pytest
from pytoniq_core.boc.address import Address

from app.sandbox.chain import Chain, ChainStore, Emulator, NotAcceptedError, external_cell
from app.sandbox.chain.cells import b64, boc_bytes, raw
from app.sandbox.clock import SandboxClock
from app.sandbox.wallet.contract import Transfer
from contracts import escrow
from tests.sandbox.ton.world import COIN, DAY, OWNER, PLATFORM, START, World, deposit, terms

STRANGER = Address((0, b"\x77" * 32))
YEAR = 365 * DAY


async def test_coins_from_the_faucet_wait_on_an_account_without_code(world: World) -> None:
    transaction = await world.chain.faucet(STRANGER, 3 * COIN)
    account = world.chain.account(STRANGER)
    assert (account.status, account.balance_nano) == ("uninit", 3 * COIN)
    assert transaction.exit_code is None
    assert transaction.now == START


async def test_a_bounceable_message_to_an_account_without_code_comes_back(world: World) -> None:
    wallet = await world.wallet("payer", coins=10)
    await wallet.send(STRANGER, 2 * COIN, bounce=True)
    trace = world.chain.ledger.transactions()[-3:]
    assert [item.address for item in trace] == [wallet.address, STRANGER, wallet.address]
    assert trace[2].in_message is not None
    assert trace[2].in_message.info.bounced
    assert world.chain.account(STRANGER).balance_nano == 0
    assert await wallet.balance() > 9.99 * COIN


async def test_a_non_bounceable_message_to_an_account_without_code_stays_there(world: World) -> None:
    wallet = await world.wallet("payer", coins=10)
    await wallet.send(STRANGER, 2 * COIN, bounce=False)
    account = world.chain.account(STRANGER)
    assert (account.status, account.balance_nano) == ("uninit", 2 * COIN)


async def test_an_escrow_is_deployed_funded_and_released_on_the_real_machine(world: World) -> None:
    advertiser, controller = await world.wallet("advertiser"), await world.wallet("controller")
    deal = terms(advertiser.address, controller.address)
    address = await deposit(world, advertiser, deal)
    assert await world.state_of(address) == escrow.State.FUNDED
    data = world.chain.account(address).data
    assert data is not None
    assert escrow.matches(deal, escrow.code_hash(), data)
    await controller.send(address, escrow.ACTION_VALUE_NANO, escrow.release_body(2))
    assert await world.state_of(address) == escrow.State.RELEASED
    owner_nano, fee_nano = escrow.release_parts(deal.amount_nano, deal.fee_bps)
    received = world.chain.ledger.of_account(OWNER)[0].in_message
    assert received is not None
    assert received.value_nano == owner_nano
    assert world.chain.account(PLATFORM).balance_nano > fee_nano * 0.99


async def test_a_refused_deposit_bounces_and_leaves_the_escrow_unfunded(world: World) -> None:
    advertiser, controller = await world.wallet("advertiser"), await world.wallet("controller")
    deal = terms(advertiser.address, controller.address)
    address = escrow.address(deal)
    await advertiser.send(address, deal.amount_nano, escrow.deposit_body(1), escrow.state_init(deal))
    refused = world.chain.ledger.of_account(address)[0]
    assert refused.exit_code == escrow.Refusal.TOO_LITTLE
    assert refused.aborted
    assert world.chain.account(address).status == "active"
    assert await world.state_of(address) == escrow.State.INIT
    assert await advertiser.balance() > 99.9 * COIN


async def test_a_wrong_signature_is_not_accepted_and_leaves_no_trace(world: World) -> None:
    honest, thief = await world.wallet("honest"), await world.wallet("thief")
    await honest.send(STRANGER, COIN, bounce=False)
    signed_by_thief = thief.contract.external([Transfer(STRANGER, COIN)], 1, START + 60).refs[-1]
    before = len(world.chain.ledger)
    with pytest.raises(NotAcceptedError) as refused:
        await world.chain.send_external(boc_bytes(external_cell(honest.address, signed_by_thief)))
    assert refused.value.exit_code is not None
    assert len(world.chain.ledger) == before


async def test_a_seqno_serves_once(world: World) -> None:
    wallet = await world.wallet("payer")
    boc = base64.b64decode(await wallet.send(STRANGER, COIN, bounce=False))
    with pytest.raises(NotAcceptedError):
        await world.chain.send_external(boc)
    assert world.chain.account(STRANGER).balance_nano == COIN


async def test_an_expired_external_message_is_not_accepted(world: World) -> None:
    wallet = await world.wallet("payer")
    external = wallet.contract.external([Transfer(STRANGER, COIN, bounce=False)], 0, START + 60)
    world.clock.advance(61)
    with pytest.raises(NotAcceptedError):
        await world.chain.send_external(boc_bytes(external))


async def test_an_external_message_is_known_by_its_normalised_hash(world: World) -> None:
    wallet = await world.wallet("payer")
    sent = await world.chain.send_external(
        boc_bytes(wallet.contract.external([Transfer(STRANGER, COIN, bounce=False)], 0, START + 60))
    )
    assert sent.hash != sent.normalized_hash, "the first message carries the code, the normalised form does not"
    found = world.chain.ledger.by_message(sent.normalized_hash)
    assert found is not None
    assert found is world.chain.ledger.by_message(sent.hash)
    assert [item.address for item in world.chain.trace(sent)] == [wallet.address, STRANGER]


async def test_years_of_storage_are_paid_from_the_reserve_and_never_from_the_owner(world: World) -> None:
    advertiser, controller = await world.wallet("advertiser"), await world.wallet("controller")
    deal = terms(advertiser.address, controller.address)
    address = await deposit(world, advertiser, deal)
    world.clock.advance(3 * YEAR)
    await controller.send(address, escrow.ACTION_VALUE_NANO, escrow.release_body(2))
    settled = world.chain.ledger.of_account(address)[-1]
    assert settled.storage_fees_nano > 0
    received = world.chain.ledger.of_account(OWNER)[0].in_message
    assert received is not None
    assert received.value_nano == escrow.release_parts(deal.amount_nano, deal.fee_bps)[0]


async def test_while_the_chain_pauses_accepted_messages_wait_and_may_expire(world: World) -> None:
    first, second = await world.wallet("first"), await world.wallet("second")
    world.chain.paused = True
    await first.send(STRANGER, COIN, bounce=False)
    await world.chain.send_external(
        boc_bytes(second.contract.external([Transfer(STRANGER, COIN, bounce=False)], 0, START + 10))
    )
    assert world.chain.account(STRANGER).balance_nano == 0
    world.clock.advance(30)
    await world.chain.resume()
    assert world.chain.account(STRANGER).balance_nano == COIN, "the second one expired while it waited"


async def test_while_the_chain_is_slow_a_message_is_seen_before_it_arrives(world: World) -> None:
    wallet = await world.wallet("payer")
    world.chain.slow = True
    await wallet.send(STRANGER, COIN, bounce=False)
    assert [message.destination for message in world.chain.in_flight] == [STRANGER]
    _, seen = await world.get("v3/messages", destination=raw(STRANGER))
    assert [message["in_msg_tx_hash"] for message in seen["messages"]] == [None]
    assert world.chain.account(STRANGER).balance_nano == 0
    await world.chain.resume()
    assert world.chain.account(STRANGER).balance_nano == COIN
    arrived = world.chain.ledger.of_account(STRANGER)[0]
    assert arrived.trace == world.chain.ledger.of_account(wallet.address)[-1].trace
    _, seen = await world.get("v3/messages", destination=raw(STRANGER))
    assert [message["in_msg_tx_hash"] for message in seen["messages"]] == [b64(arrived.hash)]


async def test_logical_time_and_blocks_only_grow(world: World) -> None:
    wallet = await world.wallet("payer")
    for _ in range(3):
        await wallet.send(STRANGER, COIN, bounce=False)
    history = world.chain.ledger.transactions()
    assert [item.lt for item in history] == sorted({item.lt for item in history})
    assert [item.block for item in history] == sorted(item.block for item in history)


async def test_an_earlier_block_still_knows_the_earlier_balance(world: World) -> None:
    await world.chain.faucet(STRANGER, COIN)
    then = world.chain.head
    await world.chain.faucet(STRANGER, COIN)
    assert world.chain.account(STRANGER, then).balance_nano == COIN
    assert world.chain.account(STRANGER).balance_nano == 2 * COIN


async def test_the_same_story_gives_the_same_hashes(emulator: Emulator) -> None:
    def digest(chain: Chain) -> str:
        return hashlib.sha256(b"".join(item.hash for item in chain.ledger.transactions())).hexdigest()

    chains = []
    for _ in range(2):
        clock = SandboxClock()
        clock.freeze(START)
        chain = Chain(clock, emulator)
        await chain.faucet(STRANGER, COIN)
        await chain.faucet(OWNER, COIN)
        chains.append(chain)
    assert digest(chains[0]) == digest(chains[1])


async def test_a_chain_in_a_file_continues_after_a_restart(emulator: Emulator, tmp_path: Path) -> None:
    clock = SandboxClock()
    clock.freeze(START)
    store = ChainStore(tmp_path / "chain.sqlite3")
    before = Chain(clock, emulator, store)
    await before.faucet(STRANGER, COIN)
    await before.faucet(STRANGER, COIN)
    store.close()
    again = ChainStore(tmp_path / "chain.sqlite3")
    after = Chain(clock, emulator, again)
    assert after.account(STRANGER) == before.account(STRANGER)
    assert after.head == before.head
    transaction = await after.faucet(STRANGER, COIN)
    assert transaction.after.balance_nano == 3 * COIN
    assert transaction.lt > before.ledger.transactions()[-1].lt
    again.close()


async def test_the_emulator_is_started_again_when_it_dies(world: World) -> None:
    emulator = Emulator()
    chain = Chain(world.clock, emulator)
    await chain.faucet(STRANGER, COIN)
    first = emulator.pid
    assert emulator._process is not None
    emulator._process.kill()
    emulator._process.wait()
    await chain.faucet(STRANGER, COIN)
    assert emulator.pid != first
    assert chain.account(STRANGER).balance_nano == 2 * COIN
    emulator.close()


async def test_many_messages_leave_a_wallet_in_one_external(world: World) -> None:
    wallet = await world.wallet("sender", coins=100)
    transfers = [Transfer(Address((0, bytes([n]) * 32)), COIN // 100, bounce=False) for n in range(1, 101)]
    await world.chain.send_external(boc_bytes(wallet.contract.external(transfers, 0, START + 60)))
    assert all(world.chain.account(item.destination).balance_nano == COIN // 100 for item in transfers)
