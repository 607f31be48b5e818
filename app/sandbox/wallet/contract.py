"""Wallet v5r1 as cells: its code is the public one, its external messages are signed with a real Ed25519 key."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nacl.signing import SigningKey
from pytoniq.contract.wallets.wallet_v5 import WALLET_V5_R1_CODE
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell

from app.sandbox.chain.cells import cell_hash
from app.sandbox.chain.messages import external_cell, internal_cell, state_init

TESTNET = -3
MAX_MESSAGES = 255
_SIGNED_EXTERNAL = 0x7369676E
_SEND_MESSAGE = 0x0EC3C86D
_PAY_FEES_SEPARATELY_IGNORE_ERRORS = 3
_CLIENT_CONTEXT = 1 << 31


@dataclass(frozen=True)
class Transfer:
    """One outgoing message of a wallet."""

    destination: Address
    amount_nano: int
    body: Cell | None = None
    init: Cell | None = None
    bounce: bool = True

    def cell(self) -> Cell:
        return internal_cell(
            None, self.destination, self.amount_nano, bounce=self.bounce, body=self.body, init=self.init
        )


@dataclass(frozen=True)
class WalletContract:
    key: SigningKey
    network: int = TESTNET

    @property
    def public_key(self) -> bytes:
        return bytes(self.key.verify_key)

    @property
    def wallet_id(self) -> int:
        """Workchain 0, subwallet 0 on this network."""
        return (_CLIENT_CONTEXT ^ self.network) & 0xFFFFFFFF

    @cached_property
    def state_init(self) -> Cell:
        data = Builder().store_bit_int(1).store_uint(0, 32).store_uint(self.wallet_id, 32)
        code: Cell = WALLET_V5_R1_CODE
        return state_init(code, data.store_bytes(self.public_key).store_bit_int(0).end_cell())

    @cached_property
    def address(self) -> Address:
        return Address((0, cell_hash(self.state_init)))

    def external(self, transfers: Sequence[Transfer], seqno: int, valid_until: int) -> Cell:
        """A signed external message that sends all of them; the first one (seqno 0) brings the wallet's code."""
        if not 1 <= len(transfers) <= MAX_MESSAGES:
            raise ValueError(f"a wallet sends 1 to {MAX_MESSAGES} messages at once")
        signing = Builder().store_uint(_SIGNED_EXTERNAL, 32).store_uint(self.wallet_id, 32)
        signing.store_uint(valid_until, 32).store_uint(seqno, 32)
        signing.store_bit_int(1).store_ref(_actions(transfers)).store_bit_int(0)
        signature = self.key.sign(cell_hash(signing.end_cell())).signature
        body: Cell = signing.store_bytes(signature).end_cell()
        return external_cell(self.address, body, self.state_init if seqno == 0 else None)


def _actions(transfers: Sequence[Transfer]) -> Cell:
    """The list of output actions, the first one innermost."""
    actions: Cell = Builder().end_cell()
    for transfer in transfers:
        builder = Builder().store_ref(actions).store_uint(_SEND_MESSAGE, 32)
        actions = builder.store_uint(_PAY_FEES_SEPARATELY_IGNORE_ERRORS, 8).store_ref(transfer.cell()).end_cell()
    return actions
