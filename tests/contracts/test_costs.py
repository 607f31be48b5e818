"""Gas and fees are promises too: the committed table is what the TVM measures, and the goals are kept."""

import json

import pytest

from tests.contracts import costs
from tests.contracts.tvm import Tvm

GOALS = {"deposit": 3_200, "release": 5_500, "refund": 4_000}


@pytest.mark.parametrize("operation", GOALS)
def test_an_everyday_operation_stays_within_its_gas(operation: str) -> None:
    committed = json.loads(costs.GAS_JSON.read_text())
    assert committed["prices"]["default"]["operations"][operation]["gas"] <= GOALS[operation]


def test_the_committed_costs_are_the_measured_ones_and_the_readme_shows_them(tvm: Tvm) -> None:
    measured = costs.measure(tvm)
    assert json.loads(costs.GAS_JSON.read_text()) == measured
    readme = costs.README.read_text()
    assert costs.written_into(readme, costs.tables(measured)) == readme
