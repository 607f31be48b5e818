"""Everything that happened, in order, and where to find it. `at` in a question means: as of that block."""

from collections.abc import Iterator

from pytoniq_core.boc.address import Address

from app.sandbox.chain.account import Account
from app.sandbox.chain.transaction import Transaction

Key = tuple[int, bytes]


def key_of(address: Address) -> Key:
    return address.wc, address.hash_part


class Ledger:
    """Append-only; it holds what the store holds."""

    def __init__(self) -> None:
        self._all: list[Transaction] = []
        self._accounts: dict[Key, list[Transaction]] = {}
        self._by_hash: dict[bytes, Transaction] = {}
        self._by_message: dict[bytes, Transaction] = {}
        self._by_opcode: dict[int, list[Transaction]] = {}
        self._by_block: dict[int, list[Transaction]] = {}

    def append(self, transaction: Transaction) -> None:
        self._all.append(transaction)
        self._accounts.setdefault(key_of(transaction.address), []).append(transaction)
        self._by_block.setdefault(transaction.block, []).append(transaction)
        self._by_hash[transaction.hash] = transaction
        message = transaction.in_message
        if message is None:
            return
        self._by_message[message.hash] = transaction
        self._by_message[message.normalized_hash] = transaction
        if message.opcode is not None:
            self._by_opcode.setdefault(message.opcode, []).append(transaction)

    def __len__(self) -> int:
        return len(self._all)

    def account(self, address: Address, at: int | None = None) -> Account:
        for transaction in reversed(self._accounts.get(key_of(address), [])):
            if at is None or transaction.block <= at:
                return transaction.after
        return Account.missing(address)

    def transactions(self, at: int | None = None) -> list[Transaction]:
        """All of them, oldest first."""
        return list(_until(self._all, at))

    def of_account(self, address: Address, at: int | None = None) -> list[Transaction]:
        """Oldest first."""
        return list(_until(self._accounts.get(key_of(address), []), at))

    def with_opcode(self, opcode: int, at: int | None = None) -> list[Transaction]:
        """Transactions whose incoming message starts with this opcode, oldest first."""
        return list(_until(self._by_opcode.get(opcode, []), at))

    def of_block(self, seqno: int) -> list[Transaction]:
        return list(self._by_block.get(seqno, []))

    def by_hash(self, transaction_hash: bytes) -> Transaction | None:
        return self._by_hash.get(transaction_hash)

    def by_message(self, message_hash: bytes) -> Transaction | None:
        """The transaction that took this message in; plain or normalised hash."""
        return self._by_message.get(message_hash)

    def trace(self, root: bytes) -> list[Transaction]:
        """The whole cascade that the transaction `root` started, in order."""
        return [transaction for transaction in self._all if transaction.trace == root]


def _until(transactions: list[Transaction], at: int | None) -> Iterator[Transaction]:
    return (transaction for transaction in transactions if at is None or transaction.block <= at)
