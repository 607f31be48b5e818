"""The part of the chain's port that asks nobody: plans, signatures, names, and what an account's cells prove.

Guarantees:
* An escrow's state is believed only if the address, the code hash and every constant term are the ones that we
  computed ourselves; anything else is ALIEN. Balance alone says nothing.
* Several controller keys may be known: the first signs for new escrows, each settles its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell

from app.adapters.cells import raw, to_boc
from app.adapters.controller import ControllerWallet, Transfer
from contracts import escrow as contract
from models import EscrowState, Verdict
from services.escrow.chain import DeployOrder
from services.ports import EscrowPlan, EscrowTermsFacts, Order, Refused, Seen, SignedBatch

VALID_FOR = timedelta(minutes=2)
SEND_BASE_NANO, SEND_EACH_NANO = 20_000_000, 2_000_000
"""An upper bound of the wallet's own fees for a message, and for each order in it."""
TESTNET = -3


@dataclass(frozen=True, slots=True)
class Found:
    """An account as a provider shows it. `code_hash` and `data` are there only where the account is active."""

    is_active: bool
    is_frozen: bool
    balance_nano: int
    code_hash: bytes = b""
    data: Cell | None = None


NOTHING = Found(is_active=False, is_frozen=False, balance_nano=0)


class OfflineChain:
    def __init__(self, controller_seeds: Sequence[bytes], network_id: int, explorer: str | None = None) -> None:
        """`controller_seeds`: 32 bytes each, the newest first. `explorer`: a URL that an address is appended to."""
        wallets = [ControllerWallet(seed, network_id) for seed in controller_seeds]
        self._wallets = {raw(wallet.address): wallet for wallet in wallets}
        self._controller = next(iter(self._wallets))
        self._network_id = network_id
        self._explorer = explorer

    async def close(self) -> None:
        """Let go of what the provider holds open."""

    @property
    def controller(self) -> str:
        return self._controller

    @property
    def action_value_nano(self) -> int:
        return contract.ACTION_VALUE_NANO

    def plan(self, terms: EscrowTermsFacts) -> EscrowPlan:
        made = _terms(terms)
        return EscrowPlan(
            address=raw(contract.address(made)),
            required_nano=contract.required_deposit_nano(made.amount_nano),
            state_init_boc=to_boc(contract.state_init(made)),
            deposit_body_boc=to_boc(contract.deposit_body(made.deal_id)),
        )

    def auto_refund_body(self, contract_id: int) -> str:
        return to_boc(contract.auto_refund_body(contract_id))

    def cost_nano(self, orders: int) -> int:
        return SEND_BASE_NANO + orders * (contract.ACTION_VALUE_NANO + SEND_EACH_NANO)

    async def sign(self, controller: str, seqno: int, orders: Sequence[Order], now: datetime) -> SignedBatch:
        wallet = self._wallets.get(controller)
        if wallet is None:
            raise Refused(f"no key for the controller {controller}")
        valid_until = int((now + VALID_FOR).timestamp())
        transfers = [_transfer(item) for item in orders]
        message, normalized = wallet.external(seqno, valid_until, transfers)
        return SignedBatch(controller, seqno, to_boc(message), normalized.hex(), valid_until)

    def friendly(self, address: str) -> str:
        """Bounceable, for the network that we are on."""
        return self._spelled(address, is_bounceable=True)

    def friendly_wallet(self, address: str) -> str:
        """Not bounceable: people compare it with what their wallet calls its address."""
        return self._spelled(address, is_bounceable=False)

    def _spelled(self, address: str, *, is_bounceable: bool) -> str:
        text: str = Address(address).to_str(is_bounceable=is_bounceable, is_test_only=self._network_id == TESTNET)
        return text

    def explorer_url(self, address: str) -> str | None:
        return f"{self._explorer}{self.friendly(address)}" if self._explorer else None


def _terms(terms: EscrowTermsFacts) -> contract.EscrowTerms:
    return contract.EscrowTerms(
        deal_id=terms.contract_id,
        advertiser=Address(terms.advertiser),
        owner=Address(terms.owner),
        amount_nano=terms.amount_nano,
        deadline=terms.deadline,
        controller=Address(terms.controller),
        fee_recipient=Address(terms.fee_recipient),
        fee_bps=terms.fee_bps,
    )


def _transfer(order: Order) -> Transfer:
    destination = Address(order.address)
    if isinstance(order, DeployOrder):
        init = contract.state_init(_terms(order.terms))
        return Transfer(destination, contract.DEPLOY_VALUE_NANO, Cell.empty(), bounce=False, init=init)
    return Transfer(destination, contract.ACTION_VALUE_NANO, _body(order))


def _body(order: Order) -> Cell:
    match order.verdict:
        case Verdict.RELEASE:
            return contract.release_body(order.query_id)
        case Verdict.REFUND:
            return contract.refund_body(order.query_id)
        case Verdict.SPLIT:
            return contract.split_body(order.query_id, order.split_bps)
        case None:
            return contract.sweep_body(order.query_id)


def seen_of(address: str, facts: EscrowTermsFacts, found: Found) -> Seen:
    """What an account proves about one escrow."""
    if not (found.is_active or found.is_frozen):
        return Seen(address, EscrowState.NONE, found.balance_nano, facts.deadline)
    terms = _terms(facts)
    is_ours = found.data is not None and raw(contract.address(terms)) == address
    if is_ours and found.data is not None and contract.matches(terms, found.code_hash, found.data):
        data = contract.parse_data(found.data)
        return Seen(address, EscrowState(int(data.state)), found.balance_nano, data.deadline)
    return Seen(address, EscrowState.ALIEN, found.balance_nano, facts.deadline)
