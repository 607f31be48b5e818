"""Every small mistake that could stand in the contract's sources, one at a time: is each of them noticed?

`mutants()` lists them: an assert gone or turned round, another exit code, comparison, operator, number, width, send
mode, state or party, a statement left out, a condition that always or never holds. `Compiler` compiles one. Nothing
here writes to the sources.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from contracts import escrow
from tests.contracts.tvm import node

HERE: Final = Path(__file__).parent
SOURCES: Final = Path(escrow.__file__).parent / "escrow"
Others = Callable[[re.Match[str]], list[str]]


@dataclass(frozen=True)
class Mutant:
    """One file with one line changed."""

    kind: str
    file: str
    number: int
    before: str
    after: str

    @property
    def text(self) -> str:
        lines = (SOURCES / self.file).read_text().splitlines()
        lines[self.number - 1] = self.after
        return "\n".join(lines) + "\n"

    @property
    def key(self) -> str:
        """What the reasons of the harmless ones are kept under; it does not depend on the line's number."""
        return f"{self.file}: {self.before.strip()} => {self.after.strip() or 'nothing'}"

    def __str__(self) -> str:
        return f"{self.file}:{self.number} [{self.kind}] {self.before.strip()} => {self.after.strip() or 'nothing'}"


COMPARISONS: Final = {
    "==": ["!="],
    "!=": ["=="],
    "<": ["<=", ">="],
    "<=": ["<", ">"],
    ">": [">=", "<="],
    ">=": [">", "<"],
}
ARITHMETIC: Final = {"+": ["-"], "-": ["+"], "*": ["+"], "||": ["&&"]}
WIDTHS: Final = {"64": "32", "32": "64", "16": "32", "8": "16", "6": "7"}
REFUSALS: Final = re.findall(r"^ +(\w+) *=", (SOURCES / "errors.tolk").read_text(), re.MULTILINE)
NAMES: Final = {
    "state": {"INIT": "FUNDED", "FUNDED": "INIT", "RELEASED": "REFUNDED", "REFUNDED": "SPLIT", "SPLIT": "RELEASED"},
    "party": {
        "escrow.advertiser": "escrow.controller",
        "escrow.controller": "escrow.advertiser",
        "escrow.payout": "escrow.commission",
        "escrow.commission": "escrow.payout",
    },
    "send mode": {
        "WHOLE_BALANCE": "CALLERS_CHANGE",
        "CALLERS_CHANGE": "WHOLE_BALANCE",
        "OWN_VALUE": "CALLERS_CHANGE",
        "SEND_MODE_CARRY_ALL_BALANCE": "SEND_MODE_CARRY_ALL_REMAINING_MESSAGE_VALUE",
        "SEND_MODE_CARRY_ALL_REMAINING_MESSAGE_VALUE": "SEND_MODE_CARRY_ALL_BALANCE",
        "SEND_MODE_PAY_FEES_SEPARATELY": "SEND_MODE_REGULAR",
        "RESERVE_MODE_EXACT_AMOUNT": "RESERVE_MODE_ALL_BUT_AMOUNT",
        "BounceMode.NoBounce": "BounceMode.Only256BitsOfBody",
    },
    "other name": {"BASECHAIN": "MASTERCHAIN", "mulDivFloor": "mulDivCeil"},
}


def _next_refusal(found: re.Match[str]) -> list[str]:
    return [f"Refusal.{REFUSALS[(REFUSALS.index(found[1]) + 1) % len(REFUSALS)]}"]


def _neighbours(found: re.Match[str]) -> list[str]:
    """One more, and one less unless that is negative."""
    number, style = int(found[0], 0), hex if found[0].startswith("0x") else str
    return [style(number + 1), *([style(number - 1)] if number else [])]


def _other_coins(found: re.Match[str]) -> list[str]:
    return [f'ton("{float(found[1]) + step:.3f}")' for step in (0.001, -0.001)]


def _named(other: str) -> Others:
    return lambda found: [other]


RULES: Final[list[tuple[str, str, Others]]] = [
    ("assert", r"assert \((.+)\) throw (.+);", lambda m: ["", f"assert (!({m[1]})) throw {m[2]};"]),
    ("exit code", r"\bRefusal\.(\w+)", _next_refusal),
    ("comparison", r"(?<= )(==|!=|<=|>=|<|>)(?= )", lambda m: COMPARISONS[m[1]]),
    ("operator", r"(?<= )(\+|-|\*|\|\|)(?= )", lambda m: ARITHMETIC[m[1]]),
    ("operator", r"(?<=\)) \| (?=\()", lambda m: [" & "]),
    ("number", r"(?<![\w.\"])(0x[0-9A-Fa-f]+|\d+)(?![\w.\"])", _neighbours),
    ("number", r'ton\("([\d.]+)"\)', _other_coins),
    ("width", r"\buint(\d+)\b", lambda m: [f"uint{WIDTHS[m[1]]}"]),
    ("send mode", r"(?<== )(\w+) \| (\w+)$", lambda m: [m[1], m[2]]),
    ("condition", r"if \((.+)\) \{", lambda m: ["if (true) {", "if (false) {"]),
    ("statement", r"(?<=    )(?!assert|val |var |return)[\w.]+(?: = [^;]+|\(.*\));", lambda m: [""]),
    *(
        (kind, rf"(?<![\w.])(?<!const ){re.escape(name)}\b", _named(other))
        for kind, names in NAMES.items()
        for name, other in names.items()
    ),
]


def _is_spared(kind: str, file: str, line: str) -> bool:
    """Lines where a change of this kind says nothing."""
    if kind in ("state", "other name", "exit code", "statement"):
        return line.startswith(("const", "import", "enum"))
    if kind == "width":
        return file == "getters.tolk"  # a get-method answers with integers of any width
    return line.startswith(("tolk", "import"))


def mutants() -> list[Mutant]:
    """All of them, in the order of the sources, none twice."""
    files = sorted(path.name for path in SOURCES.glob("*.tolk"))
    return list(dict.fromkeys(one for file in files for one in _of_file(file)))


def _of_file(file: str) -> Iterator[Mutant]:
    for number, line in enumerate((SOURCES / file).read_text().splitlines(), 1):
        code = line.split("//")[0].rstrip()
        for kind, pattern, others in RULES:
            if not _is_spared(kind, file, code):
                for found in re.finditer(pattern, code):
                    for other in others(found):
                        yield Mutant(kind, file, number, code, code[: found.start()] + other + code[found.end() :])


class Compiler:
    """The pinned Tolk compiler in one node process, which compiles the sources with one file replaced."""

    def __enter__(self) -> Self:
        command = [*node(), str(HERE / "mutants.mjs")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()

    def code_boc(self, mutant: Mutant) -> str | None:
        """The compiled mutant in base64; None if the compiler refuses it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"file": mutant.file, "text": mutant.text}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, str | None] = json.loads(self._process.stdout.readline())
        return answer["code_boc"]
