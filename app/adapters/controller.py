"""The controller's wallet: wallet v5r1 as cells. Builds and signs; sends nothing and asks nobody.

One external message carries up to 255 actions. While the wallet does not exist on the chain yet (seqno 0) the message
brings its StateInit along, so that a freshly made key needs only coins on its address.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from nacl.signing import SigningKey
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell
from pytoniq_core.boc.slice import Slice
from pytoniq_core.tlb.account import StateInit
from ton_core import CONTRACT_CODES, ContractVersion

from app.adapters.cells import external_message, internal_message

CODE: Final[Cell] = Cell.one_from_boc(CONTRACT_CODES[ContractVersion.WalletV5R1])
MAX_ACTIONS: Final = 255
_SIGNED_EXTERNAL: Final = 0x7369676E
_SEND_MESSAGE: Final = 0x0EC3C86D
_CLIENT_CONTEXT: Final = 1 << 31
SEND_MODE: Final = 1 + 2
"""Fees apart from the value; an action that fails is skipped (the wallet demands it of externals)."""


@dataclass(frozen=True)
class Transfer:
    destination: Address
    value_nano: int
    body: Cell
    bounce: bool = True
    init: Cell | None = None
    """A StateInit to deploy the destination with."""


@dataclass(frozen=True)
class ControllerWallet:
    seed: bytes
    """The 32 bytes of the Ed25519 key."""
    network_id: int
    """-239 mainnet, -3 testnet: it is part of the wallet's id and so of its address."""

    @cached_property
    def wallet_id(self) -> int:
        return (_CLIENT_CONTEXT ^ self.network_id) & 0xFFFFFFFF

    @cached_property
    def _key(self) -> SigningKey:
        return SigningKey(self.seed)

    @cached_property
    def state_init(self) -> Cell:
        data = Builder().store_bit_int(1).store_uint(0, 32).store_uint(self.wallet_id, 32)
        data.store_bytes(bytes(self._key.verify_key)).store_bit_int(0)
        init: Cell = StateInit(code=CODE, data=data.end_cell()).serialize()
        return init

    @cached_property
    def address(self) -> Address:
        return Address((0, self.state_init.hash))

    def external(self, seqno: int, valid_until: int, transfers: Sequence[Transfer]) -> tuple[Cell, bytes]:
        """The signed message and its normalised hash."""
        if not 0 < len(transfers) <= MAX_ACTIONS:
            raise ValueError(f"1 to {MAX_ACTIONS} transfers, not {len(transfers)}")
        unsigned = Builder().store_uint(_SIGNED_EXTERNAL, 32).store_uint(self.wallet_id, 32)
        unsigned.store_uint(valid_until, 32).store_uint(seqno, 32).store_cell(_actions(transfers))
        signing = unsigned.end_cell()
        signature = self._key.sign(signing.hash).signature
        body: Cell = Builder().store_cell(signing).store_bytes(signature).end_cell()
        message = external_message(self.address, body, self.state_init if seqno == 0 else None)
        return message, bytes(external_message(self.address, body).hash)


def _actions(transfers: Sequence[Transfer]) -> Cell:
    """The out list: each action holds the ones before it; there are no other (extended) actions."""
    out: Cell = Builder().end_cell()
    for item in transfers:
        message = internal_message(item.destination, item.value_nano, item.body, bounce=item.bounce, init=item.init)
        action = Builder().store_ref(out).store_uint(_SEND_MESSAGE, 32).store_uint(SEND_MODE, 8).store_ref(message)
        out = action.end_cell()
    inner: Cell = Builder().store_bit_int(1).store_ref(out).store_bit_int(0).end_cell()
    return inner


def seqno_of(data: Cell) -> int:
    """The seqno in a wallet v5r1's data."""
    reader = Slice.from_cell(data)
    reader.load_bit()
    return int(reader.load_uint(32))
