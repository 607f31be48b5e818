"""The TON network through Toncenter: implements `services.escrow.EscrowChain` (and so `services.ports.Chain`).

Guarantees:
* An escrow's state is believed only if the address, the code hash and every constant term are the ones that we
  computed ourselves; anything else is ALIEN. Balance alone says nothing.
* The deposit cursor loses nothing at equal logical times, and stops before a message that is not delivered yet.
* Several controller keys may be known: the first signs for new escrows, each settles its own.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.cell import Cell

from app.adapters.cells import from_boc, raw, to_boc
from app.adapters.controller import CODE, ControllerWallet, Transfer, seqno_of
from app.adapters.toncenter_deposits import Deposits, hex_hash
from app.adapters.toncenter_http import Toncenter
from contracts import escrow as contract
from models import EscrowState, Verdict
from services.escrow.chain import DeployOrder
from services.ports import (
    Clock,
    EscrowPlan,
    EscrowTermsFacts,
    IncomingMessage,
    Order,
    Refused,
    Seen,
    SignedBatch,
    Unreachable,
    WalletFacts,
)

ADDRESSES_PER_CALL = 80
"""An address is 75 characters of the URL; servers take 8 KB."""
MESSAGES_PER_CALL = 50
VALID_FOR = timedelta(minutes=2)
SEND_BASE_NANO, SEND_EACH_NANO = 20_000_000, 2_000_000
"""An upper bound of the wallet's own fees for a message, and for each order in it."""
TESTNET = -3


class ToncenterChain:
    def __init__(
        self,
        http: Toncenter,
        controller_seeds: Sequence[bytes],
        network_id: int,
        clock: Clock,
        explorer: str | None = None,
    ) -> None:
        """`controller_seeds`: 32 bytes each, the newest first. `explorer`: a URL that an address is appended to."""
        self._http = http
        self._wallets = {raw(wallet.address): wallet for wallet in _wallets(controller_seeds, network_id)}
        self._controller = next(iter(self._wallets))
        self._network_id = network_id
        self._explorer = explorer
        self._deposits = Deposits(http, clock)

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

    async def look(self, terms_by_address: dict[str, EscrowTermsFacts]) -> dict[str, Seen]:
        addresses = list(terms_by_address)
        found: dict[str, Seen] = {}
        for start in range(0, len(addresses), ADDRESSES_PER_CALL):
            part = addresses[start : start + ADDRESSES_PER_CALL]
            accounts = await self._accounts(part)
            found |= {one: _seen(one, terms_by_address[one], accounts.get(one)) for one in part}
        return found

    async def deposits_since(self, cursor: str) -> list[IncomingMessage]:
        return await self._deposits.since(cursor)

    async def outcomes(self, message_hashes: Sequence[str]) -> dict[str, bool]:
        found: dict[str, bool] = {}
        for start in range(0, len(message_hashes), MESSAGES_PER_CALL):
            part = message_hashes[start : start + MESSAGES_PER_CALL]
            found |= await self._deposits.outcomes(part)
        return found

    async def wallet(self, controller: str) -> WalletFacts:
        account = (await self._accounts([controller])).get(controller)
        if account is None or account.get("status") != "active":
            return WalletFacts(controller, int((account or {}).get("balance") or 0), 0)
        try:
            if hex_hash(account["code_hash"]) != CODE.hash.hex():
                raise Refused(f"{controller} is not a wallet v5r1")
            seqno = seqno_of(from_boc(account["data_boc"]))
        except (KeyError, ValueError, TypeError) as error:
            raise Unreachable(f"a strange account state: {error!r}") from error
        return WalletFacts(controller, int(account["balance"]), seqno)

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

    async def send(self, boc: str) -> None:
        await self._http.broadcast(boc)

    def friendly(self, address: str) -> str:
        """Bounceable, for the network that we are on."""
        text: str = Address(address).to_str(is_bounceable=True, is_test_only=self._network_id == TESTNET)
        return text

    def explorer_url(self, address: str) -> str | None:
        return f"{self._explorer}{self.friendly(address)}" if self._explorer else None

    async def _accounts(self, addresses: Sequence[str]) -> dict[str, dict[str, Any]]:
        params = [("address", one) for one in addresses] + [("include_boc", "true")]
        answer = await self._http.read("accountStates", params)
        try:
            return {raw(str(item["address"])): item for item in answer["accounts"]}
        except (KeyError, TypeError, ValueError) as error:
            raise Unreachable(f"strange account states: {error!r}") from error


def _wallets(seeds: Sequence[bytes], network_id: int) -> Iterable[ControllerWallet]:
    return (ControllerWallet(seed, network_id) for seed in seeds)


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


def _seen(address: str, facts: EscrowTermsFacts, account: dict[str, Any] | None) -> Seen:
    """What one item of `accountStates` proves about one escrow."""
    terms = _terms(facts)
    if account is None or account.get("status") in ("uninit", "nonexist"):
        return Seen(address, EscrowState.NONE, int((account or {}).get("balance") or 0), facts.deadline)
    try:
        balance = int(account["balance"])
        code_hash, data = bytes.fromhex(hex_hash(account["code_hash"])), from_boc(account["data_boc"])
        is_ours = raw(contract.address(terms)) == address and account["status"] == "active"
        if is_ours and contract.matches(terms, code_hash, data):
            found = contract.parse_data(data)
            return Seen(address, EscrowState(int(found.state)), balance, found.deadline)
    except Exception:  # whatever a strange answer makes the cell library raise
        return Seen(address, EscrowState.ALIEN, 0, facts.deadline)
    return Seen(address, EscrowState.ALIEN, balance, facts.deadline)
