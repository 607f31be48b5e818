"""A few mistakes of the contract, always the same ones, are noticed in every run; `LONG=1` tries all of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.harmless import HARMLESS
from tests.contracts.mutants import mutants

ROOT = Path(__file__).parents[2]


def tried(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.contracts.mutation", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_few_mistakes_in_the_contract_are_noticed() -> None:
    ran = tried("--sample", "3", "--seed", "1")
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_every_mistake_in_the_contract_is_noticed_and_the_readme_has_the_figures() -> None:
    ran = tried("--check")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_each_harmless_mistake_is_one_that_is_tried() -> None:
    assert HARMLESS.keys() <= {mutant.key for mutant in mutants()}
