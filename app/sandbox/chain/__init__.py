"""A TON chain on this machine: real transactions on the real TVM; accounts, queue, blocks and time are ours.

What it guarantees: every account changes only by a transaction that the official executor produced from a message;
signatures, gas, storage fees, bounces and action failures are therefore the real ones. Logical time grows without
repeats, unix time is the sandbox clock's, randomness comes from a seed: the same messages at the same times give the
same hashes. A chain with a file continues after a restart where its last finished cascade ended.
"""

from app.sandbox.chain.account import Account
from app.sandbox.chain.chain import Chain, MethodResult, NotAcceptedError
from app.sandbox.chain.emulator import Emulator, EmulatorError
from app.sandbox.chain.ledger import Ledger
from app.sandbox.chain.messages import Message, external_cell, internal_cell, state_init
from app.sandbox.chain.store import ChainStore
from app.sandbox.chain.transaction import Transaction

__all__ = [
    "Account",
    "Chain",
    "ChainStore",
    "Emulator",
    "EmulatorError",
    "Ledger",
    "Message",
    "MethodResult",
    "NotAcceptedError",
    "Transaction",
    "external_cell",
    "internal_cell",
    "state_init",
]
