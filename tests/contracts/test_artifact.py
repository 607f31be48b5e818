"""The committed artifact is what the sources compile to, and the four descriptions of the contract agree."""

import json
import re
import subprocess
import zlib
from pathlib import Path

import pytest

from contracts import escrow
from contracts.escrow import State
from tests.contracts.parties import PAYMENT_NANO, TERMS, deployed, funded
from tests.contracts.tvm import METHOD_IDS, Tvm, node

HERE = Path(escrow.__file__).parent
INCOMING = ("deposit", "release", "refund", "split", "auto_refund", "extend_deadline", "sweep")


def constants_of(file: str, pattern: str) -> dict[str, int]:
    """Names and numbers found in a Tolk file, with the names as Python writes them."""
    found = re.findall(pattern, (HERE / "escrow" / file).read_text(), re.MULTILINE)
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper(): int(number, 0) for name, number in found}


def test_compiling_the_sources_gives_the_committed_artifact_byte_for_byte() -> None:
    ran = subprocess.run([*node(), "compile.mjs", "--check"], cwd=HERE, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert escrow.code_hash().hex() in ran.stderr


def test_the_artifact_names_the_pinned_compiler() -> None:
    artifact = json.loads((HERE / "build" / "escrow.json").read_text())
    pinned = json.loads((HERE / "package.json").read_text())["dependencies"]["@ton/tolk-js"]
    assert artifact["tolk"] == pinned
    assert artifact["code_hash"] == escrow.code_hash().hex()


def test_the_wrapper_knows_every_exit_code_of_the_contract() -> None:
    assert constants_of("errors.tolk", r"^ +(\w+) *= (0x\w+)") == {code.name: code.value for code in escrow.Refusal}


def test_the_wrapper_numbers_the_states_as_the_contract_does() -> None:
    assert constants_of("storage.tolk", r"^const (\w+) = (\d)") == {state.name: state.value for state in State}


def test_the_contract_and_the_wrapper_know_the_same_opcodes() -> None:
    found = re.findall(r"^struct \((0x\w+)\) (\w+)", (HERE / "escrow" / "messages.tolk").read_text(), re.MULTILINE)
    contract = {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper(): int(number, 16) for number, name in found}
    assert contract == {name: getattr(escrow, f"OP_{name}") for name in contract}
    assert set(contract) == {*(name.upper() for name in INCOMING), "EXCESSES"}


@pytest.mark.parametrize("name", [*INCOMING, "payout", "commission"])
def test_each_opcode_is_the_checksum_of_its_line_in_the_tlb(name: str) -> None:
    line = re.search(rf"^{name}#(\w+) (.*);", (HERE / "escrow.tlb").read_text(), re.MULTILINE)
    assert line
    opcode = zlib.crc32(f"{name} {line[2]}".encode()) & 0x7FFFFFFF
    assert opcode == int(line[1], 16) == getattr(escrow, f"OP_{name.upper()}")


def test_the_get_methods_say_what_the_wrapper_says(tvm: Tvm) -> None:
    chain = funded(tvm)
    assert chain.get("get_state") == [State.FUNDED]
    assert chain.get("get_required_deposit") == [PAYMENT_NANO]
    assert chain.get("get_terms") == [
        TERMS.deal_id,
        TERMS.advertiser,
        TERMS.owner,
        TERMS.amount_nano,
        TERMS.deadline,
        TERMS.controller,
        TERMS.fee_recipient,
        TERMS.fee_bps,
    ]
    assert deployed(tvm).get("get_state") == [State.INIT]


@pytest.mark.parametrize("method", METHOD_IDS)
def test_get_methods_have_the_numbers_that_their_names_give_them(method: str) -> None:
    crc = 0
    for byte in method.encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    assert METHOD_IDS[method] == crc | 0x10000


def test_the_reserve_and_the_longest_extension_are_the_contracts(tvm: Tvm) -> None:
    fees = (HERE / "escrow" / "fees.tolk").read_text()
    coins = {
        name: round(float(value) * 10**9) for name, value in re.findall(r'^const (\w+) = ton\("(.+)"\)', fees, re.M)
    }
    assert coins == {"STORAGE_RESERVE": escrow.STORAGE_RESERVE_NANO, "DEPOSIT_GAS": escrow.DEPOSIT_GAS_NANO}
    assert funded(tvm).balance_nano == TERMS.amount_nano + escrow.STORAGE_RESERVE_NANO
